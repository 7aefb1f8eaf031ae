"""Moving everything that a database holds into an empty one, perhaps of another kind.

All is one transaction of the target: killed in between, it is as empty as it was. The
source is only read, and nobody can write to it meanwhile. What moves are the tables of
the models; what a database makes of them itself, as the index of titles, it makes anew.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from typing import Any

import msgspec
from django.apps import apps
from django.core.management.color import no_style
from django.db import connection, connections, models, transaction
from django.db.utils import load_backend

from jospar.procedure import journal, replay
from jospar.records.addresses import database_at
from jospar.records.schema import is_current
from jospar.rules.core.sentences import ToldError, _

from .backups import databases
from .progress import progress
from .schema import ensure_schema

SOURCE = "source"
"""What the database that is moved is called while the target is the default."""
_ROWS = 500
"""How many rows are put at a time."""

Table = type[models.Model]


class MoveError(ToldError):
    """A database that is not moved; the sentence says why, and what would help."""


def move(url: str, then: Callable[[int, str], None]) -> None:
    """Move everything to the empty database at ``url``, and prove it there.

    Args:
        url: its address.
        then: what is done there once everything counts; it is told the number and hash
            of the journal's last entry.

    Raises:
        MoveError: when the address is none of a database, the target is not empty, the
            tables here are not current, or one does not come out the same.
        ToldError: when the target cannot fold Cyrillic letters.
        journal.JournalError: when the journal does not hold, or records differ from it.
        django.db.Error: when one of the databases fails.
    """
    if not is_current():
        raise MoveError(
            _(
                "The tables are not those of this version yet: make a backup, then run "
                "“jospar journal verify”, which brings them up, and move then."
            )
        )
    with _as_default(_settings(url)), transaction.atomic(using=SOURCE):
        if not databases.is_empty():
            raise MoveError(
                _(
                    "The database to move to has tables already: name an empty one. "
                    "Nothing was moved."
                )
            )
        # SQLite lets go of its foreign keys before a transaction only.
        with connection.constraint_checks_disabled(), transaction.atomic():
            ensure_schema()
            _move_tables()
            end = journal.verify(journal.entries())
            replay.check_records()
        then(*end)


def _settings(url: str) -> dict[str, Any]:
    """Return the settings of the target as Django completes them."""
    try:
        given = {"default": database_at(url)}
    except ValueError as error:
        raise MoveError(
            _("Write the database to move to as postgresql://… or sqlite:///….")
        ) from error
    completed: dict[str, Any] = connections.configure_settings(given)["default"]
    return completed


@contextmanager
def _as_default(settings: dict[str, Any]) -> Iterator[None]:
    """Let everything work on the target; the database of before is the source."""
    before = connections["default"]
    target = load_backend(settings["ENGINE"]).DatabaseWrapper(settings, "default")
    connections[SOURCE], connections["default"] = before, target
    try:
        yield
    finally:
        connections["default"] = before
        del connections[SOURCE]
        target.close()


def _move_tables() -> None:
    """Copy every table, and check that it came out the same."""
    tables = [
        model
        for model in apps.get_models(include_auto_created=True)
        if model._meta.managed and not model._meta.proxy  # noqa: SLF001 - Django's public API
    ]
    _lock(tables)
    # Making tables leaves some constraints immediate on PostgreSQL; this defers all.
    connection.check_constraints()
    with progress() as bar:
        task = bar.add_task("", total=2 * len(tables))
        # Some tables are not empty: Django lists the models themselves in two of them.
        for model in reversed(tables):
            _empty(model)
        for step in (_copy, _compare):
            for model in tables:
                bar.update(task, description=_name(model), advance=1)
                step(model)
    connection.check_constraints()
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), tables):
            cursor.execute(statement)


def _lock(tables: Sequence[Table]) -> None:
    """Let nobody write to the source; SQLite's transaction does that already."""
    source = connections[SOURCE]
    if source.vendor == "postgresql":
        names = ", ".join(source.ops.quote_name(_name(model)) for model in tables)
        with source.cursor() as cursor:
            cursor.execute(f"LOCK TABLE {names} IN SHARE MODE")


def _empty(model: Table) -> None:
    found = _rows(model, "default")
    if found.exists():
        found._raw_delete("default")  # noqa: SLF001 - deletes whatever a model forbids


def _copy(model: Table) -> None:
    """Put every row as it is: no field is filled as when a row is new."""
    fields = model._meta.concrete_fields  # noqa: SLF001 - Django's public API
    manager: Any = model._base_manager  # noqa: SLF001 - Django's public API
    rows = _rows(model, SOURCE).iterator(_ROWS)
    while chunk := list(islice(rows, _ROWS)):
        step = connection.ops.bulk_batch_size(fields, chunk)
        for first in range(0, len(chunk), step):
            part = chunk[first : first + step]
            manager._insert(part, fields=fields, using="default", raw=True)  # noqa: SLF001 - what saving does


def _compare(model: Table) -> None:
    """Check that both databases have the same rows, to the last field.

    Raises:
        MoveError: naming the table where they differ.
    """
    if _sums(model, SOURCE) != _sums(model, "default"):
        raise MoveError(
            _(
                "The table “{table}” did not come out the same. Nothing was moved: "
                "keep both databases, and tell those who make Jospar."
            ),
            table=_name(model),
        )


def _sums(model: Table, alias: str) -> Counter[int]:
    """Return how often each row is there, in no order: databases sort differently."""
    columns = [field.attname for field in model._meta.concrete_fields]  # noqa: SLF001 - Django's public API
    rows = _rows(model, alias).values_list(*columns).iterator(_ROWS)
    return Counter(
        hash(msgspec.json.encode(row, enc_hook=bytes, order="sorted")) for row in rows
    )


def _rows(model: Table, alias: str) -> models.QuerySet[Any]:
    return model._base_manager.using(alias).order_by()  # noqa: SLF001 - Django's public API


def _name(model: Table) -> str:
    return model._meta.db_table  # noqa: SLF001 - Django's public API
