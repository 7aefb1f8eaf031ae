"""The reference data of a cycle."""

from datetime import date

import pytest
from pytest_django import DjangoAssertNumQueries

from jospar.queries.reference import calendar_state, reference_data
from tests.queries.made_record import do, open_cycle
from tests.rules import made
from tests.rules.made import YEAR

pytestmark = pytest.mark.django_db

ENTERED = 'edition = "2029-12-01"\nknown_years = [2030]\n'


def test_bodies_stand_in_their_official_order() -> None:
    """With whether they must answer."""
    open_cycle()
    do(made.list_body(code="bank", answers=False))
    do(made.order_bodies(codes=("energy", "bank", "trade")))
    data = reference_data(YEAR, date(2024, 10, 1))
    assert [(line.code, line.answers) for line in data.bodies] == [
        ("energy", True),
        ("bank", False),
        ("trade", True),
    ]


def test_the_next_cycle_follows_the_last_one() -> None:
    """The first one is that of the day."""
    assert reference_data(YEAR, date(2026, 3, 1)).next_year == 2026
    open_cycle()
    assert reference_data(YEAR, date(2026, 3, 1)).next_year == 2025


@pytest.mark.parametrize(
    ("today", "missing"),
    [
        (date(2026, 12, 31), (2027,)),
        (date(2026, 10, 1), (2027,)),
        (date(2026, 9, 30), ()),
        (date(2025, 12, 31), ()),
        (date(2029, 1, 1), (2029,)),
        (date(2029, 11, 1), (2029, 2030)),
    ],
)
def test_transfers_are_missed_from_october_on(
    today: date, missing: tuple[int, ...]
) -> None:
    """Those of the next year; those of the year itself on every day."""
    assert calendar_state(today).missing == missing


def test_what_was_entered_is_missed_no_more() -> None:
    """It is named beside what the program brings."""
    open_cycle()
    do(made.set_calendar(edition="2029-12-01", content=ENTERED))
    found = calendar_state(date(2029, 12, 2))
    assert found.missing == (2029,)
    assert found.entered == ("2029-12-01",)
    assert 2030 in found.known
    assert found.edition.endswith("calendar 2029-12-01")


def test_the_data_is_read_in_five_queries(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    """Two bodies or thirty."""
    open_cycle()
    for more in (0, 28):
        for number in range(more):
            do(made.list_body(code=f"b{number}"))
        with django_assert_num_queries(6):
            reference_data(YEAR, date(2024, 10, 1))
