"""Reading the record as it was: the journal is folded into a database in memory."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from threading import Lock

from django.apps import apps
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.sqlite3.base import DatabaseWrapper

from . import title_index

PAST = "past"
FOLDED = frozenset({"records", "accounts"})
"""The apps whose records the journal makes; the past has no tables of others."""
_copying = Lock()
"""Held while the empty tables are made or copied: all threads share them."""
_in_the_past: ContextVar[bool] = ContextVar("in_the_past", default=False)


class PastRouter:
    """Sends every query to the past while the past is looked at."""

    def db_for_read(self, model: object, **hints: object) -> str | None:
        """Return the database in memory while the past is looked at."""
        return PAST if _in_the_past.get() else None

    db_for_write = db_for_read


def database() -> str:
    """Return the name of the database that queries go to now."""
    return PAST if _in_the_past.get() else "default"


@contextmanager
def empty_past() -> Iterator[None]:
    """Look at an empty database in memory until the end of the block.

    Each look has a connection of its own, and with it a memory of its own: Django
    never closes one that it knows of.
    """
    before = connections[PAST]
    settings = connections.settings[PAST] | {"NAME": ":memory:"}
    connections[PAST] = own = DatabaseWrapper(settings, PAST)
    token = _in_the_past.set(True)
    try:
        own.ensure_connection()
        with _copying:
            _empty_tables().backup(own.connection)
        yield
    finally:
        _in_the_past.reset(token)
        connections[PAST] = before
        BaseDatabaseWrapper.close(own)


@cache
def _empty_tables() -> sqlite3.Connection:
    """Return a database with the tables alone, as the models have them today.

    Going through all migrations to them takes a second and more. The journal is read
    from the present: its own triggers are not wanted here.
    """
    settings = connections.settings[PAST] | {"NAME": ":memory:"}
    connection = DatabaseWrapper(settings, PAST)
    with connection.constraint_checks_disabled(), connection.schema_editor() as editor:
        for app in FOLDED:
            for model in apps.get_app_config(app).get_models():
                editor.create_model(model)
        title_index.create(editor)
    tables = sqlite3.connect(":memory:", check_same_thread=False)
    connection.connection.backup(tables)
    BaseDatabaseWrapper.close(connection)
    return tables
