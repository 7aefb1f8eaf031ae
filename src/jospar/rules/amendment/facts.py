"""What the acts of amendment look at, and what they are told."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from jospar.rules.core.act import Case
from jospar.rules.core.nouns import (
    AgreedRow,
    Changes,
    DossierKey,
    Entry,
    Plan,
    PlanKind,
    Procedure,
    RowKey,
    Text,
    Wording,
)

from .nouns import (
    ChangeOutcome,
    Dossier,
    Ground,
    GroundOutcome,
    InstructedBy,
    Route,
    StagedChange,
)


@dataclass(frozen=True, slots=True)
class DossierFacts:
    """A dossier on the current plan, blank before its first paper came.

    ``key_taken`` tells whether its key stands for something else in the cycle.
    """

    case: Case
    plan: Plan
    dossier: Dossier
    key_taken: bool = False


@dataclass(frozen=True, slots=True)
class GroundFacts:
    """The plans of the cycle, and what a new ground meets in the record.

    ``is_known`` tells whether a ground of this route has its number; ``unrequested``
    are the keys of dossiers that it names and that were not asked for by its day.
    """

    case: Case
    plans: tuple[Plan, ...]
    is_known: bool = False
    unrequested: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ConsentFacts:
    """The Commission's decision that the Administration replied to."""

    case: Case
    ground: Ground


@dataclass(frozen=True, slots=True)
class RowChangeFacts:
    """A row of an agreed plan, or what would become one, and its ground.

    ``row`` is None where the plan has none of this key, ``dossier`` where none has
    it; ``offered`` is what the dossier's concept says. ``removed_by`` names the
    ground that removed the row. ``staged`` tells whether this ground changes the row
    already, ``others`` are the grounds that are about to. ``key_taken`` tells whether
    the key stands for something else in the cycle.
    """

    case: Case
    plan: Plan
    ground: Ground
    row: AgreedRow | None = None
    removed_by: str = ""
    dossier: Dossier | None = None
    offered: Wording | None = None
    staged: bool = False
    others: tuple[str, ...] = ()
    key_taken: bool = False


@dataclass(frozen=True, slots=True)
class StagedFacts:
    """A change that waits under its ground since ``staged_on``."""

    case: Case
    staged_on: date


@dataclass(frozen=True, slots=True)
class RevisionFacts:
    """A plan, a ground, and the revision that its staged changes make.

    ``made_on`` is the day of the last revision, ``in_force_on`` the day since which
    that one is in force. ``prints_anew`` tells whether the plan would read otherwise.
    """

    case: Case
    plan: Plan
    ground: Ground
    changes: tuple[StagedChange, ...]
    made_on: date
    in_force_on: date
    revision: int
    fingerprint: str
    prints_anew: bool = True


@dataclass(frozen=True, slots=True)
class SendOutFacts:
    """A revision made on ``made_on``, and when this recipient was sent it.

    ``approved_on`` is the day on which the letter to the recipient was approved.
    """

    case: Case
    made_on: date
    sent_on: date | None = None
    acknowledged_on: date | None = None
    approved_on: date | None = None


@dataclass(frozen=True, slots=True)
class BringGrounds:
    """The paper with the grounds of urgency for changing the current plan."""

    key: DossierKey
    body: str
    received_at: datetime
    document: str
    grounds: Text


@dataclass(frozen=True, slots=True)
class BringConcept:
    """The concept of a treaty that the agreed plans do not have."""

    key: DossierKey
    proposers: tuple[str, ...]
    wording: Wording
    entry: Entry
    received_at: datetime
    document: str
    counterparties: tuple[str, ...] = ()
    sent_on: date | None = None
    further: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ConcludeDossier:
    """The Ministry's conclusion on grounds and concept, signed on ``on``."""

    key: DossierKey
    expedient: bool
    on: date
    number: str
    reasons: Text
    signed_by: str


@dataclass(frozen=True, slots=True)
class RequestInstruction:
    """The paper with which a body asks for an instruction."""

    key: DossierKey
    on: date
    document: str


@dataclass(frozen=True, slots=True)
class RecordInstruction:
    """An instruction, or the refusal of one; ``dossiers`` are keys that it answers."""

    number: str
    on: date
    instructed_by: InstructedBy
    outcome: GroundOutcome
    dossiers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DecideAmendment:
    """The Commission's decision that agreed plans change."""

    number: str
    on: date
    present: str = ""


@dataclass(frozen=True, slots=True)
class RecordConsent:
    """The Administration's reply to such a decision."""

    decision: str
    number: str
    on: date
    outcome: GroundOutcome


@dataclass(frozen=True, slots=True)
class AmendRow:
    """A row is added, changed or removed under a ground.

    A row is added from the dossier of its key, or else as ``changes`` and
    ``procedure`` word it, for ``proposers``. An empty cell changes nothing.
    """

    plan: PlanKind
    route: Route
    ground: str
    key: RowKey
    outcome: ChangeOutcome
    on: date
    reason: Text
    changes: Changes = field(default_factory=Changes)
    procedure: Procedure | None = None
    proposers: tuple[str, ...] = ()
    entry: Entry | None = None
    counterparties: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DropChange:
    """A change that was staged is taken back."""

    plan: PlanKind
    route: Route
    ground: str
    key: RowKey
    on: date


@dataclass(frozen=True, slots=True)
class MakeRevision:
    """All staged changes of a ground go into the plan's next revision."""

    plan: PlanKind
    route: Route
    ground: str
    on: date


@dataclass(frozen=True, slots=True)
class SendOut:
    """A revision that amended a plan is sent to a recipient."""

    plan: PlanKind
    revision: int
    recipient: str
    on: date
    document: str
    means: str = ""


@dataclass(frozen=True, slots=True)
class AcknowledgeRevision:
    """A recipient acknowledges that the amended plan has come."""

    plan: PlanKind
    revision: int
    recipient: str
    on: date
