"""The sheets of amendments as files, and where they are found."""

from io import BytesIO

import docx
import pytest
from django.test import Client

from jospar.accounts.models import Reading
from jospar.queries.amendment_grounds import grounds
from jospar.rules.core.offices import Office
from tests.documents.made_papers import lines
from tests.queries.made_amended import agreed_plan, instruct, make, remove, stage
from tests.rules import made_amendments
from tests.rules.made import YEAR
from tests.web.seats import seat

pytestmark = pytest.mark.django_db

SHEET = "/2024/current/amendments/2.{form}.{ending}"
REASON = made_amendments.amend_row().reason


def amended() -> None:
    """Change C-1 on an instruction; the removal of C-2 waits under another."""
    agreed_plan()
    instruct("1", 9)
    stage("1", 9, reason=REASON)
    make("1", 9)
    instruct("2", 10)
    remove("2", 10, "C-2")


def draft(ending: str = "docx", form: str = "kk") -> str:
    """Return the address of the draft of what waits."""
    entry = grounds(YEAR)[-1].entry
    return f"/2024/current/amendments/draft-{entry}.{form}.{ending}"


@pytest.mark.parametrize("form", ["kk", "ru"])
@pytest.mark.parametrize(("ending", "begins"), [("docx", b"PK"), ("pdf", b"%P")])
def test_a_sheet_is_sent_as_a_file(form: str, ending: str, begins: bytes) -> None:
    """Under its own name; that it was read is recorded."""
    amended()
    client = seat(Office.PLANNER)
    answer = client.get(SHEET.format(form=form, ending=ending))
    assert answer.content[:2] == begins
    name = f"amendment-current-2025-2.{form}.{ending}"
    assert answer["Content-Disposition"] == f'attachment; filename="{name}"'
    assert Reading.objects.filter(what=f"sheet {name}").count() == 1
    waits = client.get(draft(ending, form))
    assert waits.content[:2] == begins
    assert f"amendment-current-2025-draft.{form}" in waits["Content-Disposition"]


def test_who_sees_no_drafts_reads_no_reasons() -> None:
    """And finds no sheet of what only waits."""
    amended()
    planner, registrar = seat(Office.PLANNER), seat(Office.REGISTRAR)
    address = SHEET.format(form="ru", ending="docx")
    said = [str(lines(one.get(address).content)) for one in (planner, registrar)]
    assert [REASON.ru in text for text in said] == [True, False]
    assert [one.get(draft()).status_code for one in (planner, registrar)] == [200, 403]


@pytest.mark.parametrize(
    "address",
    [
        "/2024/current/amendments/1.kk.docx",
        "/2024/current/amendments/3.kk.docx",
        "/2024/long-term/amendments/2.kk.docx",
        "/2024/current/amendments/2.kk.xlsx",
        "/2024/current/amendments/draft-1.kk.docx",
        "/2024/long-term/amendments/draft-{ground}.kk.docx",
        "/2024/current/amendments/draft-{ground}.kk.xlsx",
    ],
)
def test_what_amended_nothing_has_no_sheet(address: str) -> None:
    """Nor is there one in a format that it does not have."""
    amended()
    address = address.format(ground=grounds(YEAR)[-1].entry)
    assert seat(Office.PLANNER).get(address).status_code == 404


def test_a_draft_says_that_it_is_one() -> None:
    """In its heading, and at the top of the page."""
    amended()
    content = seat(Office.PLANNER).get(draft(form="ru")).content
    assert "ВНОСИМЫХ В ПЛАН" in lines(content)[1]
    header = docx.Document(BytesIO(content)).sections[0].header
    assert [one.text for one in header.paragraphs].count("ПРОЕКТ") == 1


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
@pytest.mark.parametrize(
    ("page", "made", "waits"),
    [
        ("2024/amendments/", 1, 1),
        ("2024/current/", 1, 1),
        ("2024/current/revisions/", 1, 0),
    ],
)
def test_pages_lead_to_the_sheets(
    language: str, page: str, made: int, waits: int
) -> None:
    """The page of amendments, the plan’s and that of its revisions."""
    amended()
    assert found(seat(Office.PLANNER), f"/{language}/{page}") == (made, waits)
    assert found(seat(Office.REGISTRAR), f"/{language}/{page}") == (made, 0)


def found(client: Client, page: str) -> tuple[int, int]:
    """Return how many links to the Kazakh PDF of a sheet and of a draft there are."""
    html = client.get(page).content.decode()
    return (
        html.count(SHEET.format(form="kk", ending="pdf")),
        html.count(draft("pdf")),
    )
