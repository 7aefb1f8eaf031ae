"""Working days, counted in one look-up, and why any other day is off.

A calendar is prepared once from what the shell knows of the days off. Why a day is off
is said by a code, ``weekend`` or the shell's own, which the calendar puts into words.
"""

from collections.abc import Mapping
from datetime import date, timedelta

from .nouns import Language

SATURDAY = 5
"""Monday is 0: the weekend begins here."""

WEEKEND = "weekend"
"""The reason of a Saturday or a Sunday with nothing else to it."""

WEEKEND_TEXTS: Mapping[str, str] = {
    Language.KK: "демалыс күні",
    Language.RU: "выходной день",
    Language.EN: "weekend",
}


class CalendarUnknownError(LookupError):
    """A day was asked for that lies outside of the years of the calendar."""


class Calendar:
    """The working days from 1 January of a year to 31 December of another.

    ``edition`` names what the calendar was made from. ``working_weekends`` are the
    Saturdays and Sundays that are working days because their day off was moved.
    """

    __slots__ = (
        "_days_off",
        "_known_years",
        "_offset",
        "_passed",
        "_texts",
        "_working",
        "edition",
        "first_year",
        "last_year",
        "working_weekends",
    )

    def __init__(
        self,
        *,
        edition: str,
        first_year: int,
        last_year: int,
        days_off: Mapping[date, str],
        working_weekends: frozenset[date],
        known_years: frozenset[int],
        texts: Mapping[str, Mapping[str, str]] | None = None,
    ) -> None:
        """Prepare the look-ups.

        Args:
            edition: Name of what the calendar was made from.
            first_year: First year that is covered.
            last_year: Last year that is covered.
            days_off: Codes of the reasons by day; plain weekends are left out.
            working_weekends: Days of a weekend that are worked.
            known_years: Years whose official transfers are entered.
            texts: For each code of a reason its words, by language.
        """
        self.edition = edition
        self.first_year = first_year
        self.last_year = last_year
        self.working_weekends = working_weekends
        self._known_years = known_years
        self._days_off = days_off
        self._texts = {WEEKEND: WEEKEND_TEXTS, **(texts or {})}
        self._offset = date(first_year, 1, 1).toordinal()
        self._working: list[date] = []
        # How many working days have passed before each day, and after the last one.
        self._passed = [0]
        for ordinal in range(self._offset, date(last_year, 12, 31).toordinal() + 1):
            day = date.fromordinal(ordinal)
            if self._reason(day) is None:
                self._working.append(day)
            self._passed.append(len(self._working))

    def is_known(self, year: int) -> bool:
        """Tell whether the official transfers of days off of ``year`` are entered."""
        return year in self._known_years

    def is_working(self, day: date) -> bool:
        """Tell whether ``day`` is a working day.

        Raises:
            CalendarUnknownError: Where the day is outside of the calendar.
        """
        return self.reason_off(day) is None

    def reason_off(self, day: date) -> str | None:
        """Return the code of why ``day`` is off, none where it is a working day.

        Raises:
            CalendarUnknownError: Where the day is outside of the calendar.
        """
        if not self.first_year <= day.year <= self.last_year:
            raise self._unknown()
        return self._reason(day)

    def reason_text(self, reason: str, language: str) -> str:
        """Return the code of a reason in the words of ``language``."""
        return self._texts[reason][language] if reason in self._texts else reason

    def add_working_days(
        self,
        start: date,
        count: int,
        *,
        first_counts: bool = False,
    ) -> date:
        """Return the last of ``count`` working days counted from ``start``.

        Args:
            start: The day of what set the term off.
            count: Length of the term in working days, at least 1.
            first_counts: Count ``start`` itself if it is a working day; otherwise
                the count begins on the day after it.

        Raises:
            CalendarUnknownError: Where a day is outside of the calendar.
            ValueError: Where ``count`` is less than 1.
        """
        position = start.toordinal() - self._offset
        if position < 0:
            raise self._unknown()
        if count < 1:
            raise ValueError("A term is at least one working day long.")
        if not first_counts:
            position += 1
        try:
            return self._working[self._passed[position] + count - 1]
        except IndexError:
            raise self._unknown() from None

    def subtract_working_days(self, end: date, count: int) -> date:
        """Return the first of the ``count`` working days before ``end``.

        Raises:
            CalendarUnknownError: Where a day is outside of the calendar.
            ValueError: Where ``count`` is less than 1.
        """
        if count < 1:
            raise ValueError("A term is at least one working day long.")
        return self._at(self._passed_before(end) - count)

    def next_working_day(self, day: date) -> date:
        """Return ``day`` if it is a working day, otherwise the next one that is.

        Raises:
            CalendarUnknownError: Where a day is outside of the calendar.
        """
        return self._at(self._passed_before(day))

    def skipped(self, first: date, last: date) -> tuple[tuple[date, str], ...]:
        """Return the days off from ``first`` to ``last``, both included, with reasons.

        Raises:
            CalendarUnknownError: Where a day is outside of the calendar.
        """
        days = (first + timedelta(days=n) for n in range((last - first).days + 1))
        return tuple((day, reason) for day in days if (reason := self.reason_off(day)))

    def _reason(self, day: date) -> str | None:
        if day in self.working_weekends:
            return None
        weekend = WEEKEND if day.weekday() >= SATURDAY else None
        return self._days_off.get(day, weekend)

    def _passed_before(self, day: date) -> int:
        if not self.first_year <= day.year <= self.last_year:
            raise self._unknown()
        return self._passed[day.toordinal() - self._offset]

    def _at(self, index: int) -> date:
        if not 0 <= index < len(self._working):
            raise self._unknown()
        return self._working[index]

    def _unknown(self) -> CalendarUnknownError:
        return CalendarUnknownError(
            f"The calendar {self.edition} covers the years {self.first_year} to "
            f"{self.last_year} only: have it made for more years."
        )
