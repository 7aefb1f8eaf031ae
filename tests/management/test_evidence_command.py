"""``jospar evidence`` writes a file; ``jospar verify`` needs nothing else."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytest_django import Settings

from jospar.exchange.evidence.package import unpack
from jospar.procedure import checkpoints
from tests.exchange.evidence.made_evidence import (
    NAME,
    evidence,
    reviewed_concept,
    sign,
)
from tests.installation import Installation, Said
from tests.procedure.made_orders import perform_act
from tests.rules import made

Command = Callable[..., Said]


@pytest.fixture
def decision(db: None, settings: Settings, tmp_path: Path) -> int:
    """Perform what leads to a conclusion; its entry."""
    settings.CHECKPOINTS = tmp_path / "checkpoints.jsonl"
    return reviewed_concept()


def test_a_file_by_its_entry_or_its_key(
    command: Command, decision: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is called after the entry, or as it is asked for."""
    monkeypatch.chdir(tmp_path)
    said = command("evidence", decision)
    assert said == Said(0, "evidence-2024-7.zip\n", "")
    assert Path("evidence-2024-7.zip").read_bytes() == evidence(decision)
    assert command("evidence", "C-001", "-o", "c.zip") == Said(0, "c.zip\n", "")
    assert Path("c.zip").read_bytes() == evidence(5)


def test_a_key_of_two_cycles(command: Command, decision: int) -> None:
    """Their entries are named, to choose from."""
    for filing in (
        made.open_cycle(year=2025),
        made.list_body(code="energy"),
        made.submit_concept(proposers=("energy",)),
    ):
        perform_act(filing, year=2025)
    said = "jospar: “C-001” is the key of the entries 5, 11; name one of them.\n"
    assert command("evidence", "C-001") == Said(2, "", said)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("99", "“99” is neither the number of an entry nor a key in the record."),
        ("X-1", "“X-1” is neither the number of an entry nor a key in the record."),
        ("9" * 30, "is neither the number of an entry nor a key in the record."),
    ],
)
def test_what_is_not_there(
    command: Command, decision: int, asked: str, said: str
) -> None:
    """It is told in one line."""
    found = command("evidence", asked)
    assert (found.status, found.out) == (2, "")
    assert said in found.err


def test_for_whose_eyes(command: Command, decision: int, tmp_path: Path) -> None:
    """A body has a file of what it may see; other offices are told that they do not."""
    path = tmp_path / NAME
    asked = ("evidence", decision, "-o", path, "--as")
    assert command(*asked, "body_officer:energy").status == 0
    assert "entries/6/header.json" not in unpack(path.read_bytes(), NAME)
    found = command(*asked, "administrator")
    said = "jospar: The office “administrator” does not see entry 7.\n"
    assert found == Said(2, "", said)
    for wrong in ("somebody", "body_officer", "auditor:energy"):
        found = command(*asked, wrong)
        assert (found.status, f"“{wrong}” is not an office" in found.err) == (2, True)


def test_verify_says_what_it_found(
    command: Command, decision: int, tmp_path: Path
) -> None:
    """0 where everything is proven, 1 where nobody signed it yet, 2 where altered."""
    path = tmp_path / NAME
    command("evidence", decision, "-o", path, "--as", "body_officer:energy")
    unsigned = command("verify", path)
    tree = checkpoints.journal_tree()
    digits = tree.root(len(tree))
    assert (unsigned.status, unsigned.err) == (1, "")
    assert unsigned.out.splitlines() == [
        "The evidence holds, but not everything is proven",
        "Rehearsal: what stands on these pages has no legal force.",
        "Concept C-001, 2024. Conclusion signed: 10 October 2024.",
        "5 entries are shown and proven in the chain.",
        "1 entry is withheld, still proven in the chain.",
        "1 paper is unchanged.",
        "2 deadlines were counted anew by the Rules and the calendar.",
        f"Fingerprint of the tree up to entry 8: {spaced(digits)}. Not signed.",
        "6 entries are not signed yet.",
        "Compare it with the one that the keeper of the journal tells: jospar journal "
        "tree 8.",
    ]
    told = command("journal", "tree", "8")
    assert told == Said(0, f"The tree up to entry 8: {spaced(digits)}\n", "")
    public = sign(tmp_path)
    command("evidence", decision, "-o", path)
    signed = command("verify", path)
    assert (signed.status, signed.out.splitlines()[0]) == (0, "The evidence holds")
    assert "Fingerprint of the key: " in signed.out
    known = command("verify", path, "--public-key", public)
    assert (known.status, known.out.splitlines()[-1]) == (
        0,
        "The checkpoint is signed by the key that you gave.",
    )
    path.write_bytes(path.read_bytes().replace(b"%PDF-1.7", b"%PDF-1.6"))
    said = command("verify", path)
    assert (said.status, said.out) == (2, "")
    assert said.err == (
        "jospar: “papers/5-1-Хат_ 1.pdf” in the file was changed or is damaged.\n"
    )


def spaced(digits: str) -> str:
    """Return a fingerprint in groups of four."""
    return " ".join(digits[at : at + 4] for at in range(0, len(digits), 4))


def test_a_tree_of_more_than_there_is(command: Command, decision: int) -> None:
    """The number of entries is told."""
    said = "jospar: The journal has 8 entries; name one of them.\n"
    assert command("journal", "tree", "9") == Said(2, "", said)


def test_a_journal_that_is_not_the_one_signed(
    command: Command, decision: int, tmp_path: Path, settings: Settings
) -> None:
    """No file is made of it: it would prove nothing."""
    sign(tmp_path)
    lines = settings.CHECKPOINTS.read_text()
    tree = checkpoints.journal_tree().root(8)
    settings.CHECKPOINTS.write_text(lines.replace(tree, "0" * 64))
    said = "jospar: Entry 8 or one before it is not the one that was signed.\n"
    assert command("evidence", decision) == Said(2, "", said)


def test_a_key_for_other_files(command: Command, decision: int, tmp_path: Path) -> None:
    """It is for evidence alone."""
    path = tmp_path / "plan.json"
    path.write_text("{}")
    said = "jospar: --public-key is for evidence files; leave it out.\n"
    assert command("verify", path, "--public-key", path) == Said(2, "", said)


@pytest.mark.slow
def test_nothing_is_needed_but_the_program(decision: int, tmp_path: Path) -> None:
    """It is checked where nothing is installed, and no database comes into being."""
    jospar = Installation(tmp_path / "nothing")
    path = tmp_path / NAME
    path.write_bytes(evidence(decision))
    said = jospar("verify", path, JOSPAR_SECRET_KEY="x")  # noqa: S106 - of nothing
    assert (said.status, said.out.splitlines()[0]) == (
        1,
        "The evidence holds, but not everything is proven",
    )
    assert not (jospar.data / "jospar.sqlite3").exists()
