"""The database as one file and back, the way its own makers copy it.

SQLite copies itself page by page while others write; PostgreSQL's ``pg_dump`` looks at
one moment of it. Both hold everything: the journal, the records, accounts, drafts.
Who is signed in they leave out: whoever finds a copy must not walk in as another.
"""

import os
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from django.db import connection, transaction
from django.db.backends.postgresql.client import DatabaseClient
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.recorder import MigrationRecorder

from jospar.procedure import journal
from jospar.rules.core.sentences import _

from .manifest import BackupError

_LAST = "SELECT number, hash FROM records_journalentry ORDER BY number DESC LIMIT 1"
_SIGNED_IN = ("django_session", "usersessions_usersession")
_MIGRATIONS = "SELECT app || '.' || name FROM django_migrations ORDER BY 1"


class Dumped(NamedTuple):
    """Where the journal of a copy ends, and the migrations of its tables."""

    end: tuple[int, str]
    migrations: list[str]


def dump(path: Path) -> Dumped:
    """Copy the database to the empty file ``path`` while others write to it.

    Raises:
        BackupError: when PostgreSQL's program is missing or fails.
        django.db.Error: when SQLite cannot be copied.
    """
    return _dump_sqlite(path) if connection.vendor == "sqlite" else _dump_server(path)


def load(path: Path) -> None:
    """Put a copy into the empty database, whole or not at all.

    Raises:
        BackupError: when PostgreSQL's program is missing or fails.
        django.db.Error: when SQLite cannot be written.
    """
    if connection.vendor == "sqlite":
        connection.ensure_connection()
        with connection.wrap_database_errors, closing(sqlite3.connect(path)) as copy:
            copy.backup(connection.connection)
        return
    connection.close()
    _run(
        *("pg_restore", "--single-transaction", "--exit-on-error"),
        *("--no-owner", "--no-privileges", str(path)),
    )


def is_empty() -> bool:
    """Tell whether the database has no table."""
    with connection.cursor() as cursor:
        return not connection.introspection.table_names(cursor)


def unknown(migrations: list[str]) -> bool:
    """Tell whether tables with these migrations are those of a later version."""
    known = MigrationExecutor(connection).loader.disk_migrations
    return bool(set(migrations) - {".".join(key) for key in known})


def applied() -> list[str]:
    """Return the migrations that the tables have."""
    found = MigrationRecorder(connection).applied_migrations()
    return sorted(".".join(key) for key in found)


def _dump_sqlite(path: Path) -> Dumped:
    connection.ensure_connection()
    with connection.wrap_database_errors, closing(sqlite3.connect(path)) as copy:
        connection.connection.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")  # one file, without companions
        copy.execute("PRAGMA secure_delete=ON")  # nothing stays in pages set free
        for table in _SIGNED_IN:
            copy.execute(f"DELETE FROM {table}")  # noqa: S608 - a name of ours
        copy.commit()
        end = copy.execute(_LAST).fetchone() or (0, journal.FIRST_HASH)
        return Dumped(end, [name for (name,) in copy.execute(_MIGRATIONS)])


def _dump_server(path: Path) -> Dumped:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        cursor.execute("SELECT pg_export_snapshot()")
        (snapshot,) = cursor.fetchone()
        dumped = Dumped(journal.last(), applied())
        _run(
            *("pg_dump", "--format=custom", f"--snapshot={snapshot}"),
            *("--no-owner", "--no-privileges", f"--file={path}"),
            *(f"--exclude-table-data={table}" for table in _SIGNED_IN),
        )
    return dumped


def _run(program: str, *options: str) -> None:
    """Run a program of PostgreSQL on the database, to its end."""
    settings = connection.settings_dict
    given, secrets = DatabaseClient.settings_to_cmd_args_env(settings, [])
    command = [program, *given[1:-1], f"--dbname={settings['NAME']}", *options]
    try:
        done = subprocess.run(  # noqa: S603 - PostgreSQL's own program
            command,
            env=os.environ | (secrets or {}),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )
    except FileNotFoundError:
        raise BackupError(
            _(
                "{program} is missing: install the client programs of PostgreSQL, of "
                "the server’s version or a newer one."
            ),
            program=program,
        ) from None
    if done.returncode:
        raise BackupError(
            _("{program} failed: {error}"), program=program, error=done.stderr.strip()
        )
