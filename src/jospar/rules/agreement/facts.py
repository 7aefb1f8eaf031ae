"""What the acts before and after the President look at, and what they are told."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from jospar.rules.core.act import Case
from jospar.rules.core.nouns import Plan, PlanKind, Text


class ReplyOutcome(StrEnum):
    """What the President replied."""

    AGREED = "agreed"
    RETURNED = "returned"


@dataclass(frozen=True, slots=True)
class PlanFacts:
    """A plan on its way to the President, with the revision that would be sent."""

    case: Case
    plan: Plan
    revision: int
    fingerprint: str


@dataclass(frozen=True, slots=True)
class RecipientFacts:
    """A plan and what one recipient was sent of it.

    ``approved_on`` is the day on which the letter to the recipient was approved.
    """

    case: Case
    plan: Plan
    sent_on: date | None = None
    acknowledged_on: date | None = None
    approved_on: date | None = None


@dataclass(frozen=True, slots=True)
class SendToPresident:
    """An approved plan goes to the President."""

    plan: PlanKind
    on: date
    document: str


@dataclass(frozen=True, slots=True)
class RecordReply:
    """The President's reply on a plan."""

    plan: PlanKind
    on: date
    number: str
    outcome: ReplyOutcome
    remark: Text = field(default_factory=Text)


@dataclass(frozen=True, slots=True)
class Distribute:
    """An agreed plan is sent to a recipient; the receipt may be acknowledged too.

    ``document`` is the number of the letter that the plan is sent with.
    """

    plan: PlanKind
    recipient: str
    on: date
    means: str = ""
    acknowledged_on: date | None = None
    document: str = ""


@dataclass(frozen=True, slots=True)
class Acknowledge:
    """A recipient acknowledges that the plan has come."""

    plan: PlanKind
    recipient: str
    on: date
