"""Many long random years: the same invariants, for an hour of patience."""

from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings

from tests.years.random_years import Step, run, years

pytestmark = pytest.mark.django_db(databases=["default", "past"])

NAME = UUID(int=2025)


@settings(max_examples=1_000, deadline=None, suppress_health_check=list(HealthCheck))
@given(year=years(rounds=3, most=3))
def test_no_act_without_its_ground_in_long_years(year: list[Step]) -> None:
    """Three rounds of both plans, with three acts of anybody between any two."""
    run(year, NAME)
