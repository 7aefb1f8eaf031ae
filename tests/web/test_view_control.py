"""The control report at the desks: to whom, of which rows, in which form."""

import re
from io import BytesIO
from typing import Any

import openpyxl
import pytest
from django.test import Client
from docx import Document

from jospar.accounts.models import Reading
from jospar.procedure.rehearsal import rehearse_on
from jospar.records.models import Concept
from jospar.rules.core.offices import Office
from tests.queries.many_rows import TODAY, many_rows
from tests.web.seats import seat

pytestmark = pytest.mark.django_db
ROWS = 20
STARTS = {"docx": b"PK", "xlsx": b"PK", "pdf": b"%PDF"}


def browser(office: Office = Office.CONTROLLER, body: str = "") -> Client:
    """Return the browser of an office on the day of the made rows."""
    client = seat(office, body)
    rehearse_on(TODAY)
    return client


def workbook(client: Client, query: str = "", language: str = "en") -> Any:
    """Return the report as a workbook."""
    answer = client.get(f"/{language}/carrying-out/report.xlsx{query}")
    assert answer.status_code == 200
    return openpyxl.load_workbook(BytesIO(answer.content))


def keys(book: Any) -> set[str]:
    """Return the keys of the rows in the workbook."""
    return {str(line[0]) for line in book["Rows"].iter_rows(3, values_only=True)}


@pytest.mark.parametrize("ending", STARTS)
@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_each_form_in_each_language(ending: str, language: str) -> None:
    """Its name says the day and the language."""
    many_rows(ROWS)
    answer = browser().get(f"/{language}/carrying-out/report.{ending}")
    assert answer.content.startswith(STARTS[ending])
    assert answer["Content-Disposition"] == (
        f'attachment; filename="control-report-{TODAY}.{language}.{ending}"'
    )


def test_the_day_the_period_and_the_body_are_chosen() -> None:
    """What is asked for wrongly is today, a quarter, and all bodies."""
    many_rows(ROWS)
    client = browser()
    assert len(keys(workbook(client))) == ROWS
    body = Concept.objects.get(key="C-001").proposers.get().body
    own = workbook(client, f"?day=2025-06-30&span=year&body={body}")
    leads = [own["Figures"][f"A{line}"].value for line in (2, 3, 4)]
    assert leads[0] == "As of 30 June 2025. Period: 1 January 2025 to 30 June 2025."
    assert leads[1] == "Plans in force: Current plan 2025, Long-term plan 2026–2028."
    assert leads[2].startswith("Body: ")
    assert 0 < len(keys(own)) < ROWS
    wrong = workbook(client, "?day=nonsense&span=decade")
    later = workbook(client, "?day=2031-01-01")
    for book in (wrong, later):
        assert book["Figures"]["A2"].value == (
            "As of 15 September 2025. Period: 1 July 2025 to 15 September 2025."
        )


def test_a_body_has_its_own_rows_alone() -> None:
    """Whatever body it asks for."""
    many_rows(ROWS)
    found = keys(workbook(browser(Office.BODY_OFFICER, "trade"), "?body=energy"))
    concepts = Concept.objects.filter(proposers__body="trade")
    # The mark stands beside the key.
    assert {key.partition(" ")[0] for key in found} == set(
        concepts.values_list("key", flat=True)
    )


def test_the_administration_has_the_first_page() -> None:
    """With the figures of all rows, and no row of them."""
    many_rows(ROWS)
    client = browser(Office.ADMINISTRATION_OFFICER)
    book = workbook(client, "?body=trade")
    assert book.sheetnames == ["Figures"]
    counted = {line[0]: line[1] for line in book["Figures"].values}
    assert counted["Rows of the plans in force"] == ROWS
    document = Document(BytesIO(client.get("/ru/carrying-out/report.docx").content))
    header = document.sections[0].header.paragraphs[0].text
    assert "Для служебного пользования" not in header
    assert (
        'href="/en/carrying-out/report.pdf"' in client.get("/en/2024/president/").text
    )


def test_what_is_unknown_is_not_there() -> None:
    """A body that nobody listed, and a form that there is none of."""
    many_rows(ROWS)
    client = browser()
    assert client.get("/kk/carrying-out/report.xlsx?body=nobody").status_code == 404
    assert client.get("/kk/carrying-out/report.odt").status_code == 404
    reviewer = browser(Office.REVIEWER)
    assert reviewer.get("/kk/carrying-out/report.xlsx").status_code == 403


def test_marked_rows_mark_every_page_and_the_reading_is_recorded() -> None:
    """The report itself, and each marked concept that it shows."""
    many_rows(ROWS)
    marked = Concept.objects.get(key="C-002")
    book = workbook(browser(), f"?day=2025-06-30&body={marked.proposers.get().body}")
    assert "For official use" in book["Rows"].oddHeader.right.text
    assert "C-002 (OU)" in keys(book)
    body = marked.proposers.get().body
    assert list(Reading.objects.order_by("pk").values_list("what", flat=True)) == [
        f"control 2025 2025-06-30 {body} en.xlsx",
        f"shown {marked.entry} carrying",
    ]
    others = {*Concept.objects.values_list("proposers__body", flat=True)} - {body}
    book = workbook(browser(), f"?body={min(others)}")
    assert "For official use" not in (book["Rows"].oddHeader.right.text or "")


def test_the_page_asks_for_the_report() -> None:
    """Its day and body stand in the form already; three buttons, no JavaScript."""
    many_rows(ROWS)
    html = browser().get("/en/carrying-out/?body=trade").text
    form = html[html.index('class="panel control"') :]
    form = form[: form.index("</form>")]
    assert re.findall(r'formaction="(.+?)"', form) == [
        f"/en/carrying-out/report.{ending}" for ending in ("pdf", "docx", "xlsx")
    ]
    assert 'name="day" value="2025-09-15" max="2025-09-15"' in form
    assert 'value="trade" selected' in form
    own = browser(Office.BODY_OFFICER, "trade").get("/en/carrying-out/").text
    assert 'id="control-body"' not in own


def test_before_any_plan_is_in_force() -> None:
    """The report says so, and all its figures are naught."""
    many_rows(ROWS)
    book = workbook(browser(), "?day=2024-11-30")
    assert book["Figures"]["A3"].value == "The plans in force have no rows."
    assert book["Rows"]["A3"].value == "The plans in force have no rows."
