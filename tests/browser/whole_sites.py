"""A site with something of every kind, and what is wrong with its pages."""

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser

from tests.browser.looks import Look, faults_at
from tests.browser.serving import served
from tests.installation import Installation

Readers = Sequence[tuple[str, Sequence[str]]]
"""Cookies of sessions, with the addresses that open to each; see ``whole_site``."""


@dataclass(frozen=True, slots=True)
class Whole:
    """Where the site is, and who may open which page of it."""

    site: str
    readers: Readers

    def pages(self) -> Readers:
        """Return every page but the forms of acts."""
        return self._those(lambda address: not _is_form(address))

    def forms(self) -> Readers:
        """Return the forms of acts."""
        return self._those(_is_form)

    def _those(self, wanted: Callable[[str], bool]) -> Readers:
        return [
            (cookie, list(filter(wanted, addresses)))
            for cookie, addresses in self.readers
        ]


@contextmanager
def served_whole(directory: Path) -> Iterator[Whole]:
    """Serve a rehearsal with something of every kind, and give it."""
    installation = Installation(directory)
    filling = installation.start(
        "-m",
        "tests.browser.whole_site",
        program=Path(sys.executable),
    )
    with filling as process:
        out, err = process.communicate(timeout=120)
    assert process.returncode == 0, err
    with served(installation) as site:
        yield Whole(site, json.loads(out))


def faults_in(
    browser: Browser, site: str, readers: Readers, language: str, looks: Sequence[Look]
) -> list[str]:
    """Return what is wrong with the pages in that language, in each of the looks."""
    faults: list[str] = []
    for cookie, addresses in readers:
        context = browser.new_context()
        if cookie:
            context.add_cookies(
                [{"name": "jospar_session", "value": cookie, "url": site}]
            )
        opened = [f"{site}/{language}/{address}" for address in addresses]
        faults += faults_at(context.new_page(), opened, looks)
        context.close()
    return faults


def _is_form(address: str) -> bool:
    return "/acts/" in address
