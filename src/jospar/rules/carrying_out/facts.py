"""What the acts of carrying out look at, and what they are told."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from jospar.rules.core.act import Case
from jospar.rules.core.nouns import (
    AgreedRow,
    Entry,
    PlanKind,
    ProgressStage,
    RowKey,
    Text,
)


class Quarter(StrEnum):
    """A quarter of a year."""

    FIRST = "1"
    SECOND = "2"
    THIRD = "3"
    FOURTH = "4"

    @property
    def first_month(self) -> int:
        """The first month of the quarter."""
        return 3 * int(self) - 2


class CorrectionGround(StrEnum):
    """Why the name of a treaty is corrected, its treaty being the same as before."""

    SLIP = "slip"
    RENAMED_BODY = "renamed_body"


@dataclass(frozen=True, slots=True)
class RowFacts:
    """A row of an agreed plan, as it stood on the day of the act.

    ``answering`` are the bodies that answer for it that day, ``stage`` is the stage
    that was known by then, ``name`` what the treaty was called, ``planned`` the days
    that its stages are planned for. ``put_forward_on`` is the day in the same year on
    which it was put forward, ``replaced_on`` that on which a newer long-term plan was
    agreed.
    """

    case: Case
    row: AgreedRow
    name: Text
    answering: tuple[str, ...] = ()
    stage: ProgressStage = ProgressStage.NOT_BEGUN
    entry: Entry = Entry.NEW
    planned: Mapping[ProgressStage, date] = field(default_factory=dict)
    put_forward_on: date | None = None
    replaced_on: date | None = None

    @property
    def removed_on(self) -> date | None:
        """The day since which the row is out of the plan, if it was so by the act."""
        removed_on = self.row.removed_on
        if removed_on is None or removed_on > self.case.on:
            return None
        return removed_on


@dataclass(frozen=True, slots=True)
class RequestFacts:
    """A body that is asked: on which day it was asked before, and if it has rows."""

    case: Case
    asked_on: date | None = None
    has_rows: bool = True


@dataclass(frozen=True, slots=True)
class Report:
    """What a body reports of a row; without a stage nothing has changed."""

    plan: PlanKind
    key: RowKey
    on: date
    document: str
    stage: ProgressStage | None = None
    reached_on: date | None = None
    note: Text = field(default_factory=Text)


@dataclass(frozen=True, slots=True)
class PlanProgress:
    """The day by which a stage of a row is to be reached."""

    plan: PlanKind
    key: RowKey
    on: date
    stage: ProgressStage
    planned_on: date


@dataclass(frozen=True, slots=True)
class RequestReport:
    """A body is asked how its rows stand in a quarter, by a day."""

    body: str
    on: date
    year: int
    quarter: Quarter
    answer_by: date


@dataclass(frozen=True, slots=True)
class PutForward:
    """A row is put forward for signing in the current year."""

    plan: PlanKind
    key: RowKey
    on: date
    document: str
    reason: Text = field(default_factory=Text)


@dataclass(frozen=True, slots=True)
class RecordSigning:
    """A treaty was signed or joined; an empty ``name`` is the one it has now."""

    plan: PlanKind
    key: RowKey
    on: date
    place: str
    signatories: str
    document: str
    name: Text = field(default_factory=Text)


@dataclass(frozen=True, slots=True)
class RecordName:
    """Talks changed a treaty's name: who did, and who judged that it is the same."""

    plan: PlanKind
    key: RowKey
    on: date
    name: Text
    from_side: str
    of_principle: bool
    judged_by: str
    reason: Text
    document: str


@dataclass(frozen=True, slots=True)
class CorrectName:
    """A treaty's name is put right; ``document`` is the paper that asks for it."""

    plan: PlanKind
    key: RowKey
    on: date
    name: Text
    ground: CorrectionGround
    document: str
    reason: Text
