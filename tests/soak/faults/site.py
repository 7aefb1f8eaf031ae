"""A site to which faults happen: two web processes, passes of notices, a database."""

import os
import re
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random

from tests.installation import Installation
from tests.management.test_demo_and_serve import free_port
from tests.notices.smtp_server import Server, smtp_server
from tests.soak.last_day.crowd import working
from tests.soak.last_day.people import Account
from tests.soak.last_day.prepared import Prepared, prepare
from tests.soak.last_day.proof import unproven
from tests.soak.last_day.tally import Tally

from .cluster import Cluster, cluster
from .disk import Disk, small_disk
from .processes import Web, Worker
from .proxy import Proxy

PEOPLE, DISK = 12, 900
"""How many people work, and how many MiB the disk of the site has."""

_BEGINS_AGAIN = re.compile("/sign-in/: (403|429) ")
_LINE = 200
"""Signs of what is told of one failure: a page is long."""

SEED = int(os.environ.get("JOSPAR_SOAK_SEED") or time.time_ns() % 10**6)
"""What befalls the site when; it is told, so that a run can be made again."""


def times(usual: int) -> int:
    """Return how often a fault happens in a test."""
    return int(os.environ.get("JOSPAR_SOAK_TIMES") or usual)


def tell(site: "Site", fault: str, often: int, **figures: object) -> None:
    """Print what a fault came to: how often it happened, and the figures."""
    told = {"seed": SEED, "times": often, **figures}
    said = ", ".join(f"{name.replace('_', ' ')} {told[name]}" for name in told)
    print(f"\nfault: {fault}, {site.database}: {said}")  # noqa: T201 - figures


def of_crowd(tally: Tally, recoveries: Iterable[float] = ()) -> dict[str, object]:
    """Return the figures of what people did, and of how long they had to wait."""
    return {
        "requests": len(tally.requests),
        "accepted": len(tally.accepted),
        "refused": len(tally.refusals),
        "sent_again": len(tally.retried),
        "slowest_recovery": f"{max(recoveries, default=0):.1f} s",
    }


@dataclass(frozen=True, slots=True)
class Site:
    """All of it; ``cluster`` and ``proxy`` are there with PostgreSQL alone.

    ``environment`` is what its programs are started with; they reach the mail server
    by ``mail_way``.
    """

    prepared: Prepared
    webs: tuple[Web, ...]
    mail: Server
    mail_way: Proxy
    disk: Disk
    environment: Mapping[str, str]
    cluster: Cluster | None
    proxy: Proxy | None

    @property
    def database(self) -> str:
        """What the site stands on, by its name."""
        return "PostgreSQL" if self.cluster else "SQLite"

    @property
    def jospar(self) -> Installation:
        """The installation."""
        return self.prepared.jospar

    @property
    def urls(self) -> list[str]:
        """Where the pages are."""
        return [web.url for web in self.webs]

    def wait(self) -> float:
        """Wait until all pages answer; return how long that was, in seconds."""
        begun = time.monotonic()
        for web in self.webs:
            web.wait()
        return time.monotonic() - begun

    @contextmanager
    def crowd(self, accounts: tuple[Account, ...] = ()) -> Iterator[Tally]:
        """Let people work meanwhile; who gets no answer sends the same again."""
        with working(
            self.urls,
            accounts or self.prepared.accounts,
            SEED,
            pauses=(0.2, 1.0),
            arriving=4,
            patience=150,
        ) as tally:
            yield tally

    @contextmanager
    def worker(self) -> Iterator[Worker]:
        """Make passes of notices meanwhile."""
        worker = Worker(self.prepared, self.environment)
        worker.start()
        try:
            yield worker
        finally:
            worker.stop()

    def wrong(self, tally: Tally, since: int) -> list[str]:
        """Return what does not hold of what people did after the entry ``since``.

        The site must serve. Whoever was signing in may have to begin again: a process
        that was killed while it counted attempts keeps others waiting for ten seconds,
        and a form whose answer was lost may have been replaced by a newer one.
        """
        ours = [told for told in tally.retried if ": 500 " in told]
        failed = [told for told in tally.failures if not _BEGINS_AGAIN.search(told)]
        unproved = unproven(self.prepared, tally, self.urls, since)
        return [told[:_LINE] for told in (*failed, *ours, *unproved)]


def chance(name: str) -> Random:
    """Return what decides about moments in the test of that name."""
    return Random(f"{SEED} {name}")  # noqa: S311 - no secret


@contextmanager
def site(home: Path, *, postgresql: bool) -> Iterator[Site]:
    """Have a site on a disk of its own until the end of the block."""
    with ExitStack() as stack:
        disk = stack.enter_context(small_disk(DISK))
        mail = stack.enter_context(smtp_server())
        mail_way = Proxy(mail.port)
        stack.callback(mail_way.close)
        environment = {
            "JOSPAR_MAIL": f"smtp://127.0.0.1:{mail_way.port}",
            "JOSPAR_MAIL_FROM": "jospar@mfa.gov.kz",
        }
        server = proxy = None
        if postgresql:
            server = stack.enter_context(cluster(disk.place / "server", free_port()))
            proxy = Proxy(server.port)
            stack.callback(proxy.close)
            environment["JOSPAR_DATABASE_URL"] = server.url_by(proxy.port)
        jospar = Installation(disk.place / "data", server.url if server else "")
        prepared = prepare(jospar, PEOPLE, home)
        with jospar.database() as sql:
            sql("UPDATE accounts_person SET email = code || '@example.kz'")
        webs = tuple(
            Web(prepared, free_port(), environment, home / f"web-{number}.log")
            for number in (1, 2)
        )
        for web in webs:
            web.start()
            stack.callback(web.kill)
        made = Site(prepared, webs, mail, mail_way, disk, environment, server, proxy)
        made.wait()
        yield made
