"""A machine that people work at until it is gone, and what there is of it elsewhere."""

import json
import os
import signal
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Event, Thread

from tests.installation import PROGRAM, Installation, Said
from tests.management.test_demo_and_serve import free_port

from .faults.cluster import Cluster, cluster
from .last_day.prepared import Prepared, prepare

_ALONE = """
while [ "$1" != -- ]; do mount -t tmpfs nothing "$1" || exit 70; shift; done
shift
exec "$@"
"""
"""Runs a command on a machine where some places are empty; needs rights of root."""


@dataclass
class Machine:
    """An installation on the last day, its programs, and where it has its files.

    ``second`` is what other machines see of it: its backups, and the shipped journal.
    """

    prepared: Prepared
    places: Sequence[Path]
    second: Path
    cluster: Cluster | None
    _programs: list[subprocess.Popen[str]] = field(default_factory=list)

    @property
    def jospar(self) -> Installation:
        """The command line there."""
        return self.prepared.jospar

    def elsewhere(self, jospar: Installation) -> "Machine":
        """Return another machine where people work on the same day."""
        prepared = replace(self.prepared, jospar=jospar)
        return Machine(prepared, [jospar.data], self.second, None)

    @property
    def log(self) -> Path:
        """What programs say there."""
        return self.jospar.data.with_suffix(".log")

    @property
    def shipped(self) -> Path:
        """The journal in the second place."""
        return self.second / "journal.jsonl"

    def now(self) -> datetime:
        """Return the moment by the clock there."""
        ahead = timedelta(seconds=float(self.prepared.clock.read_text()))
        return datetime.now(UTC) + ahead

    def start(self, *arguments: object) -> subprocess.Popen[str]:
        """Start a program there, which ends with the machine; ``log`` has its words."""
        with self.log.open("a") as log:
            started = self.prepared.start(
                *arguments,
                environment={"JOSPAR_LOGS": "text", "PYTHONWARNINGS": "default"},
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        self._programs.append(started)
        return started

    def stop(self) -> None:
        """Kill every program that was started there."""
        for program in self._programs:
            if program.poll() is None:
                os.killpg(program.pid, signal.SIGKILL)
        for program in self._programs:
            program.wait(timeout=30)

    def lose(self) -> None:
        """Kill everything at once, the database too."""
        if self.cluster:
            self.cluster.kill()
        self.stop()

    def find_again(self) -> None:
        """Let what its disk holds be read, to be compared."""
        if self.cluster:
            self.cluster.start()


@contextmanager
def machine(folder: Path, people: int, *, sqlite: bool) -> Iterator[Machine]:
    """Give a machine with PostgreSQL of its own, or with SQLite; nothing runs yet."""
    with ExitStack() as stack:
        data, second = folder / "first", folder / "second"
        second.mkdir()
        places, found, url = [data], None, ""
        if not sqlite:
            name = tempfile.TemporaryDirectory(prefix="jospar-lost-")
            home = Path(stack.enter_context(name))
            home.chmod(0o711)  # the server’s account passes through
            found = stack.enter_context(cluster(home / "server", free_port()))
            places, url = [data, home], found.url
        prepared = prepare(Installation(data, url), people, folder / "clock")
        made = Machine(prepared, places, second, found)
        stack.callback(made.stop)
        yield made


def without(places: Sequence[Path], jospar: Installation, *arguments: object) -> Said:
    """Run the command line where there are no such places, and no network."""
    given = ("--mount", "--net", "sh", "-c", _ALONE, "sh", *places, "--", PROGRAM)
    with jospar.start(*given, *arguments, program=Path("unshare")) as process:
        out, err = process.communicate(timeout=120)
    return Said(process.returncode, out, err)


@contextmanager
def delays(there: Machine) -> Iterator[list[float]]:
    """Give for each act the seconds from its record to its line in the second place.

    The list grows while the block runs.
    """
    found: list[float] = []
    stop = Event()
    thread = Thread(target=_watch, args=(there, found, stop))
    thread.start()
    try:
        yield found
    finally:
        stop.set()
        thread.join()


def _watch(there: Machine, found: list[float], stop: Event) -> None:
    with there.shipped.open("rb") as file:
        file.seek(0, os.SEEK_END)
        begun = b""
        while not stop.wait(0.05):
            *whole, begun = (begun + file.read()).split(b"\n")
            now = there.now()
            found.extend((now - recorded_at(line)).total_seconds() for line in whole)


def recorded_at(line: bytes) -> datetime:
    """Return the moment of the entry that a line of an exported journal is."""
    return datetime.fromisoformat(json.loads(line)["header"]["recorded_at"])
