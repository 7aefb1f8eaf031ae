"""The form of a concept as DOCX, which an officer fills in without Jospar.

Each cell to fill in is a content control with a tag, and has a bookmark of the same
name: what one office program drops the other leaves. ``templates/concept_form`` holds
the parts of the package.
"""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from markupsafe import Markup

from jospar.rules.core.forms import FORM_LANGUAGES
from jospar.rules.core.further import Field
from jospar.rules.core.nouns import Language, Term, Text
from jospar.rules.core.terms import ROMAN, term_phrase
from jospar.rules.core.written_terms import read_term

from . import words
from .concept_questions import Cell, Content, questions_of
from .docx_package import as_run, docx_package, docx_parts

_LINE_BREAK = Markup('</w:t><w:br/><w:t xml:space="preserve">')
_YEARS_OF_PROCEDURES = 1
"""Procedures may follow so many years after the last year of conclusion."""

_WRITE = {
    Language.KK: Text("қазақша жазыңыз", ""),
    Language.RU: Text("", "напишите на русском"),
    "": Text("жазыңыз", "напишите"),
}
_CHOOSE = Text("таңдаңыз", "выберите")
_CHOSEN = frozenset({Content.CHOICE, Content.FIRST_DAY, Content.LAST_DAY})


@dataclass(frozen=True, slots=True)
class _Control:
    """A cell as the template prints it: what stands in it, or else its prompt."""

    cell: Cell
    text: str
    prompt: str
    items: tuple[str, ...]


def concept_form(
    bodies: Sequence[Text],
    year: int,
    years: Sequence[int],
    fields: Iterable[Field] = (),
    values: Mapping[str, str] | None = None,
) -> bytes:
    """Return the form as DOCX: equal bytes for what is equal.

    Args:
        bodies: the names of the bodies that propose, the first proposer first; where
            there are none, the form leaves room.
        year: the year of the cycle.
        years: those in which a treaty may be concluded, in their order.
        fields: the further fields of the ruleset.
        values: what stands in the form already, by the names of cells; days as
            ``2025-01-31``, choices as codes, counterparties one on each line.
    """
    known = values or {}
    questions = [
        (question, [_control(cell, years, known) for cell in question.cells])
        for question in questions_of(fields)
    ]
    span = Term(date(years[0], 1, 1), date(years[-1], 12, 31))
    shown = {
        "questions": questions,
        "bodies": bodies,
        "year": year,
        "years": {code: term_phrase(span, code) for code in FORM_LANGUAGES},
        "locales": words.LOCALES,
    }
    return docx_package(_PARTS, shown)


def in_both(text: Text) -> str:
    """Return a short text in Kazakh and Russian, as one cell says it."""
    return " / ".join(filter(None, (text.kk, text.ru)))


def _control(cell: Cell, years: Sequence[int], values: Mapping[str, str]) -> _Control:
    prompt = _CHOOSE if cell.content in _CHOSEN else _WRITE[cell.language]
    return _Control(
        cell=cell,
        text=_shown(cell, values.get(cell.name, "")),
        prompt=f"‹{in_both(prompt)}›",
        items=_items(cell, years),
    )


def _items(cell: Cell, years: Sequence[int]) -> tuple[str, ...]:
    """Return what the list of a cell offers."""
    if cell.content is Content.CHOICE:
        return tuple(map(_option, cell.options.values()))
    if cell.content not in _CHOSEN:
        return ()
    more = _YEARS_OF_PROCEDURES if cell.name.startswith("procedure") else 0
    return tuple(
        _quarter(year, quarter)
        for year in range(years[0], years[-1] + more + 1)
        for quarter in range(1, 5)
    )


def _option(named: Sequence[str]) -> str:
    return in_both(Text(*named[:2]))


def _quarter(year: int, quarter: int) -> str:
    name = ROMAN[quarter - 1]
    return f"{year}, {in_both(Text(f'{name} тоқсан', f'{name} квартал'))}"


def _shown(cell: Cell, value: str) -> str:
    """Return ``value`` as a person reads it; one that is none stays as it is."""
    if cell.content is Content.CHOICE and value in cell.options:
        return _option(cell.options[value])
    if cell.content in {Content.FIRST_DAY, Content.LAST_DAY, Content.DAY}:
        with suppress(ValueError):
            return _day(cell, date.fromisoformat(value))
    return value


def _day(cell: Cell, day: date) -> str:
    """Return the quarter that begins or ends on ``day``, or the day itself."""
    for quarter in range(1, 5):
        phrase = _quarter(day.year, quarter)
        term = read_term(f"{day.year}-Q{quarter}")
        if term and cell.content is Content.FIRST_DAY and term.first_day == day:
            return phrase
        if term and cell.content is Content.LAST_DAY and term.last_day == day:
            return phrase
    return f"{day:%d.%m.%Y}"


def _print(value: object) -> Markup:
    """Return a value as text of a run, whose lines stay apart."""
    if isinstance(value, Markup):
        return value
    return as_run(value).replace("\n", _LINE_BREAK)


_PARTS = docx_parts(Path(__file__).parent / "templates" / "concept_form", _print)
