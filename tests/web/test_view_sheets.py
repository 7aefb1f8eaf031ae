"""The two sheets that go with the drafts, as documents."""

from datetime import date
from io import BytesIO

import docx
import pytest

from jospar.accounts.models import Reading
from jospar.documents.letters import render
from jospar.queries.sheets import completeness_sheet
from jospar.rules.core.offices import Office
from tests.queries.made_record import do, open_cycle, place
from tests.rules import made
from tests.rules.made import RULES, YEAR
from tests.web.seats import seat

pytestmark = pytest.mark.django_db

SHEET = "/2024/sheets/completeness.kk.docx"
SENT_ON = date(2024, 11, 8)


def drafted() -> None:
    """Have a draft of one row; somebody came to office on the ninth of November."""
    open_cycle()
    place("C-1")


@pytest.mark.parametrize("sheet", ["completeness", "consideration"])
@pytest.mark.parametrize("language", ["kk", "ru"])
def test_who_sees_drafts_has_the_sheet_of_today(sheet: str, language: str) -> None:
    """It bears the mark of a rehearsal, and its reading is recorded."""
    drafted()
    answer = seat(Office.PLANNER).get(f"/2024/sheets/{sheet}.{language}.docx")
    name = f"{sheet}-sheet-2024-2025-01-31.{language}.docx"
    assert answer["Content-Disposition"] == f'attachment; filename="{name}"'
    header = docx.Document(BytesIO(answer.content)).sections[0].header
    assert header.paragraphs[0].text.isupper()
    read = Reading.objects.values_list("person", "what")
    assert list(read) == [("planner", f"sheet 2024 {sheet} 2025-01-31 {language}.docx")]


def test_the_commission_has_the_sheet_that_came_with_the_draft() -> None:
    """Before a draft was sent there is none; who sees drafts has both."""
    drafted()
    secretary, planner = seat(Office.COMMISSION_SECRETARY), seat(Office.PLANNER)
    assert secretary.get(SHEET).status_code == 404
    assert planner.get(f"{SHEET}?sent").status_code == 404
    do(made.send_to_commission(on=SENT_ON))
    paper = completeness_sheet(RULES, YEAR, SENT_ON)
    expected = render("completeness_sheet", paper, "kk", rehearsal=True)
    assert secretary.get(SHEET).content == expected
    assert planner.get(f"{SHEET}?sent").content == expected


@pytest.mark.parametrize(
    ("office", "body"),
    [
        (Office.BODY_OFFICER, "trade"),
        (Office.REGISTRAR, ""),
        (Office.ADMINISTRATION_OFFICER, ""),
        (Office.CONTROLLER, ""),
        (Office.RECIPIENT, "parliament"),
        (Office.ADMINISTRATOR, ""),
    ],
)
def test_other_offices_are_refused(office: Office, body: str) -> None:
    """The sheets are papers of the Ministry and the Commission."""
    drafted()
    assert seat(office, body).get(SHEET).status_code == 403


@pytest.mark.parametrize(
    "address",
    [
        "/2024/sheets/other.kk.docx",
        "/2024/sheets/completeness.en.docx",
        "/1999/sheets/completeness.kk.docx",
    ],
)
def test_no_other_sheets_are_there(address: str) -> None:
    """Two sheets, in two languages, of cycles that are open."""
    drafted()
    assert seat(Office.PLANNER).get(address).status_code == 404
