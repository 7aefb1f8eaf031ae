"""``jospar repair``: a kept file is put back, and what was done by hand is recorded."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytest_django import Settings

from jospar.procedure import journal
from jospar.records.files import open_kept
from jospar.records.kept import kept_files
from tests.installation import Said
from tests.procedure.made_orders import TODAY, perform_act
from tests.records.made_files import PDF, kept_scan
from tests.rules import made

pytestmark = pytest.mark.django_db

Command = Callable[..., Said]
WHY = ("--reason", "№ 12 акт")


@pytest.fixture
def kept(tmp_path: Path, settings: Settings) -> str:
    """Return the SHA-256 of a file that came with an act, which has a copy."""
    settings.FILES = tmp_path / "files"  # what is damaged here is no other test's
    for filing in (
        made.open_cycle(),
        made.list_body(code="mid"),
        made.report_none(body="mid"),
    ):
        perform_act(filing, TODAY)
    (tmp_path / "copy.pdf").write_bytes(PDF)
    return kept_scan().sha256


def repaired() -> tuple[str, str, str]:
    """Return what the last entry says was repaired: what, which file and why."""
    last = journal.latest()
    assert last is not None
    filing = last.value("filing")
    return filing["repair"], filing["file"], filing["reason"]


def test_what_was_put_right_by_hand(command: Command) -> None:
    """The reason says what it was."""
    perform_act(made.open_cycle(), TODAY)
    assert command("repair", *WHY) == Said(0, "Entered as entry 2.\n", "")
    assert repaired() == ("by_hand", "", "№ 12 акт")


def test_a_file_is_put_back(command: Command, kept: str, tmp_path: Path) -> None:
    """Where it was damaged it is whole again, and the journal says why."""
    kept_files().put(kept, b"damaged")
    said = command("repair", "--file", tmp_path / "copy.pdf", *WHY)
    assert said == Said(0, "Entered as entry 4.\n", "")
    assert open_kept(kept).read() == PDF
    assert repaired() == ("file_put_back", kept, "№ 12 акт")


@pytest.mark.parametrize(
    ("content", "why", "told"),
    [
        (PDF, WHY, "“copy.pdf” is kept and whole; nothing is left to do."),
        (b"x", WHY, "No act came with the file “copy.pdf”; look for another copy."),
        (PDF, (), "The repair has no reason."),
    ],
)
@pytest.mark.usefixtures("kept")
def test_what_is_not_put_back(
    command: Command, tmp_path: Path, content: bytes, why: tuple[str, ...], told: str
) -> None:
    """One line says why, and it is no act."""
    path = tmp_path / "copy.pdf"
    path.write_bytes(content)
    status, out, err = command("repair", "--file", path, *why)
    assert (status, out, err.startswith(f"jospar: {told}")) == (2, "", True)
    assert journal.last()[0] == 3
