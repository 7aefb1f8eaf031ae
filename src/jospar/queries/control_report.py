"""The report of how the plans in force are carried out, for a day and a period."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from django.db.models import Max

from jospar.records.models import Progress, Proposer, PutForward, TreatyName
from jospar.records.rulesets import ruleset_of
from jospar.records.snapshots.plans import plan_id
from jospar.records.snapshots.successions import answering, successors
from jospar.rules.core.forms import Body
from jospar.rules.core.nouns import Level, ProgressStage
from jospar.rules.core.ruleset import Ruleset

from .carried_rows import CarriedRow, PlanInForce, carried_rows, plans_in_force
from .carrying_out import Cause, Overdue, ahead, overdue, report_requests
from .official_use import marked_entries
from .responsible import latest_bodies
from .row_states import first_of_quarter, is_unreported
from .scorecards import Scorecard, scorecards

HORIZONS = (30, 60, 90)
"""So many days the report looks ahead."""


class Span(StrEnum):
    """How long the period of a report is: it ends with the report's day."""

    QUARTER = "quarter"
    YEAR = "year"


class Count(StrEnum):
    """What a figure counts: rows of which it is so."""

    ROWS = "rows"
    CONCLUDED = "concluded"
    IN_FORCE = "in_force"
    OVERDUE = "overdue"
    POSTPONED = "postponed"
    DROPPED = "dropped"
    REPORTED = "reported"
    UNCHANGED = "unchanged"
    UNREPORTED = "unreported"
    RENAMED = "renamed"
    PUT_FORWARD = "put_forward"
    AMENDED = "amended"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class ControlFigure:
    """So many rows on the day; ``in_period`` of them since the period began.

    That is None where it is no matter of a period.
    """

    count: Count
    rows: int
    in_period: int | None = None


@dataclass(frozen=True, slots=True)
class LevelFigures:
    """How the rows of one of the three groups stand."""

    level: Level
    rows: int
    concluded: int
    in_force: int
    overdue: int
    postponed: int
    dropped: int
    unreported: int


@dataclass(frozen=True, slots=True)
class Ahead:
    """What is to be reached on a day: a stage of a row, within a horizon of days."""

    on: date
    within: int
    stage: ProgressStage
    row: CarriedRow


@dataclass(frozen=True, slots=True)
class ControlReport:
    """How the plans in force are carried out on ``day``; one body's part has ``body``.

    ``overdue`` rows stand with what is overdue of them, the longest first. Rows of
    ``marked`` concepts are for official use. ``bodies`` are those that it names;
    ``ruleset`` are the Rules that the first of the plans was made under.
    """

    day: date
    span: Span
    first_day: date
    body: str
    plans: tuple[PlanInForce, ...]
    figures: tuple[ControlFigure, ...]
    stages: Mapping[ProgressStage, int]
    causes: Mapping[Cause, int]
    levels: tuple[LevelFigures, ...]
    scorecards: tuple[Scorecard, ...]
    overdue: tuple[tuple[CarriedRow, tuple[Overdue, ...]], ...]
    ahead: tuple[Ahead, ...]
    rows: tuple[CarriedRow, ...]
    bodies: Mapping[str, Body]
    marked: frozenset[int]
    ruleset: Ruleset | None


def control_report(day: date, span: Span, body: str = "") -> ControlReport:
    """Return the report; ``body`` keeps the rows that it answers for.

    The number of queries hangs on how many plans are in force, and on nothing else.
    """
    plans = plans_in_force(day)
    rows = carried_rows(day, plans, body)
    first_day = first_of_quarter(day) if span is Span.QUARTER else date(day.year, 1, 1)
    late = [(row, found) for row in rows if (found := overdue(row, day))]
    late.sort(key=lambda one: (min(found.due_on for found in one[1]), one[0].entry))
    requests = tuple(
        one for one in report_requests(day, rows) if one.answer_by >= first_day
    )
    removed = _removed(day, plans, body)
    return ControlReport(
        day=day,
        span=span,
        first_day=first_day,
        body=body,
        plans=plans,
        figures=tuple(_figures(rows, removed, first_day, day)),
        stages={
            stage: sum(row.stage is stage for row in rows) for stage in ProgressStage
        },
        causes=_causes(late),
        levels=tuple(_level(level, rows, day) for level in Level),
        scorecards=scorecards(rows, requests, day, body),
        overdue=tuple(late),
        ahead=tuple(_ahead(rows, day)),
        rows=rows,
        bodies=latest_bodies(),
        marked=marked_entries() & {row.entry for row in rows},
        ruleset=ruleset_of(plans[0].year) if plans else None,
    )


def last_heard_on(year: int) -> date | None:
    """Return the last day on which rows of the cycle's plans were heard of.

    That is of a report, a signing, a name, or of what was put forward; three queries.
    """
    days = (
        heard.filter(concept__row__plan__cycle_id=year).aggregate(last=Max("on"))[
            "last"
        ]
        for heard in (Progress.objects, TreatyName.objects, PutForward.objects)
    )
    return max((day for day in days if day is not None), default=None)


def _removed(day: date, plans: Sequence[PlanInForce], body: str) -> list[date]:
    """Return since when amendments have rows of the plans out; two queries."""
    out = Proposer.objects.filter(
        concept__row__plan__in=[plan_id(plan.year, plan.kind) for plan in plans],
        concept__row__removed_on__lte=day,
    ).values_list("concept_id", "body", "concept__row__removed_on")
    known = successors(day)
    found = {
        concept: on
        for concept, proposer, on in out
        if on is not None and (not body or body in answering((proposer,), known))
    }
    return list(found.values())


def _reached(row: CarriedRow, stage: ProgressStage) -> date | None:
    return row.stage_on if row.stage is stage else None


def _unchanged(row: CarriedRow) -> date | None:
    """Return the day of the last report if that told of no change."""
    return row.said[-1].on if row.said and row.said[-1].stage is None else None


_SINCE: Mapping[Count, Callable[[CarriedRow], date | None]] = {
    Count.CONCLUDED: lambda row: row.signed_on,
    Count.IN_FORCE: lambda row: _reached(row, ProgressStage.IN_FORCE),
    Count.POSTPONED: lambda row: _reached(row, ProgressStage.POSTPONED),
    Count.DROPPED: lambda row: _reached(row, ProgressStage.DROPPED),
    Count.REPORTED: lambda row: row.reported_on,
    Count.UNCHANGED: _unchanged,
    Count.RENAMED: lambda row: row.named_on,
    Count.PUT_FORWARD: lambda row: row.put_forward_on,
    Count.AMENDED: lambda row: row.amended_on,
}
"""Since when it is so of a row."""


def _figures(
    rows: Sequence[CarriedRow], removed: Sequence[date], first_day: date, day: date
) -> list[ControlFigure]:
    counted = {
        Count.ROWS: len(rows),
        Count.OVERDUE: sum(bool(overdue(row, day)) for row in rows),
        Count.UNREPORTED: sum(is_unreported(row, day) for row in rows),
    }
    found = []
    for count in Count:
        if count in counted:
            found.append(ControlFigure(count, counted[count]))
            continue
        days = list(removed)
        if count is not Count.REMOVED:
            since = map(_SINCE[count], rows)
            days = [on for on in since if on is not None]
        in_period = sum(first_day <= on <= day for on in days)
        found.append(ControlFigure(count, len(days), in_period))
    return found


def _causes(
    late: Sequence[tuple[CarriedRow, tuple[Overdue, ...]]],
) -> Mapping[Cause, int]:
    """Return the rows that are overdue by their gravest cause."""
    causes = Counter(found[0].cause for _row, found in late)
    return {cause: causes[cause] for cause in Cause}


def _level(level: Level, rows: Sequence[CarriedRow], day: date) -> LevelFigures:
    of = [row for row in rows if row.wording.level is level]
    stages = Counter(row.stage for row in of)
    return LevelFigures(
        level=level,
        rows=len(of),
        concluded=sum(row.signed_on is not None for row in of),
        in_force=stages[ProgressStage.IN_FORCE],
        overdue=sum(bool(overdue(row, day)) for row in of),
        postponed=stages[ProgressStage.POSTPONED],
        dropped=stages[ProgressStage.DROPPED],
        unreported=sum(is_unreported(row, day) for row in of),
    )


def _ahead(rows: Sequence[CarriedRow], day: date) -> list[Ahead]:
    until = day + timedelta(days=HORIZONS[-1])
    return [
        Ahead(
            on=on,
            within=next(days for days in HORIZONS if on <= day + timedelta(days=days)),
            stage=stage,
            row=row,
        )
        for on, stage, row in ahead(rows, day, until)
    ]
