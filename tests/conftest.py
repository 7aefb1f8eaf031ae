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
from pathlib import Path

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


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let slow tests go first, unmeasured; skip what needs PostgreSQL without it.

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
    if not POSTGRESQL:
        skip = pytest.mark.skip(reason="no server: see tools/with_postgresql.py")
        for item in items:
            if item.get_closest_marker("postgresql"):
                item.add_marker(skip)


@pytest.fixture
def installations(tmp_path: Path) -> Iterator[Callable[..., Installation]]:
    """Make installations, each with a directory and an empty database of its own.

    ``sqlite=True`` asks for SQLite whatever the tests stand on.
    """
    with databases() as new_database:
        count = 0

        def make(*, sqlite: bool = False) -> Installation:
            nonlocal count
            count += 1
            url = "" if sqlite else new_database()
            return Installation(tmp_path / f"installation-{count}", url)

        yield make


@pytest.fixture
def jospar(installations: Callable[..., Installation]) -> Installation:
    """Return an installation; called with arguments it runs the command line."""
    return installations()


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
