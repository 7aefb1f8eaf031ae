"""What legally happens before the Commission."""

from dataclasses import dataclass
from datetime import date

from jospar.rules.core.nouns import PlanKind, Text, Wording

from .facts import Outcome, RowOutcome, Settled


@dataclass(frozen=True, slots=True)
class DraftSent:
    """A draft is fixed as a revision and lies before the Commission."""

    plan: PlanKind
    on: date
    document: str
    revision: int
    fingerprint: str


@dataclass(frozen=True, slots=True)
class PlanDecided:
    """The Commission approved a plan or returned it; a returned plan is a draft."""

    plan: PlanKind
    on: date
    number: str
    outcome: Outcome
    present: str


@dataclass(frozen=True, slots=True)
class RowDecided:
    """A row is decided; in a returned plan it is a remark and ``wording`` is empty.

    ``wording`` is how the row reads from now on.
    """

    plan: PlanKind
    decision: str
    on: date
    key: str
    outcome: RowOutcome
    remark: Text
    wording: Wording | None
    term_changed: bool


@dataclass(frozen=True, slots=True)
class RemarkMade:
    """A member remarked on the plan as its ``revision`` lay before the Commission."""

    plan: PlanKind
    revision: int
    on: date
    member: str
    point: str
    remark: Text
    document: str


@dataclass(frozen=True, slots=True)
class RemarkAnswered:
    """The Ministry answered the remark of that number, and how it was settled."""

    plan: PlanKind
    remark: int
    on: date
    answer: Text
    settled: Settled
