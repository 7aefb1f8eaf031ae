"""The day to meet next, and the working days until then."""

from datetime import date

import pytest

from jospar.queries.days_left import day_to_meet, working_days_left
from tests.rules import made

FRIDAY, MONDAY = date(2024, 12, 20), date(2024, 12, 23)


@pytest.mark.parametrize(
    ("today", "by"),
    [
        (date(2024, 12, 19), FRIDAY),
        (FRIDAY, FRIDAY),
        (date(2024, 12, 21), MONDAY),
        (MONDAY, MONDAY),
        (date(2024, 12, 24), FRIDAY),
    ],
)
def test_the_strict_day_comes_first(today: date, by: date) -> None:
    """The last one only while it alone is left."""
    assert day_to_meet(FRIDAY, MONDAY, today) == by


@pytest.mark.parametrize(
    ("today", "by", "left"),
    [
        (date(2024, 12, 13), FRIDAY, 4),  # the Monday is a holiday
        (FRIDAY, FRIDAY, 0),
        (date(2024, 12, 21), MONDAY, 1),
        (MONDAY, FRIDAY, None),
        (FRIDAY, None, None),
        (date(2030, 1, 2), date(2030, 1, 4), None),
    ],
)
def test_working_days_are_counted_to_the_day(
    today: date, by: date | None, left: int | None
) -> None:
    """The day itself counts, today does not; years without a calendar have none."""
    assert working_days_left(made.calendar(), today, by) == left
