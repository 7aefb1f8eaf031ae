"""What is wrong with the page that is open, as a browser and axe see it."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Literal, NamedTuple

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
    bytes: [page, ...parts].reduce((sum, one) => sum + one.decodedBodySize, 0),
    outside: parts.map(one => one.name).filter(name => !name.startsWith(origin)),
  })));
})"""
"""How far things moved while the page was built, and what it loaded."""
_WIDTHS = "[document.documentElement.scrollWidth, innerWidth]"


class Look(NamedTuple):
    """Light or dark, and how many pixels wide the window is."""

    scheme: Literal["light", "dark"]
    width: int


LIGHT_PHONE, LIGHT_WIDE = Look("light", 360), Look("light", 1280)
DARK_PHONE, DARK_WIDE = Look("dark", 360), Look("dark", 1280)
EVERY_LOOK = (LIGHT_PHONE, DARK_PHONE, DARK_WIDE, LIGHT_WIDE)


def faults_at(
    page: Page, addresses: Iterable[str], looks: Sequence[Look]
) -> Iterator[str]:
    """Open each page in the first of the looks; yield what is wrong with it in all."""
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    for address in addresses:
        _take(page, looks[0])
        page.goto(address)
        wrong = [*_faults_of_loading(page)]
        wrong += faults_seen(page, looks)
        yield from (f"{address}: {one}" for one in (*wrong, *said))
        said.clear()


def faults_seen(page: Page, looks: Sequence[Look]) -> Iterator[str]:
    """Yield what is wrong with the page as it is, with everything on it open."""
    page.evaluate(_OPEN)
    for look in looks:
        _take(page, look)
        yield from (f"{look.scheme}, {look.width}: {one}" for one in _seen(page))


def _take(page: Page, look: Look) -> None:
    page.emulate_media(color_scheme=look.scheme)
    page.set_viewport_size({"width": look.width, "height": 900})


def _faults_of_loading(page: Page) -> Iterator[str]:
    measured: dict[str, Any] = page.evaluate(_MEASURE)
    if measured["shift"] > MOVED:
        # A busy machine draws a page before all of it came; what is built badly moves
        # each time.
        page.reload()
        measured = page.evaluate(_MEASURE)
    if measured["shift"] > MOVED:
        yield f"things move while it loads: {measured['shift']:.3f}"
    if measured["bytes"] > HEAVIEST:
        yield f"{measured['bytes']} bytes"
    yield from (f"from outside: {one}" for one in measured["outside"])


def _seen(page: Page) -> Iterator[str]:
    across, width = page.evaluate(_WIDTHS)
    if across > width:
        yield f"{across} pixels wide"
    for fault in Axe().run(page).response["violations"]:
        places = [node["target"][0] for node in fault["nodes"][:2]]
        yield f"{fault['id']} at {places}"
