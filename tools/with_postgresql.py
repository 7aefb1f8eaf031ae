"""Run a command beside a PostgreSQL server of its own.

``python -m tools.with_postgresql [--no-sync] CMD…``: the server listens on a socket in
a temporary directory alone. With ``--no-sync`` it does not wait for the disk, which
only a failing machine would tell: for tests, not for measures. CMD finds it by
JOSPAR_DATABASE_URL, and by JOSPAR_TEST_POSTGRESQL, which tells tests to use it. When
CMD ends, however it ends, the server and all it kept are gone.

The status is that of CMD; 69 says that the server cannot be had here.
"""

import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NoReturn
from urllib.parse import quote

UNAVAILABLE = 69
"""What sysexits.h calls EX_UNAVAILABLE."""

DEBIAN = Path("/usr/lib/postgresql")
NO_SYNC = "--no-sync"
ACCOUNT = "postgres"
"""The account that serves where we are root, which the server refuses to be."""


class UnavailableError(Exception):
    """No server can be had here; the sentence says why, and what would help."""


def main(command: Sequence[str]) -> int:
    """Run ``command`` beside a server, and return its exit status."""
    sync = command[:1] != [NO_SYNC]
    command = command[not sync :]
    if not command:
        usage = f"usage: python -m tools.with_postgresql [{NO_SYNC}] CMD…"
        print(usage, file=sys.stderr)  # noqa: T201 - speaks to a person
        return 2
    signal.signal(signal.SIGTERM, _stop)
    try:
        with server(sync=sync) as url:
            return _run(command, url)
    except UnavailableError as error:
        print(f"with_postgresql: {error}", file=sys.stderr)  # noqa: T201 - speaks to a person
        return UNAVAILABLE
    except KeyboardInterrupt:
        return 128 + signal.SIGINT


def programs() -> Path:
    """Return the directory of the newest PostgreSQL's programs.

    Raises:
        UnavailableError: when there is none, or nobody who could run them.
    """
    on_path = shutil.which("initdb")
    found = sorted(
        DEBIAN.glob("*/bin/initdb"), key=lambda path: float(path.parts[-3])
    ) + ([Path(on_path).resolve()] if on_path else [])
    if not found:
        raise UnavailableError(
            "PostgreSQL is missing: there is no initdb on PATH or in "
            f"{DEBIAN}/*/bin; install postgresql."
        )
    if os.geteuid() == 0 and not _has_account():
        raise UnavailableError(
            f"PostgreSQL does not run as root, and there is no account “{ACCOUNT}” "
            "that it could run as; be another user, or make that account."
        )
    return found[-1].parent


@contextmanager
def server(*, sync: bool = True) -> Iterator[str]:
    """Run a server until the end of the block, and give its database's URL.

    Without ``sync`` it does not wait until the disk has what it writes.

    Raises:
        UnavailableError: when there is no PostgreSQL, or it does not start.
    """
    found = programs()
    with tempfile.TemporaryDirectory(prefix="jospar-pg-") as name:
        home = Path(name)
        if os.geteuid() == 0:
            shutil.chown(home, ACCOUNT, ACCOUNT)
        data, log = home / "data", home / "log"
        control: list[str | Path] = [found / "pg_ctl", "--pgdata", data, "--silent"]
        options = f"-c listen_addresses= -c unix_socket_directories={home}"
        if not sync:
            options += " -c fsync=off -c full_page_writes=off"
        _do(
            [
                *(found / "initdb", "--pgdata", data, "--username", ACCOUNT),
                *("--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"),
            ]
        )
        try:
            _do([*control, "--wait", "--log", log, "--options", options, "start"], log)
            yield f"postgresql://{ACCOUNT}@{quote(name, safe='')}/postgres"
        finally:
            subprocess.run(  # noqa: S603 - PostgreSQL's own program
                [*control, "--mode=immediate", "stop"],
                check=False,
                stderr=subprocess.DEVNULL,
                **as_account(),
            )


def _run(command: Sequence[str], url: str) -> int:
    """Run the command; a Ctrl-C is for it, and ends us when it has ended."""
    given = {"JOSPAR_DATABASE_URL": url, "JOSPAR_TEST_POSTGRESQL": url}
    try:
        process = subprocess.Popen(command, env=os.environ | given)  # noqa: S603 - the caller's command
    except OSError as error:
        print(f"with_postgresql: {command[0]}: {error.strerror}", file=sys.stderr)  # noqa: T201 - speaks to a person
        return 127
    with process:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        try:
            status = process.wait()
        except SystemExit:
            process.terminate()
            raise
    return status if status >= 0 else 128 - status


def _do(command: Sequence[object], log: Path | None = None) -> None:
    """Run one of PostgreSQL's programs to its end; ``log`` is where the server speaks.

    Raises:
        UnavailableError: when it fails, with what it says.
    """
    done = subprocess.run(  # noqa: S603 - PostgreSQL's own program
        [str(part) for part in command],
        check=False,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        **as_account(),
    )
    if done.returncode != 0:
        said = done.stderr
        if log is not None and log.exists():
            said += log.read_text()
        raise UnavailableError(f"PostgreSQL does not start: {' '.join(said.split())}")


def as_account() -> Mapping[str, Any]:
    """Return how a program is run: in a place that its account may enter."""
    if os.geteuid() != 0:
        return {"cwd": "/"}
    return {"cwd": "/", "user": ACCOUNT, "group": ACCOUNT, "extra_groups": ()}


def _has_account() -> bool:
    try:
        pwd.getpwnam(ACCOUNT)
    except KeyError:
        return False
    return True


def _stop(number: int, frame: object) -> NoReturn:
    """Turn the signal into an exception, so that everything is cleaned up."""
    sys.exit(128 + number)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
