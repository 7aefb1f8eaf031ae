"""``jospar year``: a workbook is performed, reported and written, and no more."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from jospar.procedure import journal
from tests.exchange.workbooks import build, concept, year_2024
from tests.installation import Said

pytestmark = pytest.mark.django_db(databases=["default", "past"])

Command = Callable[..., Said]


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    """Return a workbook of one lawful concept."""
    return build(tmp_path / "year.xlsx", **year_2024())


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """Return where results are written to."""
    return tmp_path / "out"


def test_a_lawful_year(command: Command, workbook: Path, out: Path) -> None:
    """All is performed, the status is 0, and the place of the files is said."""
    said = command("year", workbook, "--out", out)
    assert said == Said(
        0, f"Performed: 1. Refused: 0. Cautions: 0.\nWritten to {out}\n", ""
    )
    assert json.loads((out / "report.json").read_text("utf-8"))["performed"] == 1
    assert journal.is_rehearsal() is False


def test_twice(command: Command, workbook: Path, out: Path) -> None:
    """The second time nothing is performed, and the same is written."""
    command("year", workbook, "--out", out)
    before = journal.last()
    said = command("year", workbook, "--out", out)
    assert (said.status, said.err, journal.last()) == (0, "", before)
    assert said.out.startswith("Performed: 0. Refused: 0. Cautions: 0.\n")


def test_refused_rows(command: Command, tmp_path: Path, out: Path) -> None:
    """A refused row is told in a table with its place, and the status is 1."""
    rows = [concept(), concept("C-002", body="nobody")]
    workbook = build(tmp_path / "year.xlsx", **year_2024(concepts=rows))
    said = command("year", workbook, "--out", out)
    assert (said.status, said.err) == (1, "")
    assert "concepts 3 body" in said.out
    assert "There is no body “nobody” in this cycle." in said.out
    assert "Performed: 1. Refused: 1. Cautions: 0." in said.out


def test_dry_run(command: Command, workbook: Path, out: Path) -> None:
    """What would be performed is said; nothing is recorded or written."""
    said = command("year", workbook, "--out", out, "--dry-run")
    assert said == Said(0, "Performed: 1. Refused: 0. Cautions: 0.\n", "")
    assert (journal.last()[0], out.exists()) == (0, False)


def test_dry_run_on_a_record(command: Command, workbook: Path, out: Path) -> None:
    """It knows what is in the record already."""
    command("year", workbook, "--out", out)
    before = journal.last()
    said = command("year", workbook, "--out", out, "--dry-run")
    assert said == Said(0, "Performed: 0. Refused: 0. Cautions: 0.\n", "")
    assert journal.last() == before


def test_a_rehearsal(command: Command, workbook: Path, out: Path) -> None:
    """It is recorded as of the day asked for, and goes on with a day only."""
    rehearse = ("year", workbook, "--out", out, "--today", "2024-12-31")
    assert command(*rehearse).status == 0
    entries = [entry.read() for entry in journal.entries()]
    assert {entry.rehearsal for entry in entries} == {True}
    assert {entry.recorded_at[:10] for entry in entries} == {"2024-12-31"}
    assert command(*rehearse).status == 0
    told = "This database is a rehearsal: give --today, or use another one."
    assert command("year", workbook, "--out", out) == Said(2, "", f"jospar: {told}\n")


def test_no_rehearsal_amid_real_work(
    command: Command, workbook: Path, out: Path
) -> None:
    """A database of real work is not rehearsed in."""
    command("year", workbook, "--out", out)
    before = journal.last()
    said = command("year", workbook, "--out", out, "--today", "2024-12-31")
    told = (
        "This database holds real work; to rehearse with --today use another one, by "
        "JOSPAR_DATA or JOSPAR_DATABASE_URL."
    )
    assert said == Said(2, "", f"jospar: {told}\n")
    assert journal.last() == before


def test_a_rehearsed_day_before_the_papers(
    command: Command, workbook: Path, out: Path
) -> None:
    """Of a day that has not come yet nothing is performed."""
    said = command("year", workbook, "--out", out, "--today", "2024-09-01")
    assert (said.status, said.err) == (1, "")
    assert "has not come yet; today is 1 September 2024." in said.out


def test_no_workbook(command: Command, tmp_path: Path, out: Path) -> None:
    """A file that is not there is told in one line that names it."""
    status, printed, err = command("year", tmp_path / "none.xlsx", "--out", out)
    assert (status, printed, err.count("\n")) == (2, "", 1)
    assert "none.xlsx" in err


def test_out_is_a_file(command: Command, workbook: Path, out: Path) -> None:
    """What was performed stands, and one line says what is in the way."""
    out.touch()
    told = f"jospar: {out} is a file where a directory belongs; rename it.\n"
    assert command("year", workbook, "--out", out) == Said(2, "", told)
    assert journal.last()[0] == 3
    out.unlink()
    said = command("year", workbook, "--out", out)
    assert (said.status, said.out.splitlines()[0]) == (
        0,
        "Performed: 0. Refused: 0. Cautions: 0.",
    )


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("kk", "Орындалды: 1."),
        ("ru", "Выполнено: 1."),
        ("en", "Performed: 1."),
    ],
)
def test_in_three_languages(
    command: Command, workbook: Path, out: Path, language: str, line: str
) -> None:
    """What is told is told in the language asked for."""
    said = command("year", workbook, "--out", out, "--dry-run", "--lang", language)
    assert said.out.startswith(line)
