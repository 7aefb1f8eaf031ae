"""``jospar verify``: a file or a fingerprint, and the status that says what it is."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from jospar.documents.pdf_compiler import PdfCompiler
from jospar.rules.core.forms import PlanEdition
from tests.exchange.verification.made_files import (
    KINDS,
    amended_twice,
    the_draft,
    with_cell,
)
from tests.installation import Said

pytestmark = pytest.mark.django_db

Command = Callable[..., Said]
DAY = "2024-12-20"


@pytest.fixture
def editions() -> list[PlanEdition]:
    """Return the editions of a plan that was amended twice."""
    return amended_twice()


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str, PlanEdition], Path]:
    """Return what writes an edition as a kind of file."""

    def written(name: str, edition: PlanEdition) -> Path:
        path = tmp_path / name
        path.write_bytes(KINDS[name](edition))
        return path

    return written


Write = Callable[[str, PlanEdition], Path]


@pytest.mark.parametrize("name", KINDS)
def test_a_file_in_force_and_older_ones(
    command: Command, editions: list[PlanEdition], write: Write, name: str
) -> None:
    """0 for the plan in force, 1 for what was replaced and for a draft."""
    found = [
        command("verify", write(name, edition), "--day", DAY)
        for edition in (editions[2], editions[0], the_draft())
    ]
    assert [(one.status, one.out.split("\n")[0], one.err) for one in found] == [
        (0, "The plan in force", ""),
        (1, "An older revision", ""),
        (1, "A draft", ""),
    ]


def test_a_pdf_that_cannot_be_made_again_is_said(
    command: Command,
    editions: list[PlanEdition],
    write: Write,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """2, for nothing was told of the file, and one line says why."""
    path = write("kk.pdf", editions[2])
    hasty = partial(PdfCompiler, timeout=0)
    monkeypatch.setattr("jospar.management.commands.verify.PdfCompiler", hasty)
    said = command("verify", path, "--day", DAY)
    assert (said.status, said.out) == (2, "")
    assert said.err.startswith("jospar: There is no PDF; try again, or use another ")
    assert said.err.count("\n") == 1


def test_an_altered_file(
    command: Command, editions: list[PlanEdition], write: Write
) -> None:
    """2, and a table of the cells with what was and what is."""
    path = write("plan.xlsx", with_cell(editions[2], 0, "kk", 3, "2026 жыл"))
    said = command("verify", path, "--day", DAY)
    assert (said.status, said.err) == (2, "")
    assert said.out.startswith("Altered\nWhat the file says differs from")
    (line,) = [line for line in said.out.split("\n") if "2026 жыл" in line]
    assert [cell.strip() for cell in line.strip("│").split("│")] == [
        "in Kazakh · Row 1 · term",
        "2025 жыл",
        "2026 жыл",
    ]
    assert "1 difference from the revision" in said.out


def test_a_fingerprint(command: Command, editions: list[PlanEdition]) -> None:
    """By its first digits, as they stand on the page; it is told whole."""
    digits = editions[2].fingerprint
    groups = " ".join(digits[at : at + 4] for at in range(0, 64, 4))
    said = command("verify", "--fingerprint", groups[:19], "--day", DAY)
    assert said.status == 0
    assert f"Fingerprint: {groups}\n" in said.out
    early = command("verify", "--fingerprint", digits, "--day", "2024-12-01")
    assert (early.status, early.out.split("\n")[0]) == (1, "Not in force yet")


@pytest.mark.parametrize(
    ("digits", "out", "err"),
    [
        ("0000 0000 0000 0000", "Unknown", ""),
        ("ab12", "", "jospar: 4 signs are typed, and sixteen at least are needed"),
        ("ab12 cd34 ef56 78gg", "", "jospar: No fingerprint has these signs: g."),
    ],
)
def test_a_fingerprint_that_nothing_has(
    command: Command, editions: list[PlanEdition], digits: str, out: str, err: str
) -> None:
    """2, whether it is unknown or mistyped; the answers differ."""
    said = command("verify", "--fingerprint", digits)
    assert said.status == 2
    assert said.out.split("\n")[0] == out
    assert said.err.startswith(err)


def test_a_file_that_cannot_be_checked(
    command: Command, editions: list[PlanEdition], tmp_path: Path
) -> None:
    """2 and one line, also for one that is not there."""
    empty = tmp_path / "empty.pdf"
    empty.write_bytes(b"")
    said = command("verify", empty)
    assert (said.status, said.out) == (2, "")
    assert said.err.startswith("jospar: “empty.pdf” is empty")
    said = command("verify", tmp_path / "none.pdf")
    assert (said.status, said.out) == (2, "")
    assert "No such file" in said.err


def test_one_of_the_two(command: Command) -> None:
    """A file or a fingerprint, not both and not neither."""
    assert command("verify").status == 2
    assert command("verify", "a.pdf", "--fingerprint", "ab12").status == 2
