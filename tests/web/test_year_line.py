"""The year line."""

from datetime import UTC, date, datetime

import pytest

from jospar.queries.cycle_record import cycle_record
from jospar.web.year_line import YearLine, year_line
from tests.queries.made_record import LATE, conclude, open_cycle, submit
from tests.rules.made import RULES, YEAR
from tests.web.made_year import agreed_year

pytestmark = pytest.mark.django_db


def line_on(today: date, language: str = "en") -> YearLine:
    """Return the line of the record as of ``today``."""
    record = cycle_record(RULES, YEAR, today)
    return year_line(YEAR, record.deadlines, today, language)


def test_the_line_runs_from_september_to_the_end_of_the_distribution() -> None:
    """Two days more are left for what stands at its end."""
    agreed_year()
    line = line_on(date(2024, 10, 1))
    assert (line.first_day, line.last_day) == (date(2024, 9, 1), date(2024, 12, 20))
    assert [(month.x, month.name, month.short) for month in line.months] == [
        ("0.00%", "September", "Sep"),
        ("27.03%", "October", "Oct"),
        ("54.95%", "November", "Nov"),
        ("81.98%", "December", "Dec"),
    ]


def test_while_no_plan_is_agreed_it_runs_to_the_end_of_the_year() -> None:
    """The day of the distribution is not known yet."""
    open_cycle()
    assert line_on(date(2024, 10, 1)).last_day == date(2025, 1, 2)


def test_a_month_that_has_no_room_on_the_line_bears_no_name() -> None:
    """A paper of the last days of August leaves it just a few of them."""
    open_cycle()
    submit("C-1", received_at=datetime(2024, 8, 29, 6, tzinfo=UTC))
    names = [month.name for month in line_on(date(2024, 10, 1)).months]
    assert names[:2] == ["", "September"]


def test_today_is_a_line_only_within() -> None:
    """A cycle of the past has none."""
    open_cycle()
    assert line_on(date(2024, 9, 1)).today == "0.00%"
    assert line_on(date(2024, 8, 31)).today is None
    assert line_on(date(2025, 1, 3)).today is None


def test_each_deadline_has_its_lane_in_the_order_of_the_rules() -> None:
    """Both plans have a lane for each of their deadlines."""
    agreed_year()
    line = line_on(date(2025, 1, 31))
    assert [
        (lane.line.paragraph, lane.line.plan, lane.open) for lane in line.lanes
    ] == [
        ("4", None, True),
        ("8", None, False),
        ("12", "current", False),
        ("12", "long_term", False),
        ("14", "current", False),
        ("14", "long_term", False),
        ("15", "current", False),
        ("15", "long_term", True),
    ]
    assert (line.met, line.late, line.open) == (5, 1, 2)


def test_lateness_begins_after_the_day_it_counts_from() -> None:
    """What was done in time ends there, and gold lies between due and outer."""
    open_cycle()
    submit("C-1")
    conclude("C-1", on=date(2024, 11, 1))
    lane = line_on(date(2024, 12, 1)).lanes[1]
    assert (lane.gold and lane.gold.x, lane.due) == ("43.55%", "43.55%")
    assert (lane.done and lane.done.x) == "20.16%"
    assert (lane.late and lane.late.x) == "46.77%"
    assert (lane.late and lane.late.width) == "3.23%"
    assert not lane.label_before
    assert [(column.in_time, column.late) for column in lane.columns] == [(0.0, 13.0)]


def test_an_open_deadline_is_late_up_to_today() -> None:
    """Its label stands above it, after the last work."""
    open_cycle()
    submit("C-1")
    submit("C-2", received_at=LATE)
    ahead, due, open_lane = (
        line_on(day).lanes[0]
        for day in (date(2024, 9, 24), date(2024, 9, 25), date(2024, 9, 30))
    )
    assert ahead.late is due.late is None
    assert (open_lane.late and open_lane.late.width) == "4.03%"
    assert open_lane.label_above
    assert open_lane.label == "20.97%"
    assert [(column.in_time, column.late) for column in open_lane.columns] == [
        (13.0, 0.0),
        (0.0, 13.0),
    ]
