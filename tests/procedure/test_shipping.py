"""The journal in a second place: added to as it grows, and never rewritten."""

from pathlib import Path

import pytest
from pytest_django import Settings

from jospar.procedure import journal, lines, replay, shipping
from jospar.procedure.journal import JournalError
from jospar.procedure.shipping import ShippedError
from jospar.records.files import keep
from tests.procedure.made_chains import let_go, sql, write_anew
from tests.procedure.made_orders import perform_act
from tests.procedure.small_year import REFERENCE
from tests.records.made_files import PNG

pytestmark = pytest.mark.django_db

COUNT = len(REFERENCE)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Perform all acts but two and ship them; gives the file in the second place."""
    for filing in REFERENCE[:-2]:
        perform_act(filing)
    path = tmp_path / "journal.jsonl"
    path.touch()
    ship(path)
    return path


def ship(path: Path) -> shipping.Shipped:
    """Ship what is new; no file is missing."""
    shipped, faults = shipping.ship(path, shipping.standing(path))
    assert faults == []
    return shipped


def perform_the_rest() -> None:
    """Perform the last two acts."""
    for filing in REFERENCE[-2:]:
        perform_act(filing)


def exported(path: Path) -> bytes:
    """Return the journal as it is exported."""
    replay.export(path.with_name("exported.jsonl"))
    return path.with_name("exported.jsonl").read_bytes()


@pytest.mark.parametrize("torn", [b"", b'{"header":{"act":"reference', b"\xff"])
def test_what_is_shipped(path: Path, torn: bytes) -> None:
    """What came is added after the lines that are whole, as an export has it."""
    before = path.read_bytes()
    with path.open("ab") as file:
        file.write(torn)
    ship(path)
    assert path.read_bytes() == before
    with path.open("ab") as file:
        file.write(torn)
    perform_the_rest()
    shipped = ship(path)
    assert (shipped.number, shipped.hash) == journal.last()
    assert path.read_bytes()[: len(before)] == before
    assert path.read_bytes() == exported(path)
    assert shipping.ship(path, shipped) == (shipped, [])


@pytest.mark.parametrize("first", [1, 3])
def test_a_chain_written_anew(path: Path, first: int) -> None:
    """The first entry in which they differ is named, and what was shipped stays."""
    before = path.read_bytes()
    write_anew(first)
    with pytest.raises(ShippedError, match=f"they differ from entry {first} on"):
        ship(path)
    assert path.read_bytes() == before


def test_a_chain_written_anew_meanwhile(path: Path) -> None:
    """It is found by the next pass too, which compares the last entry alone."""
    shipped = shipping.standing(path)
    write_anew(3)
    perform_the_rest()
    with pytest.raises(ShippedError, match=f"they differ from entry {COUNT - 2} on"):
        shipping.ship(path, shipped)


def test_a_journal_that_ends_before(path: Path) -> None:
    """A journal that lost its end is not followed on."""
    let_go()
    sql("DELETE FROM records_journalentry WHERE number > 2")
    with pytest.raises(ShippedError, match="they differ from entry 3 on"):
        ship(path)


def test_an_entry_that_does_not_hold(path: Path) -> None:
    """It is not shipped, and is named."""
    before = path.read_bytes()
    perform_the_rest()
    let_go()
    sql("UPDATE records_journalentry SET cautions = '[]' WHERE number = %s", COUNT)
    with pytest.raises(JournalError, match=f"Entry {COUNT} of the journal: its part"):
        ship(path)
    assert path.read_bytes() == before


def test_a_file_that_another_program_changed(path: Path) -> None:
    """It is not written to on."""
    shipped = shipping.standing(path)
    with path.open("ab") as file:
        file.write(b"{}\n")
    with pytest.raises(ShippedError, match="was changed by another program"):
        shipping.ship(path, shipped)


@pytest.fixture
def kept(settings: Settings, tmp_path: Path) -> Path:
    """Return a directory of files of the test."""
    settings.FILES = tmp_path / "files"
    return tmp_path / "files"


@pytest.mark.usefixtures("kept")
def test_files_come_before_their_lines(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When a line is there, so is what its act came with; it is copied once."""
    file, add = keep(PNG, "1.png"), lines.add

    def add_seeing(place: Path, text: bytes) -> None:
        assert beside.get(file.sha256) == PNG
        add(place, text)

    monkeypatch.setattr(lines, "add", add_seeing)
    beside = shipping.files_beside(path)
    perform_act(REFERENCE[-2], files=(file,))
    ship(path)
    assert path.read_bytes() == exported(path)
    copy = beside.folder / file.sha256[:2] / file.sha256
    before = copy.stat()
    ship(path)
    assert copy.stat() == before


def test_files_that_are_not_there(path: Path, kept: Path) -> None:
    """They are told, and keep no line back; what is put back is copied later."""
    file = keep(PNG, "1.png")
    perform_act(REFERENCE[-2], files=(file,))
    (kept / file.sha256[:2] / file.sha256).unlink()
    _shipped, faults = shipping.ship(path, shipping.standing(path))
    assert [str(fault)[:33] for fault in faults] == [
        "The kept file “1.png” is missing;"
    ]
    assert path.read_bytes() == exported(path)
    assert [*shipping.files_beside(path).all()] == []
    keep(PNG, "1.png")
    ship(path)
    assert [*shipping.files_beside(path).all()] == [file.sha256]


def test_two_at_once(path: Path) -> None:
    """The second says that the first is there; then it is its turn."""
    with (
        shipping.alone(path),
        pytest.raises(ShippedError, match="Another program ships the journal"),
        shipping.alone(path),
    ):
        pass
    with shipping.alone(path):
        pass


def test_places(tmp_path: Path) -> None:
    """A directory gets files of fixed names; a compressed file cannot be added to."""
    assert shipping.places(tmp_path) == (
        tmp_path / "journal.jsonl",
        tmp_path / "journal.checkpoints.jsonl",
    )
    assert shipping.places(tmp_path / "a.jsonl") == (
        tmp_path / "a.jsonl",
        tmp_path / "a.checkpoints.jsonl",
    )
    with pytest.raises(ShippedError, match="is compressed"):
        shipping.places(tmp_path / "a.jsonl.gz")


def test_lines_of_another_file(tmp_path: Path) -> None:
    """They are added alike, and only where what stands there is the beginning."""
    source, target = tmp_path / "source", tmp_path / "target"
    shipping.ship_lines(source, target)
    assert not target.exists()
    source.write_bytes(b"one\ntwo\nto")
    target.write_bytes(b"one\nt")
    for _again in range(2):
        shipping.ship_lines(source, target)
        assert target.read_bytes() == b"one\ntwo\n"
    target.write_bytes(b"one\nother\n")
    with pytest.raises(ShippedError, match="is not the beginning of"):
        shipping.ship_lines(source, target)
    source.unlink()
    with pytest.raises(ShippedError, match="is not the beginning of"):
        shipping.ship_lines(source, target)


def test_after(path: Path) -> None:
    """What was shipped after an entry comes, if that entry is the same."""
    perform_the_rest()
    ship(path)
    entry = journal.numbered(COUNT - 2)
    assert entry is not None
    with path.open("ab") as file:
        file.write(b'{"header"')
    coming = shipping.after(path, entry.number, entry.hash)
    assert [one.number for one in coming] == [COUNT - 1, COUNT]
    assert list(shipping.after(path, COUNT, journal.last()[1])) == []
    with pytest.raises(ShippedError, match=f"they differ from entry {COUNT} on"):
        list(shipping.after(path, COUNT, entry.hash))


def test_after_of_a_compressed_export(path: Path) -> None:
    """An exported journal serves as a shipped one."""
    compressed = path.with_name("journal.jsonl.gz")
    replay.export(compressed)
    numbers = [one.number for one in shipping.after(compressed, 0, journal.FIRST_HASH)]
    assert numbers == list(range(1, COUNT - 1))
