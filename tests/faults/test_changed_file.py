"""A byte of the journal that was changed in the database's file betrays its entry."""

import random
import re
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.faults.conftest import Undisturbed
from tests.faults.outcome import one_line
from tests.installation import POSTGRESQL, Installation

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(bool(POSTGRESQL), reason="SQLite's file; tested with SQLite"),
]

PARTS = ("header", "filing", "effects", "cautions", "hash")
HEADER = "its header was changed."


class Row(NamedTuple):
    """An entry as it stands in the file: its number, place, and the texts' lengths."""

    number: int
    start: int
    lengths: dict[str, int]

    def place(self, part: str) -> int:
        """Return a place in the file within ``part``."""
        before = PARTS[: PARTS.index(part)]
        start = self.start + sum(self.lengths[name] for name in before)
        # Neither quotes nor braces: what was JSON stays JSON.
        return start + self.lengths[part] // 2


@pytest.fixture
def jospar(undisturbed: Undisturbed, tmp_path: Path) -> Installation:
    """Return a copy of the installation that has performed the year."""
    data = tmp_path / "data"
    shutil.copytree(undisturbed.jospar.data, data)
    return Installation(data)


@pytest.fixture
def row(jospar: Installation) -> Row:
    """Return some entry that stands in the file in one piece."""
    return random.Random(2024).choice(list(rows(jospar)))  # noqa: S311 - not for secrets


def rows(jospar: Installation) -> Iterator[Row]:
    """Yield the entries that stand in the file in one piece."""
    content = file_of(jospar).read_bytes()
    with jospar.database() as sql:
        texts = sql(f"SELECT number, {', '.join(PARTS)} FROM records_journalentry")  # noqa: S608 - our own columns
    for number, *values in texts:
        parts = [value.encode() for value in values]
        if (start := content.find(b"".join(parts))) != -1:
            yield Row(number, start, dict(zip(PARTS, map(len, parts), strict=True)))


def file_of(jospar: Installation) -> Path:
    """Return the database's file."""
    return jospar.data / "jospar.sqlite3"


def put(jospar: Installation, place: int, new: bytes) -> None:
    """Overwrite the file at ``place``."""
    with file_of(jospar).open("r+b") as file:
        file.seek(place)
        file.write(new)


def verdict(jospar: Installation) -> str:
    """Return the one line in which the journal is told not to hold."""
    status, out, err = jospar("journal", "verify")
    assert (status, out) == (1, "")
    return one_line(err)


@pytest.mark.parametrize(
    ("part", "said"),
    [
        ("header", HEADER),
        ("filing", "its part “filing” was changed."),
        ("effects", "its part “effects” was changed."),
        ("cautions", "its part “cautions” was changed."),
        ("hash", HEADER),
    ],
)
def test_a_byte(jospar: Installation, row: Row, part: str, said: str) -> None:
    """One bit of any part of an entry names the entry."""
    place = row.place(part)
    byte = file_of(jospar).read_bytes()[place]
    put(jospar, place, bytes([byte ^ 1]))
    assert verdict(jospar) == f"jospar: Entry {row.number} of the journal: {said}"


def test_bytes_that_are_no_text(jospar: Installation, row: Row) -> None:
    """An entry that the database itself cannot read is named all the same."""
    put(jospar, row.place("filing"), b"\xff\xff")
    said = f"jospar: Entry {row.number} of the journal cannot be read: "
    assert verdict(jospar).startswith(said)


def test_a_page_that_is_gone(jospar: Installation, row: Row) -> None:
    """Of a page that was emptied the first entry that is lost is named."""
    with jospar.database() as sql:
        ((size,),) = sql("PRAGMA page_size")
    put(jospar, row.start - row.start % size, bytes(size))
    said = re.fullmatch(
        r"jospar: Entry (\d+) of the journal cannot be read: .*", verdict(jospar)
    )
    assert said is not None
    number = int(said[1])
    assert row.number - size // 500 < number <= row.number
    assert (is_lost(jospar, number - 1), is_lost(jospar, number)) == (False, True)


def is_lost(jospar: Installation, number: int) -> bool:
    """Tell whether the database itself cannot give the entry any more."""
    with jospar.database() as sql:
        try:
            sql("SELECT header FROM records_journalentry WHERE number = %s", number)
        except sqlite3.DatabaseError:
            return True
    return False
