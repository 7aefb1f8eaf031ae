"""Two browsers that send something at the same moment, to two web processes."""

import re
import time
from collections.abc import Mapping
from dataclasses import dataclass
from random import Random
from threading import Barrier, Event, Thread

from tests.soak.last_day.browser import Browser, Page
from tests.soak.last_day.people import Account
from tests.soak.last_day.person import enter
from tests.soak.last_day.tally import Tally

from .site import Site

_DONE = re.compile("(?:[?&]done=|/receipts/)([0-9]+)")
_JITTER = 0.03
"""Seconds within which both send."""


@dataclass(frozen=True, slots=True)
class Sent:
    """What one of two got: the entry that they were told of, or why there is none."""

    entry: int | None
    reason: str


def signed_in(site: Site, account: Account, number: int) -> Browser:
    """Return the browser of somebody who works at the web process of that number."""
    urls = [*site.urls[number:], *site.urls[:number]]
    browser = Browser(urls, Tally(), Event(), patience=60)
    enter(browser, account)
    return browser


def form_of(browser: Browser, address: str, **typed: str) -> dict[str, str]:
    """Return the form of an act, filled in, with every caution acknowledged."""
    form = browser.get(address, "act page").form("act_id")
    assert form is not None, address
    form |= typed
    path = address.partition("?")[0]
    checked = browser.post(path, {**form, "check": "1"}, "check")
    return {**form, **checked.cautions()}


def together(
    browsers: tuple[Browser, Browser],
    address: str,
    forms: tuple[Mapping[str, str], Mapping[str, str]],
    moments: Random,
) -> tuple[Sent, Sent]:
    """Send both forms at the same moment, and return what came of them."""
    barrier, answers = Barrier(2), dict[int, Page]()

    def send(number: int, wait: float) -> None:
        barrier.wait()
        time.sleep(wait)
        path = address.partition("?")[0]
        answers[number] = browsers[number].post(path, forms[number], "act")

    threads = [
        Thread(target=send, args=(number, moments.uniform(0, _JITTER)))
        for number in (0, 1)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return _sent(answers[0]), _sent(answers[1])


def _sent(answer: Page) -> Sent:
    found = _DONE.search(answer.path)
    return Sent(int(found[1]) if found else None, answer.reason())
