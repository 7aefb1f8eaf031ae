"""What an officer wrote into the form of a concept, read back cell by cell.

A cell is found by its tag; where an office program dropped that, by its bookmark;
where both are gone, by its place under the number of its row.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from jospar.rules.core.further import FURTHER, Field
from jospar.rules.core.nouns import Language
from jospar.rules.core.parties import states
from jospar.rules.core.sentences import _
from jospar.rules.core.written_terms import read_term

from .concept_form import in_both
from .concept_questions import Cell, Content, Question, questions_of
from .docx_cells import DocumentError, Row, rows_of

_PROMPT = re.compile("‹[^‹›]*›")
_NUMBER = re.compile(r"(\d{1,3})\.?", re.ASCII)
_CODE = re.compile("[A-Z]{2}")
_DIGITS = re.compile(r"-?\d+(?:[.,]\d+)?", re.ASCII)
_ENOUGH = 8
"""So many first letters tell one option from another."""
_SHOWN = 60
"""So many letters of a cell are shown in the sentence about it."""

_NO_FORM = _(
    "This is not the form of a concept; download the form from the page of the concept "
    "and fill it in."
)
_LOST = _(
    "Row {row} of the form, “{label}”, is not there any more; fill it in on the page, "
    "or download the form again."
)
_TWICE = _(
    "Row {row} of the form, “{label}”, stands there twice with different content; "
    "leave one."
)
_UNKNOWN = _(
    "“{value}” stands in a row that is not asked for any more; write it into another "
    "row or leave it out."
)
_NO_OPTION = _(
    "Row {row} of the form, “{label}”: “{value}” is not in the list; choose one of: "
    "{options}."
)
_NO_TERM = _(
    "Row {row} of the form, “{label}”: “{value}” is not a quarter or a day; write it "
    "as 2025-Q1 or 31.03.2025."
)
_NO_DAY = _(
    "Row {row} of the form, “{label}”: “{value}” is not a day; write it as 31.03.2025."
)
_NO_NUMBER = _(
    "Row {row} of the form, “{label}”: “{value}” is not a number; write it in digits."
)


@dataclass(frozen=True, slots=True)
class FormFault:
    """Why a cell could not be read: its name, and a sentence with its values.

    The name is empty where the whole file could not be read.
    """

    cell: str
    message: str
    values: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class FormReading:
    """What the filled cells say, by their names, and what could not be read.

    Days are ``2025-01-31``, choices codes, counterparties one on each line.
    """

    values: dict[str, str]
    faults: tuple[FormFault, ...]


class _UnreadableError(ValueError):
    """A cell holds nothing of its kind; the arguments are the sentence and values."""

    def __init__(self, message: str, **values: object) -> None:
        super().__init__(message)
        self.message = message
        self.values = values


def read_concept_form(data: bytes, fields: Iterable[Field] = ()) -> FormReading:
    """Read a form that was filled in, whatever happened to it on the way.

    Args:
        data: the DOCX file, which nobody has looked at yet.
        fields: the further fields of the ruleset.
    """
    questions = questions_of(fields)
    try:
        found = _found(rows_of(data), questions)
    except DocumentError as error:
        return FormReading({}, (FormFault("", error.message, error.values),))
    if not found:
        return FormReading({}, (FormFault("", _NO_FORM, {}),))
    values: dict[str, str] = {}
    faults: list[FormFault] = []
    for row, question in enumerate(questions, start=1):
        place = {"row": row, "label": in_both(question.heading)}
        for cell in question.cells:
            try:
                if value := _value(cell, _one(found.pop(cell.name, []))):
                    values[cell.name] = value
            except _UnreadableError as error:
                said = place | error.values
                faults.append(FormFault(cell.name, error.message, said))
    faults += [
        FormFault(name, _UNKNOWN, {"value": _short(text)})
        for name, texts in found.items()
        for text in filter(None, texts)
    ]
    return FormReading(values, tuple(faults))


def _found(
    rows: Iterable[Row], questions: tuple[Question, ...]
) -> dict[str, list[str]]:
    """Return the texts of each cell that there is a place for, by its name."""
    names = {
        known: cell.name
        for question in questions
        for cell in question.cells
        for known in (cell.name, cell.bookmark)
    }
    found: dict[str, list[str]] = {}
    by_place: dict[str, list[str]] = {}
    expected: list[str] = []
    for row in rows:
        for (name, text), placed in zip(
            _named(row, names), _padded(expected, len(row)), strict=True
        ):
            if name:
                found.setdefault(name, []).append(text)
            elif placed:
                by_place.setdefault(placed, []).append(text)
        expected = _expected(row, questions)
    return by_place | found


def _named(row: Row, names: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the name of each cell of a row, or "", and its text."""
    for cell in row:
        known = [names[name] for name in cell.names if name in names]
        strange = [name for name in cell.names if name.startswith(FURTHER)]
        yield next(iter(known or strange), ""), _clean(cell.text)


def _padded(expected: list[str], count: int) -> list[str]:
    """Return the names that stand in a row of ``count`` cells, if it can be theirs."""
    return expected if len(expected) == count else [""] * count


def _expected(row: Row, questions: tuple[Question, ...]) -> list[str]:
    """Return the names of the cells under a row that begins with a number."""
    number = _NUMBER.fullmatch(row[0].text.strip()) if row else None
    if not number or not 1 <= int(number[1]) <= len(questions):
        return []
    expected = [""]
    for cell in questions[int(number[1]) - 1].cells:
        expected += [""] * bool(cell.label.kk) + [cell.name]
    return expected


def _one(texts: list[str]) -> str:
    """Return what stands in a cell, wherever it stands."""
    if not texts:
        raise _UnreadableError(_LOST)
    if len(different := set(filter(None, texts))) > 1:
        raise _UnreadableError(_TWICE)
    return next(iter(different), "")


def _value(cell: Cell, text: str) -> str:
    """Return what ``text`` is worth as what the cell holds; "" when it is empty."""
    match cell.content:
        case _ if not text:
            pass
        case Content.LINE:
            text = " ".join(text.split())
        case Content.LIST:
            text = "\n".join(_items(text))
        case Content.CHOICE:
            text = _option(cell, text)
        case Content.NUMBER:
            text = _number(text)
        case Content.FIRST_DAY | Content.LAST_DAY | Content.DAY:
            text = _day(cell, text)
    return text


def _clean(text: str) -> str:
    """Return ``text`` without prompts, and lines without blanks around them."""
    text = unicodedata.normalize("NFC", _PROMPT.sub("", text))
    return "\n".join(" ".join(line.split()) for line in text.splitlines()).strip()


def _items(text: str) -> list[str]:
    """Return what stands on the lines; a comma parts what are states, each of them."""
    items: list[str] = []
    for line in re.split(r"[;\n]", text):
        pieces = [piece.strip() for piece in line.split(",")]
        items += pieces if all(map(_is_state, pieces)) else [line.strip()]
    return list(dict.fromkeys(filter(None, items)))


def _is_state(text: str) -> bool:
    return bool(
        _CODE.fullmatch(text) or states(text, Language.KK) or states(text, Language.RU)
    )


def _option(cell: Cell, text: str) -> str:
    """Return the code of the option that ``text`` names, in any of its languages."""
    said = _folded(text)
    exact, near = set[str](), set[str]()
    for code, named in cell.options.items():
        known = [_folded(word) for word in (code, *named)]
        both = " / ".join(known[1:3])
        if said in {*known, both}:
            exact.add(code)
        if any(said.startswith(word[:_ENOUGH]) for word in known[1:]):
            near.add(code)
    fitting = exact or near
    if len(fitting) == 1:
        return fitting.pop()
    options = "; ".join(" / ".join(named[:2]) for named in cell.options.values())
    raise _UnreadableError(_NO_OPTION, value=_short(text), options=options)


def _number(text: str) -> str:
    if _DIGITS.fullmatch(number := "".join(text.split())):
        return number
    raise _UnreadableError(_NO_NUMBER, value=_short(text))


def _day(cell: Cell, text: str) -> str:
    term = read_term(text.partition(" / ")[0])
    if cell.content is Content.DAY and term and term.first_day != term.last_day:
        term = None
    if term is None:
        message = _NO_DAY if cell.content is Content.DAY else _NO_TERM
        raise _UnreadableError(message, value=_short(text))
    day = term.last_day if cell.content is Content.LAST_DAY else term.first_day
    return day.isoformat()


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"
