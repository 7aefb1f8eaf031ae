"""An evidence file is fetched from a plan's page and checked, in a browser."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from jospar.rules.core.offices import Office
from tests.browser import desks
from tests.browser.hands import Keyboard, Mouse
from tests.browser.looks import EVERY_LOOK, faults_seen
from tests.browser.visits import Visit

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("demo")]


@pytest.fixture
def visits(browser: Browser, site: str) -> Iterator[list[Visit]]:
    """Open the site with scripts and a mouse, and by keyboard without scripts."""
    with_scripts = browser.new_context()
    without = browser.new_context(java_script_enabled=False)
    yield [
        Visit(Mouse(with_scripts.new_page()), site, "kk"),
        Visit(Keyboard(without.new_page()), site, "en", scripted=False),
    ]
    with_scripts.close()
    without.close()


def test_a_plans_file(visits: list[Visit], tmp_path: Path) -> None:
    """What it proves is told, and nothing of the page is unsound."""
    file = tmp_path / "evidence.zip"
    for visit in visits:
        page = visit.page
        desks.arrive(visit)
        desks.take_seat(visit, Office.AUDITOR)
        page.goto(f"{visit.site}/{visit.language}/2023/current/")
        with page.expect_download() as waited:
            page.get_by_role("link", name=visit.t("evidence.file")).first.click()
        waited.value.save_as(file)
        visit.hand.go(visit.link(visit.t("verify.heading")))
        page.set_input_files("#file", file)
        visit.hand.go(visit.button(visit.t("verify.check")).last)
        visit.sees(visit.t("evidence_here.agrees"))
        expect(visit.section(visit.t("evidence.days"))).to_be_visible()
    assert [*faults_seen(visits[0].page, EVERY_LOOK)] == []
