"""A backup made while people work comes back elsewhere, up to the last act."""

import json
import shutil
import signal
import sys
import tarfile
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from jospar.records.files import keep
from tests.example import WORKBOOK
from tests.faults.outcome import one_line, wait_for_entries
from tests.faults.test_disk_full import KIB, small_disk
from tests.installation import POSTGRESQL, Installation, Said, databases
from tests.records.made_files import PDF

pytestmark = pytest.mark.slow

TABLES = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'table'",
    "postgresql": "SELECT tablename FROM pg_tables WHERE schemaname = 'public'",
}
PASSING = {"sqlite_sequence", "records_reached"}
"""What is told anew; a journal that is restored is proven anew."""
LITTLE = 200 if POSTGRESQL else 1200
"""KiB that hold the database once, and not the archive with it."""

WHY = ("--reason", "disk failed, No. 12")

FACTOR = (
    "INSERT INTO mfa_authenticator (user_id, type, data, created_at) "
    "SELECT id, 'totp', '{\"secret\": \"JBSWY3DP\"}', '2024-01-01' FROM accounts_person"
)


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installation]:
    """Return one with a person and a second factor, a ruleset, and a mail.

    It is not to be changed.
    """
    with databases() as new_database:
        jospar = Installation(tmp_path_factory.mktemp("filled"), new_database())
        add(jospar, "a.akhmetova")
        with jospar.database() as sql:
            sql(FACTOR)
        for name in ("rulesets/own.toml", "mail/1.eml"):
            path = jospar.data / name
            path.parent.mkdir()
            path.write_text(name)
        yield jospar


@pytest.fixture(scope="module")
def backup(filled: Installation, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a backup of that installation, with the key."""
    path = tmp_path_factory.mktemp("backup") / "jospar.tar"
    made = filled("backup", path, "--with-key")
    assert (made.status, made.err) == (0, "")
    return path


def add(jospar: Installation, code: str) -> None:
    """Add a person, which is an act and an account."""
    person = ("--add", code, "--name", "А. Ахметова", "--office", "administrator")
    assert jospar("person", *person).status == 0


def rows(jospar: Installation) -> dict[str, list[tuple[object, ...]]]:
    """Return every row of every table."""
    kind = "postgresql" if jospar.url else "sqlite"
    with jospar.database() as sql:
        names = {name for (name,) in sql(TABLES[kind])} - PASSING
        return {name: sorted(sql(f'SELECT * FROM "{name}"'), key=str) for name in names}  # noqa: S608 - names of our own tables


def repaired(jospar: Installation) -> dict[str, Any]:
    """Return what the last entry says was repaired."""
    with jospar.database() as sql:
        ((filing,),) = sql(
            "SELECT filing FROM records_journalentry ORDER BY number DESC LIMIT 1"
        )
    value: dict[str, Any] = json.loads(filing)["value"]
    return value


def parts(place: Path) -> list[str]:
    """Return what an interrupted backup left beside the whole ones."""
    return sorted(path.name for path in place.iterdir() if path.suffix != ".tar")


def test_everything_comes_back(
    filled: Installation, backup: Path, installations: Callable[..., Installation]
) -> None:
    """Every row of every table is the same elsewhere, and every file; an entry more."""
    assert backup.stat().st_mode & 0o777 == 0o600
    with tarfile.open(backup) as archive:
        assert set(archive.getnames()) == {
            "database.dump" if POSTGRESQL else "database.sqlite3",
            *("rulesets/own.toml", "mail/1.eml", "secret-key", "manifest.json"),
        }
    target = installations(empty=True)
    status, out, err = target("restore", backup, *WHY)
    assert (status, err) == (0, "")
    proof = target("journal", "verify").out
    assert out == f"Restored up to entry 1.\nEntered as entry 2.\n{proof}"
    here, there = rows(filled), rows(target)
    (entry,) = here["records_journalentry"]
    assert there.pop("records_journalentry")[0] == entry
    del here["records_journalentry"]
    assert there == here
    assert repaired(target) == {
        "repair": "restored",
        "reason": "disk failed, No. 12",
        "up_to": 1,
        "hash": entry[-1],
        "shipped": None,
        "person": "",
        "file": "",
    }
    for name in ("rulesets/own.toml", "mail/1.eml", "secret-key"):
        assert (target.data / name).read_text() == (filled.data / name).read_text()
    told = (
        "jospar: The installation is not empty. Name an empty directory in JOSPAR_DATA "
        "and an empty database, and restore there.\n"
    )
    assert target("restore", backup, *WHY) == Said(2, "", told)


def test_nothing_is_restored_without_a_reason(
    backup: Path, installations: Callable[..., Installation]
) -> None:
    """It is refused before anything is touched."""
    target = installations(empty=True)
    said = target("restore", backup)
    assert (said.status, said.out) == (2, "")
    assert one_line(said.err).startswith("jospar: The repair has no reason. ")
    assert target("restore", backup, *WHY).status == 0


def test_what_was_closed_after_the_backup_stays_closed(
    jospar: Installation, installations: Callable[..., Installation], tmp_path: Path
) -> None:
    """A lost telephone is no factor of the restored installation either."""
    add(jospar, "a.akhmetova")
    with jospar.database() as sql:
        sql(FACTOR)
    backup, second = tmp_path / "jospar.tar", tmp_path / "second.jsonl"
    assert jospar("backup", backup).status == 0
    for what in ("--forget-factors", "--password"):
        assert jospar("person", what, "a.akhmetova", *WHY).status == 0
    assert jospar("journal", "follow", second).status == 0
    target = installations(empty=True)
    assert target("restore", backup, "--journal", second, *WHY).status == 0
    assert repaired(target)["shipped"] == 2
    with target.database() as sql:
        assert sql("SELECT count(*) FROM mfa_authenticator") == [(0,)]
        ((password,),) = sql("SELECT password FROM accounts_person")
    assert password.startswith("!")


def test_a_backup_while_acts_are_performed(
    jospar: Installation, installations: Callable[..., Installation], tmp_path: Path
) -> None:
    """With the shipped journal it comes back up to the last act before the crash."""
    backup, second = tmp_path / "jospar.tar", tmp_path / "second.jsonl"
    year = jospar.start("year", WORKBOOK, "--out", tmp_path / "out")
    wait_for_entries(jospar, 20)
    follower = jospar.start("journal", "follow", second, "--every", 1)
    made = jospar("backup", backup)
    assert (made.status, made.err) == (0, "")
    while not second.exists() or not second.stat().st_size:
        assert follower.poll() is None
    for process in (follower, year):
        process.kill()
        process.communicate(timeout=20)
    with second.open("ab") as file:
        file.write(b'{"header":{"act"')  # as killed in the middle of a line
    assert jospar("journal", "follow", second).status == 0
    assert jospar("journal", "export", tmp_path / "whole.jsonl").status == 0
    assert second.read_bytes() == (tmp_path / "whole.jsonl").read_bytes()
    target = installations(empty=True)
    status, out, err = target("restore", backup, "--journal", second, *WHY)
    assert (status, err) == (0, "")
    number = int(out.split("Restored up to entry ")[1].split(".")[0])
    more = jospar.entries() - number
    assert 20 <= number <= jospar.entries()
    assert out.splitlines()[1:] == [
        f"Entries taken from the shipped journal: {more}",
        f"Entered as entry {jospar.entries() + 1}.",
        *target("journal", "verify").out.splitlines(),
    ]
    whole = second.read_bytes()
    assert target("journal", "follow", second).status == 0
    assert second.read_bytes().startswith(whole)
    assert second.read_bytes().count(b"\n") == whole.count(b"\n") + 1


def test_files_that_are_missing(jospar: Installation, tmp_path: Path) -> None:
    """A file that an act came with and that is not kept is named, and the rest made."""
    add(jospar, "a.akhmetova")
    sha256 = keep(PDF, "a.pdf").sha256
    with jospar.database() as sql:
        sql(
            "INSERT INTO records_attachedfile "
            "(entry, position, sha256, name, type, size) VALUES (1, 0, %s, %s, %s, 9)",
            *(sha256, "a.pdf", "application/pdf"),
        )
    status, _out, err = jospar("backup", tmp_path)
    assert status == 1
    assert one_line(err) == (
        f"jospar: The kept file files/{sha256[:2]}/{sha256} is missing or damaged; put "
        "it back from an earlier backup."
    )
    (made,) = tmp_path.glob("jospar-*T*Z.tar")
    place = jospar.data / "files" / sha256[:2] / sha256
    place.parent.mkdir(parents=True)
    place.write_bytes(PDF)
    assert jospar("backup", made).status == 0
    place.write_bytes(b"damaged")
    assert jospar("backup", made).status == 1


DIES = """
import os, signal, sys
import django
os.environ["DJANGO_SETTINGS_MODULE"] = "jospar.config.settings"
django.setup()
from jospar.management.backups import databases, making
from jospar.management.cli import main

def die(*arguments, **others):
    os.kill(os.getpid(), signal.SIGKILL)

place, name = {"making": making, "databases": databases}[sys.argv[1]], sys.argv[2]
setattr(place, name, die)
sys.exit(main(sys.argv[3:]))
"""
"""A program that is killed when it comes to a part of its work."""


def kill_at(jospar: Installation, place: str, name: str, *arguments: object) -> None:
    """Run a command that is killed when it comes to a function."""
    dying = jospar.start(
        "-c", DIES, place, name, *arguments, program=Path(sys.executable)
    )
    dying.communicate(timeout=60)
    assert dying.returncode == -signal.SIGKILL


@pytest.mark.parametrize(
    ("place", "name"),
    [("databases", "dump"), ("making", "_parts")],
)
def test_killed(
    filled: Installation, backup: Path, tmp_path: Path, place: str, name: str
) -> None:
    """The earlier backup stays as it was, and the next one is made as ever."""
    folder = tmp_path / "backups"
    folder.mkdir()
    made = folder / "jospar.tar"
    shutil.copy(backup, made)
    kill_at(filled, place, name, "backup", made)
    assert made.read_bytes() == backup.read_bytes()
    assert filled("backup", made).status == 0
    assert parts(folder) == []


def test_killed_while_restoring(
    backup: Path, installations: Callable[..., Installation]
) -> None:
    """Until the database is there nothing counts, and it is run again."""
    target = installations(empty=True)
    kill_at(target, "databases", "load", "restore", backup, *WHY)
    assert target("restore", backup, *WHY).status == 0


@pytest.mark.parametrize("kib", [4, LITTLE])
def test_no_room(filled: Installation, tmp_path: Path, kib: int) -> None:
    """One line says so, the earlier backup stays, and nothing half is left."""
    place = tmp_path / "disk"
    with small_disk(place, kib * KIB) as disk:
        backup = place / "jospar.tar"
        backup.write_bytes(b"earlier")
        process = filled.start("backup", backup, **disk.options)
        _out, err = process.communicate(timeout=60)
        assert (process.returncode, one_line(err)[:8]) == (2, "jospar: ")
        assert backup.read_bytes() == b"earlier"
        assert parts(place) == []


def changed(backup: Path, **changes: object) -> Path:
    """Return a copy of a backup whose manifest says something else."""
    copy = backup.with_name("changed.tar")
    with tarfile.open(backup) as source, tarfile.open(copy, "w") as target:
        for member in source:
            file = source.extractfile(member)
            assert file is not None
            content = file.read()
            if member.name == "manifest.json":
                content = json.dumps(json.loads(content) | changes).encode()
            member.size = len(content)
            target.addfile(member, BytesIO(content))
    return copy


HERE, THERE = ("postgresql", "sqlite") if POSTGRESQL else ("sqlite", "postgresql")


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        (
            {"database": THERE},
            f"The backup is of {THERE}, and the database here is {HERE}: restore it "
            f"into {THERE}, then go over with “jospar move”.",
        ),
        (
            {"migrations": ["records.9999_x"], "version": "9.0"},
            "“changed.tar” was made by Jospar 9.0: use it or a later version.",
        ),
    ],
)
def test_what_is_not_restored(
    backup: Path,
    installations: Callable[..., Installation],
    changes: dict[str, object],
    said: str,
) -> None:
    """One line says why, and nothing is put."""
    target = installations(empty=True)
    made = changed(backup, **changes)
    assert target("restore", made, *WHY) == Said(2, "", f"jospar: {said}\n")
    assert list(target.data.glob("*/*")) == []
    assert target.entries() == 0


def test_what_stands_there_is_not_replaced(
    backup: Path, installations: Callable[..., Installation]
) -> None:
    """Another file of the same name is moved away first; the same one is no harm."""
    target = installations(empty=True)
    own = target.data / "rulesets" / "own.toml"
    own.parent.mkdir(parents=True)
    own.write_text("another")
    told = f"“{own}” stands there already with another content; move it away."
    assert target("restore", backup, *WHY) == Said(2, "", f"jospar: {told}\n")
    assert own.read_text() == "another"
    own.write_text("rulesets/own.toml")
    assert target("restore", backup, *WHY).status == 0
