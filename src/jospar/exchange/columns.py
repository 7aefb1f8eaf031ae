"""What a sheet of a workbook and its columns are, and the columns of several sheets."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from jospar.exchange.cells import (
    COUNTERPARTIES,
    DAY,
    MOMENT,
    TEXTS,
    Kind,
    choice,
    text_of,
)
from jospar.rules.core.nouns import Entry, Level, PlanKind, Procedure


@dataclass(frozen=True, slots=True)
class Column:
    """A column: ``required`` ones must be there, ``filled`` ones have no empty cell."""

    name: str
    kind: Kind
    required: bool
    filled: bool


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: the columns that a row is known by, and all that it may have.

    ``named`` gives the column of a field of the act where it has another name.
    """

    name: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    required: bool = False
    named: Mapping[str, str] = field(default_factory=dict)


def filled(*names: str, kind: Kind | None = None) -> tuple[Column, ...]:
    """Return columns that are there, with no empty cell."""
    return tuple(
        Column(name, kind or text_of(name), required=True, filled=True)
        for name in names
    )


def there(*names: str) -> tuple[Column, ...]:
    """Return columns of text that are there, with cells that may be empty."""
    return tuple(
        Column(name, text_of(name), required=True, filled=False) for name in names
    )


def free(*names: str, kind: Kind | None = None) -> tuple[Column, ...]:
    """Return columns that may be missing."""
    return tuple(
        Column(name, kind or text_of(name), required=False, filled=False)
        for name in names
    )


ID = filled("id")
NUMBER = filled("number")
PLAN = filled("plan", kind=choice(*PlanKind))
ON = filled("on", kind=DAY)
TITLES = ("title_kk", "title_ru")
PURPOSES = ("purpose_kk", "purpose_ru")
NOTES = ("note_kk", "note_ru")
REASONS = ("reason_kk", "reason_ru")
TERM = ("conclude_from", "conclude_to")
PROCEDURE_TERM = ("procedure_from", "procedure_to")

CONCEPT = (
    *ID,
    *filled("body"),
    *free("joint", kind=TEXTS),
    *there(*TITLES),
    *filled("level", kind=choice(*Level)),
    *filled("entry", kind=choice(*Entry)),
    *free("counterparties", kind=COUNTERPARTIES),
    *there(*PURPOSES),
    *filled(*TERM, kind=DAY),
    *filled("procedure", kind=choice(*Procedure)),
    *free(*PROCEDURE_TERM, kind=DAY),
    *free(*NOTES),
    *free("sent_on", kind=DAY),
    *filled("received_at", kind=MOMENT),
    *filled("document"),
)
"""What a concept says, whichever plan it is meant for."""
