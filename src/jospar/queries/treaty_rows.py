"""The row of a concept through the years: revisions, reports, names, signing."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from django.db.models import Max

from jospar.records.fields import wording_kept
from jospar.records.models import (
    TO_PRESIDENT,
    PlannedStage,
    Progress,
    PutForward,
    Revision,
    RowChange,
    Sending,
    Signing,
    TreatyName,
)
from jospar.records.snapshots.plans import rows_kept
from jospar.rules.carrying_out.facts import CorrectionGround
from jospar.rules.core.nouns import PlanKind, ProgressStage, Text, Wording

ROW = (
    *("row__plan_id", "row__plan__kind", "row__plan__stage", "row__placed_on"),
    *("row__removed_on", "row__fixed", "row__progress"),
)
"""The columns of a concept that say where its row is."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Reported:
    """A report on a row; without a stage nothing had changed."""

    entry: int
    on: date
    document: str
    stage: ProgressStage | None
    reached_on: date | None
    note: Text


@dataclass(frozen=True, slots=True)
class Planned:
    """A stage that was planned for a day."""

    entry: int
    on: date
    stage: ProgressStage
    planned_on: date


@dataclass(frozen=True, slots=True)
class Named:
    """A name that the treaty was given: by a correction if it has a ``ground``."""

    entry: int
    on: date
    name: Text
    ground: CorrectionGround | None
    from_side: str
    judged_by: str
    document: str
    reason: Text


@dataclass(frozen=True, slots=True)
class Forward:
    """The row was put forward for signing in the year of the day."""

    entry: int
    on: date
    document: str
    reason: Text


@dataclass(frozen=True, slots=True)
class Signed:
    """The treaty was signed, or joined."""

    entry: int
    on: date
    place: str
    signatories: str
    name: Text
    document: str


@dataclass(frozen=True, slots=True)
class Printed:
    """A revision that has the row: its number, its day, the row's number and title."""

    revision: int
    on: date
    number: int
    title: Text


@dataclass(frozen=True, slots=True)
class Changed:
    """An amendment of the row, under its ground; staged while ``revision`` is None."""

    entry: int
    on: date
    route: str
    ground: str
    outcome: str
    reason: Text
    revision: int | None


@dataclass(frozen=True, slots=True)
class RowLife:
    """A concept's row: where it stands, how it reads, what became of it.

    ``wording`` is that of the last revision, empty while the plan was never fixed.
    """

    plan: PlanKind
    placed_on: date
    removed_on: date | None
    wording: Wording | None
    stage: ProgressStage
    revisions: tuple[Printed, ...]
    changes: tuple[Changed, ...]
    reports: tuple[Reported, ...]
    planned: tuple[Planned, ...]
    names: tuple[Named, ...]
    put_forward: tuple[Forward, ...]
    signing: Signed | None

    @property
    def in_force_on(self) -> date | None:
        """The day on which the treaty entered into force, if it was reported."""
        days = [
            report.reached_on
            for report in self.reports
            if report.stage is ProgressStage.IN_FORCE
        ]
        return days[-1] if days else None


@dataclass(frozen=True, slots=True)
class Sight:
    """What a reader sees of a row: drafts of its plan, and its carrying out.

    Who sees no drafts sees rows of agreed plans alone.
    """

    drafts: bool
    carrying_out: bool


@dataclass(frozen=True, slots=True)
class RowsKnown:
    """What is recorded of rows, by the numbers of their concepts."""

    revisions: Mapping[str, list[Revision]]
    sent_to_president: Mapping[str, int]
    changes: Mapping[int, list[Changed]]
    reports: Mapping[int, list[Reported]]
    planned: Mapping[int, list[Planned]]
    names: Mapping[int, list[Named]]
    put_forward: Mapping[int, list[Forward]]
    signings: Mapping[int, list[Signed]]

    def life(self, concept: Mapping[str, Any], sight: Sight) -> RowLife:
        """Return the life of the concept's row, of what the reader sees."""
        entry, plan = concept["entry"], concept["row__plan_id"]
        fixed = concept["row__fixed"]
        changes = self.changes.get(entry, [])
        if not sight.drafts:
            changes = [change for change in changes if change.revision is not None]
        mine = entry if sight.carrying_out else 0
        signed = self.signings.get(entry, [])
        return RowLife(
            plan=PlanKind(concept["row__plan__kind"]),
            placed_on=concept["row__placed_on"],
            removed_on=concept["row__removed_on"],
            wording=wording_kept(fixed) if fixed else None,
            stage=ProgressStage(concept["row__progress"]),
            revisions=tuple(self._printed(concept["key"], plan, sight.drafts)),
            changes=tuple(changes),
            reports=tuple(self.reports.get(mine, ())),
            planned=tuple(self.planned.get(mine, ())),
            names=tuple(self.names.get(entry, ())),
            put_forward=tuple(self.put_forward.get(mine, ())),
            signing=signed[0] if signed else None,
        )

    def _printed(self, key: str, plan: str, drafts: bool) -> Iterable[Printed]:
        # What the President agreed is what was sent to him last.
        first = 1 if drafts else self.sent_to_president[plan]
        for revision in self.revisions.get(plan, ()):
            row = rows_kept(revision.content).get(key)
            if row is not None and revision.number >= first:
                yield Printed(revision.number, revision.on, row.number, row.title)


def rows_known(concepts: Iterable[Mapping[str, Any]]) -> RowsKnown:
    """Read what is recorded of the rows of ``concepts``; eight queries."""
    known = list(concepts)
    numbers = [one["entry"] for one in known]
    plans = {one["row__plan_id"] for one in known if one["row__plan_id"]}
    revisions: dict[str, list[Revision]] = defaultdict(list)
    for revision in Revision.objects.filter(plan__in=plans):
        revisions[revision.plan_id].append(revision)
    sent = Sending.objects.filter(plan__in=plans, to__in=TO_PRESIDENT)

    def of(model: Any, made: Callable[[Any], T]) -> dict[int, list[T]]:
        found: dict[int, list[T]] = defaultdict(list)
        for record in model.objects.filter(concept__in=numbers):
            found[record.concept_id].append(made(record))
        return found

    return RowsKnown(
        revisions=revisions,
        sent_to_president=dict(
            sent.order_by().values_list("plan_id").annotate(Max("revision"))
        ),
        changes=of(RowChange, _changed),
        reports=of(Progress, _reported),
        planned=of(PlannedStage, _planned),
        names=of(TreatyName, _named),
        put_forward=of(PutForward, _forward),
        signings=of(Signing, _signed),
    )


def _changed(one: RowChange) -> Changed:
    return Changed(
        entry=one.entry,
        on=one.on,
        route=one.route,
        ground=one.ground,
        outcome=one.outcome,
        reason=Text(one.reason_kk, one.reason_ru),
        revision=one.revision,
    )


def _reported(one: Progress) -> Reported:
    return Reported(
        entry=one.entry,
        on=one.on,
        document=one.document,
        stage=ProgressStage(one.stage) if one.stage else None,
        reached_on=one.reached_on,
        note=Text(one.note_kk, one.note_ru),
    )


def _planned(one: PlannedStage) -> Planned:
    return Planned(one.entry, one.on, ProgressStage(one.stage), one.planned_on)


def _named(one: TreatyName) -> Named:
    return Named(
        entry=one.entry,
        on=one.on,
        name=Text(one.name_kk, one.name_ru),
        ground=CorrectionGround(one.ground) if one.ground else None,
        from_side=one.from_side,
        judged_by=one.judged_by,
        document=one.document,
        reason=Text(one.reason_kk, one.reason_ru),
    )


def _forward(one: PutForward) -> Forward:
    reason = Text(one.reason_kk, one.reason_ru)
    return Forward(one.entry, one.on, one.document, reason)


def _signed(one: Signing) -> Signed:
    return Signed(
        entry=one.entry,
        on=one.on,
        place=one.place,
        signatories=one.signatories,
        name=Text(one.name_kk, one.name_ru),
        document=one.document,
    )
