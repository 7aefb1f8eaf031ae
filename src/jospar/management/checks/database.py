"""Whether the database is one that Jospar can stand on."""

from collections.abc import Iterator
from typing import Any

from django.db import Error, NotSupportedError, connection

from jospar.management.backups import databases
from jospar.management.schema import check_letters
from jospar.records.schema import is_current
from jospar.rules.core.sentences import ToldError, _

from .finding import Finding, advice, wrong

_OLDEST = 150000
"""PostgreSQL 15, as the server writes its version."""


def answers() -> Iterator[Finding]:
    """Find out whether the database can be reached."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except (Error, NotSupportedError) as error:
        yield wrong(
            _("The database does not answer: {error}."),
            _("Nobody can read anything or perform an act without it."),
            _("Correct JOSPAR_DATABASE_URL, or start the database."),
            error=" ".join(str(error).split()).rstrip("."),
        )


def server_version() -> Iterator[Finding]:
    """Find a PostgreSQL that is too old, or in another encoding."""
    if connection.vendor != "postgresql":
        return
    if (number := _version()) < _OLDEST:
        yield wrong(
            _("PostgreSQL {version} is older than what Jospar is tried with."),
            _("What it does otherwise shows only when something fails."),
            _("Use PostgreSQL 15 or newer."),
            version=number // 10000,
        )
    if (encoding := _asked("SHOW server_encoding")[0]) != "UTF8":
        yield wrong(
            _("The database keeps texts in {encoding}, and not in UTF8."),
            _("That encoding lacks Kazakh letters: texts with them are refused."),
            _("Create the database anew with the encoding UTF8."),
            encoding=encoding,
        )


def letters() -> Iterator[Finding]:
    """Find a PostgreSQL whose ``lc_ctype`` does not know Cyrillic letters."""
    if connection.vendor != "postgresql":
        return
    try:
        check_letters()
    except ToldError:
        yield wrong(
            _("The database does not fold Cyrillic letters."),
            _("Search misses what is written in capitals, or without them."),
            _("Create it anew with LC_CTYPE C.UTF-8 or another locale in UTF-8."),
        )


def collation() -> Iterator[Finding]:
    """Find a PostgreSQL whose machine sorts otherwise than it did once."""
    if connection.vendor != "postgresql" or _version() < _OLDEST:
        return
    then, now = _asked(
        "SELECT datcollversion, pg_database_collation_actual_version(oid) "
        "FROM pg_database WHERE datname = current_database()"
    )
    if then != now:
        yield wrong(
            _("The machine sorts texts otherwise than when the database was made."),
            _("Indexes miss rows, and let others in twice."),
            _("Run REINDEX DATABASE, then ALTER DATABASE … REFRESH COLLATION VERSION."),
        )


def journal_mode() -> Iterator[Finding]:
    """Find an SQLite file on a disk where readers would wait for writers."""
    if connection.vendor != "sqlite":
        return
    if _asked("PRAGMA journal_mode")[0] not in {"wal", "memory"}:
        yield wrong(
            _("SQLite cannot keep its journal of changes beside its file here."),
            _("People who read wait for those who write, and fail."),
            _("Put JOSPAR_DATA on a disk of this machine, or use PostgreSQL."),
        )


def migrations() -> Iterator[Finding]:
    """Find tables of an earlier or a later version."""
    if databases.unknown(databases.applied()):
        yield wrong(
            _("The tables were made by a later version of Jospar."),
            _("This version does not know what stands in them, and could spoil it."),
            _("Install that version, or restore a backup of this one."),
        )
    elif not is_current():
        yield advice(
            _("The tables are not those of this version yet."),
            _("The next command brings them up, and only a backup leads back."),
            _("Make a backup, then run “jospar journal verify”: it brings them up."),
        )


def _version() -> int:
    return int(_asked("SHOW server_version_num")[0])


def _asked(sql: str) -> tuple[Any, ...]:
    """Return the one row that the database answers."""
    with connection.cursor() as cursor:
        cursor.execute(sql)
        row: tuple[Any, ...] = cursor.fetchone()
    return row
