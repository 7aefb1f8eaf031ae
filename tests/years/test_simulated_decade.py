"""A decade of made-up years, lawful and not, against an independent computation."""

import pytest

from jospar.management.simulation.state import Scenario
from jospar.management.simulation.years import simulate
from tests.years.decades import check_force, check_record

pytestmark = [
    pytest.mark.django_db(databases=["default", "past"]),
    pytest.mark.slow,
]


@pytest.mark.provision("amendments.revision")
@pytest.mark.provision("president.agreement")
def test_plans_in_force_on_every_day_of_a_decade() -> None:
    """Each plan's revision in force is the one that the journal alone tells.

    And the journal gives the records anew, to the last field.
    """
    play = simulate(Scenario(years=10, concepts=8, bodies=4, seed=214, unlawful=15))
    assert check_force(play, years_after=2) > 3000
    check_record(play)
