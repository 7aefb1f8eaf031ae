"""A side of a measurement that needs a process and a database of its own."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from importlib import import_module
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

import django
import psycopg

from tools.with_postgresql import UnavailableError, server

_numbers = count(1)


class Side:
    """A process of ``module`` with an empty database of its own, until it is left."""

    def __init__(
        self,
        module: str,
        place: Path,
        url: str,
        settings: str = "jospar.config.settings",
    ) -> None:
        own = {
            "JOSPAR_DATA": str(place),
            "JOSPAR_DATABASE_URL": _empty(place, url),
            "DJANGO_SETTINGS_MODULE": settings,
        }
        self._process = subprocess.Popen(
            [sys.executable, "-m", "bench.side", module],
            env=os.environ | own,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def __enter__(self) -> "Side":
        return self

    def __exit__(self, *error: object) -> None:
        self._process.communicate()

    def rate(self, job: str) -> float:
        """Return how many a second the side did when it was asked to do ``job``."""
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(f"{job}\n")
        self._process.stdin.flush()
        return float(self._process.stdout.readline())


def answer(jobs: Mapping[str, Callable[[], float]]) -> None:
    """Do what the other process asks for until it closes; each says its rate."""
    for line in sys.stdin:
        print(jobs[line.strip()](), flush=True)


@contextmanager
def databases() -> Iterator[dict[str, tuple[Path, str]]]:
    """Give a place for files and the URL of a server, or "", for each database."""
    with TemporaryDirectory(prefix="jospar-bench-") as name, ExitStack() as stack:
        place = Path(name)
        found = {"SQLite": (place, "")}
        try:
            found["PostgreSQL"] = (place, stack.enter_context(server()))
        except UnavailableError as error:
            print(f"Nothing is measured on PostgreSQL. {error}")
        yield found


def _empty(place: Path, url: str) -> str:
    """Return the URL of a database that is made for one side alone."""
    name = f"side{next(_numbers)}"
    if not url:
        return f"sqlite:///{place / name}.sqlite3"
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
    return f"{url.rsplit('/', 1)[0]}/{name}"


if __name__ == "__main__":
    django.setup()
    import_module(sys.argv[1]).main()
