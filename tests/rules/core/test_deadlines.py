"""Deadlines: their two days, lateness, and why each day is that day."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jospar.rules.core.calendar import WEEKEND, Calendar, CalendarUnknownError
from jospar.rules.core.deadlines import (
    ASTANA,
    Deadline,
    came_in_time,
    day_in_astana,
    deadline_from,
    deadline_in,
    in_time,
)
from jospar.rules.core.ruleset import Ruleset
from tests.rules import made
from tests.rules.made import OTHER_RULES, RULES

CALENDAR = made.calendar()
NAMED = {
    "concepts.deadline": (9, 25),
    "conclusions.deadline": (10, 25),
    "commission.deadline": (11, 10),
    "president.deadline": (11, 25),
}
CONCEPTS, CONCLUSIONS, COMMISSION, PRESIDENT = NAMED


def mark(code: str, year: int, due: str, outer: str) -> object:
    """Return a line of the table of deadlines, which proves its provision."""
    days = (date.fromisoformat(f"{year}-{day}") for day in (due, outer))
    return pytest.param(code, year, *days, marks=pytest.mark.provision(code))


@pytest.mark.parametrize(
    ("code", "year", "due", "outer"),
    [
        mark(CONCEPTS, 2023, "09-25", "09-25"),
        mark(CONCEPTS, 2024, "09-25", "09-25"),
        mark(CONCEPTS, 2025, "09-25", "09-25"),
        mark(CONCEPTS, 2026, "09-25", "09-25"),
        mark(CONCEPTS, 2027, "09-25", "09-27"),
        mark(CONCLUSIONS, 2023, "10-24", "10-26"),
        mark(CONCLUSIONS, 2024, "10-24", "10-28"),
        mark(CONCLUSIONS, 2025, "10-24", "10-28"),
        mark(CONCLUSIONS, 2026, "10-24", "10-27"),
        mark(CONCLUSIONS, 2027, "10-24", "10-26"),
        mark(COMMISSION, 2023, "11-10", "11-10"),
        mark(COMMISSION, 2024, "11-10", "11-11"),
        mark(COMMISSION, 2025, "11-10", "11-10"),
        mark(COMMISSION, 2026, "11-10", "11-10"),
        mark(COMMISSION, 2027, "11-10", "11-10"),
        mark(PRESIDENT, 2023, "11-25", "11-27"),
        mark(PRESIDENT, 2024, "11-25", "11-25"),
        mark(PRESIDENT, 2025, "11-25", "11-25"),
        mark(PRESIDENT, 2026, "11-25", "11-25"),
        mark(PRESIDENT, 2027, "11-25", "11-25"),
    ],
)
def test_table_of_deadlines(code: str, year: int, due: date, outer: date) -> None:
    """Due is the day by the strictest reading, outer the day by the widest."""
    deadline = deadline_in(RULES, code, year, CALENDAR)
    assert (deadline.due, deadline.outer) == (due, outer)


@pytest.mark.provision("distribution.deadline")
@pytest.mark.parametrize(
    ("agreed_on", "last_day"),
    [
        (date(2024, 12, 2), date(2024, 12, 17)),
        (date(2024, 12, 1), date(2024, 12, 13)),
        (date(2024, 11, 29), date(2024, 12, 13)),
        (date(2023, 12, 1), date(2023, 12, 15)),
        (date(2024, 12, 20), date(2025, 1, 7)),
    ],
)
def test_ten_working_days_from_the_day_after(agreed_on: date, last_day: date) -> None:
    """Days off are not counted, the day of the agreement is not, a new year may be."""
    deadline = deadline_from(RULES, "distribution.deadline", agreed_on, CALENDAR)
    assert (deadline.due, deadline.outer) == (last_day, last_day)


@pytest.mark.parametrize(
    ("code", "year", "met_on", "days"),
    [
        (CONCEPTS, 2027, date(2027, 9, 25), 0),
        (CONCEPTS, 2027, date(2027, 9, 26), 1),
        (CONCEPTS, 2027, date(2027, 9, 27), 2),
        (CONCLUSIONS, 2024, date(2024, 9, 1), 0),
        (CONCLUSIONS, 2024, date(2024, 10, 25), 0),
        (CONCLUSIONS, 2024, date(2024, 10, 28), 0),
        (CONCLUSIONS, 2024, date(2024, 10, 29), 1),
        (CONCLUSIONS, 2024, date(2024, 11, 28), 31),
        (COMMISSION, 2024, date(2024, 11, 11), 0),
        (COMMISSION, 2024, date(2024, 11, 12), 1),
        (PRESIDENT, 2023, date(2023, 11, 27), 0),
        (PRESIDENT, 2023, date(2023, 11, 28), 1),
    ],
)
def test_days_late(code: str, year: int, met_on: date, days: int) -> None:
    """Bodies are late after the named day, the Ministry after outer."""
    assert deadline_in(RULES, code, year, CALENDAR).days_late(met_on) == days


def test_days_late_in_sending_out() -> None:
    """The sending out is late from the day after the tenth working day."""
    deadline = deadline_from(
        RULES, "distribution.deadline", date(2024, 12, 2), CALENDAR
    )
    assert deadline.days_late(date(2024, 12, 17)) == 0
    assert deadline.days_late(date(2024, 12, 18)) == 1


def test_a_named_day_says_why_it_is_that_day() -> None:
    """A deadline has its named day, the days off on the way and the calendar used."""
    assert deadline_in(RULES, CONCLUSIONS, 2024, CALENDAR) == Deadline(
        provision="conclusions.deadline",
        start=date(2024, 10, 25),
        due=date(2024, 10, 24),
        outer=date(2024, 10, 28),
        late_after=date(2024, 10, 28),
        working_days=0,
        before=True,
        first_counts=False,
        skipped=(
            (date(2024, 10, 25), "holiday"),
            (date(2024, 10, 26), WEEKEND),
            (date(2024, 10, 27), WEEKEND),
        ),
        calendar="made",
        known=True,
    )


def test_a_counted_day_says_why_it_is_that_day() -> None:
    """A deadline in working days has its start, its length and the days not counted."""
    assert deadline_from(
        RULES, "distribution.deadline", date(2024, 12, 2), CALENDAR
    ) == Deadline(
        provision="distribution.deadline",
        start=date(2024, 12, 2),
        due=date(2024, 12, 17),
        outer=date(2024, 12, 17),
        late_after=date(2024, 12, 17),
        working_days=10,
        before=False,
        first_counts=False,
        skipped=(
            (date(2024, 12, 7), WEEKEND),
            (date(2024, 12, 8), WEEKEND),
            (date(2024, 12, 14), WEEKEND),
            (date(2024, 12, 15), WEEKEND),
            (date(2024, 12, 16), "holiday"),
        ),
        calendar="made",
        known=True,
    )


def test_an_unknown_year_is_said_to_be_unknown() -> None:
    """A day of a year whose transfers are not entered is given, and not as known."""
    code = "distribution.deadline"
    assert deadline_in(RULES, CONCLUSIONS, 2024, CALENDAR).known is True
    assert deadline_in(RULES, CONCLUSIONS, 2025, CALENDAR).known is False
    assert deadline_from(RULES, code, date(2024, 12, 17), CALENDAR).known is True
    assert deadline_from(RULES, code, date(2024, 12, 18), CALENDAR).known is False


def test_a_year_outside_of_the_calendar_has_no_deadline() -> None:
    """Nothing is guessed where the calendar has no days at all."""
    with pytest.raises(CalendarUnknownError):
        deadline_in(RULES, CONCLUSIONS, 2022, CALENDAR)


def test_deadlines_of_other_rules() -> None:
    """Other Rules have other days, that roll or do not, and count the first day."""
    calendar = made.calendar(2031, 2031)
    found = [deadline_in(OTHER_RULES, code, 2031, calendar) for code in NAMED]
    days = {
        deadline.provision: (
            deadline.due,
            deadline.outer,
            deadline.late_after,
            deadline.skipped,
        )
        for deadline in found
    }
    august, october = date(2031, 8, 1), date(2031, 10, 25)
    assert days == {
        CONCEPTS: (
            date(2031, 6, 15),
            date(2031, 6, 16),
            date(2031, 6, 16),
            ((date(2031, 6, 15), WEEKEND),),
        ),
        CONCLUSIONS: (august, august, august, ()),
        COMMISSION: (
            date(2031, 9, 19),
            date(2031, 9, 22),
            date(2031, 9, 22),
            ((date(2031, 9, 20), WEEKEND), (date(2031, 9, 21), WEEKEND)),
        ),
        PRESIDENT: (
            october,
            date(2031, 10, 28),
            october,
            (
                (october, "holiday"),
                (date(2031, 10, 26), WEEKEND),
                (date(2031, 10, 27), "moved"),
            ),
        ),
    }
    counted = deadline_from(
        OTHER_RULES, "distribution.deadline", date(2031, 10, 30), calendar
    )
    assert (counted.due, counted.outer) == (date(2031, 11, 5), date(2031, 11, 6))
    assert counted.late_after == counted.due


# ------------------------------------------------------- in time or late


@pytest.mark.provision("concepts.deadline")
@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        ("2023-09-25T23:59:59+06:00", True),
        ("2023-09-26T00:00:00+06:00", False),
        ("2023-09-25T18:30+00:00", False),
        ("2024-09-25T23:59:59+05:00", True),
        ("2024-09-25T23:59:59.999999+05:00", True),
        ("2024-09-26T00:00:00+05:00", False),
        ("2024-09-25T18:30+00:00", True),
        ("2024-09-25T19:00+00:00", False),
        ("2027-09-25T23:59:59+05:00", True),
        ("2027-09-26T00:00:00+05:00", False),
    ],
)
def test_concepts_are_in_time_until_the_end_of_the_day(
    moment: str, expected: bool
) -> None:
    """The last second of 25 September in Astana is in time, the next one is late."""
    received_at = datetime.fromisoformat(moment)
    deadline = deadline_in(RULES, CONCEPTS, received_at.year, CALENDAR)
    assert in_time(deadline, received_at) is expected


@pytest.mark.provision("concepts.deadline")
@pytest.mark.provision("concepts.languages")
@pytest.mark.parametrize(
    ("rules", "received", "sent", "completed", "expected"),
    [
        (RULES, 25, 26, 26, True),
        (RULES, 26, 25, 25, False),
        (RULES, 25, None, None, True),
        (made.rules(receipt="sent"), 26, 25, 26, True),
        (made.rules(receipt="sent"), 25, 26, 25, False),
        (made.rules(receipt="sent"), 25, None, 25, True),
        (made.rules(receipt="sent"), 26, None, 26, False),
        (made.rules(incomplete="completion_counts"), 25, 25, 25, True),
        (made.rules(incomplete="completion_counts"), 25, 25, 26, False),
        (made.rules(incomplete="completion_counts"), 25, 25, None, False),
        (made.rules(incomplete="completion_counts"), 26, 25, 25, False),
        (made.rules(incomplete="completion_counts", receipt="sent"), 26, 25, 25, True),
        (made.rules(incomplete="completion_counts", receipt="sent"), 25, 25, 26, False),
        (made.rules(incomplete="completion_counts", receipt="sent"), 26, 25, 26, True),
        (made.rules(incomplete="completion_counts", receipt="sent"), 26, 25, 27, False),
    ],
)
def test_what_counts_is_said_by_the_readings(
    rules: Ruleset,
    received: int,
    sent: int | None,
    completed: int | None,
    expected: bool,
) -> None:
    """Receipt counts and an incomplete concept keeps its day, unless read otherwise."""
    deadline = deadline_in(rules, CONCEPTS, 2024, CALENDAR)
    answer = came_in_time(
        rules,
        deadline,
        received_at=datetime(2024, 9, received, 12, 0, tzinfo=ASTANA),
        sent_on=date(2024, 9, sent) if sent else None,
        complete_on=date(2024, 9, completed) if completed else None,
    )
    assert answer is expected


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2024, 2, 29, 17, 59, 59, tzinfo=UTC), date(2024, 2, 29)),
        (datetime(2024, 2, 29, 18, 0, tzinfo=UTC), date(2024, 2, 29)),
        (datetime(2024, 2, 29, 18, 59, 59, tzinfo=UTC), date(2024, 2, 29)),
        (datetime(2024, 2, 29, 19, 0, tzinfo=UTC), date(2024, 3, 1)),
        (datetime(2024, 2, 28, 18, 0, tzinfo=UTC), date(2024, 2, 29)),
    ],
)
def test_day_in_astana(moment: datetime, day: date) -> None:
    """The day of a moment is Astana's, before and after its clock was put back."""
    assert day_in_astana(moment) == day


# ----------------------------------------------------------- whole years


@st.composite
def deadlines(draw: st.DrawFn) -> tuple[Deadline, Calendar]:
    """Draw a named deadline of a year from 2000 to 2030 among any days off."""
    year = draw(st.integers(2000, 2030))
    autumn = st.dates(date(year, 9, 20), date(year, 12, 20))
    off = draw(st.sets(autumn, max_size=40))
    worked = draw(st.sets(autumn, max_size=10))
    calendar = Calendar(
        edition="drawn",
        first_year=year,
        last_year=year,
        days_off=dict.fromkeys(off, "drawn"),
        working_weekends=frozenset(day for day in worked if day.weekday() >= 5),
        known_years=frozenset(),
    )
    code = draw(st.sampled_from(sorted(NAMED)))
    return deadline_in(RULES, code, year, calendar), calendar


@given(deadlines())
def test_outer_is_the_first_working_day_from_the_named_one(
    drawn: tuple[Deadline, Calendar],
) -> None:
    """Outer is worked, and every day from the named one up to it is off."""
    deadline, calendar = drawn
    month, day = NAMED[deadline.provision]
    named = date(deadline.start.year, month, day)
    assert deadline.start == named
    assert deadline.due == named - timedelta(days=deadline.before)
    assert calendar.is_working(deadline.outer)
    assert [day for day, _reason in deadline.skipped] == [
        named + timedelta(days=n) for n in range((deadline.outer - named).days)
    ]


@given(deadlines())
def test_lateness_begins_the_day_after(drawn: tuple[Deadline, Calendar]) -> None:
    """Due is never after outer; lateness begins with the second after the last day."""
    deadline, _calendar = drawn
    last = deadline.late_after
    assert deadline.due <= deadline.outer
    assert last in {deadline.due, deadline.outer}
    assert [deadline.days_late(last + timedelta(days=n)) for n in (-1, 0, 1, 2)] == [
        0,
        0,
        1,
        2,
    ]
    end = datetime(last.year, last.month, last.day, 23, 59, 59, tzinfo=ASTANA)
    assert in_time(deadline, end) is True
    assert in_time(deadline, end.astimezone(UTC) + timedelta(seconds=1)) is False


@given(st.dates(date(2000, 1, 1), date(2030, 12, 31)), st.integers(1, 30))
def test_working_days_are_counted_one_by_one(start: date, count: int) -> None:
    """A deadline in working days ends on the last of them after the start."""
    calendar = made.calendar(start.year, start.year + 1)
    rule = replace(RULES.deadlines["distribution.deadline"], working_days=count)
    rules = replace(RULES, deadlines={"distribution.deadline": rule})
    deadline = deadline_from(rules, "distribution.deadline", start, calendar)
    days = (deadline.outer - start).days
    worked = [
        day
        for day in (start + timedelta(days=n) for n in range(1, days + 1))
        if calendar.is_working(day)
    ]
    assert (len(worked), worked[-1]) == (count, deadline.outer)
