"""What legally happens when an agreed plan is amended."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from jospar.rules.core.nouns import (
    Changes,
    Entry,
    PlanKind,
    Procedure,
    Text,
    Wording,
)

from .nouns import ChangeOutcome, GroundOutcome, InstructedBy, Route, RowMade


@dataclass(frozen=True, slots=True)
class GroundsBrought:
    """A dossier has these grounds of urgency, in place of any before.

    ``by`` is the person at the body's desk, empty for a paper that the Ministry
    recorded.
    """

    plan: PlanKind
    key: str
    body: str
    received_on: date
    document: str
    grounds: Text
    by: str


@dataclass(frozen=True, slots=True)
class DossierConceptBrought:
    """A dossier has this concept, in place of any before; ``by`` as with grounds."""

    plan: PlanKind
    key: str
    proposers: tuple[str, ...]
    wording: Wording
    entry: Entry
    counterparties: tuple[str, ...]
    sent_on: date | None
    received_at: datetime
    received_on: date
    document: str
    complete: bool
    by: str
    further: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class DossierConcluded:
    """The Ministry has judged whether the plan should change for the treaty."""

    plan: PlanKind
    key: str
    expedient: bool
    on: date
    number: str
    reasons: Text
    signed_by: str


@dataclass(frozen=True, slots=True)
class InstructionRequested:
    """The body has asked for an instruction."""

    plan: PlanKind
    key: str
    on: date
    document: str


@dataclass(frozen=True, slots=True)
class InstructionRecorded:
    """An instruction is in the record, given or declined."""

    number: str
    on: date
    instructed_by: InstructedBy
    outcome: GroundOutcome
    dossiers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AmendmentDecided:
    """A decision of the Commission is in the record; it waits for the consent."""

    number: str
    on: date
    present: str


@dataclass(frozen=True, slots=True)
class ConsentRecorded:
    """The Administration's reply to a decision is in the record."""

    decision: str
    number: str
    on: date
    outcome: GroundOutcome


@dataclass(frozen=True, slots=True)
class RowStaged:
    """A row waits to be added, changed or removed under its ground.

    ``wording`` is that of a row that is added, from the dossier of its key where
    ``from_dossier``, else proposed as the rest says; ``complete`` when no text is
    missing. ``changes`` and ``procedure`` are for a row that is changed.
    """

    plan: PlanKind
    route: Route
    ground: str
    key: str
    outcome: ChangeOutcome
    on: date
    reason: Text
    changes: Changes
    procedure: Procedure | None
    wording: Wording | None
    from_dossier: bool
    proposers: tuple[str, ...]
    entry: Entry
    counterparties: tuple[str, ...]
    complete: bool


@dataclass(frozen=True, slots=True)
class ChangeDropped:
    """A change does not wait any more."""

    plan: PlanKind
    route: Route
    ground: str
    key: str


@dataclass(frozen=True, slots=True)
class PlanAmended:
    """The agreed plan reads otherwise, in force since ``effective_on``."""

    plan: PlanKind
    route: Route
    ground: str
    on: date
    ground_on: date
    effective_on: date
    revision: int
    fingerprint: str
    rows: tuple[RowMade, ...]


@dataclass(frozen=True, slots=True)
class RevisionSent:
    """A recipient was sent the revision."""

    plan: PlanKind
    revision: int
    recipient: str
    on: date
    document: str
    means: str


@dataclass(frozen=True, slots=True)
class RevisionAcknowledged:
    """A recipient has the revision."""

    plan: PlanKind
    revision: int
    recipient: str
    on: date
