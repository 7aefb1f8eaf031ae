"""Every page in a browser: sound to axe, at home on a phone, light, self-contained.

Kazakh pages are looked at in light and dark, wide and narrow; Russian and English ones
once each, as the same page in another language differs in its words alone. The forms of
acts, which one template makes, are looked at in Kazakh on a phone.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext

from tests.browser.looks import faults_of, listen
from tests.browser.serving import served
from tests.installation import Installation

pytestmark = pytest.mark.slow

Readers = list[tuple[str, list[str]]]

WIDE, PHONE = 1280, 360
LOOKS = (
    ("kk", "light", PHONE),
    ("kk", "light", WIDE),
    ("kk", "dark", PHONE),
    ("kk", "dark", WIDE),
    ("ru", "light", PHONE),
    ("en", "dark", WIDE),
)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Readers]]:
    """Serve a rehearsal with something of every kind; give its address and readers."""
    installation = Installation(tmp_path_factory.mktemp("whole"))
    filling = installation.start(
        "-m", "tests.browser.whole_site", program=Path(sys.executable)
    )
    with filling as process:
        out, err = process.communicate(timeout=120)
    assert process.returncode == 0, err
    with served(installation) as address:
        yield address, json.loads(out)


@pytest.mark.parametrize(("language", "scheme", "width"), LOOKS)
def test_every_page_is_sound(
    whole: tuple[str, Readers], browser: Browser, language: str, scheme: str, width: int
) -> None:
    """With everything that can be opened open; nothing of it comes from outside."""
    site, readers = whole
    faults: list[str] = []
    for cookie, addresses in readers:
        context = _context(browser, site, cookie, scheme, width)
        page = context.new_page()
        said = listen(page)
        for address in addresses:
            if "/acts/" in address and (language, scheme, width) != LOOKS[0]:
                continue
            page.goto(f"{site}/{language}/{address}")
            wrong = [*faults_of(page), *said]
            faults += [f"{address}: {one}" for one in wrong]
            said.clear()
        context.close()
    assert not faults, "\n".join(faults)


def _context(
    browser: Browser, site: str, cookie: str, scheme: str, width: int
) -> BrowserContext:
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme="dark" if scheme == "dark" else "light",
    )
    if cookie:
        context.add_cookies([{"name": "jospar_session", "value": cookie, "url": site}])
    return context
