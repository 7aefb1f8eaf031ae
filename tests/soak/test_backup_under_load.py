"""A machine is lost while people work; from its backup and journal nothing is lost."""

import hashlib
import json
import os
import tarfile
import time
from collections.abc import Callable, Collection
from datetime import datetime
from pathlib import Path
from random import Random
from secrets import randbits
from typing import NamedTuple

import pytest
from django.apps import apps

from jospar.procedure.replay import NOT_FOLDED
from tests.installation import Installation
from tests.management.test_demo_and_serve import free_port

from .faults.processes import ready
from .last_day.crowd import working
from .last_day.proof import unproven
from .last_day.tally import Accepted, Tally
from .lost_machine import Machine, delays, machine, recorded_at, without

PEOPLE = 16
SECONDS = 60 * float(os.environ.get("JOSPAR_SOAK_MINUTES") or 2 / 3)
"""How long people work at most until the machine is lost."""
SEED = int(os.environ.get("JOSPAR_SOAK_SEED") or randbits(32))
BACKUPS = 3
EVERY = 1
"""Seconds from one pass of ``jospar journal follow`` to the next."""
SLOW = 10
"""Seconds that a pass may take on a machine that is busy with other tests."""
FOLDED = sorted(
    model._meta.db_table  # noqa: SLF001 - Django's public API
    for app in ("records", "accounts")
    for model in apps.get_app_config(app).get_models()
    if model not in NOT_FOLDED
)
"""The tables that acts make."""


class Lost(NamedTuple):
    """What a lost machine left: its backups in their order, and what people were told.

    ``at`` is the moment of the loss by its clock, ``failures`` what went wrong before.
    """

    backups: list[Path]
    tally: Tally
    failures: list[str]
    at: datetime
    delays: list[float]


@pytest.mark.parametrize(
    "sqlite", [True, pytest.param(False, marks=pytest.mark.postgresql)]
)
def test_the_last_shipped_act_is_there(
    installations: Callable[..., Installation], tmp_path: Path, *, sqlite: bool
) -> None:
    """Restored elsewhere, the record is that of the last shipped act, to the byte."""
    print(f"\nseed {SEED}, {'SQLite' if sqlite else 'PostgreSQL'}")  # noqa: T201 - figures of the soak
    with machine(tmp_path, PEOPLE, sqlite=sqlite) as first:
        lost = work_and_lose(first, Random(SEED))  # noqa: S311 - no secret
        assert lost.failures == [], said_of_failures(first.log)
        first.find_again()
        whole = exported(first.jospar, tmp_path / "whole.jsonl")
        shipped = first.shipped.read_bytes().split(b"\n")[:-1]
        assert first.jospar("journal", "verify").status == 0
        files = kept(first.jospar, len(shipped))
        assert shipped == whole[: len(shipped)]
        told = {one.act_id for one in lost.tally.accepted}
        assert told <= set(said(whole, "act_id"))
        tell_delay(lost, whole[len(shipped) :])
        prefix = tmp_path / "shipped.jsonl"
        prefix.write_bytes(b"".join(line + b"\n" for line in shipped))
        expected = installations(sqlite=sqlite, empty=True)
        rebuilt = expected("journal", "rebuild", prefix, "--reason", "to be compared")
        assert (rebuilt.status, rebuilt.err) == (0, "")
        for backup in lost.backups:
            restored = installations(sqlite=sqlite, empty=True)
            restore(first, backup, restored, files)
            found = exported(restored, tmp_path / "restored.jsonl")
            assert found[: len(shipped)] == shipped
            assert said(found[len(shipped) :], "act") == ["reference.repair"]
            assert rows(restored) == rows(expected)
            assert kept(restored, len(shipped)) == files
    there = [one for one in lost.tally.accepted if one.entry <= len(shipped)]
    prove_by_people(first, restored, there)


def work_and_lose(first: Machine, chance: Random) -> Lost:
    """Let people work, make backups at moments of chance, and lose the machine."""
    port, backups = free_port(), []
    url = f"http://127.0.0.1:{port}"
    first.start("serve", "--no-notices", "--port", port)
    first.start("notices", "--every", 1)
    first.start("journal", "follow", first.second, "--every", EVERY)
    wait_until(lambda: ready(url) == [])
    wait_until(lambda: shipped_size(first) > 0)
    moments = sorted(chance.uniform(SECONDS / 5, SECONDS * 0.8) for _ in range(BACKUPS))
    end = chance.uniform(SECONDS * 0.85, SECONDS)
    begun = time.monotonic()
    working_there = working(
        *([url], first.prepared.accounts, chance.randrange(2**32)),
        pauses=(0.3, 1.2),
        arriving=SECONDS / 5,
    )
    with delays(first) as seconds, working_there as tally:
        for number, moment in enumerate(moments, start=1):
            time.sleep(max(0, begun + moment - time.monotonic()))
            backups.append(first.second / f"{number}.tar")
            made = first.jospar("backup", backups[-1])
            assert (made.status, made.err) == (0, "")
        time.sleep(max(0, begun + end - time.monotonic()))
        failures, at = list(tally.failures), first.now()
        first.lose()
    return Lost(backups, tally, failures, at, seconds)


def restore(
    first: Machine, backup: Path, target: Installation, files: Collection[str]
) -> None:
    """Restore a backup and what came after it, where the first machine is not."""
    begun = time.monotonic()
    given = ("--journal", first.shipped, "--reason", "the machine is lost")
    done = without(first.places, target, "restore", backup, *given)
    assert (done.status, done.err) == (0, "")
    seconds, lines = time.monotonic() - begun, done.out.splitlines()
    with tarfile.open(backup) as archive:
        later = set(files) - {Path(name).name for name in archive.getnames()}
    print(  # noqa: T201 - figures of the soak
        f"restored and proven in {seconds:.1f} s: {' '.join(lines[:2])} Files of acts: "
        f"{len(files)}, of them not in the backup: {len(later)}"
    )


def tell_delay(lost: Lost, not_shipped: list[bytes]) -> None:
    """Tell how far the second place was behind; no further than is promised."""
    assert lost.delays, "Nobody came to an act: the machine is too busy."
    late = sorted(lost.delays)
    ago = [(lost.at - recorded_at(line)).total_seconds() for line in not_shipped]
    ids = set(said(not_shipped, "act_id"))
    told = [one for one in lost.tally.accepted if one.act_id in ids]
    print(  # noqa: T201 - figures of the soak
        f"acts told to people: {len(lost.tally.accepted)}; shipped under load: "
        f"{len(late)}, half within {late[len(late) // 2]:.2f} s, all within "
        f"{late[-1]:.2f} s; not shipped: {len(ago)}, told to people: {len(told)}, the "
        f"first {max(ago, default=0):.2f} s before the end"
    )
    assert max([*ago, *late]) <= EVERY + SLOW


def prove_by_people(
    first: Machine, restored: Installation, told: list[Accepted]
) -> None:
    """Let people sign in where it was restored, and open the receipts of their acts."""
    port, there = free_port(), first.elsewhere(restored)
    url = f"http://127.0.0.1:{port}"
    there.start("serve", "--no-notices", "--port", port)
    try:
        wait_until(lambda: ready(url) == [])
        assert unproven(there.prepared, Tally(accepted=told), [url]) == []
    finally:
        there.stop()


def exported(jospar: Installation, file: Path) -> list[bytes]:
    """Return the lines of the journal as it is exported."""
    assert jospar("journal", "export", file).status == 0
    return file.read_bytes().split(b"\n")[:-1]


def rows(jospar: Installation) -> dict[str, list[tuple[object, ...]]]:
    """Return every row of every table that acts make."""
    with jospar.database() as sql:
        return {
            name: sorted(sql(f"SELECT * FROM {name}"), key=str)  # noqa: S608 - names of our own tables
            for name in FOLDED
        }


def kept(jospar: Installation, number: int) -> dict[str, str]:
    """Return the SHA-256 of what is kept of the files of acts, up to an entry."""
    with jospar.database() as sql:
        names = sql(
            "SELECT DISTINCT sha256 FROM records_attachedfile WHERE entry <= %s", number
        )
    folder = jospar.data / "files"
    return {
        name: hashlib.sha256((folder / name[:2] / name).read_bytes()).hexdigest()
        for (name,) in names
    }


def said(lines: list[bytes], field: str) -> list[str]:
    """Return what entries say in a field of their headers."""
    return [json.loads(line)["header"][field] for line in lines]


def said_of_failures(log: Path) -> str:
    """Return what programs said of requests that failed."""
    lines = log.read_text().splitlines()
    return "\n".join(line for line in lines if "request_failed" in line)


def shipped_size(first: Machine) -> int:
    """Return how many bytes stand in the second place."""
    return first.shipped.stat().st_size if first.shipped.exists() else 0


def wait_until(holds: Callable[[], bool], seconds: float = 120) -> None:
    """Wait until something holds."""
    until = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < until
        time.sleep(0.1)
