"""What legally happens to agreed rows while they are carried out."""

from dataclasses import dataclass
from datetime import date

from jospar.rules.core.nouns import PlanKind, ProgressStage, Text

from .facts import CorrectionGround


@dataclass(frozen=True, slots=True)
class RowReported:
    """A body reported of a row; an empty stage says that nothing changed."""

    plan: PlanKind
    key: str
    on: date
    document: str
    stage: ProgressStage | None
    reached_on: date | None
    note: Text


@dataclass(frozen=True, slots=True)
class StagePlanned:
    """A stage of a row is planned for a day, and for no other day any more."""

    plan: PlanKind
    key: str
    on: date
    stage: ProgressStage
    planned_on: date


@dataclass(frozen=True, slots=True)
class ReportRequested:
    """A body has to report on a quarter by a day."""

    body: str
    on: date
    year: int
    quarter: int
    answer_by: date


@dataclass(frozen=True, slots=True)
class RowPutForward:
    """A row is open for signing in the year of the day ``on``, where it stands."""

    plan: PlanKind
    key: str
    on: date
    document: str
    reason: Text


@dataclass(frozen=True, slots=True)
class TreatySigned:
    """The treaty of a row is signed or joined, under this name."""

    plan: PlanKind
    key: str
    on: date
    place: str
    signatories: str
    name: Text
    document: str


@dataclass(frozen=True, slots=True)
class NameRecorded:
    """A treaty is called otherwise now; its row keeps the agreed name.

    ``ground`` is that of a correction; it is empty where talks changed the name.
    """

    plan: PlanKind
    key: str
    on: date
    name: Text
    ground: CorrectionGround | None
    from_side: str
    judged_by: str
    document: str
    reason: Text
