"""A PostgreSQL server that waits for its disk, and that is killed and started again."""

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import psycopg

from tools.with_postgresql import ACCOUNT, as_account, programs

_PATIENCE = 60.0
"""Seconds until a server that does not come up is given up."""


class Cluster:
    """The server whose files are below ``home``, on a port of this machine."""

    def __init__(self, home: Path, port: int) -> None:
        self._home, self._programs, self.port = home, programs(), port
        self._process: subprocess.Popen[bytes] | None = None
        home.mkdir()
        if os.geteuid() == 0:
            shutil.chown(home, ACCOUNT, ACCOUNT)
        self._run(
            *("initdb", "--pgdata", self._data, "--username", ACCOUNT),
            *("--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8"),
        )

    @property
    def url(self) -> str:
        """The address of its first database."""
        return self.url_by(self.port)

    def url_by(self, port: int) -> str:
        """Return the address by another port, behind which a proxy stands."""
        return f"postgresql://{ACCOUNT}@127.0.0.1:{port}/postgres"

    @property
    def _data(self) -> Path:
        return self._home / "data"

    def start(self) -> None:
        """Start it, and wait until it answers."""
        settings = f"-p {self.port} -h 127.0.0.1 -k {self._home}".split()
        with (self._home / "log").open("a") as log:
            self._process = subprocess.Popen(
                [str(self._programs / "postgres"), "-D", str(self._data), *settings],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                **as_account(),
            )
        until = time.monotonic() + _PATIENCE
        while not self.answers():
            assert time.monotonic() < until, (self._home / "log").read_text()[-2000:]
            time.sleep(0.05)

    def answers(self) -> bool:
        """Tell whether somebody can work with it."""
        try:
            with psycopg.connect(self.url, connect_timeout=2) as server:
                server.execute("SELECT 1")
        except psycopg.OperationalError:
            return False
        return True

    def is_up(self) -> bool:
        """Tell whether its first process is there."""
        return self._process is not None and self._process.poll() is None

    def kill(self) -> None:
        """Kill all its processes at once, as if the machine had gone."""
        assert self._process is not None
        self._process.send_signal(signal.SIGSTOP)  # so that it starts no others
        children = _children(self._process.pid)
        for process in (self._process.pid, *children):
            with suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)
        self._process.wait()
        while any(map(_is_there, children)):
            time.sleep(0.01)

    def _run(self, program: str, *arguments: object) -> None:
        subprocess.run(
            [str(self._programs / program), *map(str, arguments)],
            check=True,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            **as_account(),
        )


@contextmanager
def cluster(home: Path, port: int) -> Iterator[Cluster]:
    """Run a server until the end of the block."""
    made = Cluster(home, port)
    made.start()
    try:
        yield made
    finally:
        if made.is_up():
            made.kill()


def _children(process: int) -> list[int]:
    found = Path(f"/proc/{process}/task/{process}/children")
    try:
        return [int(child) for child in found.read_text().split()]
    except (FileNotFoundError, ProcessLookupError):
        return []


def _is_there(process: int) -> bool:
    """Tell whether it runs; one that ended and that nobody asked about does not."""
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return False
    return state != "Z"
