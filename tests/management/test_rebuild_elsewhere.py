"""A journal taken elsewhere gives the same records there, on either database."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.example import WORKBOOK
from tests.installation import POSTGRESQL, Installation, Said

pytestmark = pytest.mark.slow

# Where there is PostgreSQL, from one kind to the other and back.
PAIRS = [(False, True), (True, False)] if POSTGRESQL else [(True, True)]


@pytest.mark.parametrize(("source_is_sqlite", "target_is_sqlite"), PAIRS)
def test_a_year_rebuilt(
    installations: Callable[..., Installation],
    tmp_path: Path,
    source_is_sqlite: bool,
    target_is_sqlite: bool,
) -> None:
    """After a whole year journal and records are equal, to the byte and the field.

    Then comes the entry of the repair.
    """
    source = installations(sqlite=source_is_sqlite)
    target = installations(sqlite=target_is_sqlite)
    first, again = tmp_path / "journal.jsonl.gz", tmp_path / "again.jsonl"
    assert source("year", WORKBOOK, "--out", tmp_path / "out").status == 1
    proof = source("journal", "verify")
    assert (proof.status, proof.err) == (0, "")
    assert source("journal", "export", first).status == 0
    number = source.entries()
    assert target("journal", "rebuild", first, "--reason", "No. 12") == Said(
        0, f"Entries taken over: {number}\nEntered as entry {number + 1}.\n", ""
    )
    # Verifying compares every field of the records with the journal.
    assert target("journal", "verify").status == 0
    assert target("journal", "export", again).status == 0
    *before, repair = again.read_bytes().splitlines(keepends=True)
    assert b"".join(before) == (tmp_path / "out" / "journal.jsonl").read_bytes()
    assert json.loads(repair)["filing"]["value"]["hash"] in proof.out
