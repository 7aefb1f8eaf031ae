"""Working days counted on Kazakhstan's real calendar and on made ones."""

from datetime import date, timedelta

import pytest
from holidays.countries.kazakhstan import Kazakhstan

from jospar.rules.core.calendar import WEEKEND, Calendar, CalendarUnknownError

PACKAGE = Kazakhstan(years=range(2023, 2028))
REAL = Calendar(
    edition="of the tests",
    first_year=2023,
    last_year=2027,
    days_off=dict(PACKAGE.items()),
    working_weekends=frozenset(
        day for day in PACKAGE.weekend_workdays if 2023 <= day.year <= 2027
    ),
    known_years=frozenset({2023, 2024, 2025}),
)
DAYS = [date(2023, 1, 1) + timedelta(days=n) for n in range(5 * 365 + 1)]


def make(
    days_off: dict[date, str] | None = None,
    working_weekends: frozenset[date] = frozenset(),
    texts: dict[str, dict[str, str]] | None = None,
) -> Calendar:
    """Return a calendar of 2024 with no days off but weekends and what is given."""
    return Calendar(
        edition="made",
        first_year=2024,
        last_year=2024,
        days_off=days_off or {},
        working_weekends=working_weekends,
        known_years=frozenset({2024}),
        texts=texts,
    )


def test_ten_working_days_after_the_agreement_of_2024() -> None:
    """From 2 December 2024 ten working days last to 17 December, over a holiday."""
    assert REAL.add_working_days(date(2024, 12, 2), 10) == date(2024, 12, 17)


def test_ten_working_days_over_nauryz() -> None:
    """Ten days from 12 March 2024 end on 28 March with that day, on 29 without it."""
    received = date(2024, 3, 12)
    assert REAL.add_working_days(received, 10, first_counts=True) == date(2024, 3, 28)
    assert REAL.add_working_days(received, 10) == date(2024, 3, 29)


@pytest.mark.parametrize(
    ("day", "outer"),
    [
        (date(2023, 10, 25), date(2023, 10, 26)),
        (date(2024, 10, 25), date(2024, 10, 28)),
        (date(2025, 10, 25), date(2025, 10, 28)),
        (date(2026, 10, 25), date(2026, 10, 27)),
        (date(2027, 10, 25), date(2027, 10, 26)),
        (date(2024, 11, 10), date(2024, 11, 11)),
        (date(2023, 11, 25), date(2023, 11, 27)),
        (date(2027, 9, 25), date(2027, 9, 27)),
        (date(2024, 11, 25), date(2024, 11, 25)),
    ],
)
def test_next_working_day_of_the_named_days(day: date, outer: date) -> None:
    """The named days of the Rules roll on to the first working day from them on."""
    assert REAL.next_working_day(day) == outer


def test_working_days_are_those_of_the_package() -> None:
    """Every day is worked exactly where the package says so, moved ones too."""
    assert [day for day in DAYS if REAL.is_working(day)] == [
        day for day in DAYS if PACKAGE.is_working_day(day)
    ]


def test_counting_agrees_with_counting_by_hand() -> None:
    """Counting on, counting from the first day and counting back go day by day."""
    worked = [day for day in DAYS if PACKAGE.is_working_day(day)]
    for start in DAYS[30:-30]:
        before = [day for day in worked if day < start]
        since = worked[len(before) :]
        after = [day for day in since if day > start]
        for count in (1, 2, 10):
            counted = REAL.add_working_days(start, count, first_counts=True)
            assert counted == since[count - 1]
            assert REAL.add_working_days(start, count) == after[count - 1]
            assert REAL.subtract_working_days(start, count) == before[-count]
        assert REAL.next_working_day(start) == since[0]


def test_every_day_off_has_a_reason() -> None:
    """A day is off as a weekend, or for the reason given, which comes before it."""
    saturday, monday = date(2024, 3, 23), date(2024, 3, 25)
    calendar = make({saturday: "nauryz", monday: "nauryz"})
    assert calendar.reason_off(date(2024, 3, 22)) is None
    assert calendar.reason_off(saturday) == "nauryz"
    assert calendar.reason_off(date(2024, 3, 24)) == WEEKEND
    assert calendar.reason_off(monday) == "nauryz"


def test_working_weekend_has_no_reason_to_be_off() -> None:
    """A Saturday that is worked for a moved day off counts as a working day."""
    saturday = date(2024, 5, 4)
    calendar = make({saturday: "anything"}, frozenset({saturday}))
    assert calendar.reason_off(saturday) is None
    assert calendar.add_working_days(date(2024, 5, 3), 1) == saturday


def test_skipped_days() -> None:
    """The days off between two days, both included, come with their reasons."""
    calendar = make({date(2024, 12, 16): "independence"})
    assert calendar.skipped(date(2024, 12, 14), date(2024, 12, 16)) == (
        (date(2024, 12, 14), WEEKEND),
        (date(2024, 12, 15), WEEKEND),
        (date(2024, 12, 16), "independence"),
    )
    assert calendar.skipped(date(2024, 12, 17), date(2024, 12, 17)) == ()


def test_reasons_in_words() -> None:
    """A reason is said in the language asked for, or as it is where it has no words."""
    calendar = make(texts={"nauryz": {"kk": "Наурыз мейрамы"}})
    assert calendar.reason_text("nauryz", "kk") == "Наурыз мейрамы"
    assert calendar.reason_text(WEEKEND, "ru") == "выходной день"
    assert calendar.reason_text("other", "en") == "other"


def test_known_years() -> None:
    """A year whose transfers are not entered is covered, and says so."""
    assert (REAL.is_known(2025), REAL.is_known(2026)) == (True, False)


@pytest.mark.parametrize("day", [date(2023, 12, 31), date(2025, 1, 1)])
def test_days_outside_are_unknown(day: date) -> None:
    """Nothing is said of a day before the first year or after the last."""
    calendar = make()
    with pytest.raises(CalendarUnknownError):
        calendar.is_working(day)
    with pytest.raises(CalendarUnknownError):
        calendar.add_working_days(day, 1, first_counts=True)
    with pytest.raises(CalendarUnknownError):
        calendar.subtract_working_days(day, 1)
    with pytest.raises(CalendarUnknownError):
        calendar.next_working_day(day)
    with pytest.raises(CalendarUnknownError):
        calendar.skipped(day, day)


def test_day_far_outside_is_unknown() -> None:
    """Adding to a day long after the last year finds nothing either."""
    with pytest.raises(CalendarUnknownError):
        make().add_working_days(date(2030, 1, 1), 1)


def test_results_outside_are_unknown() -> None:
    """A count that runs out of the years is refused, the last day inside is not."""
    calendar = make({date(2024, 1, 1): "new year"})
    assert calendar.add_working_days(date(2024, 12, 30), 1) == date(2024, 12, 31)
    assert calendar.subtract_working_days(date(2024, 1, 3), 1) == date(2024, 1, 2)
    with pytest.raises(CalendarUnknownError):
        calendar.add_working_days(date(2024, 12, 30), 2)
    with pytest.raises(CalendarUnknownError):
        calendar.subtract_working_days(date(2024, 1, 3), 2)


def test_unknown_day_says_which_years_are_covered() -> None:
    """The error names the calendar, its years and the cure."""
    with pytest.raises(CalendarUnknownError) as error:
        make().is_working(date(2025, 1, 1))
    assert str(error.value) == (
        "The calendar made covers the years 2024 to 2024 only: "
        "have it made for more years."
    )


def test_no_days_cannot_be_counted() -> None:
    """A term of no working days makes no sense."""
    with pytest.raises(ValueError, match="at least one working day"):
        make().add_working_days(date(2024, 12, 2), 0)
    with pytest.raises(ValueError, match="at least one working day"):
        make().subtract_working_days(date(2024, 12, 2), 0)
