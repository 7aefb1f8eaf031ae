"""The whole planning year at the desks: in each language, in each way of working.

Eight bodies, a late one among them, two letters without proposals, a plan that the
Commission returns, the President's agreement, and recipients who acknowledge.
"""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import browser, empty_site
from tests.browser.contents import WHOLE
from tests.browser.whole_years import WAYS, at_desks, of_workbook
from tests.installation import Installation
from tests.web.page_faults import LANGUAGES

__all__ = ["browser", "empty_site"]  # the fixtures that the test below names


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_whole_year_at_desks_ends_as_its_workbook(
    browser: Browser,
    empty_site: str,
    installations: Callable[..., Installation],
    tmp_path: Path,
    language: str,
    way: str,
) -> None:
    """The plans say the same, cell by cell, as a workbook of the same content."""
    plans = at_desks(browser, empty_site, language, way, WHOLE)
    assert plans == of_workbook(installations(), tmp_path, WHOLE)
