"""Further fields of a concept: what a ruleset asks for beside our minimum.

The official form of a concept is the Ministry's; an administrator states its fields as
``[[field]]`` tables of the ruleset. What is filled in is kept by cell: a field that
stands in both languages has two cells, ``budget_kk`` and ``budget_ru``.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from .nouns import Language
from .tables import frozen, in_three_languages

FURTHER = "further."
"""What the names of its cells begin with wherever other cells stand beside them."""

_CODE = re.compile(r"[a-z][a-z0-9_]*")
_NUMBER = re.compile(r"-?\d+(?:[.,]\d+)?")
_TEXTS = "text", "long_text"


class FieldKind(StrEnum):
    """What is filled into a further field."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    NUMBER = "number"
    DAY = "day"
    CHOICE = "choice"


@dataclass(frozen=True, slots=True)
class Field:
    """A further field: its kind, and what it is called and explained by language.

    ``options`` are those of a choice: what each is called by language, by its code.
    """

    code: str
    kind: FieldKind
    label: Mapping[str, str]
    help: Mapping[str, str]
    required: bool
    both_languages: bool
    options: Mapping[str, Mapping[str, str]]

    @property
    def cells(self) -> tuple[str, ...]:
        """The names under which its values are kept."""
        if not self.both_languages:
            return (self.code,)
        return f"{self.code}_{Language.KK}", f"{self.code}_{Language.RU}"

    def takes(self, value: str) -> bool:
        """Tell whether ``value`` is of the field's kind."""
        match self.kind:
            case FieldKind.NUMBER:
                return _NUMBER.fullmatch(value) is not None
            case FieldKind.DAY:
                return _is_day(value)
            case FieldKind.CHOICE:
                return value in self.options
            case _:
                return True


def fields_from(tables: Iterable[Mapping[str, Any]]) -> Mapping[str, Field]:
    """Return the fields that a ruleset's tables state, by code, in their order.

    Raises:
        ValueError: when a field is not in order, or two have cells of one name.
    """
    fields = {field.code: field for field in map(_field, tables)}
    cells = [cell for field in fields.values() for cell in field.cells]
    if len(set(cells)) < len(cells) or len(fields) < len(list(tables)):
        raise ValueError(f"two fields have one name: {', '.join(sorted(cells))}")
    return frozen(fields)


def cells_of(fields: Iterable[Field]) -> dict[str, Field]:
    """Return the field that each cell belongs to, by the cell's name."""
    return {cell: field for field in fields for cell in field.cells}


def missing_cells(
    fields: Iterable[Field], further: Mapping[str, str]
) -> Iterator[tuple[str, Field]]:
    """Yield each empty cell that must be filled, with its field.

    A required field is filled in; one of both languages in both or in none.
    """
    for field in fields:
        begun = any(further.get(cell) for cell in field.cells)
        for cell in field.cells:
            if (field.required or begun) and not further.get(cell):
                yield cell, field


def with_changes(
    further: Mapping[str, str], changes: Mapping[str, str]
) -> dict[str, str]:
    """Return ``further`` with the filled cells of ``changes`` put in."""
    return {**further, **{cell: value for cell, value in changes.items() if value}}


def _field(table: Mapping[str, Any]) -> Field:
    code, kind = table["code"], FieldKind(table["kind"])
    both = table.get("both_languages", False)
    if not _CODE.fullmatch(code):
        raise ValueError(f"“{code}” is not a name of a field such as budget_line")
    if both and kind not in _TEXTS:
        raise ValueError(f"{code}: only a text stands in both languages")
    options = {
        option["code"]: in_three_languages({**option["label"]})
        for option in table.get("option", ())
    }
    if bool(options) is not (kind is FieldKind.CHOICE):
        raise ValueError(f"{code}: a choice has options, and nothing else has")
    return Field(
        code=code,
        kind=kind,
        label=in_three_languages(table["label"]),
        help=in_three_languages(table["help"]),
        required=table.get("required", False),
        both_languages=both,
        options=frozen(options),
    )


def _is_day(value: str) -> bool:
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False
