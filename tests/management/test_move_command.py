"""``jospar move`` takes everything into another database, or nothing."""

import signal
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from django.db import connection

from jospar.management import moving
from jospar.procedure import journal
from jospar.records.models import Cycle
from tests.installation import POSTGRESQL, Installation, Said, databases
from tests.procedure.made_chains import sql
from tests.procedure.made_orders import perform_act
from tests.rules import made
from tests.web.whole_record import whole_record

pytestmark = pytest.mark.django_db(databases=["default", "past"])

TABLES = """
SELECT name FROM sqlite_master WHERE type = 'table'
AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '%_index%'
"""
"""The tables of SQLite, without its own and those of its index of titles."""
COUNT = "SELECT count(*) FROM"
JOURNAL = "records_journalentry"
LAST = f"SELECT number, hash FROM {JOURNAL} ORDER BY number DESC LIMIT 1"  # noqa: S608 - our own name
WHY = ("--reason", "order No. 12")


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """Return where an SQLite file may be made."""
    return tmp_path / "moved.sqlite3"


@pytest.fixture
def new_url(tmp_path: Path) -> Iterator[str]:
    """Return the address of an empty database of the kind that tests stand on."""
    with databases() as new_database:
        yield new_database() or f"sqlite:///{tmp_path}/again.sqlite3"


def tables(file: Path) -> dict[str, int]:
    """Return how many rows each table of an SQLite file has."""
    with closing(sqlite3.connect(file)) as found:
        names = [name for (name,) in found.execute(TABLES)]
        return {name: found.execute(f"{COUNT} {name}").fetchone()[0] for name in names}


def counted(names: set[str]) -> dict[str, int]:
    """Return how many rows each of the tables has here."""
    counts = {}
    for name in names:
        with connection.cursor() as cursor:
            cursor.execute(f"{COUNT} {name}")
            counts[name] = cursor.fetchone()[0]
    return counts


def moved(end: tuple[int, str]) -> str:
    """Return what is said of a journal that was moved."""
    return (
        f"Everything is moved and proven, up to entry {end[0]}.\n{end[1]}\n"
        f"Entered as entry {end[0] + 1}.\n"
        "Write that address into JOSPAR_DATABASE_URL, and start Jospar.\n"
    )


@pytest.mark.slow
def test_there_and_back(
    command: Callable[..., Said], target: Path, new_url: str, tmp_path: Path
) -> None:
    """Accounts, drafts and notices move as the record does, and on from there.

    Each move adds its own entry to the journal that it moved.
    """
    whole_record()
    said = Said(0, moved(journal.last()), "")
    assert command("move", f"sqlite:///{target}", *WHY) == said
    found = tables(target)
    found[JOURNAL] -= 1
    assert found == counted(set(found))
    assert min(found[name] for name in ("accounts_person", "web_draft")) > 0
    there = Installation(tmp_path / "data", f"sqlite:///{target}")
    with closing(sqlite3.connect(target)) as ask:
        said = Said(0, moved(ask.execute(LAST).fetchone()), "")
    assert there("move", new_url, *WHY) == said
    found[JOURNAL] += 1
    assert tables(target) == found
    found[JOURNAL] += 1
    if POSTGRESQL:
        with Installation(tmp_path, new_url).database() as ask:
            assert {name: ask(f"{COUNT} {name}")[0][0] for name in found} == found
    else:
        assert tables(tmp_path / "again.sqlite3") == found


@pytest.mark.parametrize(
    ("there", "said"),
    [
        ("mysql://localhost/jospar", "Write the database to move to as postgresql://…"),
        ("sqlite:////nowhere/moved.sqlite3", "The database failed: unable to open"),
    ],
)
def test_where_nothing_can_be_moved_to(
    command: Callable[..., Said], there: str, said: str
) -> None:
    """One line says why."""
    status, out, err = command("move", there, *WHY)
    assert (status, out, err.startswith(f"jospar: {said}")) == (2, "", True)


def test_nothing_is_moved_without_a_reason(
    command: Callable[..., Said], target: Path
) -> None:
    """It is refused before anything is touched."""
    status, out, err = command("move", f"sqlite:///{target}")
    assert (status, out, target.exists()) == (2, "", False)
    assert err.startswith("jospar: The repair has no reason. ")


def test_a_database_that_is_not_empty(
    command: Callable[..., Said], target: Path
) -> None:
    """It is refused, and stays as it was; nothing is ever merged."""
    with closing(sqlite3.connect(target)) as found:
        found.execute("CREATE TABLE own (a)")
    told = (
        "jospar: The database to move to has tables already: name an empty one. "
        "Nothing was moved.\n"
    )
    assert command("move", f"sqlite:///{target}", *WHY) == Said(2, "", told)
    assert tables(target) == {"own": 0}


def test_tables_of_an_earlier_version(
    command: Callable[..., Said], target: Path
) -> None:
    """The database that is moved stays as it is, so they are not brought up."""
    sql("DELETE FROM django_migrations WHERE app = 'notices'")
    status, _out, err = command("move", f"sqlite:///{target}", *WHY)
    assert (status, err[:46]) == (2, "jospar: The tables are not those of this versi")
    assert not target.exists()


def test_a_record_that_was_changed(command: Callable[..., Said], target: Path) -> None:
    """What the journal does not say is not carried on, and nothing else is moved."""
    perform_act(made.open_cycle())
    perform_act(made.list_body())
    sql("UPDATE records_listedbody SET name_ru = 'X'")
    status, _out, err = command("move", f"sqlite:///{target}", *WHY)
    assert (status, err) == (
        2,
        "jospar: The records of “ListedBody” are not what the journal says.\n",
    )
    assert tables(target) == {}


@pytest.mark.slow
def test_a_copy_that_differs(
    command: Callable[..., Said], target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A row that comes out otherwise is found, its table named, and nothing moved."""
    perform_act(made.open_cycle())
    put = moving._copy  # noqa: SLF001 - what is tried is what comes after it

    def put_and_spoil(model: moving.Table) -> None:
        put(model)
        if model is Cycle:
            sql("UPDATE records_cycle SET year = 2025")

    monkeypatch.setattr(moving, "_copy", put_and_spoil)
    told = (
        "jospar: The table “records_cycle” did not come out the same. Nothing was "
        "moved: keep both databases, and tell those who make Jospar.\n"
    )
    assert command("move", f"sqlite:///{target}", *WHY) == Said(2, "", told)
    assert tables(target) == {}


DIES = """
import os, signal, sys
import django
os.environ["DJANGO_SETTINGS_MODULE"] = "jospar.config.settings"
django.setup()
from jospar.management import moving
from jospar.management.cli import main

def die(*arguments):
    os.kill(os.getpid(), signal.SIGKILL)

moving._compare = die
sys.exit(main(sys.argv[1:]))
"""
"""A program that is killed when all is copied, and not proven."""


@pytest.mark.slow
def test_killed(jospar: Installation, new_url: str) -> None:
    """What was begun is not there, and it is begun anew."""
    person = ("--add", "a.akhmetova", "--name", "А. Ахметова", "--office", "head")
    assert jospar("person", *person).status == 0
    dying = jospar.start(
        "-c", DIES, "move", new_url, *WHY, program=Path(sys.executable)
    )
    dying.communicate(timeout=60)
    assert dying.returncode == -signal.SIGKILL
    said = jospar("move", new_url, *WHY)
    assert (said.status, said.err) == (0, "")
