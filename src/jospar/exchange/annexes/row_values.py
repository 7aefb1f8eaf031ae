"""What the cells of a row are worth, and what is doubtful in each of them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from jospar.rules.core.grammar import grammar
from jospar.rules.core.hand_terms import read_hand_term
from jospar.rules.core.nouns import Language, Level, Procedure, Term, Text
from jospar.rules.core.titles import looks_kazakh

from .bodies import Bodies
from .doubts import doubt
from .grids import RawRow
from .languages import is_other, restored
from .procedures import ProcedureFound, named, read_procedure
from .values import FIELDS, AnnexRow, Doubt, Place, squeezed

_NUMBER = re.compile(r"[№\s]*(\d{1,4})\s*[.)]?")
_IN_TITLE = re.compile(r"(\d{1,4})\s*[.)]\s*(?=[^\W\d])")
_DASHES = frozenset("-–—")


@dataclass(slots=True)
class RowReader:
    """Reads rows one after another, and keeps what is doubtful about them.

    ``years`` are those of the plan, as far as its heading says them.
    """

    language: Language
    bodies: Bodies
    years: tuple[int, ...]
    doubts: list[Doubt] = field(default_factory=list)
    _last: int = 0
    _written: int = 0
    _counted: bool = False
    _told: set[str] = field(default_factory=set)

    def read(self, raw: RawRow) -> AnnexRow:
        """Return the row that ``raw`` is."""
        texts = {name: self._restored(raw, name) for name in FIELDS}
        number = self._number(raw, texts)
        self._check_texts(raw, texts)
        bodies = tuple(self._bodies(raw.place, texts["body"]))
        term = self._term(raw, texts["term"])
        procedure = self._procedure(raw.place, texts["procedure"])
        if raw.level is None:
            guess = _level_of(texts["title"])
            self._doubt(raw, "group_unknown", "", guess)
        return AnnexRow(
            place=raw.place,
            level=raw.level if isinstance(raw.level, Level) else None,
            number=number,
            cells=(
                texts["number"],
                texts["body"],
                texts["title"],
                texts["term"],
                texts["procedure"],
                texts["note"],
            ),
            bodies=bodies,
            term=term,
            procedure=procedure.procedure,
            procedure_term=procedure.term,
            further=raw.further,
        )

    def _doubt(
        self,
        raw: RawRow,
        code: str,
        column: str,
        guess: object = None,
        **values: object,
    ) -> None:
        self.doubts.append(doubt(code, raw.place, column, guess, **values))

    def _restored(self, raw: RawRow, name: str) -> str:
        text = restored(raw.texts[name])
        if text != raw.texts[name]:
            self._doubt(raw, "cell_garbled", name, text, text=text)
        return text

    def _number(self, raw: RawRow, texts: dict[str, str]) -> int | None:
        """Return the number of the row, and put it where it belongs."""
        number = None
        if found := _NUMBER.fullmatch(texts["number"]):
            number = int(found[1])
        elif texts["number"]:
            self._doubt(raw, "number_odd", "number", text=texts["number"])
        elif found := _IN_TITLE.match(texts["title"]):
            number = int(found[1])
            texts["title"] = texts["title"][found.end() :]
            self._doubt(raw, "number_in_title", "number", number, number=number)
        elif raw.automatic:
            number = self._last + 1
            if not self._counted:
                self._doubt(raw, "number_automatic", "number", number)
            self._counted = True
        else:
            self._doubt(raw, "number_missing", "number", self._last + 1)
        if number is not None and not texts["number"]:
            texts["number"] = str(number)
        self._check_number(raw, number)
        return number

    def _check_number(self, raw: RawRow, number: int | None) -> None:
        """Tell of a number that does not follow; unnumbered rows count as numbered."""
        last, before = self._last, self._written
        self._last = last + 1 if number is None else number
        if number is not None:
            self._written = number
            if number != last + 1:
                code = "number_gap" if number > last else "number_again"
                self._doubt(raw, code, "number", before=before, number=number)

    def _check_texts(self, raw: RawRow, texts: Mapping[str, str]) -> None:
        for name, text in texts.items():
            if name != "number" and is_other(text, name, self.language):
                self._doubt(raw, "language_other", name, text=text)
        for name in ("title", "body"):
            if not texts[name]:
                self._doubt(raw, f"{name}_missing", name)

    def _bodies(self, place: Place, cell: str) -> Iterator[str]:
        """Yield the codes of the bodies; of each wording a doubt is told once."""
        for found in self.bodies.find(cell) if cell else ():
            is_new = found.text not in self._told
            self._told.add(found.text)
            code: str | None = None
            values: dict[str, object] = {"text": found.text}
            if found.body:
                code, values["name"] = found.body.code, _texts(found.body.names[0])
                yield code
            if is_new and found.how != "exact":
                kind = f"body_{found.how}"
                self.doubts.append(doubt(kind, place, "body", code, **values))

    def _term(self, raw: RawRow, text: str) -> Term | None:
        if term := raw.terms.get("term"):
            day = Term(term.first_day, term.first_day)
            self._doubt(raw, "term_date", "term", term, day=day, term=term)
            return term
        if not text or text in _DASHES:
            self._doubt(raw, "term_missing", "term")
            return None
        found = read_hand_term(text, self.years)
        if found.term is None:
            self._doubt(raw, "term_unknown", "term", text=text)
        elif found.reasons:
            self._doubt(
                raw, "term_guess", "term", found.term, text=text, term=found.term
            )
        return found.term

    def _procedure(self, place: Place, text: str) -> ProcedureFound:
        found = read_procedure(text, self.years)
        if found.procedure is None:
            code = (
                "procedure_unknown"
                if squeezed(text).strip("-–—")
                else "procedure_missing"
            )
            guess = Procedure.NONE if code == "procedure_missing" else None
            self.doubts.append(doubt(code, place, "procedure", guess, text=text))
        elif not found.certain:
            self.doubts.append(
                doubt(
                    "procedure_guess",
                    place,
                    "procedure",
                    (found.procedure, found.term),
                    text=text,
                    name=named(found),
                )
            )
        return found


def _texts(text: Text) -> dict[str, str]:
    """Return a text by language; in English it has the Russian words."""
    return {
        "kk": text.kk or text.ru,
        "ru": text.ru or text.kk,
        "en": text.ru or text.kk,
    }


def _level_of(title: str) -> Level | None:
    """Return in whose name a title says that the treaty is concluded, if it does."""
    text = Text(kk=title) if looks_kazakh(title) else Text(ru=title)
    fitting = [level for level in Level if not grammar(text, level)]
    return fitting[0] if len(fitting) == 1 else None
