"""A browser, and a rehearsal that is served to it."""

import os
import shutil
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from tests.browser.serving import Demo, served
from tests.installation import Installation

CHROMIUM = shutil.which("chromium")

expect.set_options(timeout=20_000)


@pytest.fixture(scope="session")
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


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demo]:
    """Serve the demonstration, and return where it is."""
    folder = tmp_path_factory.mktemp("demo")
    said = Installation(folder)("demo", "--no-serve", "--out", folder / "out")
    assert (said.status, said.err) == (0, "")
    installation = Installation(folder / "demo")
    with served(installation) as address:
        yield Demo(installation, address)


@pytest.fixture(scope="module")
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
