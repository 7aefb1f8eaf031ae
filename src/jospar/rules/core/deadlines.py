"""Deadlines: two days each, and for each day why it is that day.

*Due* is the day by the strictest reading: the named day, a day off or not, or the day
before it where the Rules say "before"; in working days, counted from the day itself
where the ruleset says so. *Outer* is the day by the widest one: the named day, or the
next working day where it is a day off; in working days, counted from the day after.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from .calendar import Calendar
from .ruleset import DeadlineRule, Ruleset

ASTANA = ZoneInfo("Asia/Almaty")
"""Astana's clock: UTC+6 until 29 February 2024, UTC+5 since."""


@dataclass(frozen=True, slots=True)
class Deadline:
    """A deadline with its two days and what explains them.

    ``start`` is the named day, or the day that working days are counted from;
    ``skipped`` are the days off on the way with their reasons; ``calendar`` is the
    edition used; ``known`` is false where a year's transfers are not entered yet.
    """

    provision: str
    start: date
    due: date
    outer: date
    late_after: date
    working_days: int
    before: bool
    first_counts: bool
    skipped: tuple[tuple[date, str], ...]
    calendar: str
    known: bool

    def days_late(self, met_on: date) -> int:
        """Return by how many calendar days ``met_on`` is late; 0 when it is not."""
        return max(0, (met_on - self.late_after).days)


def deadline_in(
    ruleset: Ruleset, provision: str, year: int, calendar: Calendar
) -> Deadline:
    """Return the deadline that falls on a day of ``year``."""
    rule = ruleset.deadlines[provision]
    named = date(year, rule.month, rule.day)
    due = named - timedelta(days=1) if rule.before else named
    outer = calendar.next_working_day(named) if rule.rolls else due
    skipped = calendar.skipped(named, outer) if rule.rolls else ()
    return _deadline(rule, named, due, outer, skipped, calendar)


def deadline_from(
    ruleset: Ruleset, provision: str, start: date, calendar: Calendar
) -> Deadline:
    """Return the deadline that is counted in working days from ``start``.

    By the strictest reading ``start`` itself may count, as the ruleset says; by the
    widest the count begins on the day after it.
    """
    rule = ruleset.deadlines[provision]
    due = calendar.add_working_days(
        start, rule.working_days, first_counts=rule.first_counts
    )
    outer = calendar.add_working_days(start, rule.working_days)
    return _deadline(rule, start, due, outer, calendar.skipped(start, outer), calendar)


def in_time(deadline: Deadline, moment: datetime) -> bool:
    """Tell whether ``moment`` is not later than the end of the last day in Astana."""
    return moment.astimezone(UTC) < end_of(deadline)


def end_of(deadline: Deadline) -> datetime:
    """Return the first moment that is late, in UTC: the midnight after the last day."""
    day = deadline.late_after + timedelta(days=1)
    return datetime.combine(day, time(), tzinfo=ASTANA).astimezone(UTC)


def came_in_time(
    ruleset: Ruleset,
    deadline: Deadline,
    *,
    received_at: datetime,
    sent_on: date | None,
    complete_on: date | None,
) -> bool:
    """Tell whether a concept came in time ("concepts.deadline"), as the readings say.

    By the reading "received" the moment of receipt counts, by "sent" the day of
    sending, where it is known. By "completion_counts" an incomplete concept is in
    time only if it was completed in time.
    """
    if ruleset.reading("incomplete") == "completion_counts":
        came_whole = complete_on == day_in_astana(received_at)
        if complete_on is None or (
            not came_whole and complete_on > deadline.late_after
        ):
            return False
    if ruleset.reading("receipt") == "sent" and sent_on is not None:
        return sent_on <= deadline.late_after
    return in_time(deadline, received_at)


def day_in_astana(moment: datetime) -> date:
    """Return the calendar day that ``moment`` falls on in Astana."""
    return moment.astimezone(ASTANA).date()


def _deadline(
    rule: DeadlineRule,
    start: date,
    due: date,
    outer: date,
    skipped: tuple[tuple[date, str], ...],
    calendar: Calendar,
) -> Deadline:
    return Deadline(
        provision=rule.provision,
        start=start,
        due=due,
        outer=outer,
        late_after=due if rule.late_after == "due" else outer,
        working_days=rule.working_days,
        before=rule.before,
        first_counts=rule.first_counts,
        skipped=skipped,
        calendar=calendar.edition,
        known=all(calendar.is_known(day.year) for day in (start, outer)),
    )
