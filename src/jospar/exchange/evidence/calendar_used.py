"""The part of a calendar that goes into an evidence file, and a calendar made of it."""

from collections.abc import Iterator
from datetime import date, timedelta

from jospar.rules.core.calendar import WEEKEND, Calendar
from jospar.rules.core.nouns import Language

from .contents import MOST_YEARS, CalendarUsed


def calendar_used(calendar: Calendar, first_year: int, last_year: int) -> CalendarUsed:
    """Return what the calendar says of those years, weekends left out.

    Raises:
        CalendarUnknownError: when it does not cover them.
    """
    off = {
        day: reason
        for day in _days(first_year, last_year)
        if (reason := calendar.reason_off(day)) not in (None, WEEKEND)
    }
    years = range(first_year, last_year + 1)
    return CalendarUsed(
        edition=calendar.edition,
        first_year=first_year,
        last_year=last_year,
        known_years=tuple(year for year in years if calendar.is_known(year)),
        days_off={day: reason for day, reason in off.items() if reason},
        working_weekends=tuple(
            sorted(day for day in calendar.working_weekends if day.year in years)
        ),
        texts={
            reason: {
                language.value: calendar.reason_text(reason, language)
                for language in Language
            }
            for reason in off.values()
            if reason
        },
    )


def calendar_from(used: CalendarUsed) -> Calendar:
    """Return the calendar that was used.

    Raises:
        ValueError: when its years are none that anything was ever counted in.
    """
    if not 0 <= used.last_year - used.first_year < MOST_YEARS:
        raise ValueError(f"{used.first_year}–{used.last_year}")
    return Calendar(
        edition=used.edition,
        first_year=used.first_year,
        last_year=used.last_year,
        days_off=used.days_off,
        working_weekends=frozenset(used.working_weekends),
        known_years=frozenset(used.known_years),
        texts=used.texts,
    )


def _days(first_year: int, last_year: int) -> Iterator[date]:
    first = date(first_year, 1, 1)
    count = (date(last_year, 12, 31) - first).days
    return (first + timedelta(days=n) for n in range(count + 1))
