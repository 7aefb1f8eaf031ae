"""The past is looked at in a database of its own, which is left behind each time."""

import sqlite3
from collections.abc import Iterator

import pytest
from django.db import connections
from django.db.backends.sqlite3.base import DatabaseWrapper
from django.db.migrations.executor import MigrationExecutor

from jospar.records.models import Cycle
from jospar.records.past import FOLDED, PAST, PastRouter, database, empty_past

pytestmark = pytest.mark.django_db(databases=["default", "past"])


def open_cycle(year: int) -> None:
    """Put a cycle into the database that is looked at."""
    Cycle.objects.create(year=year, entry=1, ruleset="x", digest="y", content="z")


def years() -> list[int]:
    """Return the cycles of the database that is looked at."""
    return list(Cycle.objects.values_list("year", flat=True))


@pytest.fixture
def present() -> Iterator[None]:
    """Have one cycle in the present, which nothing changes."""
    open_cycle(2024)
    yield
    assert (database(), years()) == ("default", [2024])


@pytest.mark.usefixtures("present")
def test_each_look_begins_empty() -> None:
    """What was put into the past is gone when it is looked at again."""
    for year in (2022, 2023):
        with empty_past():
            assert (database(), years()) == (PAST, [])
            open_cycle(year)
            assert years() == [year]


@pytest.mark.usefixtures("present")
def test_a_past_within_a_past() -> None:
    """The outer one is as it was when the inner one is left."""
    with empty_past():
        open_cycle(2022)
        with empty_past():
            open_cycle(2021)
            assert years() == [2021]
        assert years() == [2022]


@pytest.mark.usefixtures("present")
def test_a_look_that_fails() -> None:
    """We are back in the present, whatever went wrong in the past."""
    before = connections[PAST]
    with pytest.raises(Cycle.DoesNotExist), empty_past():
        Cycle.objects.get()
    assert connections[PAST] is before


def test_queries_go_where_we_look() -> None:
    """Reading and writing alike."""
    router = PastRouter()
    assert (router.db_for_read(Cycle), router.db_for_write(Cycle)) == (None, None)
    with empty_past():
        assert (router.db_for_read(Cycle), router.db_for_write(Cycle)) == (PAST, PAST)


def _columns(connection: sqlite3.Connection) -> dict[str, set[tuple[object, ...]]]:
    """Return each table's columns and indexes, in whatever order they were made."""
    found: dict[str, set[tuple[object, ...]]] = {}
    tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    for (table,) in tables.fetchall():
        columns = connection.execute(f"PRAGMA table_info({table})").fetchall()
        found[table] = {tuple(column[1:]) for column in columns}
        indexes = connection.execute(f"PRAGMA index_list({table})").fetchall()
        found[table] |= {tuple(index[1:]) for index in indexes if index[3] == "c"}
    return found


@pytest.mark.slow
def test_its_tables_are_those_that_migrations_make() -> None:
    """With the same columns, the same indexes, and the journal's table among them."""
    settings = connections.settings[PAST] | {"NAME": ":memory:"}
    migrated = DatabaseWrapper(settings, PAST)
    executor = MigrationExecutor(migrated)
    leaves = executor.loader.graph.leaf_nodes()
    executor.migrate([leaf for leaf in leaves if leaf[0] in FOLDED])
    expected = _columns(migrated.connection)
    del expected["django_migrations"]
    with empty_past():
        assert _columns(connections[PAST].connection) == expected
