"""Every page in every language, light and dark, on a wide window and on a phone."""

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import browser, whole
from tests.browser.looks import EVERY_LOOK
from tests.browser.whole_sites import Whole, faults_in
from tests.web.page_faults import LANGUAGES

__all__ = ["browser", "whole"]  # the fixtures that the test below names


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_is_sound_in_every_look(
    whole: Whole, browser: Browser, language: str
) -> None:
    """The forms of acts too; with everything that can be opened open."""
    faults = faults_in(browser, whole.site, whole.readers, language, EVERY_LOOK)
    assert not faults, "\n".join(faults)
