"""The clock tells the present, or what a rehearsal pretends it is."""

from datetime import UTC, date, datetime, timedelta

from jospar.procedure.clock import Clock
from jospar.rules.core.deadlines import day_in_astana


def test_the_present() -> None:
    """The moment is in UTC, the day is that of Astana."""
    before = datetime.now(UTC)
    now = Clock().now()
    assert before <= now <= before + timedelta(seconds=5)
    assert now.tzinfo is UTC
    assert Clock().today() in {day_in_astana(before), day_in_astana(now)}


def test_a_rehearsal_stands_at_the_end_of_its_day() -> None:
    """All that arrives on the day has come, and the day is not over."""
    clock = Clock(date(2024, 12, 31))
    assert clock.now() == datetime(2024, 12, 31, 18, 59, 59, tzinfo=UTC)
    assert clock.today() == date(2024, 12, 31)


def test_the_hour_of_astana_in_another_year() -> None:
    """Before March 2024 Astana was an hour further from UTC."""
    clock = Clock(date(2023, 12, 31))
    assert clock.now() == datetime(2023, 12, 31, 17, 59, 59, tzinfo=UTC)
    assert clock.today() == date(2023, 12, 31)
