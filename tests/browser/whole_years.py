"""A planning year worked through at the desks, beside its workbook."""

import json
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser

from tests.browser import desks, scripts
from tests.browser.contents import Year
from tests.browser.hands import Keyboard, Mouse
from tests.browser.visits import Visit
from tests.exchange.workbooks import build
from tests.installation import Installation

WAYS = ("mouse", "keyboard", "no scripts")
PLANS = {"current": "current-2025", "long_term": "long-term-2026-2028"}


def at_desks(
    browser: Browser, site: str, language: str, way: str, year: Year
) -> dict[str, Any]:
    """Work the year through in one of the ways; return what both plans say at its end.

    Each office does its part as its help page says; see ``scripts``. Days are typed as
    the browser's own language has them.
    """
    scripted = way != "no scripts"
    page = browser.new_page(locale="en-US", java_script_enabled=scripted)
    hand = Keyboard(page) if way == "keyboard" else Mouse(page)
    visit = Visit(hand, site, language, scripted)
    desks.arrive(visit)
    for script in scripts.ALL:
        script(visit, year)
    plans = {plan: _content(scripts.download(visit, plan)) for plan in PLANS}
    page.close()
    return plans


def of_workbook(jospar: Installation, directory: Path, year: Year) -> dict[str, Any]:
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
