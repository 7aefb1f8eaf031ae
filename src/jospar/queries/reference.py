"""The reference data of a cycle: its bodies, its calendars, the rulesets there are."""

from dataclasses import dataclass
from datetime import date

from jospar.procedure.days import calendar_of, entered
from jospar.records.models import ListedBody, Treaty
from jospar.records.snapshots.plans import bodies_of
from jospar.rules.core.forms import Body

from .years import cycle_years

WARNED_FROM = 10
"""The month from which the next year's transfers of days off should be entered."""


@dataclass(frozen=True, slots=True)
class ListedLine:
    """A body of the cycle; ``answers`` when it must answer."""

    code: str
    body: Body
    answers: bool


@dataclass(frozen=True, slots=True)
class CalendarState:
    """What is known of days off as of a day.

    ``edition`` names what days are counted with, ``entered`` the editions in it that
    an administrator entered; ``known`` years have their official transfers,
    ``missing`` ones should.
    """

    edition: str
    entered: tuple[str, ...]
    known: tuple[int, ...]
    missing: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ReferenceData:
    """What an administrator keeps; ``next_year`` is the cycle to be opened next.

    ``treaties`` says how many earlier ones are listed.
    """

    bodies: tuple[ListedLine, ...]
    calendar: CalendarState
    next_year: int
    treaties: int


def reference_data(year: int, today: date) -> ReferenceData:
    """Return the reference data of the cycle of ``year``; six queries."""
    names = bodies_of(year)
    listed = ListedBody.objects.filter(cycle_id=year).values_list("code", "answers")
    return ReferenceData(
        bodies=tuple(
            ListedLine(code, names[code], answers) for code, answers in listed
        ),
        calendar=calendar_state(today),
        next_year=max((year + 1 for year in cycle_years()), default=today.year),
        treaties=Treaty.objects.count(),
    )


def calendar_state(today: date) -> CalendarState:
    """Return which years' transfers of days off are known on ``today``; two queries.

    Those of the year must be, and from October on those of the next one.
    """
    calendar = calendar_of(today.year)
    needed = [today.year]
    if today.month >= WARNED_FROM:
        needed.append(today.year + 1)
    years = range(calendar.first_year, calendar.last_year + 1)
    return CalendarState(
        edition=calendar.edition,
        entered=tuple(edition for edition, _content in entered()),
        known=tuple(year for year in years if calendar.is_known(year)),
        missing=tuple(year for year in needed if not calendar.is_known(year)),
    )
