"""Rows of agreed plans that a cycle is offered again."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from jospar.queries.next_cycle import RowAgain, Why, rows_again
from jospar.rules.core.nouns import ProgressStage
from jospar.rules.core.offices import Actor, Office
from tests.queries.made_life import YEAR_2027, agreed_later, agreed_rows, later
from tests.queries.made_record import agree, open_cycle, place
from tests.rules import made
from tests.rules import made_carrying_out as made_rows
from tests.rules.made import AT, LONG_TERM, RULES, YEAR_2026

pytestmark = pytest.mark.django_db
INTAKE = date(2025, 9, 10)
PLANNER = Actor("test", Office.PLANNER)


def again(day: date = INTAKE, year: int = 2025, body: str = "") -> dict[str, Why]:
    """Return why each row comes up, by its key."""
    return {one.row.key: one.why for one in found(day, year, body)}


def found(day: date = INTAKE, year: int = 2025, body: str = "") -> tuple[RowAgain, ...]:
    """Return the rows that come up for the cycle."""
    actor = Actor("test", Office.BODY_OFFICER, body) if body else PLANNER
    return rows_again(actor, RULES, year, day, body)


def open_next(year: int = 2025) -> None:
    """Open the next cycle for the same body."""
    day = date(year, 1, 9)
    later(made.open_cycle(year=year), year, day)
    later(made.list_body(code="trade"), year, day)


def proposed(key: str, **changes: object) -> int:
    """Let the body propose a treaty in the cycle of 2025."""
    filing = made.submit_concept(
        key=key,
        proposers=("trade",),
        wording=made.wording(conclude=YEAR_2026),
        received_at=AT.replace(year=2025),
        sent_on=None,
        **changes,
    )
    return later(filing, 2025, date(2025, 9, 20))


def test_why_rows_come_up() -> None:
    """The year of one comes, one was not concluded, one stays in the long-term plan."""
    open_cycle()
    place("C-1")
    place("C-2", LONG_TERM, wording=made.wording(conclude=YEAR_2026))
    place("C-3", LONG_TERM, wording=made.wording(conclude=YEAR_2027))
    agree()
    agree(LONG_TERM)
    assert again() == {
        "C-1": Why.NOT_CONCLUDED,
        "C-2": Why.YEAR_COMES,
        "C-3": Why.CARRIED_OVER,
    }
    assert again(body="trade") == again()
    assert again(body="energy") == {}


def test_rows_come_up_for_later_cycles_alone() -> None:
    """Not for their own; before the agreement there are none."""
    agreed_rows()
    assert again(year=2024, day=date(2024, 12, 20)) == {}
    assert again(year=2025, day=date(2024, 12, 1)) == {}
    assert set(again(year=2025, day=date(2024, 12, 2))) == {"C-1", "C-2"}


@pytest.mark.parametrize(
    ("stage", "comes_up"),
    [
        (ProgressStage.DECISION_TO_SIGN, True),
        (ProgressStage.POSTPONED, True),
        (ProgressStage.DROPPED, False),
    ],
)
def test_what_became_of_the_row(stage: ProgressStage, comes_up: bool) -> None:
    """What was postponed comes up, what was dropped does not."""
    agreed_rows()
    later(made_rows.report(key="C-1", on=date(2025, 3, 3), stage=stage))
    assert ("C-1" in again()) is comes_up


def test_a_signed_treaty() -> None:
    """It is left out from the day on which the signing was known."""
    agreed_rows()
    later(made_rows.put_forward(key="C-2", plan=LONG_TERM, on=date(2025, 3, 3)))
    later(made_rows.record_signing(key="C-2", plan=LONG_TERM, on=date(2025, 5, 5)))
    assert "C-2" in again(date(2025, 5, 4))
    assert "C-2" not in again(date(2025, 5, 5))


def test_a_current_plan_counts_for_two_cycles() -> None:
    """In its own year, and in the year after: then its time is over."""
    agreed_rows()
    assert "C-1" in again(date(2026, 9, 10), 2026)
    assert "C-1" not in again(date(2027, 9, 10), 2027)


def test_of_a_treaty_the_latest_row_counts() -> None:
    """What was carried into a newer plan comes up as it stands there."""
    agreed_rows()
    agreed_later()
    day, link = date(2025, 12, 10), {"on": date(2025, 12, 9), "earlier_year": 2024}
    assert set(again(day, 2026)) == {"C-1", "N-1", "N-2"}
    later(made_rows.link(key="N-1", earlier="C-1", **link), 2025)
    assert set(again(day, 2026)) == {"N-1", "N-2"}
    later(
        made_rows.put_forward(key="C-1", on=date(2025, 12, 10)),
    )
    later(made_rows.record_signing(key="C-1", on=date(2025, 12, 11)))
    assert set(again(date(2025, 12, 12), 2026)) == {"N-2"}


def test_what_is_proposed_again() -> None:
    """A linked concept of the cycle says so, until it is withdrawn."""
    agreed_rows()
    open_next()
    entry = proposed("N-1")
    on = date(2025, 9, 22)
    assert [one.proposed for one in found(on)] == [(), ()]
    later(made_rows.link(key="N-1", on=on, earlier_year=2024, earlier="C-2"), 2025)
    by_key = {one.row.key: one.proposed for one in found(on)}
    assert by_key == {"C-1": (), "C-2": ((entry, "N-1"),)}
    later(made.withdraw_concept(key="N-1", on=on), 2025)
    assert [one.proposed for one in found(on)] == [(), ()]


def test_another_body_does_not_see_who_proposed() -> None:
    """A concept that it may not open is not told of."""
    agreed_rows()
    open_next()
    proposed("N-1")
    on = date(2025, 9, 22)
    later(made_rows.link(key="N-1", on=on, earlier_year=2024, earlier="C-2"), 2025)
    actor = Actor("test", Office.BODY_OFFICER, "energy")
    rows = rows_again(actor, RULES, 2025, on)
    assert [one.proposed for one in rows] == [(), ()]


@pytest.mark.parametrize("rows", [1, 30])
def test_the_number_of_queries_is_fixed(rows: int) -> None:
    """One row or thirty."""
    open_cycle()
    for number in range(rows):
        place(f"C-{number}")
    agree()
    with CaptureQueriesContext(connection) as asked:
        assert len(found()) == rows
    assert len(asked) == 10
