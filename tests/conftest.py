"""Tests stand on a directory and databases of their own; the tree stays as it is.

The directory is named before Django reads its settings. The database is SQLite, or
the server that JOSPAR_TEST_POSTGRESQL names (see ``tools.with_postgresql``).
"""

import atexit
import importlib
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import django
import pytest
from django.conf import settings
from django.utils import translation

from tests.installation import POSTGRESQL, Installation, Said, databases

_OWN = tempfile.mkdtemp(prefix="jospar-tests-")
atexit.register(shutil.rmtree, _OWN)
os.environ["JOSPAR_DATA"] = _OWN
os.environ["JOSPAR_DATABASE_URL"] = POSTGRESQL
os.environ["DJANGO_SETTINGS_MODULE"] = "jospar.config.settings"
django.setup()


ON_DATABASE = {"db", "django_db_setup", "installations", "command"}
"""A test that has one of these fixtures touches the database."""


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let slow tests go first, unmeasured; skip what needs PostgreSQL without it.

    Those that touch the database can be asked for by the marker ``database``.

    A slow one that came last would keep one worker busy while the others are idle.
    Measuring coverage makes them twice as slow, and what they alone cover would be
    walked over rather than tested.
    """
    # What unmeasured tests would import first counts as never run.
    importlib.import_module(settings.ROOT_URLCONF)
    items.sort(key=lambda item: item.get_closest_marker("slow") is None)
    for item in items:
        if item.get_closest_marker("slow"):
            item.add_marker("no_cover")
        fixtures = set(getattr(item, "fixturenames", ()))
        if item.get_closest_marker("django_db") or fixtures & ON_DATABASE:
            item.add_marker("database")
    if not POSTGRESQL:
        skip = pytest.mark.skip(reason="no server: see tools/with_postgresql.py")
        for item in items:
            if item.get_closest_marker("postgresql"):
                item.add_marker(skip)


@pytest.fixture(scope="session")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., Any]]:
    """Return an installation on SQLite, or not, that has its tables, to be copied."""
    with databases() as new_database:

        @cache
        def made(*, sqlite: bool) -> Installation:
            url = "" if sqlite else new_database()
            installation = Installation(tmp_path_factory.mktemp("tables"), url)
            assert installation("journal", "verify").status == 0
            return installation

        yield made


@pytest.fixture
def installations(
    tmp_path: Path, tables: Callable[..., Installation]
) -> Iterator[Callable[..., Installation]]:
    """Make installations, each with a directory and a database of its own.

    ``sqlite=True`` asks for SQLite whatever the tests stand on, ``empty=True`` for one
    where nothing is yet: its first command makes the tables, which takes seconds.
    """
    with databases() as new_database:
        count = 0

        def make(*, sqlite: bool = False, empty: bool = False) -> Installation:
            nonlocal count
            count += 1
            on_sqlite = sqlite or not POSTGRESQL
            like = None if empty else tables(sqlite=on_sqlite)
            url = "" if on_sqlite else new_database(like.url if like else "")
            made = Installation(tmp_path / f"installation-{count}", url)
            if like and on_sqlite:
                made.take_tables(like)
            return made

        yield make


@pytest.fixture
def jospar(installations: Callable[..., Installation]) -> Installation:
    """Return an installation; called with arguments it runs the command line."""
    return installations()


@pytest.fixture
def empty_jospar(installations: Callable[..., Installation]) -> Installation:
    """Return an installation where nothing is yet, not even its directory."""
    return installations(empty=True)


@pytest.fixture
def command(
    db: None, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[..., Said]]:
    """Run the command line within the test, on the database of the test."""
    from jospar.management.cli import main  # noqa: PLC0415 - after Django is set up

    def run(*arguments: object) -> Said:
        try:
            status = main([str(argument) for argument in arguments])
        except SystemExit as stop:
            status = int(stop.code or 0)
        return Said(status, *capsys.readouterr())

    for name, value in (("LC_ALL", "en"), ("COLUMNS", "200"), ("LANGUAGE", "en")):
        monkeypatch.setenv(name, value)
    with translation.override("en"):
        yield run
