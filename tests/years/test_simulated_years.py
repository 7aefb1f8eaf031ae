"""Made-up years, lawful and not, against an independent computation.

``tests/soak`` plays decades.
"""

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
def test_plans_in_force_on_every_day_of_three_cycles() -> None:
    """Each plan's revision in force is the one that the journal alone tells.

    And the journal gives the records anew, to the last field.
    """
    play = simulate(Scenario(years=3, concepts=8, bodies=4, seed=214, unlawful=15))
    assert check_force(play, years_after=2) > 1000
    check_record(play)
