"""Decades: one with much that is refused, one of three hundred concepts a year."""

import pytest

from jospar.management.simulation.state import Scenario
from jospar.management.simulation.years import simulate
from tests.years.decades import check_force, check_record

pytestmark = pytest.mark.django_db(databases=["default", "past"])


def test_plans_in_force_on_every_day_of_a_disorderly_decade() -> None:
    """As of three cycles, with all that ten of them lead to."""
    play = simulate(Scenario(years=10, concepts=8, bodies=4, seed=214, unlawful=15))
    assert check_force(play, years_after=2) > 3000
    check_record(play)


def test_plans_in_force_on_every_day_of_a_large_decade() -> None:
    """As of the small one, and on each day until the last plan has ended."""
    play = simulate(Scenario(years=10, concepts=300, bodies=30, seed=2024))
    assert check_force(play, years_after=11) > 3000
    check_record(play)
