"""The page of carrying out: rows by state, by quarter and by cause, and scorecards."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from jospar.rules.carrying_out.stages import has_reached
from jospar.rules.core.nouns import Level, ProgressStage

from .carried_rows import (
    CarriedRow,
    PlanInForce,
    by_quarter,
    carried_rows,
    plans_in_force,
    quarter_of,
    quarter_of_term,
)
from .carrying_out import Cause, Overdue, ahead, overdue, report_requests
from .planning_back import PlannedBack, planned_back
from .row_states import RowState, is_unreported, state_of
from .scorecards import Scorecard, scorecards

MOST_MARKS = 60
"""So many rows stand on the timeline one by one; more are counted in each quarter."""
Quarter = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the page is narrowed to; what is empty narrows nothing."""

    body: str = ""
    plan: str = ""
    stage: ProgressStage | None = None
    quarter: Quarter | None = None


@dataclass(frozen=True, slots=True)
class CarriedLine:
    """A row with how it stands, and the last days that its term leaves.

    ``unreported`` tells whether a report on it is missing in this quarter.
    """

    row: CarriedRow
    state: RowState
    overdue: tuple[Overdue, ...]
    back: PlannedBack
    unreported: bool

    @property
    def planned(self) -> tuple[tuple[ProgressStage, date], ...]:
        """The days planned for stages before it that the law gives no last day."""
        if self.row.stage is ProgressStage.DROPPED:
            return ()
        with_last_day = {one.stage for one in self.back.days}
        return tuple(
            (stage, day)
            for stage, day in self.row.planned.items()
            if stage not in with_last_day and not has_reached(self.row.stage, stage)
        )


@dataclass(frozen=True, slots=True)
class LineGroup:
    """Lines under a heading: a cause of being overdue, or one of the three groups."""

    heading: Cause | Level
    rows: tuple[CarriedLine, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """The rows by the quarters in which their terms end, for each of the groups.

    ``lanes`` have as many cells as there are ``quarters``; ``now`` is today's. It is
    ``folded`` where the rows are too many to stand one by one.
    """

    quarters: tuple[Quarter, ...]
    lanes: tuple[tuple[Level, tuple[tuple[CarriedLine, ...], ...]], ...]
    now: Quarter
    folded: bool


@dataclass(frozen=True, slots=True)
class CarryingDesk:
    """The plans in force on ``day`` and their rows; ``lines`` are those chosen.

    ``every_line`` are those and what a chosen quarter left out: the timeline's.
    """

    day: date
    plans: tuple[PlanInForce, ...]
    every_line: tuple[CarriedLine, ...]
    lines: tuple[CarriedLine, ...]
    groups: tuple[LineGroup, ...]
    timeline: Timeline
    ahead: tuple[tuple[date, ProgressStage, CarriedRow], ...]
    scorecards: tuple[Scorecard, ...]


def code_of(plan: PlanInForce) -> str:
    """Return what a plan is called where one is chosen: ``2024-current``."""
    return f"{plan.year}-{plan.kind}"


def carrying_desk(
    day: date, own: str, chosen: Chosen, days_ahead: int = 30
) -> CarryingDesk:
    """Return the rows of the plans in force on ``day``.

    ``own`` keeps those of one body, whatever is chosen. The number of queries hangs on
    how many plans are in force, and on nothing else.
    """
    plans = plans_in_force(day)
    rows = carried_rows(day, plans, own)
    requests = report_requests(day, rows)
    every_line = tuple(_line(row, day) for row in rows if _is_chosen(row, chosen))
    lines = tuple(
        line
        for line in every_line
        if chosen.quarter in {None, quarter_of_term(line.row)}
    )
    shown = tuple(line.row for line in lines)
    return CarryingDesk(
        day=day,
        plans=plans,
        every_line=every_line,
        lines=lines,
        groups=_groups(lines),
        timeline=_timeline(every_line, day),
        ahead=ahead(shown, day, day + timedelta(days=days_ahead)),
        scorecards=scorecards(rows, requests, day, own),
    )


def _is_chosen(row: CarriedRow, chosen: Chosen) -> bool:
    return (
        (not chosen.body or chosen.body in row.answering)
        and (not chosen.plan or chosen.plan == code_of(row.plan))
        and (chosen.stage is None or chosen.stage is row.stage)
    )


def _line(row: CarriedRow, day: date) -> CarriedLine:
    return CarriedLine(
        row=row,
        state=state_of(row, day),
        overdue=overdue(row, day),
        back=planned_back(row, day),
        unreported=is_unreported(row, day),
    )


def _groups(lines: Iterable[CarriedLine]) -> tuple[LineGroup, ...]:
    """Return what is overdue by its gravest cause, and the others by their groups."""
    late: dict[Cause, list[CarriedLine]] = defaultdict(list)
    others: dict[Level, list[CarriedLine]] = defaultdict(list)
    for line in lines:
        if line.overdue:
            late[line.overdue[0].cause].append(line)
        else:
            others[line.row.wording.level].append(line)
    causes = (
        LineGroup(
            cause, tuple(sorted(late[cause], key=lambda one: one.overdue[0].due_on))
        )
        for cause in Cause
    )
    levels = (
        LineGroup(
            level,
            tuple(
                sorted(others[level], key=lambda one: one.row.wording.conclude.last_day)
            ),
        )
        for level in Level
    )
    return tuple(group for group in (*causes, *levels) if group.rows)


def _timeline(lines: Sequence[CarriedLine], day: date) -> Timeline:
    now = (day.year, quarter_of(day))
    of_quarters = by_quarter(line.row for line in lines)
    quarters = tuple(sorted({*of_quarters, now}))
    by_entry = {line.row.entry: line for line in lines}
    order = list(RowState)
    lanes = []
    for level in Level:
        cells = (
            sorted(
                (
                    by_entry[row.entry]
                    for row in of_quarters.get(quarter, ())
                    if row.wording.level is level
                ),
                key=lambda line: order.index(line.state),
            )
            for quarter in quarters
        )
        lanes.append((level, tuple(tuple(cell) for cell in cells)))
    return Timeline(quarters, tuple(lanes), now, len(lines) > MOST_MARKS)
