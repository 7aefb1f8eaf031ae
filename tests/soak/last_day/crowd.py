"""Many people at work at the same time."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from random import Random
from threading import Event, Thread
from time import sleep
from types import MappingProxyType

from . import ministry, officer
from .browser import Browser
from .people import Account
from .person import Person
from .tally import Tally

PAUSES, ARRIVING = (4.0, 16.0), 60.0
"""Seconds from page to page, and within which everybody comes."""
_TASKS: Mapping[str, Callable[[Person], None]] = MappingProxyType(
    {
        "body_officer": officer.work,
        "reviewer": ministry.review,
        "registrar": ministry.register,
        "head": ministry.lead,
        "auditor": ministry.audit,
        "administrator": ministry.administer,
    }
)


@contextmanager
def working(
    urls: Sequence[str],
    accounts: Sequence[Account],
    seed: int,
    *,
    pauses: tuple[float, float] = PAUSES,
    arriving: float = ARRIVING,
    patience: float = 0,
) -> Iterator[Tally]:
    """Let people work while the block runs; give what they did, which grows.

    ``urls`` are those of the web processes: people share them, and who gets no answer
    goes to the next for so many seconds of ``patience``. At the end of the block
    everybody gets the answer to what they sent, and leaves.
    """
    tally, stop, threads = Tally(), Event(), []
    for number, account in enumerate(accounts):
        turned = [*urls[number % len(urls) :], *urls[: number % len(urls)]]
        browser = Browser(turned, tally, stop, patience)
        chance = Random(f"{seed} {account.code}")  # noqa: S311 - no secret
        person = Person(account, browser, chance, stop, pauses)
        given = (_TASKS[account.office], arriving)
        threads.append(Thread(target=person.work, args=given, name=account.code))
    for thread in threads:
        thread.start()
    try:
        yield tally
    finally:
        stop.set()
        for thread in threads:
            thread.join()


def crowd(
    urls: Sequence[str],
    accounts: Sequence[Account],
    seconds: float,
    seed: int,
    *,
    pauses: tuple[float, float] = PAUSES,
    arriving: float = ARRIVING,
    patience: float = 0,
) -> Tally:
    """Let people work for so many seconds, and return what they did; see `working`."""
    with working(
        urls, accounts, seed, pauses=pauses, arriving=arriving, patience=patience
    ) as tally:
        sleep(seconds)
    return tally
