"""What the acts of intake look at, and what they are told."""

from dataclasses import dataclass, field
from datetime import date, datetime

from jospar.rules.core.act import Case
from jospar.rules.core.nouns import Changes, Concept, Entry, Plan, Wording


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
    """A concept of the record and the plan that its row stands in, if it has one."""

    case: Case
    concept: Concept
    plan: Plan | None = None


@dataclass(frozen=True, slots=True)
class SubmitConcept:
    """A concept as it came: тұжырымдама.

    ``proposers`` are codes of bodies, the first proposer first; ``counterparties``
    ISO 3166 alpha-2 codes or names; ``received_at`` an aware moment.
    """

    key: str
    proposers: tuple[str, ...]
    wording: Wording
    entry: Entry
    received_at: datetime
    document: str
    counterparties: tuple[str, ...] = ()
    sent_on: date | None = None


@dataclass(frozen=True, slots=True)
class ReportNone:
    """A letter that the body has no proposals."""

    body: str
    received_at: datetime
    document: str


@dataclass(frozen=True, slots=True)
class SupplementConcept:
    """What the body completed or corrected; an empty cell changes nothing."""

    key: str
    on: date
    document: str
    changes: Changes = field(default_factory=Changes)


@dataclass(frozen=True, slots=True)
class WithdrawConcept:
    """A letter by which the body withdraws its concept."""

    key: str
    on: date
    document: str


@dataclass(frozen=True, slots=True)
class ReturnLate:
    """The Ministry's letter with which a late concept goes back."""

    key: str
    on: date
    document: str
