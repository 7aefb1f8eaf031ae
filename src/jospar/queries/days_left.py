"""The day that is to be met next, and the working days that are left until then."""

from datetime import date, timedelta

from jospar.rules.core.calendar import Calendar


def day_to_meet(first: date, last: date, today: date) -> date:
    """Return the strict day of a deadline, or the last one once only that is left.

    When both have passed it was the strict one.
    """
    return last if first < today <= last else first


def working_days_left(calendar: Calendar, today: date, by: date | None) -> int | None:
    """Return how many working days are left after ``today``, the last one included.

    None without a day, for one that has passed, and where no calendar knows its year.
    """
    if by is None or by < today or not calendar.is_known(by.year):
        return None
    days = (by - today).days
    return sum(
        calendar.is_working(today + timedelta(days=step)) for step in range(1, days + 1)
    )
