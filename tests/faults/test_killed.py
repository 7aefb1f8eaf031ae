"""A year that is killed again and again ends as one that was not."""

import random
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.example import WORKBOOK
from tests.faults.conftest import Undisturbed
from tests.faults.outcome import run_year
from tests.installation import Installation

pytestmark = pytest.mark.slow

IN_ONE_DATABASE, IN_FRESH_ONES = 5, 2
"""Each costs seconds: ``tests/soak/test_killed_more.py`` kills twenty times."""


def moments(count: int, seconds: float) -> Iterator[float]:
    """Yield random moments of a run, the same each time, in seconds."""
    chance = random.Random(2024)  # noqa: S311 - not for secrets
    for _moment in range(count):
        yield chance.uniform(0, seconds)


def kill_after(jospar: Installation, out: Path, seconds: float) -> None:
    """Start the year and kill it after so many seconds, unless it has ended."""
    process = jospar.start("year", WORKBOOK, "--out", out)
    with process:
        try:
            process.wait(timeout=seconds)
        except subprocess.TimeoutExpired:
            process.kill()
        # What it started ends with it, or else these pipes would stay open.
        process.communicate(timeout=20)


def test_killed_again_and_again(
    jospar: Installation, out: Path, undisturbed: Undisturbed
) -> None:
    """However often it is killed, running it again finishes the rest."""
    kill_again_and_again(jospar, out, undisturbed, IN_ONE_DATABASE)


def kill_again_and_again(
    jospar: Installation, out: Path, undisturbed: Undisturbed, count: int
) -> None:
    """Kill the year so many times in one database, and finish it."""
    for moment in moments(count, undisturbed.seconds):
        kill_after(jospar, out, moment)
    assert run_year(jospar, out) == undisturbed.outcome


def test_killed_once(
    installations: Callable[[], Installation], out: Path, undisturbed: Undisturbed
) -> None:
    """Killed at whatever moment, the year is finished by running it again."""
    kill_once_each(installations, out, undisturbed, IN_FRESH_ONES)


def kill_once_each(
    installations: Callable[[], Installation],
    out: Path,
    undisturbed: Undisturbed,
    count: int,
) -> None:
    """Kill so many years, each in a database of its own, and finish each."""
    for moment in moments(count, undisturbed.seconds):
        jospar = installations()
        kill_after(jospar, out, moment)
        assert run_year(jospar, out) == undisturbed.outcome


DIES_AMID_TABLES = """
import os, signal, sys
from django.db.migrations.executor import MigrationExecutor
from jospar.management.cli import main

def die(executor, migration):
    if migration.name == sys.argv[1] and migration.app_label == sys.argv[2]:
        os.kill(os.getpid(), signal.SIGKILL)
    recorded(executor, migration)

recorded = MigrationExecutor.record_migration
MigrationExecutor.record_migration = die
sys.exit(main(["journal", "verify"]))
"""
"""A program that is killed when it has made tables, and before it notes that."""


@pytest.mark.parametrize(
    "migration",
    [("0001_initial", "accounts"), ("0001_initial", "records")],
    ids=["accounts", "records"],
)
def test_killed_while_tables_are_made(
    empty_jospar: Installation, migration: tuple[str, str]
) -> None:
    """Tables are made all or none, so the next run makes them."""
    dying = empty_jospar.start(
        "-c", DIES_AMID_TABLES, *migration, program=Path(sys.executable)
    )
    dying.communicate(timeout=60)
    assert dying.returncode == -signal.SIGKILL
    assert empty_jospar("journal", "verify").status == 0
