"""The calendar that days are counted with: what we bring, and what was entered."""

from functools import lru_cache
from typing import Any

from jospar.records.models import CalendarEdition
from jospar.records.prepared import Prepared
from jospar.rules.core.act import Kind, Objection
from jospar.rules.core.calendar import Calendar
from jospar.rules.core.sentences import ToldError, _
from jospar.rules.reference.facts import SetCalendar

from .calendars import CalendarFile, kazakhstan, read_calendar

YEARS_BEFORE, YEARS_AFTER = 2, 5
"""How many years around a year its days can lie in."""

_EDITIONS = Prepared(lambda: CalendarEdition.objects.values_list("edition", "content"))


def calendar_of(year: int) -> Calendar:
    """Return the calendar for days around ``year``; one query.

    Raises:
        CalendarFileError: when an edition that was entered makes no sense.
    """
    return _calendar(year, tuple(entered()))


def entered() -> list[tuple[Any, ...]]:
    """Return the editions that were entered, with their contents, in their order."""
    return _EDITIONS.rows()


def check_calendar(content: str, name: str) -> CalendarFile:
    """Return what a file says, if it can stand above the editions entered so far.

    Raises:
        CalendarFileError: when it cannot be read or makes no sense.
    """
    file = read_calendar(content, name)
    kazakhstan(2000, 2000, [*(read_calendar(text, e) for e, text in entered()), file])
    return file


def against_calendar(filing: SetCalendar) -> tuple[Objection, ...]:
    """Return why days cannot be counted with what would be entered, if they cannot.

    An edition that makes no sense would stop every act.
    """
    try:
        edition = check_calendar(filing.content, filing.edition).edition
    except ToldError as error:
        told, cure = error, _("Correct the file and enter it again.")
    else:
        if edition == filing.edition:
            return ()
        told = ToldError(_("The file calls its edition “{edition}”."), edition=edition)
        cure = _("Enter the edition under the name that the file gives it.")
    return (
        Objection(
            kind=Kind.REFUSAL,
            code="calendar_in_order",
            provision="record.reference",
            message=told.message,
            cure=cure,
            field="content",
            values=told.values,
        ),
    )


@lru_cache(maxsize=64)
def _calendar(year: int, editions: tuple[tuple[str, str], ...]) -> Calendar:
    added = [read_calendar(content, edition) for edition, content in editions]
    return kazakhstan(year - YEARS_BEFORE, year + YEARS_AFTER, added)
