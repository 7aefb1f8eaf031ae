"""The page of carrying out: rows by state, by quarter and by cause, and scorecards."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from jospar.rules.carrying_out.stages import has_reached
from jospar.rules.core.nouns import Level, ProgressStage

from .carried_rows import (
    CarriedRow,
    PlanInForce,
    by_quarter,
    carried_rows,
    plans_in_force,
    quarter_of,
)
from .carrying_out import Cause, Overdue, Requested, ahead, overdue, report_requests
from .planning_back import PlannedBack, planned_back

SOON = timedelta(days=90)
"""So long before the end of its term a row that is not signed draws attention."""
Quarter = tuple[int, int]


class RowState(StrEnum):
    """How a row stands on a day; what needs somebody comes first."""

    OVERDUE = "overdue"
    SOON = "soon"
    UNDER_WAY = "under_way"
    NOT_BEGUN = "not_begun"
    SIGNED = "signed"
    IN_FORCE = "in_force"
    POSTPONED = "postponed"
    DROPPED = "dropped"


_OF_STAGE = {
    ProgressStage.DROPPED: RowState.DROPPED,
    ProgressStage.IN_FORCE: RowState.IN_FORCE,
    ProgressStage.SIGNED: RowState.SIGNED,
    ProgressStage.DOMESTIC_PROCEDURES: RowState.SIGNED,
    ProgressStage.POSTPONED: RowState.POSTPONED,
    ProgressStage.NOT_BEGUN: RowState.NOT_BEGUN,
}
_NOT_SIGNED = frozenset({RowState.NOT_BEGUN, RowState.UNDER_WAY})
_ENDED = frozenset({ProgressStage.DROPPED, ProgressStage.IN_FORCE})


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the page is narrowed to; what is empty narrows nothing."""

    body: str = ""
    plan: str = ""
    stage: ProgressStage | None = None


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

    ``lanes`` have as many cells as there are ``quarters``; ``now`` is today's.
    """

    quarters: tuple[Quarter, ...]
    lanes: tuple[tuple[Level, tuple[tuple[CarriedLine, ...], ...]], ...]
    now: Quarter


@dataclass(frozen=True, slots=True)
class Scorecard:
    """How a body carries its rows out; ``asked`` are requests, the newest first.

    ``unreported`` of its rows were not reported on in this quarter; ``late`` were
    signed after their terms. ``year`` is the cycle in which it is asked for a report.
    """

    body: str
    year: int
    rows: int
    signed: int
    late: int
    in_force: int
    overdue: Mapping[Cause, int]
    unreported: int
    asked: tuple[Requested, ...]
    asked_now: bool


@dataclass(frozen=True, slots=True)
class CarryingDesk:
    """The plans in force on ``day`` and their rows; ``lines`` are those chosen."""

    day: date
    plans: tuple[PlanInForce, ...]
    lines: tuple[CarriedLine, ...]
    groups: tuple[LineGroup, ...]
    timeline: Timeline
    ahead: tuple[tuple[date, ProgressStage, CarriedRow], ...]
    scorecards: tuple[Scorecard, ...]


def code_of(plan: PlanInForce) -> str:
    """Return what a plan is called where one is chosen: ``2024-current``."""
    return f"{plan.year}-{plan.kind}"


def first_of_quarter(day: date) -> date:
    """Return the first day of the quarter in which ``day`` lies."""
    return date(day.year, 3 * quarter_of(day) - 2, 1)


def is_unreported(row: CarriedRow, day: date) -> bool:
    """Tell whether a report on the row is missing in the quarter of ``day``.

    Nothing is missing before the years of its plan, or once there is nothing to tell.
    """
    if row.stage in _ENDED or day.year < row.plan.years[0]:
        return False
    return row.reported_on is None or row.reported_on < first_of_quarter(day)


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
    lines = tuple(_line(row, day) for row in rows if _is_chosen(row, chosen))
    shown = tuple(line.row for line in lines)
    return CarryingDesk(
        day=day,
        plans=plans,
        lines=lines,
        groups=_groups(lines),
        timeline=_timeline(lines, day),
        ahead=ahead(shown, day, day + timedelta(days=days_ahead)),
        scorecards=_scorecards(rows, requests, day, own),
    )


def state_of(row: CarriedRow, day: date) -> RowState:
    """Return how the row stands on ``day``."""
    if overdue(row, day):
        return RowState.OVERDUE
    left = row.wording.conclude.last_day - day
    if left <= SOON and _OF_STAGE.get(row.stage, RowState.UNDER_WAY) in _NOT_SIGNED:
        return RowState.SOON
    return _OF_STAGE.get(row.stage, RowState.UNDER_WAY)


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
    return Timeline(quarters, tuple(lanes), now)


def _scorecards(
    rows: Sequence[CarriedRow], requests: Sequence[Requested], day: date, own: str
) -> tuple[Scorecard, ...]:
    """Return a card for each body that answers for rows, or for the own one alone."""
    of_body: dict[str, list[CarriedRow]] = defaultdict(list)
    for row in rows:
        for body in row.answering:
            if own in {"", body}:
                of_body[body].append(row)
    return tuple(
        _scorecard(body, of, [one for one in requests if one.body == body], day)
        for body, of in of_body.items()
    )


def _scorecard(
    body: str, rows: Sequence[CarriedRow], asked: Sequence[Requested], day: date
) -> Scorecard:
    late = sum(
        row.signed_on is not None and row.signed_on > row.wording.conclude.last_day
        for row in rows
    )
    causes: dict[Cause, int] = defaultdict(int)
    for row in rows:
        if found := overdue(row, day):
            causes[found[0].cause] += 1
    now = (day.year, quarter_of(day))
    return Scorecard(
        body=body,
        year=rows[-1].plan.year,
        rows=len(rows),
        signed=sum(row.signed_on is not None for row in rows),
        late=late,
        in_force=sum(row.stage is ProgressStage.IN_FORCE for row in rows),
        overdue=dict(causes),
        unreported=sum(is_unreported(row, day) for row in rows),
        asked=tuple(reversed(asked)),
        asked_now=any((one.year, one.quarter) == now for one in asked),
    )
