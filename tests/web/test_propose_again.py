"""Rows of the plans in force are proposed again: offered, begun, filed and linked."""

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from jospar.procedure.rehearsal import rehearse_on
from jospar.records.models import Concept, JournalEntry, TreatyLink
from jospar.rules.core.offices import Office
from jospar.web.models import Draft
from tests.queries.made_life import agreed_rows, later
from tests.queries.made_record import agree, open_cycle, place
from tests.queries.test_next_cycle import open_next
from tests.rules import made
from tests.rules import made_carrying_out as made_rows
from tests.rules.made import LONG_TERM
from tests.web.page_faults import faults
from tests.web.seats import seat
from tests.web.test_view_write import sent

pytestmark = pytest.mark.django_db

INTAKE = date(2025, 9, 10)
LIST = "2025/write/rows/"
QUERIES = 25
REASON = {"reason_kk": "Жылы келді", "reason_ru": "Год наступает"}


@pytest.fixture
def officer() -> Client:
    """Return the browser of the body's officer in the intake of the next cycle."""
    agreed_rows()
    open_next()
    return browser()


def browser(office: Office = Office.BODY_OFFICER, body: str = "trade") -> Client:
    """Return the browser of an office on that day."""
    client = seat(office, body)
    rehearse_on(INTAKE)
    return client


def entry(key: str) -> int:
    """Return the number of the concept of that key."""
    return Concept.objects.get(key=key).entry


def page(client: Client, address: str) -> str:
    """Return a page that opens."""
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.text


def begun(client: Client, key: str = "C-2") -> Draft:
    """Begin the draft that proposes the row again."""
    answer = client.post(f"/en/{LIST}{entry(key)}/", REASON)
    assert answer.status_code == 302
    draft: Draft = Draft.objects.get(earlier=entry(key))
    assert answer["Location"] == f"/en/2025/write/{draft.uuid}/"
    return draft


def filed(client: Client, draft: Draft) -> int:
    """File the draft, and return the status of the answer."""
    address = f"/en/2025/write/{draft.uuid}/"
    client.post(address, sent(document="7-1/15"))
    draft.refresh_from_db()
    shown = client.get(f"{address}file/").text
    cautions = [
        part.split('"')[0] for part in shown.split('name="acknowledged" value="')[1:]
    ]
    answer = client.post(
        f"{address}file/", {"revision": draft.revision, "acknowledged": cautions}
    )
    return answer.status_code


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_the_pages_read_in_three_languages(officer: Client, language: str) -> None:
    """The list, the question why, and the draft with its answer."""
    draft = begun(officer, "C-1")
    for path in (LIST, f"{LIST}{entry('C-2')}/"):
        assert faults(page(officer, f"/{language}/{path}"), language) == []
    html = page(officer, f"/{language}/2025/write/{draft.uuid}/")
    assert REASON["reason_ru"] in html


def test_the_list_says_what_became_of_each_row(officer: Client) -> None:
    """Open, begun, or proposed; it stands on the desk and by the drafts, too."""
    html = page(officer, f"/en/{LIST}")
    assert "0 of 2 are proposed again." in html
    assert f'/en/{LIST}{entry("C-1")}/" aria-label="Propose again: C-1"' in html
    assert "Propose again or not: 2 treaties of the plans" in page(officer, "/en/2025/")
    for name in ("write", "concepts"):
        assert f'href="/en/{LIST}"' in page(officer, f"/en/2025/{name}/")
    draft = begun(officer)
    html = page(officer, f"/en/{LIST}")
    assert f'<a href="/en/2025/write/{draft.uuid}/">a draft is begun' in html
    assert filed(officer, draft) == 302
    html = page(officer, f"/en/{LIST}")
    assert "1 of 2 are proposed again." in html
    assert f'href="/en/2025/concepts/{entry("trade-1")}/">trade-1</a>' in html
    assert "Propose again or not: 1 treaty of the plans" in page(officer, "/en/2025/")


def test_after_the_deadline_it_is_no_task(officer: Client) -> None:
    """On its last day it is one still."""
    for day, is_task in ((date(2025, 9, 25), True), (date(2025, 9, 26), False)):
        rehearse_on(day)
        assert ("Propose again or not" in page(officer, "/en/2025/")) is is_task


def test_what_others_see_of_the_list(officer: Client) -> None:
    """The Ministry sees all rows and begins none; another body has none of them."""
    page(officer, f"/en/{LIST}")
    html = page(browser(Office.PLANNER, ""), f"/en/{LIST}")
    assert html.count("not proposed yet") == 2
    assert "Propose again:" not in html
    assert "Rows of agreed plans that are not signed" in page(
        browser(Office.BODY_OFFICER, "energy"), f"/en/{LIST}"
    )


@pytest.mark.parametrize("missing", ["reason_kk", "reason_ru"])
def test_the_reason_is_required_in_both_languages(
    officer: Client, missing: str
) -> None:
    """Nothing is begun, what was typed stays, and the field says so."""
    typed = REASON | {missing: "  "}
    answer = officer.post(f"/en/{LIST}{entry('C-2')}/", typed)
    assert answer.status_code == 422
    assert answer.text.count("Write the reason in this language") == 1
    assert f'id="field-{missing}"' in answer.text.split('class="fault"')[1]
    assert [text for text in REASON.values() if text in answer.text] == [
        text for name, text in REASON.items() if name != missing
    ]
    assert not Draft.objects.exists()


def test_only_a_row_that_comes_up_is_proposed_again(officer: Client) -> None:
    """Neither another body's, nor one that is signed, nor what was no row."""
    number = entry("C-2")
    other = browser(Office.BODY_OFFICER, "energy")
    assert other.post(f"/en/{LIST}{number}/", REASON).status_code == 404
    later(made_rows.put_forward(key="C-2", plan=LONG_TERM, on=date(2025, 3, 3)))
    later(made_rows.record_signing(key="C-2", plan=LONG_TERM, on=date(2025, 5, 5)))
    rehearse_on(INTAKE)
    assert officer.post(f"/en/{LIST}{number}/", REASON).status_code == 404
    assert officer.get(f"/en/{LIST}999999/").status_code == 404
    planner = browser(Office.PLANNER, "")
    assert planner.post(f"/en/{LIST}{entry('C-1')}/", REASON).status_code == 403
    assert not Draft.objects.exists()


def test_a_draft_begins_with_the_row_as_it_is_now(officer: Client) -> None:
    """By its present name, by who answers now; without a term that is over."""
    later(made_rows.record_name(key="C-1", on=date(2025, 2, 4)))
    later(made.list_body(code="industry"), 2025, INTAKE)
    later(made_rows.succeed_body(body="trade", successor="industry", on=INTAKE))
    client = browser(Office.BODY_OFFICER, "industry")
    cells = {name: cell["text"] for name, cell in begun(client, "C-1").fields.items()}
    assert cells["title_kk"] == made_rows.NAME.kk
    assert cells["title_ru"] == made_rows.NAME.ru
    assert cells["purpose_ru"] == made.wording().purpose.ru
    assert cells["level"] == made.wording().level
    assert "others" not in cells
    assert [name for name in cells if name.startswith("conclude")] == []
    kept = {name: cell["text"] for name, cell in begun(client, "C-2").fields.items()}
    assert [name for name in kept if name.startswith("conclude")] != []


def test_filing_links_the_two_in_one_press(officer: Client) -> None:
    """Two entries of the journal, one treaty, the reason as it was given."""
    before = JournalEntry.objects.count()
    draft = begun(officer)
    assert filed(officer, draft) == 302
    acts = JournalEntry.objects.order_by("number").values_list("act", flat=True)
    assert list(acts[before:]) == ["intake.submit_concept", "treaty.link"]
    link = TreatyLink.objects.get()
    assert (link.concept.key, link.earlier.key, link.how) == (
        *("trade-1", "C-2"),
        "continues",
    )
    assert {"reason_kk": link.reason_kk, "reason_ru": link.reason_ru} == REASON
    assert Concept.objects.get(key="trade-1").treaty == entry("C-2")
    assert filed(officer, draft) == 302
    assert JournalEntry.objects.count() == before + 2


def test_what_is_not_filed_is_not_linked(officer: Client) -> None:
    """A draft that lacks something leaves no trace in the journal."""
    draft = begun(officer, "C-1")
    before = JournalEntry.objects.count()
    assert filed(officer, draft) == 422
    assert JournalEntry.objects.count() == before
    assert not TreatyLink.objects.exists()


def test_a_copy_of_a_concept_is_not_linked(officer: Client) -> None:
    """Who only begins with the words of a concept was asked for no reason."""
    answer = officer.post(f"/en/2024/write/again/{entry('C-2')}/")
    assert answer.status_code == 302
    draft = Draft.objects.get()
    assert (draft.earlier, draft.reason_kk) == (entry("C-2"), "")
    assert filed(officer, draft) == 302
    assert not TreatyLink.objects.exists()


def test_the_registrar_records_one_from_paper(officer: Client) -> None:
    """The same page; the paper's day is the concept's, the link is of the day."""
    client = browser(Office.REGISTRAR, "")
    draft = begun(client)
    address = f"/en/2025/write/{draft.uuid}/"
    client.post(address, sent(document="7-1/15", received_at="2025-09-08T10:00:00"))
    draft.refresh_from_db()
    answer = client.post(f"{address}file/", {"revision": draft.revision})
    assert answer.status_code == 302
    link = TreatyLink.objects.get()
    assert (link.on, link.concept.received_on) == (INTAKE, date(2025, 9, 8))


@pytest.mark.parametrize("rows", [1, 30])
def test_the_number_of_queries_is_fixed(rows: int) -> None:
    """One row or thirty."""
    open_cycle()
    for number in range(rows):
        place(f"C-{number}")
    agree()
    open_next()
    client = browser()
    page(client, f"/kk/{LIST}")
    with CaptureQueriesContext(connection) as asked:
        assert page(client, f"/kk/{LIST}").count('class="button small"') == rows
    assert len(asked) == QUERIES
