"""What headings say, however they are worded: columns and groups of the form."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from jospar.rules.core.forms import FormHeadings
from jospar.rules.core.nouns import Language, Level
from jospar.rules.core.titles import looks_kazakh

from .doubts import COLUMNS, doubt
from .grids import GridCell, GridLine
from .values import FIELDS, Doubt, Place, squeezed

FEWEST = 3
"""So many columns of the form make a row one of headings."""

_LONGEST = 400
_FIELD_STEMS: Mapping[str, re.Pattern[str]] = {
    "note": re.compile(r"ескерт|примечан|комментар|қосымша мәлімет"),
    "procedure": re.compile(
        r"мемлекет ?ішілік|внутригосудар|ратифик|күшіне ену|вступлен"
    ),
    "body": re.compile(
        r"\bорган|ведомств|министрл|министерств|ответствен|исполнител|жауапты|орындауш"
        r"|әзірлеуш|разработчик|инициатор|бастамаш"
    ),
    "number": re.compile(
        r"^[\W_]*+(?:(?:р/?с|п/п|n|no|реттік|саны?|нөмірі?|номер)?[\W_]*+){1,3}$"
    ),
    "term": re.compile(r"мерзім|\bсрок|\bдат[аы]\b|период|кезең|\bуақыт"),
    "title": re.compile(
        r"атауы|наименован|назван|договор|соглашен|шарт\w*|келісім|\bатау"
    ),
}
"""Where several fit, the first is meant: a term may be one of domestic procedures."""
_KAZAKH_WORDS = re.compile(r"р\s*/\s*с|атауы|мерзім|ескерт|шарт")
_RUSSIAN_WORDS = re.compile(r"п\s*/\s*п|наименован|назван|срок|примечан|договор")
_LANGUAGE_NAMES: Mapping[Language, re.Pattern[str]] = {
    Language.RU: re.compile(r"\bорыс|\bрус|\bru\b"),
    Language.KK: re.compile(r"\bқазақ(?! ?стан)|\bказ(?:ах|\b)|мемлекеттік тіл|\bkk\b"),
}
_DIGIT = re.compile(r"\d")
_REPUBLIC = re.compile("қазақстан|казахстан", re.IGNORECASE)

_LEVEL_STEMS: Mapping[Level, re.Pattern[str]] = {
    Level.INTERSTATE: re.compile(r"мемлекет\s?аралы|межгосудар"),
    Level.INTERGOVERNMENTAL: re.compile(r"үк[іи]мет\s?аралы|меж\s?правит"),
    Level.INTERAGENCY: re.compile(r"ведомство?\s?аралы|меж\s?ведомст"),
}
_LEVEL_NAMES: Mapping[Level, tuple[str, str]] = {
    Level.INTERSTATE: ("мемлекетаралық", "межгосударственные"),
    Level.INTERGOVERNMENTAL: ("үкіметаралық", "межправительственные"),
    Level.INTERAGENCY: ("ведомствоаралық", "межведомственные"),
}
_NUMBERING = re.compile(r"^(?:[IVХX]{1,4}|\d{1,2}|[а-в])\s*[.)]\s*", re.IGNORECASE)
_PARTS = re.compile(r"(?<=\s)/(?=\s)|\n")
_ALIKE = 80


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its heading, what it covers of the grid, and its field."""

    text: str
    covers: range
    field: str


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a table from left to right; ``lines`` hold their headings."""

    columns: tuple[Column, ...]
    lines: int = 1

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields that the columns hold, from left to right."""
        return tuple(column.field for column in self.columns if column.field)

    @property
    def languages(self) -> frozenset[Language]:
        """The languages in which the headings stand."""
        texts = [column.text.lower() for column in self.columns]
        kazakh = sum(
            looks_kazakh(text) or bool(_KAZAKH_WORDS.search(text)) for text in texts
        )
        russian = sum(bool(_RUSSIAN_WORDS.search(text)) for text in texts)
        if min(kazakh, russian) > 1:
            return frozenset({Language.KK, Language.RU})
        if kazakh == russian:
            return frozenset()
        return frozenset({Language.KK if kazakh > russian else Language.RU})


def columns_of(lines: Sequence[GridLine]) -> Columns | None:
    """Return the columns if ``lines`` begin with headings, in one row or in two.

    Rows of a plan have digits in them, and name the Republic in body and title.
    """
    texts = lines[0].texts
    if _DIGIT.search("".join(texts)) or sum(map(_names_republic, texts)) > 1:
        return None
    alone = _columns([(cell.says, cell) for cell in lines[0].cells], 1)
    if len(lines) > 1 and _goes_on(lines[0], lines[1]):
        joined = _columns(_joined(lines[0], lines[1]), 2)
        if _is_enough(joined.fields) and len(joined.fields) > len(alone.fields):
            return joined
    return alone if _is_enough(alone.fields) else None


def _names_republic(text: str) -> bool:
    return bool(_REPUBLIC.search(text))


def level_of(text: str, headings: FormHeadings) -> tuple[Level, bool] | None:
    """Return the group that a heading names, and whether it is one of the form."""
    said = _NUMBERING.sub("", squeezed(text))
    parts = {squeezed(part).lower() for part in _PARTS.split(text)} | {said.lower()}
    for level, wording in headings.groups.items():
        if parts & {known.lower() for known in wording.values()}:
            return level, True
    small = said.lower()[:_LONGEST]
    named = [level for level, stem in _LEVEL_STEMS.items() if stem.search(small)]
    if len(named) == 1:
        return named[0], False
    misspelt = {
        level
        for level, names in _LEVEL_NAMES.items()
        if any(
            fuzz.ratio(word, name) >= _ALIKE for word in small.split() for name in names
        )
    }
    return (misspelt.pop(), False) if len(misspelt) == 1 else None


def _is_enough(fields: Iterable[str]) -> bool:
    found = set(fields)
    return (
        len(found) >= FEWEST and "title" in found and bool(found & {"number", "term"})
    )


def _goes_on(first: GridLine, second: GridLine) -> bool:
    """Tell whether headings that span columns are divided in the row below."""
    spanned = {
        column for cell in first.cells if cell.span > 1 for column in cell.columns
    }
    below = {cell.column for cell in second.cells if cell.says}
    divided = bool(spanned & below) and len(second.cells) > 1
    numbered = _DIGIT.search("".join(second.texts))
    return not numbered and (divided or 1 < len(second.texts) < len(second.cells))


def _joined(first: GridLine, second: GridLine) -> list[tuple[str, GridCell]]:
    """Return the cells below with the texts above them, and those that go down."""
    cells = []
    for cell in second.cells:
        above = [top.says for top in first.cells if cell.column in top.columns]
        cells.append((squeezed(" ".join([*above, cell.says])), cell))
    covered = {column for cell in second.cells for column in cell.columns}
    cells += [(top.says, top) for top in first.cells if covered.isdisjoint(top.columns)]
    return sorted(cells, key=lambda found: found[1].column)


def _language(text: str) -> Language | None:
    """Return the language of which a heading speaks, else the one it is in."""
    small = text.lower()
    for language, named in _LANGUAGE_NAMES.items():
        if named.search(small):
            return language
    if looks_kazakh(small) or _KAZAKH_WORDS.search(small):
        return Language.KK
    return Language.RU if _RUSSIAN_WORDS.search(small) else None


def _columns(cells: Iterable[tuple[str, GridCell]], lines: int) -> Columns:
    found: list[Column] = []
    for text, cell in cells:
        field = _field(text) if text or not found else ""
        spoken = {_language(one.text) for one in found if one.field == field}
        if spoken and (None in spoken or _language(text) in {None, *spoken}):
            field = ""
        found.append(Column(squeezed(text), cell.columns, field))
    return Columns(tuple(found), lines)


def _field(text: str) -> str:
    small = squeezed(text).lower()[:_LONGEST]
    return next((name for name, stem in _FIELD_STEMS.items() if stem.search(small)), "")


def _is_in_order(fields: Sequence[str]) -> bool:
    places = [FIELDS.index(field) for field in fields]
    return places == sorted(places)


def is_numbering(line: GridLine) -> bool:
    """Tell whether a row only numbers the columns, from 1 on."""
    texts = [text.strip(" .()") for text in line.texts]
    counted = [str(number) for number in range(1, len(texts) + 1)]
    return len(texts) > FEWEST and texts == counted


def column_doubts(columns: Columns, place: Place) -> Iterator[Doubt]:
    """Yield how the columns differ from those of the form."""
    if columns.lines > 1:
        yield doubt("heading_lines", place)
    if not _is_in_order(columns.fields):
        names = tuple(COLUMNS[name] for name in columns.fields)
        yield doubt("columns_order", place, columns=names)
    for name in FIELDS:
        if name not in columns.fields:
            yield doubt("column_missing", place, name)
    for column in columns.columns:
        if not column.field:
            yield doubt("column_further", place, text=column.text)
