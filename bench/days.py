"""Ten working days, beside plain days and beside the package ``holidays``."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial

from holidays.countries.kazakhstan import Kazakhstan

from jospar.procedure.calendars import kazakhstan
from jospar.rules.core.calendar import Calendar

from .measure import Measure, at_most, faster, medians, timed

YEAR = 2026
TEN = 10
DAYS = [date(YEAR, 1, 1) + timedelta(days=n) for n in range(365)]
TIMES = 20
"""How often a year's days are gone through in a round; `holidays` does it once."""


def measures() -> Iterator[Measure]:
    """Count from every day of a year; the calendars are prepared before."""
    package = Kazakhstan(years=(YEAR, YEAR + 1))
    own, made, plain, theirs = medians(
        partial(timed, partial(_own, kazakhstan(YEAR, YEAR + 1))),
        partial(timed, _made),
        partial(timed, _plain),
        partial(timed, partial(_theirs, package)),
        rounds=9,
    )
    calls = TIMES * len(DAYS)
    one, plain = own / calls, plain / calls
    yield at_most(
        4, "ten working days", one, "s", "date + timedelta(days=10)", made / calls
    )
    yield Measure(
        "ten working days, beside the addition alone",
        *(one, "s", "date + a timedelta", plain, one / plain),
    )
    yield faster(
        40, "ten working days, by holidays", one, "holidays", theirs / len(DAYS)
    )


def _own(calendar: Calendar) -> None:
    for _ in range(TIMES):
        for day in DAYS:
            calendar.add_working_days(day, TEN)


def _made() -> None:
    for _ in range(TIMES):
        for day in DAYS:
            day + timedelta(days=TEN)


def _plain() -> None:
    ten = timedelta(days=TEN)
    for _ in range(TIMES):
        for day in DAYS:
            day + ten


def _theirs(calendar: Kazakhstan) -> None:
    for day in DAYS:
        calendar.get_nth_working_day(day, TEN)
