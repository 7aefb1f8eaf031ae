"""The last day of intake: everybody comes, and pages stay quick.

Two web processes, two workers and PostgreSQL on machines of their own serve two hundred
people for ten minutes; one web process and one worker on SQLite serve sixty.
JOSPAR_SOAK_PEOPLE and JOSPAR_SOAK_MINUTES say otherwise; JOSPAR_SOAK_SEED begins where
another run began. Nothing else should run beside this: it is a measure of time.
"""

import os
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from random import SystemRandom
from types import MappingProxyType
from urllib.request import urlopen

import pytest

from tests.installation import Installation
from tests.management.test_demo_and_serve import free_port

from .crowd import crowd
from .machines import Machine, NoMachinesError, database_on, machines
from .people import Account
from .prepared import Prepared, prepare
from .proof import unproven
from .tally import SIGN_IN, Request, Tally, by_kind, percentile

pytestmark = pytest.mark.xdist_group("last day")

MINUTES = float(os.environ.get("JOSPAR_SOAK_MINUTES") or 10)
PEOPLE = int(os.environ.get("JOSPAR_SOAK_PEOPLE") or 0)
SEED = int(os.environ.get("JOSPAR_SOAK_SEED") or SystemRandom().randrange(10**9))
MOST = 5
"""How many times as long as for one person alone 95 % of pages may take."""
TURNS, TURN, WARM = 12, 8.0, 2.0
"""How many people are there alone, one after the other, and for how many seconds.

Before they are measured they come for a shorter time.
"""
SHORT, COMES = (0.1, 0.3), 0.6
"""Pauses of who is alone, and seconds between the arrivals of a crowd."""
LEAST_SAMPLES = 100
WHOLE = 5
"""Minutes after which a part of those who write have filed a concept."""

_PAGE = re.compile(r"^/\w+/\d+/(acts/[\w.]+|\w+)?.*", re.DOTALL)
"""What a refusal was of, without whose and why."""

Say = Callable[[str], None]


@pytest.fixture
def say(capsys: pytest.CaptureFixture[str]) -> Say:
    """Tell something to whoever runs it, at once."""

    def tell(line: str) -> None:
        with capsys.disabled():
            sys.stderr.write(f"\nlast day: {line}\n")

    return tell


def test_two_hundred_people(tmp_path: Path, say: Say) -> None:
    """On PostgreSQL with several machines: no error, and pages nearly as quick."""
    try:
        with machines("database", "web-1", "web-2", "people") as made:
            _on_machines(made, tmp_path, say)
    except NoMachinesError as error:
        pytest.skip(str(error))


def test_sixty_people(
    installations: Callable[..., Installation], tmp_path: Path, say: Say
) -> None:
    """On SQLite with one machine the same."""
    prepared = prepare(installations(sqlite=True), PEOPLE or 60, tmp_path)
    port = free_port()
    with _site(prepared, ("127.0.0.1", port), tmp_path / "web.log"):
        _last_day(prepared, [f"http://127.0.0.1:{port}"], say)


def _on_machines(made: Mapping[str, Machine], folder: Path, say: Say) -> None:
    """Run web processes and workers on machines; people come from another one."""
    with database_on(made["database"]) as (there, here):
        prepared = prepare(Installation(folder / "data", here), PEOPLE or 200, folder)
        webs = [made["web-1"], made["web-2"]]
        shared = {
            "JOSPAR_DATABASE_URL": there,
            "JOSPAR_FILES": str(prepared.jospar.data / "files"),
            "JOSPAR_SECRET_KEY": "one for all machines, as it is said",
            "JOSPAR_HOSTS": ",".join(web.address for web in webs),
        }
        one, two = (
            _site(
                prepared,
                (web.address, 8000),
                folder / f"{web.namespace}.log",
                {**shared, "JOSPAR_DATA": str(folder / web.namespace)},
                web.within,
            )
            for web in webs
        )
        with made["people"].entered(), one, two:
            _last_day(prepared, [f"http://{web.address}:8000" for web in webs], say)


@contextmanager
def _site(
    prepared: Prepared,
    place: tuple[str, int],
    log: Path,
    environment: Mapping[str, str] = MappingProxyType({}),
    within: Sequence[str] = (),
) -> Iterator[None]:
    """Run a web process and a worker until the end of the block."""
    host, port = place
    given = {**environment, "JOSPAR_LOGS": "text"}
    with log.open("w") as file:
        serve = ("serve", "--no-notices", "--host", host, "--port", port)
        programs = [
            prepared.start(
                *command, within=within, environment=given, stdout=file, stderr=file
            )
            for command in (serve, ("notices", "--every", 60))
        ]
        try:
            _await(f"http://{host}:{port}/health/ready", log)
            yield
        finally:
            for program in programs:
                program.terminate()
            for program in programs:
                program.wait()


def _await(url: str, log: Path) -> None:
    """Wait until pages are served, at most a minute."""
    for _attempt in range(600):
        try:
            urlopen(url, timeout=10).close()  # noqa: S310 - an address of ours
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise TimeoutError(f"{url} does not answer: {log.read_text()[-2000:]}")


def _last_day(prepared: Prepared, urls: Sequence[str], say: Say) -> None:
    """Let one person after the other come, then everybody; compare, and prove."""
    people = prepared.accounts
    say(f"{len(people)} people, {MINUTES:g} minutes, JOSPAR_SOAK_SEED={SEED}")
    since = prepared.jospar.entries()
    # What a web process does for the first time takes long, and is not compared.
    warm = sum((_one_by_one([url], people, WARM) for url in urls), Tally())
    alone = _one_by_one(urls, people, TURN)
    all_day = crowd(urls, people, MINUTES * 60, SEED, arriving=COMES * len(people))
    done = warm + alone + all_day
    say(_told(alone, all_day))
    assert (done.failures, done.retried) == ([], [])
    assert unproven(prepared, done, urls, since) == []
    filed = len(done.of_act("intake.submit_concept"))
    assert filed >= (len(people) // 5 if MINUTES >= WHOLE else 0)
    assert len(alone.pages()) >= LEAST_SAMPLES
    quick = percentile(alone.pages(), 0.95, like=all_day.pages())
    slow = percentile(all_day.pages(), 0.95)
    say(f"95 % of pages: {quick:.3f} s alone, {slow:.3f} s with everybody")
    assert slow <= MOST * quick


def _one_by_one(
    urls: Sequence[str], people: Sequence[Account], seconds: float
) -> Tally:
    """Let one after the other be there alone, as many of each office as of all."""
    done = Tally()
    for account in people[:: max(1, len(people) // TURNS)]:
        done += crowd(urls, [account], seconds, SEED, pauses=SHORT, arriving=0)
    return done


def _told(alone: Tally, all_day: Tally) -> str:
    """Return a table of times by kinds of pages, and what was done."""
    before = by_kind(alone.requests)
    lines = [
        f"{'':18} {'alone':>6} {'p50':>6} {'p95':>6} | "
        f"{'all':>6} {'p50':>6} {'p95':>6} {'p99':>6}  (milliseconds)",
        _line("all pages", alone.pages(), all_day.pages()),
    ]
    for kind, requests in by_kind(all_day.requests).items():
        slow = " (slow on purpose, no page)" if kind == SIGN_IN else ""
        lines.append(_line(kind, before.get(kind, ()), requests) + slow)
    acts = Counter(one.act for one in all_day.accepted)
    refused = Counter(_PAGE.sub(r"\1", one, count=1) for one in all_day.refusals)
    lines += [f"done: {dict(acts)}", f"lawfully refused: {dict(refused)}"]
    return "\n".join(lines)


def _line(kind: str, alone: Sequence[Request], everybody: Sequence[Request]) -> str:
    def times(requests: Sequence[Request], *shares: float) -> str:
        found = (percentile(requests, share) if requests else 0 for share in shares)
        return " ".join(f"{seconds * 1000:6.0f}" for seconds in found)

    return (
        f"{kind:18} {len(alone):6} {times(alone, 0.5, 0.95)} | "
        f"{len(everybody):6} {times(everybody, 0.5, 0.95, 0.99)}"
    )
