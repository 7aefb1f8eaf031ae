"""Every form, upload and import path is sent what nobody sends, for twenty minutes.

JOSPAR_SOAK_MINUTES says for how long, JOSPAR_SOAK_SEED begins where another run began:
both are told at the start. Nothing fails, nothing takes long, and nothing grows.
"""

import gc
import logging
import os
import signal
import sys
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from pathlib import Path
from random import Random, SystemRandom
from time import monotonic
from types import FrameType
from typing import Any
from urllib.parse import urlencode, urlsplit

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.signals import got_request_exception
from django.db import connection, transaction
from django.dispatch import receiver
from django.test import Client

from jospar.rules.core.offices import Office
from jospar.rules.registry import ACTS
from tests.rules.made import YEAR
from tests.soak import mutations
from tests.soak.import_paths import TOLD, readers, uploads, valid_files
from tests.web.gates import GATES
from tests.web.test_bad_input import ASKED, PRINTED, SENDERS, filed, forms
from tests.web.walk import WALKERS, address, enter
from tests.web.whole_record import whole_record

pytestmark = pytest.mark.django_db

MINUTES = float(os.environ.get("JOSPAR_SOAK_MINUTES") or 20)
SEED = int(os.environ.get("JOSPAR_SOAK_SEED") or SystemRandom().randrange(10**9))
LONGEST = 20
"""Seconds after which a request hangs, beside whatever else the machine does."""
WARM_UP = 0.25
"""The part of the time in which caches may fill; what grows afterwards leaks."""
MOST_GROWTH = 48 * 2**20
"""Bytes by which the process may grow after that: what a single large file takes."""
MOST_FAILURES = 5
SAYS_SO = {f"/health/{name}" for name in ("live", "ready", "worker")}
"""Pages whose answer may be that something is not in order: there is no worker here."""

RAISED: list[str] = []
"""What the request at hand failed with."""

Shot = tuple[str, Callable[[], int]]


@dataclass
class Tally:
    """What was sent and what came of it."""

    sent: Counter[str] = field(default_factory=Counter)
    answers: Counter[int] = field(default_factory=Counter)
    slowest: tuple[float, str] = (0.0, "")
    failures: list[str] = field(default_factory=list)


class HangsError(Exception):
    """A request was not answered in time."""


@pytest.fixture
def say(capsys: pytest.CaptureFixture[str]) -> Callable[[str], None]:
    """Tell something to whoever runs it, at once."""

    def tell(line: str) -> None:
        with capsys.disabled():
            sys.stderr.write(f"\nfuzz: {line}\n")

    return tell


@pytest.fixture
def quiet() -> Iterator[None]:
    """Let no log grow: pytest keeps every line of it."""
    logging.disable(logging.CRITICAL)
    yield
    logging.disable(logging.NOTSET)


@pytest.mark.usefixtures("quiet")
def test_nothing_fails_hangs_or_leaks(
    say: Callable[[str], None], tmp_path: Path
) -> None:
    """Whatever is sent is answered; memory and open files stay what they were."""
    say(f"{MINUTES:g} minutes with JOSPAR_SOAK_SEED={SEED}")
    random, tally = Random(SEED), Tally()  # noqa: S311 - no secret
    shots = _shots(random, tmp_path)
    until = monotonic() + MINUTES * 60
    warm_until = monotonic() + MINUTES * 60 * WARM_UP
    before: tuple[int, int] | None = None
    while monotonic() < until and len(tally.failures) < MOST_FAILURES:
        if before is None and monotonic() > warm_until:
            before = _used()
        _fire(*next(shots), tally)
    after = _used()
    say(_told(tally, before or after, after))
    assert not tally.failures, f"JOSPAR_SOAK_SEED={SEED}\n" + "\n".join(tally.failures)
    assert before is not None
    assert after[0] - before[0] < MOST_GROWTH
    assert after[1] <= before[1]


def _shots(random: Random, folder: Path) -> Iterator[Shot]:
    """Yield what is sent next, without end: each kind as often as the others."""
    record = whole_record()
    clients = {walker: enter(walker) for walker in WALKERS}
    files = valid_files(record, clients[Office.HEAD, ""], clients[WALKERS[1]])
    contents = list(files.values())
    pages = [
        (clients[next((w for w in WALKERS if gate.expected(w) == 200), None)], path)
        for name, gate in GATES.items()
        if name not in PRINTED and "GET" in gate.methods
        for path in [address(name, record)]
    ]
    sent_forms = [
        (clients[walker], action, filled)
        for walker in SENDERS
        for action, filled in forms(clients[walker], record)
    ]
    acts = [
        (
            clients[[w for w in WALKERS if w is not None and w[0] in act.by][-1]],
            act.code,
        )
        for act in ACTS
    ]
    places = uploads(record)
    ways = list(readers(folder))

    def ask() -> Shot:
        client, path = random.choice(pages)
        names = random.sample(ASKED, random.randrange(1, 4))
        query = urlencode(
            {name: mutations.text(random, "1")[:1_500] for name in names},
            errors="surrogatepass",
        )
        joint = "&" if "?" in path else "?"
        return f"GET {path}{joint}{query}", lambda: _get(
            client, f"{path}{joint}{query}"
        )

    def send() -> Shot:
        client, path, filled = random.choice(sent_forms)
        sent = mutations.form(random, filled)
        return f"POST {path} {sent!r:.2000}", lambda: _post(client, path, sent)

    def act() -> Shot:
        client, code = random.choice(acts)
        path = f"/en/{YEAR}/acts/{code}/{random.choice(('', '', '', 'many/'))}"
        sent = mutations.form(random, filed(code, record))
        return f"POST {path} {sent!r:.2000}", lambda: _post(client, path, sent)

    def upload() -> Shot:
        to = random.choice(list(places.values()))
        data = mutations.mutated(random, random.choice(contents), contents)
        name = random.choice((*mutations.TEXTS, "plan.docx", "x.pdf", "a.toml"))[:300]
        client = clients.get(to.walker) or enter(to.walker)
        told = f"FILE {to.path} {name!r} {_saved(folder, data)}"
        return told, lambda: _upload(client, to.path, to.field, name, data, to.sent)

    def read() -> Shot:
        kind, take = random.choice(ways)
        good = files.get(kind) or random.choice(contents)
        data = mutations.mutated(random, good, contents)
        return f"READ {kind} {_saved(folder, data)}", lambda: _read(take, data)

    while True:
        yield random.choice((ask, send, act, upload, upload, read, read))()


def _fire(told: str, shot: Callable[[], int], tally: Tally) -> None:
    """Send one, undo what it did, and note what came of it."""
    RAISED.clear()
    began, before = monotonic(), transaction.savepoint()
    try:
        with _bounded():
            status = shot()
    except Exception:  # noqa: BLE001 - whatever it is, it is what is looked for
        status = 500
        RAISED.append(traceback.format_exc(limit=-6))
    finally:
        connection.needs_rollback = False
        transaction.savepoint_rollback(before)
        transaction.savepoint_commit(before)  # let it go: it would be kept else
    tally.slowest = max(tally.slowest, (monotonic() - began, told))
    tally.sent[told.partition(" ")[0]] += 1
    tally.answers[status] += 1
    if status >= 500 and urlsplit(told.split()[1]).path not in SAYS_SO:
        tally.failures.append("\n".join((told, *RAISED)))


@receiver(got_request_exception)
def _note(**_values: Any) -> None:
    RAISED.append(traceback.format_exc(limit=-6))


@contextmanager
def _bounded() -> Iterator[None]:
    def hangs(_number: int, _frame: FrameType | None) -> None:
        raise HangsError(f"after {LONGEST} seconds")

    signal.signal(signal.SIGALRM, hangs)
    signal.alarm(LONGEST)
    try:
        yield
    finally:
        signal.alarm(0)


def _fresh(client: Client) -> Client:
    """Return another browser with the same cookies: Django's keeps every request."""
    other = Client(raise_request_exception=False)
    other.cookies = SimpleCookie({n: c.value for n, c in client.cookies.items()})
    return other


def _get(client: Client, path: str) -> int:
    return _fresh(client).get(path).status_code


def _post(client: Client, path: str, sent: dict[str, Any]) -> int:
    content = urlencode(sent, doseq=True, errors="surrogatepass")
    kind = "application/x-www-form-urlencoded"
    return _fresh(client).post(path, content, kind).status_code


def _upload(
    client: Client, path: str, name: str, file: str, data: bytes, sent: Any
) -> int:
    safe = file.encode("utf-8", "ignore").decode() or "x"
    given = {**sent, name: SimpleUploadedFile(safe, data)}
    return _fresh(client).post(path, given).status_code


def _read(take: Callable[[bytes], object], data: bytes) -> int:
    try:
        take(data)
    except TOLD:
        return 422
    return 200


def _saved(folder: Path, data: bytes) -> Path:
    """Keep what is sent, so that a failure can be looked at."""
    path = folder / "last.bin"
    path.write_bytes(data)
    return path


def _used() -> tuple[int, int]:
    """Return the bytes of memory and the open files of this process."""
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    opened = len(list(Path("/proc/self/fd").iterdir()))
    return pages * os.sysconf("SC_PAGE_SIZE"), opened


def _told(tally: Tally, before: tuple[int, int], after: tuple[int, int]) -> str:
    seconds, slowest = tally.slowest
    return (
        f"{sum(tally.sent.values())} sent {dict(tally.sent)}; answers "
        f"{dict(sorted(tally.answers.items()))}; slowest {seconds:.1f} s: "
        f"{slowest:.200}; "
        f"memory {before[0] / 2**20:.0f} → {after[0] / 2**20:.0f} MiB, "
        f"open files {before[1]} → {after[1]}"
    )
