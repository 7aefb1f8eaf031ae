"""What is wrong with the page that is open, as a browser and axe see it."""

from collections.abc import Iterator
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

HEAVIEST = 150_000
"""Bytes of a first load, with everything on the page."""
MOVED = 0.005
"""How far things may move: a page may come in two parts, and the strip above it too."""
_OPEN = "document.querySelectorAll('details').forEach(one => one.open = true)"
_MEASURE = """() => new Promise(done => {
  let shift = 0;
  new PerformanceObserver(list => {
    for (const one of list.getEntries()) if (!one.hadRecentInput) shift += one.value;
  }).observe({type: 'layout-shift', buffered: true});
  const [page] = performance.getEntriesByType('navigation');
  const parts = performance.getEntriesByType('resource');
  requestAnimationFrame(() => setTimeout(() => done({
    shift,
    width: innerWidth,
    bytes: [page, ...parts].reduce((sum, one) => sum + one.decodedBodySize, 0),
    outside: parts.map(one => one.name).filter(name => !name.startsWith(origin)),
  })));
})"""
"""How far things moved while the page was built, how wide it may be, what it loaded."""


def listen(page: Page) -> list[str]:
    """Return a list that everything is added to that goes wrong in the page."""
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    return said


def faults_of(page: Page) -> Iterator[str]:
    """Yield what is wrong with the page that is open."""
    measured: dict[str, Any] = page.evaluate(_MEASURE)
    if measured["shift"] > MOVED:
        yield f"things move while it loads: {measured['shift']:.3f}"
    if measured["bytes"] > HEAVIEST:
        yield f"{measured['bytes']} bytes"
    yield from (f"from outside: {one}" for one in measured["outside"])
    page.evaluate(_OPEN)
    across = page.evaluate("document.documentElement.scrollWidth")
    if across > measured["width"]:
        yield f"{across} pixels wide"
    for fault in Axe().run(page).response["violations"]:
        places = [node["target"][0] for node in fault["nodes"][:2]]
        yield f"{fault['id']} at {places}"
