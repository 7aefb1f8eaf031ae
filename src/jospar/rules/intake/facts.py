"""What the acts of intake look at, and what they are told."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from jospar.rules.core.act import Case
from jospar.rules.core.nouns import (
    Changes,
    Concept,
    ConceptKey,
    Entry,
    Plan,
    Text,
    Wording,
)


@dataclass(frozen=True, slots=True)
class FilingFacts:
    """What a new paper of a body meets in the record.

    ``letters_of`` are those of the paper's bodies that reported none; ``standing``
    the keys of their concepts that were neither withdrawn nor returned; ``is_known``
    tells whether a concept has the paper's key.
    """

    case: Case
    letters_of: tuple[str, ...] = ()
    standing: tuple[str, ...] = ()
    is_known: bool = False


@dataclass(frozen=True, slots=True)
class ConceptFacts:
    """A concept of the record and the plan that its row stands in, if it has one.

    ``approved_on`` is the day on which the letter of its return was approved.
    """

    case: Case
    concept: Concept
    plan: Plan | None = None
    approved_on: date | None = None


@dataclass(frozen=True, slots=True)
class HandlingFacts:
    """A concept, whether it bears a mark, and the day since which that is so.

    ``since`` is empty for a concept that never bore one.
    """

    case: Case
    concept: Concept
    official_use: bool = False
    since: date | None = None


@dataclass(frozen=True, slots=True)
class RemindFacts:
    """A body of the cycle: its first answer, and a reminder that was not sent yet."""

    case: Case
    answered_on: date | None = None
    waiting_since: date | None = None


@dataclass(frozen=True, slots=True)
class PaperFacts:
    """An entry of the journal: its act, its day, and how it was registered before."""

    case: Case
    act: str
    came_on: date
    number: str = ""
    registered_on: date | None = None


@dataclass(frozen=True, slots=True)
class SubmitConcept:
    """A concept as it came: тұжырымдама.

    ``proposers`` are codes of bodies, the first proposer first; ``counterparties``
    ISO 3166 alpha-2 codes or names; ``received_at`` an aware moment. ``further`` holds
    what was filled into the further fields of the ruleset, by the name of the cell.
    """

    key: str
    proposers: tuple[str, ...]
    wording: Wording
    entry: Entry
    received_at: datetime
    document: str
    counterparties: tuple[str, ...] = ()
    sent_on: date | None = None
    further: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ReportNone:
    """A letter that the body has no proposals."""

    body: str
    received_at: datetime
    document: str


@dataclass(frozen=True, slots=True)
class SupplementConcept:
    """What the body completed or corrected; an empty cell changes nothing."""

    key: ConceptKey
    on: date
    document: str
    changes: Changes = field(default_factory=Changes)
    further: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class WithdrawConcept:
    """A letter by which the body withdraws its concept."""

    key: ConceptKey
    on: date
    document: str


@dataclass(frozen=True, slots=True)
class ReturnLate:
    """The Ministry's letter with which a late concept goes back."""

    key: ConceptKey
    on: date
    document: str


@dataclass(frozen=True, slots=True)
class MarkHandling:
    """The mark “for official use” is set on a concept, or lifted, and why."""

    key: ConceptKey
    on: date
    official_use: bool
    reason: str


@dataclass(frozen=True, slots=True)
class Remind:
    """The Ministry's reminder to a body; ``text`` is empty for the usual words."""

    body: str
    on: date
    text: Text = field(default_factory=Text)


@dataclass(frozen=True, slots=True)
class RegisterPaper:
    """The Ministry's own number and day on a paper that came.

    ``paper`` is the number of the journal's entry by which the paper was recorded.
    """

    paper: int
    number: str
    on: date
