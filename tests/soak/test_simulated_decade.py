"""A decade of three hundred concepts a year: what takes minutes to play."""

import pytest

from jospar.management.simulation.state import Scenario
from jospar.management.simulation.years import simulate
from tests.years.decades import check_force, check_record

pytestmark = pytest.mark.django_db(databases=["default", "past"])


def test_plans_in_force_on_every_day_of_a_large_decade() -> None:
    """As of the small one, and on each day until the last plan has ended."""
    play = simulate(Scenario(years=10, concepts=300, bodies=30, seed=2024))
    assert check_force(play, years_after=11) > 3000
    check_record(play)
