"""Reminders by the dates: both sides of each day, across days off, once."""

from collections.abc import Mapping
from datetime import date, timedelta

import pytest

from jospar.notices.remind import mark_reached
from jospar.notices.whom import DAY_BEFORE, REMINDED
from jospar.procedure.calendars import kazakhstan
from tests.notices.made_notices import appoint, do, open_cycle, reminded
from tests.rules import made

CALENDAR = kazakhstan(2023, 2028, [])
DUE = date(2024, 9, 25)


@pytest.mark.provision("concepts.deadline")
@pytest.mark.parametrize(
    ("day", "mark"),
    [
        (date(2024, 8, 12), None),
        # Thirty working days with Constitution Day, 30 August, left out.
        (date(2024, 8, 13), 30),
        (date(2024, 9, 10), 30),
        (date(2024, 9, 11), 10),
        (date(2024, 9, 17), 10),
        (date(2024, 9, 18), 5),
        (date(2024, 9, 23), 5),
        (date(2024, 9, 24), 1),
        (date(2024, 9, 25), 1),
        (date(2024, 9, 26), None),
    ],
)
def test_marks_before_25_september(day: date, mark: int | None) -> None:
    """The last mark that has come is the one to remind by."""
    assert mark_reached(CALENDAR, DUE, day, REMINDED) == mark


@pytest.mark.parametrize(
    ("due", "before"),
    [
        (date(2024, 10, 24), date(2024, 10, 23)),
        (date(2024, 11, 10), date(2024, 11, 8)),  # a Sunday: told on the Friday
        (date(2024, 12, 17), date(2024, 12, 13)),  # after Independence Day
    ],
)
def test_the_day_before_is_a_working_day(due: date, before: date) -> None:
    """Nothing is told on the day before that, and nothing after the deadline."""
    days = [before - timedelta(days=1), before, due, due + timedelta(days=1)]
    marks = [mark_reached(CALENDAR, due, day, DAY_BEFORE) for day in days]
    assert marks == [None, 1, 1, None]


@pytest.fixture
def bodies(db: None) -> None:
    """Open the cycle, with an officer in each of its two bodies."""
    open_cycle()
    appoint("trader", "body_officer", "trade")
    appoint("miner", "body_officer", "energy")


@pytest.mark.usefixtures("bodies")
def test_bodies_that_have_not_answered() -> None:
    """Who answered is left in peace, and who is silent is told at each mark once."""
    do(made.report_none(body="energy"))
    told = [
        reminded(date(2024, month, day))
        for month, day in (
            (8, 12),
            (8, 13),
            (8, 14),
            (9, 11),
            (9, 18),
            (9, 24),
            (9, 25),
        )
    ]
    silent = [("trader", "answer_awaited")]
    assert told == [[], silent, [], silent, silent, silent, []]


@pytest.mark.usefixtures("bodies")
def test_days_on_which_nothing_ran_are_caught_up_once() -> None:
    """Of the marks that were missed the last one is told, and not after the day."""
    everybody = [("miner", "answer_awaited"), ("trader", "answer_awaited")]
    assert reminded(date(2024, 9, 20)) == everybody
    assert reminded(date(2024, 9, 23)) == []
    assert reminded(date(2024, 9, 26)) == []


@pytest.mark.usefixtures("bodies")
def test_bodies_with_drafts() -> None:
    """A draft is spoken of, whether or not the body answered otherwise."""
    do(made.report_none(body="energy"))

    def drafts(year: int) -> Mapping[str, int]:
        return {"energy": 2} if year == 2024 else {}

    assert reminded(date(2024, 9, 18), drafts) == [
        ("miner", "drafts_unfiled"),
        ("trader", "answer_awaited"),
    ]


@pytest.mark.usefixtures("bodies")
def test_drafts_when_everybody_has_answered() -> None:
    """The deadline is met, and what is not filed is still not filed."""
    do(made.report_none(body="energy"))
    do(made.report_none(body="trade", document="2"))
    drafts = {"energy": 1}
    assert reminded(date(2024, 9, 24), lambda _year: drafts) == [
        ("miner", "drafts_unfiled")
    ]


@pytest.mark.django_db
@pytest.mark.provision("conclusions.deadline")
def test_offices_are_told_on_the_working_day_before() -> None:
    """The deadline's offices are, while something is not done, and once."""
    open_cycle()
    for office in ("reviewer", "head", "planner"):
        appoint(office, office)
    do(made.submit_concept())
    assert reminded(date(2024, 10, 22)) == []
    both = [("head", "day_before"), ("reviewer", "day_before")]
    assert reminded(date(2024, 10, 23)) == both
    assert reminded(date(2024, 10, 24)) == []


@pytest.mark.django_db
def test_nobody_is_told_of_what_is_done() -> None:
    """All is concluded, so nothing is due."""
    open_cycle()
    appoint("head", "head")
    do(made.submit_concept())
    do(made.conclude(on=date(2024, 10, 2)))
    assert reminded(date(2024, 10, 23)) == []


@pytest.mark.django_db
@pytest.mark.provision("commission.deadline")
def test_two_plans_are_one_notice() -> None:
    """Both drafts are due on one day, which its offices are told once."""
    open_cycle()
    appoint("planner", "planner")
    do(made.submit_concept())
    do(made.submit_concept(key="C-2", wording=made.wording(conclude=made.YEAR_2026)))
    for key, plan in (("C-001", made.CURRENT), ("C-2", made.LONG_TERM)):
        do(made.conclude(key=key, number=key, on=date(2024, 10, 2)))
        do(made.place(key=key, plan=plan, on=date(2024, 10, 3)))
    assert reminded(date(2024, 11, 7)) == []
    assert reminded(date(2024, 11, 8)) == [("planner", "day_before")]
