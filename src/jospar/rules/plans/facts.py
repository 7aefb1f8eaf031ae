"""What bringing a past plan in looks at, and what it is told."""

from dataclasses import dataclass
from datetime import date

from jospar.rules.core.act import Case
from jospar.rules.core.nouns import Entry, Language, PlanKind, Text, Wording


@dataclass(frozen=True, slots=True)
class BroughtBody:
    """A body that proposed rows, by the name that it had in the plan's year."""

    code: str
    name: Text
    name_en: str = ""


@dataclass(frozen=True, slots=True)
class BroughtRow:
    """A row of the plan; rows stand in the order of the document."""

    key: str
    proposers: tuple[str, ...]
    wording: Wording
    entry: Entry = Entry.NEW
    counterparties: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BringIn:
    """A plan of a past cycle, with the day and number of the paper that agreed it.

    ``only`` is the language that the plan exists in, where it is but one.
    """

    plan: PlanKind
    on: date
    number: str
    bodies: tuple[BroughtBody, ...]
    rows: tuple[BroughtRow, ...]
    only: Language | None = None


@dataclass(frozen=True, slots=True)
class BroughtBefore:
    """The entry of the journal that brought the plan in: its number, who, and when."""

    entry: int
    person: str
    on: date


@dataclass(frozen=True, slots=True)
class BringInFacts:
    """What the record has of the cycle of the plan.

    ``is_open`` tells whether there is a cycle, ``worked_on`` whether it was planned in
    Jospar. ``years`` are those of the plan, ``listed`` the codes of the cycle's bodies
    and ``keys`` those of its concepts. ``fingerprint`` is that of the plan in its form;
    it is empty where the rows do not make one.
    """

    case: Case
    years: tuple[int, ...]
    is_open: bool = False
    worked_on: bool = False
    before: BroughtBefore | None = None
    listed: frozenset[str] = frozenset()
    keys: frozenset[str] = frozenset()
    fingerprint: str = ""
