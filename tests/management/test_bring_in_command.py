"""``jospar plan bring-in``: a past plan from the command line."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import settings
from openpyxl import load_workbook

from jospar.records.models import AttachedFile, Concept, Plan
from tests.exchange.annexes import treaties
from tests.exchange.annexes.test_ten_documents import DOCUMENTS
from tests.installation import Installation, Said
from tests.procedure.made_orders import perform_act
from tests.rules import made

pytestmark = pytest.mark.django_db(databases=["default", "past"])

Command = Callable[..., Said]
AGREED = ("--on", "2021-12-24", "--number", "01-5/77")


@pytest.fixture
def document(tmp_path: Path) -> Callable[[str], Path]:
    """Return what writes one of the ten documents; their bodies are known."""
    perform_act(made.open_cycle())
    for body in treaties.BODIES:
        perform_act(made.list_body(code=body.code, name=body.names[0]))

    def write(name: str) -> Path:
        path = tmp_path / f"{name}.{DOCUMENTS[name][0]}"
        path.write_bytes(DOCUMENTS[name][1]())
        return path

    return write


def test_doubts_stand_in_a_table(
    command: Command, document: Callable[[str], Path]
) -> None:
    """While something needs a person, nothing is brought in, and the status says so."""
    said = command("plan", "bring-in", document("foreign_affairs"), *AGREED)
    assert (said.status, said.err) == (1, "")
    assert "To be looked at" in said.out
    assert "is read as" in " ".join(said.out.split())
    assert not Plan.objects.filter(cycle=2021).exists()


def test_doubts_are_accepted(command: Command, document: Callable[[str], Path]) -> None:
    """The plan is brought in with its file, and what is odd is told."""
    path = document("foreign_affairs")
    said = command("plan", "bring-in", path, *AGREED, "--accept")
    assert (said.status, said.err) == (0, "")
    assert "known in Russian only" in " ".join(said.out.split())
    assert said.out.endswith(": current plan of 2021, rows: 4.\n")
    assert Concept.objects.filter(cycle=2021).count() == 4
    assert AttachedFile.objects.get().name == path.name
    again = command("plan", "bring-in", path, *AGREED, "--accept")
    assert (again.status, again.out) == (2, "")
    assert "brought this plan in already" in again.err


@pytest.mark.slow
def test_a_journal_with_a_past_plan_is_rebuilt_elsewhere(
    command: Command,
    document: Callable[[str], Path],
    jospar: Installation,
    tmp_path: Path,
) -> None:
    """Rows, revision and agreement come out of one entry there too."""
    path, exported = document("foreign_affairs"), tmp_path / "journal.jsonl"
    brought = command("plan", "bring-in", path, *AGREED, "--accept")
    assert (brought.status, brought.err) == (0, "")
    assert command("journal", "export", exported).status == 0
    taken = jospar("journal", "rebuild", exported, "--reason", "No. 12")
    assert (taken.status, taken.err) == (0, "")
    with jospar.database() as sql:
        ((rows,),) = sql("SELECT count(*) FROM records_row")
    assert rows == 4
    shutil.copytree(settings.FILES, jospar.data / "files")
    assert jospar("journal", "verify").status == 0


def test_what_is_missing_is_not_accepted(
    command: Command, document: Callable[[str], Path]
) -> None:
    """No day, no number, a row without a term: a person has to write them."""
    said = command("plan", "bring-in", document("transport"), "--accept")
    assert said.status == 1
    told = " ".join(said.out.split())
    for missing in ("the day on which", "the number of the paper", "the last day of"):
        assert missing in told


def test_a_review_is_written_corrected_and_read(
    command: Command, document: Callable[[str], Path], tmp_path: Path
) -> None:
    """Terms are written into the workbook, doubts are ticked, and the plan comes in."""
    original, review = document("transport"), tmp_path / "review.xlsx"
    said = command("plan", "bring-in", original, *AGREED, "--write", review)
    assert said.status == 1
    assert said.out.startswith(f"{review}\n")
    book = load_workbook(review)
    rows = book["rows"]
    columns = {str(cell.value): cell.column or 0 for cell in rows[1]}
    for number in range(2, rows.max_row + 1):
        rows.cell(number, columns["accepted"], "yes")
    rows.cell(5, columns["conclude_from"], "2022-03-01")
    rows.cell(5, columns["conclude_to"], "2022-03-31")
    for number in range(2, book["doubts"].max_row + 1):
        book["doubts"].cell(number, 2, "yes")
    book.save(review)
    said = command("plan", "bring-in", review, original)
    assert (said.status, said.err) == (0, "")
    assert set(AttachedFile.objects.values_list("name", flat=True)) == {
        "review.xlsx",
        "transport.xlsx",
    }
    assert str(Concept.objects.get(key="P-4", cycle=2021).conclude_to) == "2022-03-31"


def test_what_the_heading_says_wrongly(
    command: Command, document: Callable[[str], Path]
) -> None:
    """The year and the kind are given; terms outside of them are told."""
    said = command(
        *("plan", "bring-in", document("foreign_affairs"), *AGREED, "--accept"),
        *("--cycle", "2020", "--kind", "long-term"),
    )
    assert said.status == 0
    assert Plan.objects.get(id="2020.long_term").stage == "agreed"


@pytest.mark.parametrize(
    "arguments",
    [("plan", "2024"), ("plan", "2024", "odd"), ("plan", "2024", "current", "more")],
)
def test_what_is_no_plan(command: Command, arguments: tuple[str, ...]) -> None:
    """Of a cycle one plan is named, and nothing else."""
    assert command(*arguments).status == 2


def test_a_file_that_is_not_there(command: Command, tmp_path: Path) -> None:
    """One line says so."""
    said = command("plan", "bring-in", tmp_path / "none.docx")
    assert (said.status, said.out) == (2, "")
    assert "none.docx" in said.err
