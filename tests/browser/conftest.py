"""A browser, and rehearsals that are served to it."""

import os
import shutil
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from tests.browser.serving import Demo, served
from tests.browser.whole_sites import Whole, served_whole
from tests.installation import Installation

CHROMIUM = shutil.which("chromium")
PLAIN = ("--disable-gpu", "--disable-software-rasterizer", "--disable-extensions")
"""Without what nothing here shows: it costs a fifth of the browser's work."""

expect.set_options(timeout=20_000)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Open Debian's Chromium; where it must not be missing, CI is set.

    It leaves with its module: while Playwright's loop runs, Django's database cannot be
    asked from the same process.
    """
    if CHROMIUM is None:
        missing = "Chromium is not installed: apt-get install chromium"
        if os.environ.get("CI"):
            pytest.fail(missing)
        pytest.skip(missing)
    with (
        sync_playwright() as playwright,
        playwright.chromium.launch(executable_path=CHROMIUM, args=PLAIN) as opened,
    ):
        yield opened


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demo]:
    """Serve the demonstration, and return where it is.

    Whoever asks for it is of the xdist_group "demo", so that it is made once.
    """
    folder = tmp_path_factory.mktemp("demo")
    made = ("demo", "--no-serve", "--out", folder / "out")
    said = Installation(folder)(*made)
    assert (said.status, said.err) == (0, "")
    installation = Installation(folder / "demo")
    with served(installation) as address:
        yield Demo(installation, address)


@pytest.fixture(scope="session")
def site(demo: Demo) -> str:
    """Return the address of the demonstration."""
    return demo.address


@pytest.fixture
def empty_site(installations: Callable[..., Installation]) -> Iterator[str]:
    """Serve a rehearsal in which nothing is but an administrator; give its address."""
    installation = installations(sqlite=True)
    said = installation("demo", "--empty", "--no-serve")
    assert (said.status, said.err) == (0, "")
    with served(Installation(installation.data / "demo")) as address:
        yield address


@pytest.fixture(scope="session")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Whole]:
    """Serve a rehearsal with something of every kind; it is only looked at."""
    with served_whole(tmp_path_factory.mktemp("whole")) as site:
        yield site
