"""``jospar journal`` follows itself to a second place and signs checkpoints."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from pytest_django import Settings

from jospar.procedure import journal
from jospar.records.files import keep
from tests.installation import Said
from tests.procedure.made_chains import write_anew
from tests.procedure.made_orders import perform_act
from tests.procedure.small_year import REFERENCE
from tests.records.made_files import PDF, PNG

pytestmark = pytest.mark.django_db(databases=["default", "past"])

Command = Callable[..., Said]
COUNT = len(REFERENCE)


@pytest.fixture(autouse=True)
def own_place(settings: Settings, tmp_path: Path) -> Path:
    """Keep key and checkpoints in a place of the test."""
    settings.CHECKPOINT_KEY = str(tmp_path / "key.pem")
    settings.CHECKPOINTS = tmp_path / "checkpoints.jsonl"
    return tmp_path


@pytest.fixture
def chain() -> None:
    """Perform a few acts."""
    for filing in REFERENCE:
        perform_act(filing)


@pytest.mark.usefixtures("chain")
def test_follow(command: Command, tmp_path: Path) -> None:
    """It adds what came and the checkpoints, and says how far it is."""
    second = tmp_path / "second"
    second.mkdir()
    command("journal", "key")
    command("journal", "checkpoint")
    said = f"Entries added: {COUNT}; shipped up to entry {COUNT}.\n"
    assert command("journal", "follow", second) == Said(0, said, "")
    perform_act(REFERENCE[-1])
    said = f"Entries added: 1; shipped up to entry {COUNT + 1}.\n"
    assert command("journal", "follow", second) == Said(0, said, "")
    command("journal", "export", tmp_path / "exported.jsonl")
    exported = (tmp_path / "exported.jsonl").read_bytes()
    assert (second / "journal.jsonl").read_bytes() == exported
    points = (tmp_path / "checkpoints.jsonl").read_bytes()
    assert (second / "journal.checkpoints.jsonl").read_bytes() == points


def test_follow_with_files(
    command: Callable[..., Said], settings: Settings, tmp_path: Path
) -> None:
    """They are copied beside; one that is missing is named, and the line added."""
    settings.FILES = tmp_path / "files"
    file, other = keep(PDF, "1.pdf"), keep(PNG, "2.png")
    place = f"{other.sha256[:2]}/{other.sha256}"
    second = tmp_path / "second.jsonl"
    perform_act(REFERENCE[0], files=(file,))
    said = "Entries added: 1; shipped up to entry 1.\n"
    assert command("journal", "follow", second) == Said(0, said, "")
    perform_act(REFERENCE[1], files=(other,))
    (settings.FILES / place).rename(tmp_path / "away")
    told = (
        "jospar: The kept file “2.png” is missing; ask the administrator to put "
        f"files/{place} back from a backup.\n"
    )
    for count in (1, 0):
        said = f"Entries added: {count}; shipped up to entry 2.\n"
        assert command("journal", "follow", second) == Said(1, said, told)
    (tmp_path / "away").rename(settings.FILES / place)
    assert command("journal", "follow", second) == Said(0, said, "")
    copies = (tmp_path / "second.files").glob("*/*")
    assert {path.name for path in copies} == {file.sha256, other.sha256}


@pytest.mark.slow
def test_follow_while_the_store_is_away(
    command: Callable[..., Said], settings: Settings, tmp_path: Path
) -> None:
    """An act that came with a file waits for it; those without are not kept back."""
    settings.FILES = tmp_path / "files"
    file, second = keep(PDF, "1.pdf"), tmp_path / "second.jsonl"
    here, settings.FILES = settings.FILES, "s3://papers/?endpoint=http://127.0.0.1:9"
    perform_act(REFERENCE[0])
    assert command("journal", "follow", second).status == 0
    before = second.read_bytes()
    settings.FILES = here
    perform_act(REFERENCE[1], files=(file,))
    settings.FILES = "s3://papers/?endpoint=http://127.0.0.1:9"
    status, out, err = command("journal", "follow", second)
    assert (status, out, second.read_bytes()) == (2, "", before)
    assert err.startswith("jospar: The store of files ")


@pytest.mark.usefixtures("chain")
def test_follow_of_a_chain_written_anew(command: Command, tmp_path: Path) -> None:
    """It is told in one line, with status 1."""
    path = tmp_path / "second.jsonl"
    command("journal", "follow", path)
    write_anew(3)
    told = (
        f"jospar: “{path}” is not the beginning of this journal: they differ from "
        "entry 3 on. Nothing was written there; keep both, and ask why.\n"
    )
    assert command("journal", "follow", path) == Said(1, "", told)


def test_follow_to_nowhere(command: Command, tmp_path: Path) -> None:
    """A place that is not there is told in one line."""
    path = tmp_path / "none" / "journal.jsonl"
    told = f"jospar: “{path}” cannot be used: No such file or directory.\n"
    assert command("journal", "follow", path) == Said(2, "", told)


def test_key(command: Command, tmp_path: Path) -> None:
    """It is made once; what is printed is its public half, each time the same."""
    status, out, err = command("journal", "key")
    assert (status, err) == (0, "")
    lines = out.splitlines()
    assert (lines[0], lines[-1]) == (
        "-----BEGIN PUBLIC KEY-----",
        "-----END PUBLIC KEY-----",
    )
    assert command("journal", "key").out == out
    assert "PRIVATE" in (tmp_path / "key.pem").read_text()


@pytest.mark.parametrize("action", ["key", "checkpoint"])
def test_no_place_for_the_key(
    command: Command, settings: Settings, action: str
) -> None:
    """The setting that is missing is named."""
    settings.CHECKPOINT_KEY = ""
    status, out, err = command("journal", action)
    assert (status, out) == (2, "")
    assert err.startswith("jospar: Say in JOSPAR_CHECKPOINT_KEY in which file ")


@pytest.mark.usefixtures("chain")
def test_checkpoint(command: Command, tmp_path: Path) -> None:
    """It says what was signed, and verifying proves it until the chain is rewritten."""
    public = tmp_path / "public.pem"
    public.write_text(command("journal", "key").out)
    status, out, err = command("journal", "checkpoint")
    number, digest = journal.last()
    assert (status, err) == (0, "")
    said = rf"Entry {number} is signed as the last at \d{{4}}-\d\d-\d\d \d\d:\d\d\."
    assert re.fullmatch(rf"{said}\n{digest}\n", out)
    proofs = ("--checkpoints", tmp_path / "checkpoints.jsonl", "--public-key", public)
    said = (
        f"The journal holds up to entry {COUNT}.\n{digest}\n"
        "Signed checkpoints that it passes through: 1\n"
    )
    assert command("journal", "verify", *proofs) == Said(0, said, "")
    write_anew(2)
    assert command("journal", "verify").status == 0
    status, out, err = command("journal", "verify", *proofs)
    assert (status, out) == (1, "")
    assert err.startswith(f"jospar: Entry {COUNT} is not the one that was signed on ")


def test_checkpoints_without_their_key(command: Command, tmp_path: Path) -> None:
    """Both are given, or none."""
    told = "jospar: Give --checkpoints and --public-key together.\n"
    for option in ("--checkpoints", "--public-key"):
        said = command("journal", "verify", option, tmp_path / "file")
        assert said == Said(2, "", told)
