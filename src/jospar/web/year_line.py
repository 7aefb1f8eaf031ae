"""The year line: where on a band of days each deadline lies and what was done for it.

Places along the line are shares of its width, so that it fits a telephone and a wall;
heights are pixels.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from jospar.queries.deadline_lines import DeadlineLine, DeadlineState, WorkDay
from jospar.rules.core.nouns import PlanKind
from jospar.rules.core.terms import MONTHS

HEAD, LANE, FOOT = 24, 28, 6
"""Heights of the months' names, of a lane and of the blank under the last one."""

TALLEST, LOWEST = 13.0, 3.0
"""Heights of the column of a lane's busiest day, and of the quietest one."""

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Span:
    """A part of the line: where it begins and how long it is."""

    x: str
    width: str


@dataclass(frozen=True, slots=True)
class Column:
    """The work of a day, what was in time below what was late."""

    span: Span
    in_time: float
    late: float


@dataclass(frozen=True, slots=True)
class Lane:
    """A deadline on the line.

    ``track`` runs up to the outer day, ``done`` is what was done in time, ``gold`` lies
    between due and outer, ``late`` is the lateness, ``open`` when it still grows.
    The label stands right of the lane, or ``label_before`` it where more room is left,
    or ``label_above`` an open one that runs to the end.
    """

    line: DeadlineLine
    top: int
    track: Span
    done: Span | None
    gold: Span | None
    late: Span | None
    open: bool
    due: str
    columns: tuple[Column, ...]
    label_before: bool
    label_above: bool
    label: str


@dataclass(frozen=True, slots=True)
class Month:
    """A month's beginning on the line, its name and the name's first letters."""

    x: str
    name: str
    short: str


@dataclass(frozen=True, slots=True)
class YearLine:
    """The line, ready to be drawn; ``met``, ``late`` and ``open`` count deadlines."""

    first_day: date
    last_day: date
    months: tuple[Month, ...]
    lanes: tuple[Lane, ...]
    today: str | None
    height: int
    plans: tuple[PlanKind, ...]
    met: int
    late: int
    open: int


@dataclass(frozen=True, slots=True)
class _Scale:
    first: date
    last: date

    def at(self, day: date) -> float:
        """Return where ``day`` begins, as a percentage, within the line."""
        whole = (self.last - self.first).days + 1
        return min(max((day - self.first).days / whole, 0.0), 1.0) * 100

    def place(self, day: date) -> str:
        return f"{self.at(day):.2f}%"

    def span(self, start: date, end: date) -> Span:
        """Return the part from the beginning of ``start`` to the end of ``end``."""
        width = self.at(end + _DAY) - self.at(start)
        return Span(self.place(start), f"{max(width, 0.0):.2f}%")


def year_line(
    year: int, deadlines: tuple[DeadlineLine, ...], today: date, language: str
) -> YearLine:
    """Return the line of ``year``: 1 September to the end of the distribution.

    It reaches to the end of the year while no plan is agreed, and further where work
    was done before or after.
    """
    scale = _scale(year, deadlines)
    starts = _starts(deadlines, scale)
    states = [line.state for line in deadlines]
    met, late = states.count(DeadlineState.MET), states.count(DeadlineState.LATE)
    idle = states.count(DeadlineState.IDLE)
    within = scale.first <= today <= scale.last
    return YearLine(
        first_day=scale.first,
        last_day=scale.last,
        months=tuple(_months(scale, language)),
        lanes=tuple(
            _lane(line, start, HEAD + LANE * number, scale, today)
            for number, (line, start) in enumerate(zip(deadlines, starts, strict=True))
        ),
        today=scale.place(today) if within else None,
        height=HEAD + LANE * len(deadlines) + FOOT,
        plans=tuple(PlanKind),
        met=met,
        late=late,
        open=len(states) - met - late - idle,
    )


def _scale(year: int, deadlines: tuple[DeadlineLine, ...]) -> _Scale:
    days = [day.on for line in deadlines for day in line.work]
    days += [line.deadline.outer for line in deadlines]
    days += [line.met_on for line in deadlines if line.met_on]
    agreed = any(line.deadline.working_days for line in deadlines)
    last = max(days) if agreed else max(*days, date(year, 12, 31))
    return _Scale(min(*days, date(year, 9, 1)), last + 2 * _DAY)


def _starts(deadlines: tuple[DeadlineLine, ...], scale: _Scale) -> Iterator[date]:
    """Yield where each lane begins: where the deadline before it ends."""
    before = {line.deadline.provision: line.deadline.due for line in deadlines}
    order = list(before)
    for line in deadlines:
        number = order.index(line.deadline.provision)
        if line.deadline.working_days:
            yield line.deadline.start
        elif number == 0:
            yield scale.first
        else:
            yield before[order[number - 1]] + _DAY


def _lane(
    line: DeadlineLine, start: date, top: int, scale: _Scale, today: date
) -> Lane:
    deadline = line.deadline
    late_until = line.met_on or min(today, scale.last)
    is_late = line.state in {DeadlineState.LATE, DeadlineState.OVERDUE}
    done_until = min(line.met_on, deadline.late_after) if line.met_on else None
    start = min(start, done_until or start)
    end = max(deadline.outer, late_until) if is_late else deadline.outer
    before = scale.at(start) > 100 - scale.at(end + _DAY)
    late_from = deadline.late_after + _DAY
    is_open = line.state is DeadlineState.OVERDUE
    above = is_open and not before
    if above:
        end = max([deadline.outer, *(day.on for day in line.work)])
    return Lane(
        line=line,
        top=top,
        track=scale.span(start, deadline.outer),
        done=scale.span(start, done_until) if done_until else None,
        gold=scale.span(deadline.due + _DAY, deadline.outer)
        if deadline.outer > deadline.due
        else None,
        late=scale.span(late_from, late_until) if is_late else None,
        open=is_open,
        due=scale.place(deadline.due + _DAY),
        columns=_columns(line.work, scale),
        label_before=before,
        label_above=above,
        label=scale.place(start) if before else scale.place(end + _DAY),
    )


def _columns(work: tuple[WorkDay, ...], scale: _Scale) -> tuple[Column, ...]:
    most = max((day.in_time + day.late for day in work), default=0)

    def column(day: WorkDay) -> Column:
        count = day.in_time + day.late
        height = LOWEST + (TALLEST - LOWEST) * count / most
        late = height * day.late / count
        span = scale.span(day.on, day.on)
        return Column(span, round(height - late, 1), round(late, 1))

    return tuple(map(column, work))


_NAMED, _ROOM = 92.0, 5.0
"""How far along the line, in percent, a month's name still has room, and how much of
it a month that begins before the line needs to bear one."""


def _months(scale: _Scale, language: str) -> Iterator[Month]:
    """Yield the months that begin on the line; one at its ends may have no name."""
    first = scale.first
    while first <= scale.last:
        following = (first.replace(day=1) + 31 * _DAY).replace(day=1)
        place = scale.at(first)
        has_room = place < _NAMED and scale.at(following) - place > _ROOM
        name = MONTHS[language][first.month - 1] if has_room else ""
        yield Month(scale.place(first), name, name[:3])
        first = following
