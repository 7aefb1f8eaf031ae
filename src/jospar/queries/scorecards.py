"""How each body carries out the rows that it answers for."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from jospar.rules.core.nouns import ProgressStage

from .carried_rows import CarriedRow, quarter_of
from .carrying_out import Cause, Requested, overdue
from .row_states import is_unreported


@dataclass(frozen=True, slots=True)
class Scorecard:
    """How a body carries its rows out; ``asked`` are requests, the newest first.

    ``unreported`` of its rows were not reported on in this quarter; ``late`` were
    signed after their terms. ``year`` is the cycle in which it is asked for a report.
    Of ``due`` reports on rows ``received`` came since they were asked for, ``on_time``
    by the day of the answer.
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

    @property
    def due(self) -> int:
        """How many reports on rows the body was asked for."""
        return sum(one.rows for one in self.asked)

    @property
    def received(self) -> int:
        """How many of them came, in time or not."""
        return sum(one.reported for one in self.asked)

    @property
    def on_time(self) -> int:
        """How many of them came by the day of the answer."""
        return sum(one.in_time for one in self.asked)


def scorecards(
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
