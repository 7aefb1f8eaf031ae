"""The pages of the demonstration, as a browser shows them."""

import os
import shutil
import socket
import time
from collections.abc import Callable, Iterator
from io import BytesIO
from itertools import product

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright
from pypdf import PdfReader

from tests.installation import Installation

pytestmark = pytest.mark.slow

CHROMIUM = shutil.which("chromium")
ADDRESSES = ("2024/", "2024/current/", "2024/long-term/?form=ru", "1999/")
LANGUAGES = ("kk", "ru", "en")
HEAVIEST = 150_000
"""Bytes of a first load, with everything on the page."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the demonstration, as ``make demo`` does, and give its address."""
    folder = tmp_path_factory.mktemp("demo")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    with Installation(folder).start(
        "demo", "--out", folder / "out", "--port", port
    ) as process:
        try:
            _wait_for(port, process.poll)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()
            process.communicate(timeout=30)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Open Debian's Chromium; where it must not be missing, CI is set."""
    if CHROMIUM is None:
        missing = "Chromium is not installed: apt-get install chromium"
        if os.environ.get("CI"):
            pytest.fail(missing)
        pytest.skip(missing)
    with (
        sync_playwright() as playwright,
        playwright.chromium.launch(executable_path=CHROMIUM) as opened,
    ):
        yield opened


@pytest.mark.parametrize(("scheme", "width"), [("light", 360), ("dark", 1280)])
def test_no_page_has_an_axe_violation_or_runs_over(
    site: str, browser: Browser, scheme: str, width: int
) -> None:
    """In each language, with everything that can be opened open."""
    page = browser.new_page(
        viewport={"width": width, "height": 900},
        color_scheme="dark" if scheme == "dark" else "light",
    )
    faults = []
    for language, address in product(LANGUAGES, ADDRESSES):
        page.goto(f"{site}/{language}/{address}")
        page.evaluate("document.querySelectorAll('details').forEach(d => d.open = 1)")
        found = Axe().run(page).response["violations"]
        faults += [(language, address, fault["id"]) for fault in found]
        across = page.evaluate("document.documentElement.scrollWidth")
        if across > width:
            faults.append((language, address, f"{across} pixels wide"))
    page.close()
    assert faults == []


@pytest.mark.parametrize("address", ADDRESSES[:2])
def test_a_page_is_light_and_loads_nothing_from_outside(
    site: str, browser: Browser, address: str
) -> None:
    """The first load of everything on it counts, and no policy is broken."""
    page = browser.new_page()
    loaded: dict[str, int] = {}
    said: list[str] = []
    page.on("response", lambda answer: loaded.update({answer.url: len(answer.body())}))
    page.on("console", lambda message: said.append(message.text))
    page.goto(f"{site}/kk/{address}", wait_until="networkidle")
    page.close()
    assert said == []
    assert [url for url in loaded if not url.startswith(site)] == []
    assert sum(loaded.values()) < HEAVIEST


def test_the_start_page_is_walked_with_the_keyboard(
    site: str, browser: Browser
) -> None:
    """The first stop leads past the head of the page."""
    page = browser.new_page()
    page.goto(f"{site}/en/2024/")
    page.keyboard.press("Tab")
    assert _focused(page) == "Skip to the main content"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert _focused(page) == "Open the plan: Current plan"
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/2024/current/")
    page.close()


def test_the_year_line_reads_aloud(site: str, browser: Browser) -> None:
    """The picture says in words what the table says in full."""
    page = browser.new_page()
    page.goto(f"{site}/en/2024/")
    line = page.get_by_role("img", name="The line of 2024.")
    assert line.get_attribute("aria-label") == (
        "The line of 2024. Deadlines met in time: 4; met late: 2; not met: 2. "
        "The table “Deadlines” says the same."
    )
    assert page.get_by_role("table").get_by_role("row").count() == 9
    page.close()


def test_a_plan_prints_as_the_form(site: str, browser: Browser) -> None:
    """Landscape pages, the columns' headings on each, the switches on none."""
    page = browser.new_page()
    page.goto(f"{site}/kk/2024/current/")
    page.emulate_media(media="print")
    assert page.locator("header .site, .head, .tabs").filter(visible=True).count() == 0
    printed = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True))).pages
    page.close()
    assert len(printed) > 5
    for sheet in printed:
        assert sheet.mediabox.width > sheet.mediabox.height
        assert "Ескертпелер" in sheet.extract_text()


def _focused(page: Page) -> object:
    return page.evaluate("document.activeElement.textContent")


def _wait_for(port: int, ended: Callable[[], int | None]) -> None:
    """Return as soon as the port answers; the year takes some seconds before."""
    until = time.monotonic() + 120
    while time.monotonic() < until:
        assert ended() is None
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.2)
        else:
            return
    pytest.fail("the demonstration is not served")
