"""The planning year from an empty database, worked through at the desks.

With scripts and without them, a year of few concepts; by keyboard, and the whole year
in every language and every way, takes an hour: ``tests/soak/test_whole_years.py``.
"""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.contents import SHORT
from tests.browser.whole_years import at_desks, of_workbook
from tests.installation import Installation

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    ("language", "way"),
    [
        pytest.param("kk", "mouse", id="in Kazakh, by mouse"),
        pytest.param("ru", "no scripts", id="in Russian, no scripts"),
    ],
)
def test_a_year_at_desks_ends_as_its_workbook(
    browser: Browser,
    empty_site: str,
    installations: Callable[..., Installation],
    tmp_path: Path,
    language: str,
    way: str,
) -> None:
    """The plans say the same, cell by cell, as a workbook of the same content."""
    plans = at_desks(browser, empty_site, language, way, SHORT)
    assert plans == of_workbook(installations(), tmp_path, SHORT)
