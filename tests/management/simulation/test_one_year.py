"""One small year and what comes after it.

The longer plays are slow, and coverage is of quick tests.
"""

from datetime import date

import pytest

from jospar.management.simulation.state import Scenario
from jospar.management.simulation.years import simulate
from jospar.records.models import Amendment, Progress, Signing

pytestmark = pytest.mark.django_db(databases=["default", "past"])


def test_a_year_is_planned_amended_and_carried_out() -> None:
    """What it leaves is there: revisions, reports and signed treaties."""
    play = simulate(Scenario(years=2, concepts=6, bodies=3, seed=5), date(2025, 3, 1))
    assert play.day == date(2025, 3, 1)
    assert (
        Amendment.objects.exists(),
        Progress.objects.exists(),
        Signing.objects.exists(),
    ) == (True, True, True)
