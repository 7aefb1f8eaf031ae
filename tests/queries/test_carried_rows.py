"""Rows of agreed plans as they stood on a day."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from jospar.queries.carried_rows import (
    CarriedRow,
    PlanInForce,
    by_body,
    by_quarter,
    carried_rows,
    plans_in_force,
    quarter_of,
)
from jospar.rules.core.nouns import ProgressStage
from tests.queries.made_life import agreed_later, agreed_rows, later, listed_body
from tests.rules import made_carrying_out as made_rows
from tests.rules.made import CURRENT, LONG_TERM

pytestmark = pytest.mark.django_db
AGREED_ON = date(2024, 12, 2)
NEXT_YEAR = date(2025, 6, 30)
CURRENT_PLAN = PlanInForce(2024, CURRENT, (2025,))
LONG_PLAN = PlanInForce(2024, LONG_TERM, (2026, 2027, 2028))


def row(day: date, key: str = "C-1") -> CarriedRow:
    """Return the only row of that key that is carried out on ``day``."""
    (found,) = [one for one in carried_rows(day) if one.key == key]
    return found


@pytest.mark.parametrize(
    ("day", "plans"),
    [
        (date(2024, 12, 1), ()),
        (AGREED_ON, (CURRENT_PLAN, LONG_PLAN)),
        (date(2025, 12, 31), (CURRENT_PLAN, LONG_PLAN)),
        (date(2026, 1, 1), (LONG_PLAN,)),
    ],
)
def test_plans_in_force(day: date, plans: tuple[PlanInForce, ...]) -> None:
    """From the agreement on, a current plan until its year ends."""
    agreed_rows()
    assert plans_in_force(day) == plans
    assert {one.plan for one in carried_rows(day)} == set(plans)


def test_a_newer_long_term_plan() -> None:
    """The one that was agreed last is in force; two current ones meet in December."""
    agreed_rows()
    agreed_later()
    day = date(2025, 12, 10)
    assert [(one.year, one.kind) for one in plans_in_force(day)] == [
        (2024, CURRENT),
        (2025, CURRENT),
        (2025, LONG_TERM),
    ]
    before = date(2025, 12, 1)
    assert plans_in_force(before) == (CURRENT_PLAN, LONG_PLAN)


def test_a_row_before_anything_happened() -> None:
    """It is not begun, called as it was agreed, and its proposer answers for it."""
    agreed_rows()
    found = row(NEXT_YEAR)
    assert (found.stage, found.stage_on) == (ProgressStage.NOT_BEGUN, None)
    assert (found.name, found.reported_on, found.signed_on) == (None, None, None)
    assert found.bodies == found.answering == ("trade",)
    assert found.treaty == found.entry


def test_a_row_as_of_a_day() -> None:
    """What was reported, planned, named or signed later is not known yet."""
    agreed_rows()
    days = [date(2025, month, 10) for month in range(1, 8)]
    later(made_rows.report(key="C-1", on=days[0], reached_on=date(2025, 1, 8)))
    later(made_rows.report(key="C-1", on=days[1], stage=None, reached_on=None))
    later(made_rows.plan_stage(key="C-1", on=days[2], planned_on=days[5]))
    later(made_rows.record_name(key="C-1", on=days[3]))
    later(made_rows.put_forward(key="C-1", on=days[4]))
    later(made_rows.record_signing(key="C-1", on=days[5]))
    known = [
        (one.stage, one.stage_on, one.reported_on, one.name, one.signed_on)
        for one in map(row, days)
    ]
    talks, signed = ProgressStage.IN_TALKS, ProgressStage.SIGNED
    since, name = date(2025, 1, 8), made_rows.NAME
    assert known == [
        (talks, since, days[0], None, None),
        (talks, since, days[1], None, None),
        (talks, since, days[1], None, None),
        (talks, since, days[1], name, None),
        (talks, since, days[1], name, None),
        (signed, days[5], days[5], name, days[5]),
        (signed, days[5], days[5], name, days[5]),
    ]
    assert [row(day).put_forward_on for day in days[3:6]] == [None, days[4], days[4]]
    assert row(days[1]).planned == {}
    assert row(days[2]).planned == {ProgressStage.EXAMINED: days[5]}


def test_a_report_that_turns_up_late() -> None:
    """It has its own day, and moves no row back."""
    agreed_rows()
    later(
        made_rows.report(
            key="C-1",
            on=date(2025, 3, 3),
            stage=ProgressStage.EXAMINED,
            reached_on=date(2025, 3, 3),
        )
    )
    later(made_rows.report(key="C-1", on=date(2025, 2, 3), reached_on=date(2025, 2, 3)))
    assert row(date(2025, 2, 10)).stage is ProgressStage.IN_TALKS
    assert row(NEXT_YEAR).stage is ProgressStage.EXAMINED


def test_rows_of_a_successor() -> None:
    """A body's rows pass to its successor on a day; the proposer stays."""
    agreed_rows()
    listed_body("economy")
    on = date(2025, 5, 5)
    later(made_rows.succeed_body(body="trade", successor="economy", on=on))
    before, after = row(date(2025, 5, 4)), row(on)
    assert (before.bodies, before.answering) == (("trade",), ("trade",))
    assert (after.bodies, after.answering) == (("trade",), ("economy",))
    assert len(carried_rows(on, body="economy")) == 2
    assert carried_rows(on, body="trade") == ()
    assert list(by_body(carried_rows(on))) == ["economy"]


def test_rows_by_quarter() -> None:
    """A row stands in the quarter in which its term ends."""
    agreed_rows()
    found = by_quarter(carried_rows(NEXT_YEAR))
    keys = {quarter: [one.key for one in of] for quarter, of in found.items()}
    assert keys == {(2025, 4): ["C-1"], (2026, 4): ["C-2"]}


@pytest.mark.parametrize(
    ("month", "quarter"),
    [(1, 1), (3, 1), (4, 2), (6, 2), (7, 3), (9, 3), (10, 4), (12, 4)],
)
def test_quarters(month: int, quarter: int) -> None:
    """Three months make a quarter."""
    assert quarter_of(date(2025, month, 1)) == quarter


def test_the_number_of_queries() -> None:
    """It does not grow with the rows."""
    agreed_rows()
    plans = plans_in_force(NEXT_YEAR)
    with CaptureQueriesContext(connection) as of_two:
        assert len(carried_rows(NEXT_YEAR, plans)) == 2
    with CaptureQueriesContext(connection) as of_one:
        assert len(carried_rows(NEXT_YEAR, plans[:1])) == 1
    assert len(of_two) == len(of_one) == 7
