"""The rows of agreed plans as they are carried out, as of a day."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Max, Q

from jospar.records.fields import wording_kept
from jospar.records.models import (
    Plan,
    PlannedStage,
    Progress,
    Proposer,
    PutForward,
    Row,
    TreatyName,
)
from jospar.records.rulesets import ruleset_of
from jospar.records.snapshots.plans import plan_id
from jospar.records.snapshots.successions import answering, successors
from jospar.rules.core.horizon import plan_years
from jospar.rules.core.nouns import (
    PlanKind,
    PlanStage,
    ProgressStage,
    Text,
    Wording,
)
from jospar.rules.core.ruleset import Ruleset

from .former_wordings import FormerRow, former_rows, last_amended


@dataclass(frozen=True, slots=True)
class PlanInForce:
    """A plan of the cycle ``year`` that is in force on a day, and its own years."""

    year: int
    kind: PlanKind
    years: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """What was reported of a row on a day; without a stage nothing had changed."""

    on: date
    stage: ProgressStage | None = None
    note: Text = field(default_factory=Text)


@dataclass(frozen=True, slots=True)
class CarriedRow:
    """A row of an agreed plan as it stood on a day.

    ``entry`` is the number of its concept, ``treaty`` that of its treaty's first one;
    ``name`` is what the treaty is called where that is not the agreed title, since
    ``named_on``. ``bodies`` proposed it, ``answering`` answer for it. ``reached`` has
    the days on which stages were reached, ``planned`` those that they are planned for;
    ``said`` are the reports on it, the last of which may have said that nothing
    changed. ``amended_on`` is the day since which it reads so, if it was amended.
    """

    entry: int
    treaty: int
    key: str
    plan: PlanInForce
    wording: Wording
    bodies: tuple[str, ...]
    answering: tuple[str, ...]
    name: Text | None = None
    stage: ProgressStage = ProgressStage.NOT_BEGUN
    reached: Mapping[ProgressStage, date] = field(default_factory=dict)
    planned: Mapping[ProgressStage, date] = field(default_factory=dict)
    reported_on: date | None = None
    put_forward_on: date | None = None
    signed_on: date | None = None
    named_on: date | None = None
    said: tuple[Said, ...] = ()
    amended_on: date | None = None

    @property
    def stage_on(self) -> date | None:
        """The day on which the present stage was reached, if one was."""
        return self.reached.get(self.stage)


def plans_in_force(day: date) -> tuple[PlanInForce, ...]:
    """Return the plans in force on ``day``, current ones first; by their cycles.

    A current plan is in force from the agreement to the end of its year, so that in
    December there may be two; of the long-term plans the one agreed last. One query,
    and one for each plan found.
    """
    agreed = Plan.objects.filter(stage=PlanStage.AGREED.value, stage_on__lte=day)
    found = []
    for year, kind in agreed.order_by("cycle_id").values_list("cycle_id", "kind"):
        ruleset = ruleset_of(year)
        if ruleset is not None:
            years = plan_years(ruleset, PlanKind(kind), year)
            found.append(PlanInForce(year, PlanKind(kind), years))
    current = [one for one in found if one.kind is PlanKind.CURRENT]
    long_term = [one for one in found if one.kind is PlanKind.LONG_TERM]
    return (*(one for one in current if day.year <= one.years[-1]), *long_term[-1:])


def plans_of(ruleset: Ruleset, year: int) -> tuple[PlanInForce, ...]:
    """Return both plans of a cycle, in force or not."""
    return tuple(
        PlanInForce(year, kind, plan_years(ruleset, kind, year)) for kind in PlanKind
    )


def carried_rows(
    day: date, plans: Sequence[PlanInForce] | None = None, body: str = ""
) -> tuple[CarriedRow, ...]:
    """Return the rows of ``plans``, those in force if none are given, as of ``day``.

    Only agreed plans have such rows. A row is worded as the revision in force on that
    day says; one that was removed by then is left out. ``body`` keeps those that it
    answers for. Seven queries, however many rows, and one more where any was amended
    after that day.
    """
    of = {
        plan_id(plan.year, plan.kind): plan
        for plan in (plans_in_force(day) if plans is None else plans)
    }
    standing = Row.objects.filter(
        Q(removed_on=None) | Q(removed_on__gt=day),
        plan__in=list(of),
        plan__stage=PlanStage.AGREED.value,
        plan__stage_on__lte=day,
        placed_on__lte=day,
        fixed__isnull=False,
    )
    columns = ("concept_id", "concept__key", "concept__treaty", "plan_id", "fixed")
    rows = (
        standing.annotate(amended_on=last_amended)
        .order_by("plan_id", "concept_id")
        .values(*columns, "amended_on")
    )
    known = _Known.of(standing, rows, day)
    carried = [_row(row, of[row["plan_id"]], known) for row in rows]
    return tuple(row for row in carried if not body or body in row.answering)


def by_body(rows: Iterable[CarriedRow]) -> dict[str, tuple[CarriedRow, ...]]:
    """Return the rows by the body that answers for each first, in their order."""
    found: dict[str, list[CarriedRow]] = defaultdict(list)
    for row in rows:
        found[row.answering[0]].append(row)
    return {body: tuple(of) for body, of in found.items()}


def quarter_of(day: date) -> int:
    """Return the quarter of the year that ``day`` lies in, 1 to 4."""
    return (day.month + 2) // 3


def quarter_of_term(row: CarriedRow) -> tuple[int, int]:
    """Return the year and the quarter in which the row's term ends."""
    last_day = row.wording.conclude.last_day
    return last_day.year, quarter_of(last_day)


def by_quarter(
    rows: Iterable[CarriedRow],
) -> dict[tuple[int, int], tuple[CarriedRow, ...]]:
    """Return the rows by the year and quarter in which their terms end, in order."""
    found: dict[tuple[int, int], list[CarriedRow]] = defaultdict(list)
    for row in rows:
        found[quarter_of_term(row)].append(row)
    return {quarter: tuple(found[quarter]) for quarter in sorted(found)}


@dataclass(frozen=True, slots=True)
class _Known:
    """What was known of rows by a day, by the numbers of their concepts."""

    proposers: Mapping[int, list[str]]
    reports: Mapping[int, list[Mapping[str, Any]]]
    planned: Mapping[int, dict[ProgressStage, date]]
    names: Mapping[int, tuple[Text, date]]
    put_forward: Mapping[int, date]
    successors: Mapping[str, str]
    read: Mapping[int, FormerRow]

    @classmethod
    def of(cls, standing: Any, rows: Any, day: date) -> "_Known":
        """Read it; six queries, and one where rows were amended after ``day``."""
        concepts = standing.values("concept_id")
        proposers: dict[int, list[str]] = defaultdict(list)
        for concept, body in (
            Proposer.objects.filter(concept__in=concepts)
            .order_by("concept_id", "position")
            .values_list("concept_id", "body")
        ):
            proposers[concept].append(body)
        reports: dict[int, list[Mapping[str, Any]]] = defaultdict(list)
        for report in Progress.objects.filter(concept__in=concepts, on__lte=day).values(
            "concept_id", "on", "stage", "reached_on", "note_kk", "note_ru"
        ):
            reports[report["concept_id"]].append(report)
        planned: dict[int, dict[ProgressStage, date]] = defaultdict(dict)
        for concept, stage, planned_on in PlannedStage.objects.filter(
            concept__in=concepts, on__lte=day
        ).values_list("concept_id", "stage", "planned_on"):
            planned[concept][ProgressStage(stage)] = planned_on
        names = TreatyName.objects.filter(concept__in=concepts, on__lte=day)
        forward = PutForward.objects.filter(concept__in=concepts, on__lte=day)
        return cls(
            proposers=proposers,
            reports=reports,
            planned=planned,
            names={
                concept: (Text(kk, ru), on)
                for concept, kk, ru, on in names.values_list(
                    "concept_id", "name_kk", "name_ru", "on"
                )
            },
            put_forward=dict(
                forward.values_list("concept_id").annotate(last=Max("on")).order_by()
            ),
            successors=successors(day),
            read=former_rows(
                {
                    row["concept_id"]: wording_kept(row["fixed"])
                    for row in rows
                    if row["amended_on"] and row["amended_on"] > day
                },
                day,
            ),
        )


def _row(row: Mapping[str, Any], plan: PlanInForce, known: _Known) -> CarriedRow:
    concept = row["concept_id"]
    bodies = tuple(known.proposers[concept])
    read = known.read.get(concept) or FormerRow(
        wording_kept(row["fixed"]), row["amended_on"]
    )
    name, named_on = known.names.get(concept, (None, None))
    if name == read.wording.title:
        name, named_on = None, None
    reports = known.reports.get(concept, [])
    reached = {
        ProgressStage(report["stage"]): report["reached_on"]
        for report in reports
        if report["stage"]
    }
    stages = [ProgressStage(one["stage"]) for one in reports if one["stage"]]
    return CarriedRow(
        entry=concept,
        treaty=row["concept__treaty"],
        key=row["concept__key"],
        plan=plan,
        wording=read.wording,
        bodies=bodies,
        answering=answering(bodies, known.successors),
        name=name,
        stage=stages[-1] if stages else ProgressStage.NOT_BEGUN,
        reached=reached,
        planned=known.planned.get(concept, {}),
        reported_on=reports[-1]["on"] if reports else None,
        put_forward_on=known.put_forward.get(concept),
        signed_on=reached.get(ProgressStage.SIGNED),
        named_on=named_on,
        said=tuple(map(_said, reports)),
        amended_on=read.amended_on,
    )


def _said(report: Mapping[str, Any]) -> Said:
    return Said(
        on=report["on"],
        stage=ProgressStage(report["stage"]) if report["stage"] else None,
        note=Text(report["note_kk"], report["note_ru"]),
    )
