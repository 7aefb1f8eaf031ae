"""A signed original compared with a revision, cell by cell."""

import re
from dataclasses import replace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from jospar.accounts.models import Reading
from jospar.queries.plans import edition_of
from jospar.records.models import AttachedFile
from jospar.rules.core.forms import PlanEdition
from jospar.rules.core.offices import Office
from tests.exchange.verification.made_files import (
    KINDS,
    amended_twice,
    forged,
    in_document,
    rewritten,
    with_cell,
    with_row,
    without_row,
)
from tests.queries.made_record import agree, open_cycle, place
from tests.rules.made import CURRENT, RULES, YEAR
from tests.web.seats import seat

pytestmark = pytest.mark.django_db

ADDRESS = "/2024/current/revisions/1/original/"
Files = list[tuple[bytes, str]]


@pytest.fixture
def edition() -> PlanEdition:
    """Return the agreed revision of a plan that was amended twice."""
    return amended_twice()[0]


def compared(
    client: Client, files: Files, language: str = "en", status: int = 200
) -> str:
    """Return the page that files are sent to."""
    uploads = [SimpleUploadedFile(name, data) for data, name in files]
    answer = client.post(f"/{language}{ADDRESS}", {"files": uploads})
    assert answer.status_code == status
    return answer.content.decode()


def verdicts(page: str) -> list[tuple[str, str]]:
    """Return the heading of each plan that was read, and what is said of it."""
    found = re.findall(
        r'<h2 id="original-\d+">(.+?)</h2>\s*<p><b>(.+?)</b>', page, re.DOTALL
    )
    return [(heading, said) for heading, said in found]


@pytest.mark.parametrize(
    ("language", "headings", "equal"),
    [
        (
            "en",
            ["a.docx – in Kazakh", "b.xlsx – in Kazakh", "b.xlsx – in Russian"],
            "Every cell is the same as in the revision.",
        ),
        (
            "ru",
            [
                "a.docx – на казахском языке",
                "b.xlsx – на казахском языке",
                "b.xlsx – на русском языке",
            ],
            "Все ячейки совпадают с редакцией.",
        ),
        (
            "kk",
            [
                "a.docx – қазақ тілінде",
                "b.xlsx – қазақ тілінде",
                "b.xlsx – орыс тілінде",
            ],
            "Барлық ұяшық редакциямен бірдей.",
        ),
    ],
)
def test_an_original_that_is_equal(
    edition: PlanEdition, language: str, headings: list[str], equal: str
) -> None:
    """In one language or in both, each plan by itself."""
    files = [(KINDS["kk.docx"](edition), "a.docx")]
    files += [(KINDS["plan.xlsx"](edition), "b.xlsx")]
    page = compared(seat(Office.PLANNER), files, language)
    assert verdicts(page) == [(heading, equal) for heading in headings]


def test_cells_that_differ(edition: PlanEdition) -> None:
    """The revision's words and the original's, marked; a row that only one has."""
    other = with_cell(edition, 1, "ru", 5, "К визиту")
    other = with_cell(other, 0, "ru", 3, "май 2025 года")
    page = compared(
        seat(Office.PLANNER),
        [
            (KINDS["ru.docx"](forged(other, with_row)), "a.docx"),
            (KINDS["kk.docx"](forged(edition, without_row)), "b.docx"),
        ],
    )
    said = "The original and the revision are not the same."
    assert verdicts(page) == [
        ("a.docx – in Russian", said),
        ("b.docx – in Kazakh", said),
    ]
    assert "<b>in Russian · Row 1 · term</b>" in page
    assert '<p lang="ru"><ins>май</ins> 2025 <del>год</del> <ins>года</ins></p>' in page
    assert "<b>in Russian · Row 2 · notes</b>" in page
    assert "<b>in Russian · table 1, row 6</b> – A row too many" in page
    assert "<b>in Kazakh · Row 2</b> – The row is missing" in page


@pytest.mark.parametrize(
    ("language", "only", "folded"),
    [
        (
            "kk",
            "Жолдардың тек реттік нөмірі басқа.",
            "Тек реттік нөмірі басқа 2 жол",
        ),
        (
            "ru",
            "Отличаются только порядковые номера строк.",
            "2 строки, в которых отличается только порядковый номер",
        ),
        (
            "en",
            "Only the numbers of rows differ.",
            "2 rows of which only the number differs",
        ),
    ],
)
def test_rows_that_are_only_numbered_otherwise_stand_apart(
    edition: PlanEdition, language: str, only: str, folded: str
) -> None:
    """They are folded; a row that differs in words, too, is told with its number."""
    renumbered = with_cell(with_cell(edition, 0, "ru", 0, "7"), 1, "ru", 0, "8")
    reworded = with_cell(renumbered, 1, "ru", 5, "К визиту")
    planner = seat(Office.PLANNER)
    page = compared(planner, [(KINDS["ru.docx"](renumbered), "a.docx")], language)
    ((_heading, said),) = verdicts(page)
    assert said == only
    assert f"<summary>{folded}</summary>" in page
    page = compared(planner, [(KINDS["ru.docx"](reworded), "a.docx")], "en")
    before, after = page.split("1 row of which only the number differs")
    assert (before.count("<b>in Russian · Row 2"), "Row 1 · No." in before) == (
        2,
        False,
    )
    assert "<b>in Russian · Row 1 · No.</b>" in after


def test_signs_are_no_words(edition: PlanEdition) -> None:
    """Other quotes, dashes and blanks are told, and said to be no more than that."""
    title = edition.form.groups[1].rows[0].cells["ru"][2]
    other = with_cell(edition, 0, "ru", 2, title.replace(" ", "  ", 1))
    page = compared(seat(Office.PLANNER), [(KINDS["ru.docx"](other), "a.docx")])
    assert verdicts(page) == [
        (
            "a.docx – in Russian",
            "All words are the same; only blanks, quotes or dashes differ.",
        )
    ]
    assert page.count("blanks, quotes or dashes alone") == 1


def test_doubts_stand_apart(edition: PlanEdition) -> None:
    """What was deleted by a tracked change is told with its place."""
    deleted = "</w:t></w:r><w:del><w:r><w:delText>иное</w:delText></w:r></w:del>"
    was, now = "2025 год</w:t></w:r>", f"2025 год{deleted}"
    whole = KINDS["ru.docx"](edition)
    data = rewritten(whole, in_document(lambda text: text.replace(was, now)))
    page = compared(seat(Office.PLANNER), [(data, "a.docx")])
    assert "2 places were doubtful in reading" in page
    assert "In “term” a tracked change has deleted: “иное”." in page
    assert "table 1, row 4" in page


@pytest.mark.parametrize(
    ("name", "fault"),
    [
        ("scan.pdf", "“scan.pdf” is a scan or of another kind"),
        ("a.docx", "“a.docx” is damaged"),
        ("empty.docx", "“empty.docx” is a scan or of another kind"),
    ],
)
def test_what_cannot_be_compared(edition: PlanEdition, name: str, fault: str) -> None:
    """A scan is told how to be kept; beside it the other file is compared."""
    data = {"scan.pdf": b"%PDF-1.7", "a.docx": b"PK\x03\x04", "empty.docx": b""}[name]
    whole = (KINDS["kk.docx"](edition), "b.docx")
    planner = seat(Office.PLANNER)
    page = compared(planner, [(data, name), whole], status=422)
    assert page.count(fault) == 1
    assert "Keep them as the scan of the paper" in page
    assert len(verdicts(page)) == 1


def test_nothing_chosen(edition: PlanEdition) -> None:
    """A file is needed."""
    page = compared(seat(Office.PLANNER), [], status=422)
    assert "Choose a file at least." in page


def test_another_plan_is_not_shown_without_end() -> None:
    """A hundred differences are shown, and it is told that there are more."""
    open_cycle()
    for number in range(60):
        place(f"C-{number}")
    agree()
    edition = with_every_row(edition_of(RULES, YEAR, CURRENT))
    page = compared(seat(Office.PLANNER), [(KINDS["plan.xlsx"](edition), "a.xlsx")])
    assert page.count("<b>in Kazakh · Row ") == 100
    assert "There are 20 more." in page


def with_every_row(edition: PlanEdition) -> PlanEdition:
    """Return the edition with another term and note in every Kazakh row."""
    group = edition.form.groups[1]
    rows = tuple(
        replace(
            row,
            cells={
                **row.cells,
                "kk": (*row.cells["kk"][:3], "2031 жыл", row.cells["kk"][4], "Иә"),
            },
        )
        for row in group.rows
    )
    return forged(edition, lambda group: replace(group, rows=rows))


def test_who_compares_reads(edition: PlanEdition) -> None:
    """It is recorded as a download of the revision is; no file is kept."""
    planner = seat(Office.PLANNER)
    planner.get(f"/en{ADDRESS}")
    assert Reading.objects.count() == 0
    compared(planner, [(KINDS["kk.docx"](edition), "b.docx")])
    assert list(Reading.objects.values_list("what", flat=True)) == [
        "plan 2024 current 1"
    ]
    assert AttachedFile.objects.count() == 0


def test_only_a_revision_that_is_seen(edition: PlanEdition) -> None:
    """There is no such page of another, nor for who does not see the plan."""
    planner = seat(Office.PLANNER)
    assert planner.get("/en/2024/current/revisions/9/original/").status_code == 404
    recipient = seat(Office.RECIPIENT, "parliament")
    assert recipient.get(f"/en{ADDRESS}").status_code == 404
    assert seat(Office.ADMINISTRATOR).get(f"/en{ADDRESS}").status_code == 403


def test_the_number_of_queries_is_fixed() -> None:
    """As many where thirty rows differ as where one does."""
    open_cycle()
    for number in range(30):
        place(f"C-{number}")
    agree()
    planner, plan = seat(Office.PLANNER), edition_of(RULES, YEAR, CURRENT)
    counts = []
    for other in (with_cell(plan, 0, "kk", 5, "Иә"), with_every_row(plan)):
        files = [(KINDS["kk.docx"](other), "b.docx")]
        compared(planner, files)
        with CaptureQueriesContext(connection) as queries:
            compared(planner, files)
        counts.append(len(queries))
    assert counts[0] == counts[1]
