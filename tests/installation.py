"""An installation of Jospar: its directory, its database, its command line."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple
from urllib.parse import urlsplit
from uuid import uuid4

import psycopg

POSTGRESQL = os.environ.get("JOSPAR_TEST_POSTGRESQL", "")
"""The URL of a server that tests may make databases on, or nothing."""

PROGRAM = Path(sys.executable).with_name("jospar")


class Said(NamedTuple):
    """What a command left: its exit status, and what it printed."""

    status: int
    out: str
    err: str


@dataclass(frozen=True, slots=True)
class Installation:
    """A directory and a database; ``url`` is empty for SQLite in the directory."""

    data: Path
    url: str = ""

    def __call__(self, *arguments: object, **environment: str) -> Said:
        """Run the command line in a process of its own, to its end."""
        with self.start(*arguments, environment=environment) as process:
            out, err = process.communicate(timeout=120)
        return Said(process.returncode, out, err)

    def start(
        self,
        *arguments: object,
        program: Path = PROGRAM,
        environment: Mapping[str, str] = MappingProxyType({}),
        **options: Any,
    ) -> subprocess.Popen[str]:
        """Start the command line and return its process, made with ``options``.

        An empty value takes a variable out of the environment.
        """
        variables = {**os.environ, **self._environment(), **environment}
        given = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **options}
        return subprocess.Popen(
            [str(part) for part in (program, *arguments)],
            env={name: value for name, value in variables.items() if value},
            stdin=subprocess.DEVNULL,
            text=True,
            **given,
        )

    def _environment(self) -> dict[str, str]:
        """Return what is fixed: warnings are errors, so that they show.

        The pages write no line of their requests: a pipe that nobody reads fills up.

        Coverage is of what tests call themselves. A program that it follows is twice
        as slow, and leaves nothing behind where it is killed.
        """
        return {
            "COVERAGE_PROCESS_CONFIG": "",
            "JOSPAR_DATA": str(self.data),
            "JOSPAR_DATABASE_URL": self.url,
            "JOSPAR_LOGS": "none",
            "LC_ALL": "en_US.UTF-8",
            "PYTHONUTF8": "1",
            "PYTHONWARNINGS": "error",
            "COLUMNS": "200",
        }

    def take_tables(self, of: "Installation") -> None:
        """Begin with the database of another one, which nobody uses."""
        self.data.mkdir(mode=0o700, parents=True)
        shutil.copy2(of.data / "jospar.sqlite3", self.data)

    def entries(self) -> int:
        """Return how many entries the journal has, none where there is no journal."""
        try:
            with self.database() as sql:
                return int(sql("SELECT count(*) FROM records_journalentry")[0][0])
        except (sqlite3.OperationalError, psycopg.errors.UndefinedTable):
            return 0

    @contextmanager
    def database(self) -> Iterator[Callable[..., list[tuple[Any, ...]]]]:
        """Give what runs SQL on the database, past the program."""
        connection: Any = (
            psycopg.connect(self.url, autocommit=True)
            if self.url
            else sqlite3.connect(self.data / "jospar.sqlite3", isolation_level=None)
        )
        with closing(connection):

            def run(sql: str, *values: object) -> list[tuple[Any, ...]]:
                marks = sql if self.url else sql.replace("%s", "?")
                cursor = connection.execute(marks, values)
                return list(cursor.fetchall()) if cursor.description else []

            yield run


@contextmanager
def databases() -> Iterator[Callable[..., str]]:
    """Give what makes a database and returns its URL; for SQLite nothing.

    It is empty, or a copy of the one that the URL ``like`` tells.
    """
    made: list[str] = []

    def new_database(like: str = "") -> str:
        if not POSTGRESQL:
            return ""
        name = f"jospar_{uuid4().hex}"
        template = f"TEMPLATE {urlsplit(like).path[1:]}" if like else ""
        with psycopg.connect(POSTGRESQL, autocommit=True) as server:
            server.execute(f"CREATE DATABASE {name} {template}".encode())
        made.append(name)
        return urlsplit(POSTGRESQL)._replace(path=f"/{name}").geturl()

    yield new_database
    for name in made:
        with psycopg.connect(POSTGRESQL, autocommit=True) as server:
            server.execute(f"DROP DATABASE {name} WITH (FORCE)".encode())
