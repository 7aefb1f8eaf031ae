"""What legally happens before the President and after."""

from dataclasses import dataclass
from datetime import date

from jospar.rules.core.nouns import PlanKind, Text

from .facts import ReplyOutcome


@dataclass(frozen=True, slots=True)
class PlanSentToPresident:
    """An approved plan is fixed as a revision and lies before the President."""

    plan: PlanKind
    on: date
    document: str
    revision: int
    fingerprint: str


@dataclass(frozen=True, slots=True)
class PlanReplied:
    """The President agreed a plan or returned it; a returned plan is a draft."""

    plan: PlanKind
    on: date
    number: str
    outcome: ReplyOutcome
    remark: Text


@dataclass(frozen=True, slots=True)
class PlanDistributed:
    """An agreed plan was sent to a recipient."""

    plan: PlanKind
    recipient: str
    on: date
    means: str
    document: str = ""


@dataclass(frozen=True, slots=True)
class ReceiptAcknowledged:
    """A recipient has the plan."""

    plan: PlanKind
    recipient: str
    on: date
