"""What the acts of and before the Commission look at, and what they are told."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from jospar.rules.core.act import Case
from jospar.rules.core.nouns import Changes, Concept, ConceptKey, Plan, PlanKind, Text


class Outcome(StrEnum):
    """What the Commission decided on a plan."""

    APPROVED = "approved"
    RETURNED = "returned"


class Settled(StrEnum):
    """How a member's remark was settled."""

    ACCEPTED = "accepted"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


class RowOutcome(StrEnum):
    """What the Commission decided on a row."""

    KEEP = "keep"
    CHANGE = "change"
    MOVE = "move"
    EXCLUDE = "exclude"


@dataclass(frozen=True, slots=True)
class SendingFacts:
    """A plan about to be sent, and what is not ready.

    ``changed_on`` is the last day on which a row of it changed; ``unconsidered`` are
    keys of agreements and events, ``held_up`` keys of concepts.
    """

    case: Case
    plan: Plan
    revision: int
    fingerprint: str
    changed_on: date | None = None
    unconsidered: tuple[str, ...] = ()
    held_up: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DecisionFacts:
    """The plan that the Commission decided on, and whether the number is known."""

    case: Case
    plan: Plan
    is_known: bool = False


@dataclass(frozen=True, slots=True)
class RowFacts:
    """A row that the Commission decided on, as a part of a decision.

    ``concept`` is worded as the row was before the Commission; ``in_plan`` tells
    whether it was a row of that plan; ``plan_moved_on`` and ``other_moved_on``
    whether that plan and the other one went on after the decision; ``is_decided``
    whether the decision has the concept already.
    """

    case: Case
    concept: Concept
    plan: Plan
    other: Plan
    outcome: Outcome
    in_plan: bool = True
    plan_moved_on: bool = False
    other_moved_on: bool = False
    is_decided: bool = False


@dataclass(frozen=True, slots=True)
class RemarkFacts:
    """A plan that a member remarks on, and what of it lay before the Commission.

    ``revision`` is the last one sent by the day of the remark, 0 if none was;
    ``is_row`` tells whether it has the row that the remark is on.
    """

    case: Case
    plan: Plan
    revision: int = 0
    is_row: bool = True


@dataclass(frozen=True, slots=True)
class AnswerFacts:
    """A member's remark as it stands since a day: that of the remark or answer."""

    case: Case
    stands_since: date


@dataclass(frozen=True, slots=True)
class SendToCommission:
    """A draft plan goes to the Commission."""

    plan: PlanKind
    on: date
    document: str


@dataclass(frozen=True, slots=True)
class Decide:
    """The Commission's decision on a plan."""

    plan: PlanKind
    on: date
    number: str
    outcome: Outcome
    present: str = ""


@dataclass(frozen=True, slots=True)
class DecideRow:
    """The Commission's decision on a row, a part of the decision ``decision``."""

    plan: PlanKind
    decision: str
    on: date
    key: ConceptKey
    outcome: RowOutcome
    changes: Changes = field(default_factory=Changes)
    remark: Text = field(default_factory=Text)


@dataclass(frozen=True, slots=True)
class Remark:
    """A remark of a member of the Commission on a plan, or on a row of it.

    ``point`` is the key of the row's concept; it is empty for the whole plan.
    """

    plan: PlanKind
    on: date
    member: str
    point: str
    remark: Text
    document: str = ""


@dataclass(frozen=True, slots=True)
class AnswerRemark:
    """The Ministry's answer to the remark that is entry ``remark`` of the journal."""

    plan: PlanKind
    remark: int
    on: date
    answer: Text
    settled: Settled
