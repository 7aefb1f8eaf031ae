"""Signed checkpoints find what a chain that was written anew hides."""

import stat
from base64 import b64decode
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import pytest
from msgspec import structs

from jospar.procedure import checkpoints, journal
from jospar.procedure.checkpoints import CheckpointError, Point
from tests.procedure.made_chains import let_go, sql, write_anew
from tests.procedure.made_orders import perform_act
from tests.procedure.small_year import REFERENCE

pytestmark = pytest.mark.django_db

NOON = datetime(2024, 9, 20, 7, tzinfo=UTC)


@pytest.fixture
def key(tmp_path: Path) -> Path:
    """Make a key; gives its file."""
    path = tmp_path / "key.pem"
    checkpoints.make_key(path)
    return path


@pytest.fixture
def points(tmp_path: Path, key: Path) -> Path:
    """Sign the fifth and the last entry of a journal; gives the file of the points."""
    path = tmp_path / "checkpoints.jsonl"
    for number, filing in enumerate(REFERENCE, 1):
        perform_act(filing)
        if number in {5, len(REFERENCE)}:
            signed = checkpoints.sign(checkpoints.private_key(key), NOON)
            checkpoints.add(path, signed)
    return path


def passed(points: Path, key: Path) -> int:
    """Return how many of the points the journal passes through, which itself holds."""
    journal.verify(journal.entries())
    public = key.with_name("public.pem")
    public.write_text(checkpoints.public_text(checkpoints.private_key(key)))
    return checkpoints.check(points, checkpoints.public_key(public))


def fault(points: Path, key: Path) -> str:
    """Return which point fails, and why."""
    with pytest.raises(CheckpointError) as error:
        passed(points, key)
    return str(error.value)


def test_a_key_is_for_its_owner(key: Path) -> None:
    """Nobody else may read the file, and a key that is there is never replaced."""
    before = key.read_bytes()
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    with pytest.raises(FileExistsError):
        checkpoints.make_key(key)
    assert key.read_bytes() == before


def test_a_chain_that_was_not_touched(points: Path, key: Path) -> None:
    """It passes through every point, also when it grew and a point was torn."""
    perform_act(REFERENCE[-1])
    with points.open("ab") as file:
        file.write(b'{"point":')
    assert passed(points, key) == 2


@pytest.mark.parametrize(
    ("first", "said"),
    [
        (
            1,
            "The checkpoint of entry 5 is of another journal, or this one was written "
            "anew from entry 1 on.",
        ),
        (
            3,
            "Entry 5 is not the one that was signed on 2024-09-20: it, or one before "
            "it, was written anew.",
        ),
        (
            7,
            "Entry 7 is not the one that was signed on 2024-09-20: it, or one before "
            "it, was written anew.",
        ),
    ],
)
def test_a_chain_written_anew(points: Path, key: Path, first: int, said: str) -> None:
    """The whole chain holds again, and the first point that it misses is named."""
    write_anew(first)
    assert fault(points, key) == said


def test_a_chain_cut_short(points: Path, key: Path) -> None:
    """A signed entry that is gone is named."""
    let_go()
    sql("DELETE FROM records_journalentry WHERE number > 6")
    said = "Entry 7 was signed on 2024-09-20 and is missing from the journal."
    assert fault(points, key) == said


def test_an_empty_journal(tmp_path: Path, key: Path) -> None:
    """There is nothing to sign yet."""
    with pytest.raises(CheckpointError, match="sign a checkpoint after the first act"):
        checkpoints.sign(checkpoints.private_key(key), NOON)
    (tmp_path / "points").touch()
    assert passed(tmp_path / "points", key) == 0


@pytest.mark.parametrize(
    ("old", "new"), [('"number":5', '"number":6'), ('"signature":"', '"signature":"x')]
)
def test_a_point_that_was_changed(points: Path, key: Path, old: str, new: str) -> None:
    """What was not signed so is found, with its entry."""
    points.write_text(points.read_text().replace(old, new, 1))
    number = 6 if "number" in old else 5
    said = f"The checkpoint of entry {number} is not signed by this key."
    assert fault(points, key) == said


def test_a_point_of_another_key(points: Path, tmp_path: Path) -> None:
    """A key that somebody made anew does not stand for the one before."""
    other = tmp_path / "other.pem"
    checkpoints.make_key(other)
    said = "The checkpoint of entry 5 is not signed by this key."
    assert fault(points, other) == said


def test_a_line_that_is_no_point(points: Path, key: Path) -> None:
    """It is named by its number."""
    with points.open("ab") as file:
        file.write(b"{}\n")
    said = "Line 3 of checkpoints.jsonl is not a checkpoint: "
    assert fault(points, key).startswith(said)


def test_files_that_are_no_keys(key: Path, tmp_path: Path) -> None:
    """A private key is no public one, and text is neither."""
    text = tmp_path / "text.pem"
    text.write_text("Құрметті әріптес!", encoding="utf-8")
    for read, path in (
        (checkpoints.public_key, key),
        (checkpoints.public_key, text),
        (checkpoints.private_key, text),
    ):
        with pytest.raises(CheckpointError, match="does not hold the Ed25519 key"):
            read(path)


def test_latest(points: Path, tmp_path: Path) -> None:
    """It is the last line, or nothing where there is no file."""
    last = checkpoints.latest(points)
    assert last is not None
    assert (last.point.number, last.point.at) == (7, "2024-09-20T07:00:00+00:00")
    assert checkpoints.latest(tmp_path / "none") is None


def test_a_point_has_the_tree(points: Path, key: Path) -> None:
    """It is over the entries up to the point; the key is named beside."""
    tree = checkpoints.journal_tree()
    public = checkpoints.private_key(key).public_key()
    assert [
        (one.point.tree, one.key, checkpoints.is_signed(one, public))
        for one in checkpoints.read(points)
    ] == [(tree.root(n), public.public_bytes_raw().hex(), True) for n in (5, 7)]


def test_points_of_before_the_tree(points: Path, key: Path) -> None:
    """They are encoded as they were signed, and hold."""
    private = checkpoints.private_key(key)
    first = next(checkpoints.read(points)).point
    old = Point(first.journal, first.number, first.hash, first.at)
    assert b"tree" not in checkpoints._signed(old)  # noqa: SLF001 - the exact bytes
    signature = private.sign(checkpoints._signed(old)).hex()  # noqa: SLF001 - the same
    points.unlink()
    checkpoints.add(points, checkpoints.Checkpoint(old, signature))
    assert passed(points, key) == 1
    (again,) = checkpoints.read(points)
    assert (again.key, checkpoints.key_of(again)) == ("", None)


def test_a_point_of_another_tree(points: Path, key: Path) -> None:
    """The key signed another tree than that of the entries: who signed is asked."""
    private = checkpoints.private_key(key)
    last = list(checkpoints.read(points))[-1].point
    wrong = structs.replace(last, tree="0" * 64)
    signature = private.sign(checkpoints._signed(wrong)).hex()  # noqa: SLF001 - signed
    checkpoints.add(points, checkpoints.Checkpoint(wrong, signature))
    said = "The tree of the entries up to 7 is not the one signed."
    assert fault(points, key) == said


def test_the_fingerprint_of_a_key(key: Path, tmp_path: Path) -> None:
    """It is what OpenSSL and sha256sum make of the public half."""
    private = checkpoints.private_key(key)
    pem = checkpoints.public_text(private)
    der = b64decode("".join(pem.splitlines()[1:-1]))
    expected = sha256(der).hexdigest()
    assert checkpoints.fingerprint_of(private.public_key()) == expected
