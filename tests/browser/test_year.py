"""The planning year from an empty database, worked through at the desks.

Each office does its part as its help page says; see ``scripts``.
"""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.browser import contents, desks, scripts
from tests.browser.contents import Year
from tests.browser.hands import Keyboard, Mouse
from tests.browser.visits import Visit
from tests.exchange.workbooks import build
from tests.installation import Installation

pytestmark = pytest.mark.slow

PLANS = {"current": "current-2025", "long_term": "long-term-2026-2028"}

Installations = Callable[..., Installation]


@pytest.mark.parametrize(
    ("language", "year"), [("kk", contents.WHOLE), ("ru", contents.SHORT)]
)
def test_a_year_by_mouse(
    browser: Browser,
    empty_site: str,
    installations: Installations,
    tmp_path: Path,
    language: str,
    year: Year,
) -> None:
    """The plans at its end say what a workbook of the same content says."""
    visit = Visit(Mouse(browser.new_page()), empty_site, language)
    _work_through(visit, year)
    assert _plans(visit) == _of_workbook(installations(), tmp_path, year)


def test_a_year_without_javascript(
    browser: Browser, empty_site: str, installations: Installations, tmp_path: Path
) -> None:
    """Every act comes about without scripts too, in English as well."""
    page = browser.new_page(java_script_enabled=False)
    visit = Visit(Mouse(page), empty_site, "en", scripted=False)
    _work_through(visit, contents.WHOLE)
    assert _plans(visit) == _of_workbook(installations(), tmp_path, contents.WHOLE)


def test_a_short_year_by_keyboard(
    browser: Browser, empty_site: str, installations: Installations, tmp_path: Path
) -> None:
    """Nothing is clicked from the empty database to the acknowledged plans."""
    page = browser.new_page(locale="en-US")
    visit = Visit(Keyboard(page), empty_site, "en")
    _work_through(visit, contents.SHORT)
    assert _plans(visit) == _of_workbook(installations(), tmp_path, contents.SHORT)


def _work_through(visit: Visit, year: Year) -> None:
    desks.arrive(visit)
    for script in scripts.ALL:
        script(visit, year)


def _plans(visit: Visit) -> dict[str, Any]:
    """Return what both plans say, as the head downloads them."""
    return {plan: _content(scripts.download(visit, plan)) for plan in PLANS}


def _of_workbook(jospar: Installation, directory: Path, year: Year) -> dict[str, Any]:
    """Return what both plans say when the year is run as a workbook."""
    workbook = build(directory / "year.xlsx", **year)
    said = jospar("year", workbook, "--out", directory / "out")
    assert (said.status, said.err) == (0, "")
    files = {plan: directory / "out" / f"{name}.json" for plan, name in PLANS.items()}
    return {plan: _content(file.read_bytes()) for plan, file in files.items()}


def _content(text: bytes) -> dict[str, Any]:
    """Return a plan with all that it says but whether it was rehearsed."""
    plan: dict[str, Any] = json.loads(text)
    plan.pop("rehearsal", None)
    return plan
