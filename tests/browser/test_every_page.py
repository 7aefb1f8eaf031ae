"""Every page in a browser: sound to axe, at home on a phone, light, self-contained.

Pages are looked at on a phone in light in Kazakh, on a wide window in dark in Russian;
the forms of acts, which one template makes, on a phone in English. Every page in every
language and every look is looked at in ``tests/soak/test_every_look.py``.
"""

import pytest
from playwright.sync_api import Browser

from tests.browser.looks import DARK_WIDE, LIGHT_PHONE, Look
from tests.browser.whole_sites import Whole, faults_in

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(("language", "look"), [("kk", LIGHT_PHONE), ("ru", DARK_WIDE)])
def test_every_page_is_sound(
    whole: Whole, browser: Browser, language: str, look: Look
) -> None:
    """With everything that can be opened open; nothing of it comes from outside."""
    faults = faults_in(browser, whole.site, whole.pages(), language, (look,))
    assert not faults, "\n".join(faults)


def test_every_form_is_sound(whole: Whole, browser: Browser) -> None:
    """Every act has one; they differ in their fields."""
    faults = faults_in(browser, whole.site, whole.forms(), "en", (LIGHT_PHONE,))
    assert not faults, "\n".join(faults)
