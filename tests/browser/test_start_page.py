"""The pages of the demonstration at the end of its year, as the head reads them."""

from collections.abc import Iterator
from io import BytesIO

import pytest
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

from jospar.rules.core.offices import Office
from tests.browser import desks
from tests.browser.hands import Mouse
from tests.browser.looks import DARK_WIDE, LIGHT_PHONE, Look, faults_at
from tests.browser.serving import served
from tests.browser.visits import Visit
from tests.installation import Installation

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("whole year")]

ADDRESSES = (
    *("", "answers/", "concepts/", "current/", "long-term/?form=ru", "occasions/"),
    *("commission/", "president/", "outbox/?view=sent", "rules/", "rules/report/"),
    *("journal/", "current/revisions/"),
)


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the whole year, rehearsed, and give its address."""
    folder = tmp_path_factory.mktemp("year")
    made = ("demo", "--no-serve", "--day", "2024-12-31", "--out", folder / "out")
    said = Installation(folder)(*made)
    assert (said.status, said.err) == (0, "")
    with served(Installation(folder / "demo")) as address:
        yield address


def at_desk(browser: Browser, site: str) -> Page:
    """Return the desk of the head, in English."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    visit = Visit(Mouse(page), site, "en")
    desks.arrive(visit)
    desks.take_seat(visit, Office.HEAD)
    return page


@pytest.mark.parametrize(("language", "look"), [("kk", LIGHT_PHONE), ("ru", DARK_WIDE)])
def test_pages_of_a_whole_year_are_sound(
    year: str, browser: Browser, language: str, look: Look
) -> None:
    """As long as they are, they are light, run over nowhere, and axe finds nothing."""
    page = at_desk(browser, year)
    addresses = [f"{year}/{language}/2024/{address}" for address in ADDRESSES]
    faults = list(faults_at(page, addresses, (look,)))
    page.close()
    assert not faults, "\n".join(faults)


def test_the_desk_is_walked_with_the_keyboard(year: str, browser: Browser) -> None:
    """The first stop leads past the head of the page."""
    page = at_desk(browser, year)
    page.goto(f"{year}/en/2024/")
    page.keyboard.press("Tab")
    assert _focused(page) == "Skip to the main content"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")
    page.close()


def test_the_year_line_reads_aloud(year: str, browser: Browser) -> None:
    """The picture says in words what the table says in full."""
    page = at_desk(browser, year)
    page.goto(f"{year}/en/2024/")
    line = page.get_by_role("img", name="The line of 2024.")
    assert line.get_attribute("aria-label") == (
        "The line of 2024. Deadlines met in time: 4; met late: 2; not met: 2. "
        "The table “Deadlines” says the same."
    )
    page.close()


def test_a_plan_prints_as_the_form(year: str, browser: Browser) -> None:
    """Landscape pages, the columns' headings on each, the switches on none."""
    page = at_desk(browser, year)
    page.goto(f"{year}/kk/2024/current/")
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
