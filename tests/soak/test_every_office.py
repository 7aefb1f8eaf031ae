"""Every page of every office leads somewhere; the demonstration on other days."""

from datetime import date

import pytest

from tests.management.test_demo_cycles import check_life
from tests.web.test_pages_whole import FOLLOWED, leads_somewhere
from tests.web.walk import WALKERS, Walker, said

pytestmark = pytest.mark.django_db(databases=["default", "past"])


@pytest.mark.parametrize("walker", [w for w in WALKERS if w not in FOLLOWED], ids=said)
def test_every_page_of_every_office_leads_somewhere(walker: Walker) -> None:
    """It is whole, and what it leads to opens to its reader."""
    leads_somewhere(walker)


@pytest.mark.parametrize(
    ("day", "language"), [("2024-10-20", "en"), ("2026-02-02", "ru")]
)
def test_every_page_has_life(day: str, language: str) -> None:
    """Who follows the links of their pages finds each there, and something on it."""
    check_life(date.fromisoformat(day), language)
