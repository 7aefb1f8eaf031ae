"""The outbox: what waits and what was sent, one paper, and its scan."""

import re
from collections.abc import Iterable
from urllib.parse import quote

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from jospar.accounts.models import Reading
from jospar.queries.outbox import outbox
from jospar.records.models import (
    AttachedFile,
    Concept,
    Notice,
    PaperApproval,
    Return,
)
from jospar.rules.core.nouns import Text
from jospar.rules.core.offices import OF_ONE_BODY, Office, Sight, sees
from tests.queries.made_approvals import approval_stands
from tests.queries.made_record import LATE, conclude, do, submit
from tests.rules import made
from tests.rules.made import RULES, YEAR
from tests.web.made_outbox import (
    ADDRESS,
    NOTICE,
    PAPER,
    RETURN,
    TODAY,
    form,
    text,
    waiting,
)
from tests.web.seats import seat

pytestmark = [pytest.mark.django_db, pytest.mark.provision("outbox.approval")]

SCAN = b"%PDF-1.7 scan"
SEEING = [office for office in Office if sees(office, Sight.OUTBOX)]


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_what_waits_and_what_was_sent(language: str) -> None:
    """Each paper stands with its addressee; what was sent has both numbers."""
    waiting()
    do(made.notify(key="C-3", on=TODAY, document="11-2/77"))
    client = seat(Office.REGISTRAR)
    address = ADDRESS.replace("/en/", f"/{language}/")
    assert client.get(address).content.decode().count("C-1, C-2") == 3
    sent = client.get(f"{address}?view=sent").content.decode()
    assert (sent.count("11-2/77"), sent.count("7-1/15")) == (1, 1)


@pytest.mark.parametrize("office", sorted(set(Office) - set(SEEING)))
def test_others_do_not_see_it(office: Office) -> None:
    """Neither the list, nor a paper, nor its document."""
    waiting()
    client = seat(office, "trade" if office in OF_ONE_BODY else "")
    for address in (ADDRESS, f"{PAPER}?paper={RETURN}"):
        assert client.get(address).status_code == 403
    assert client.get(f"/2024/outbox/paper.kk.docx?paper={RETURN}").status_code == 403
    assert client.post(ADDRESS, {"step": "approve", "paper": RETURN}).status_code == 403
    assert client.post(f"{ADDRESS}link/").status_code == 403


def test_the_auditor_looks_and_does_nothing() -> None:
    """There is nothing to mark, and what is sent all the same is refused."""
    waiting()
    client = seat(Office.AUDITOR)
    html = client.get(ADDRESS).content.decode()
    assert ('type="checkbox"' in html, 'name="step"' in html) == (False, False)
    response = client.post(
        ADDRESS, form(RETURN, step="send", first="1") | {"step": "send"}
    )
    assert (response.status_code, Return.objects.count()) == (422, 0)


def test_a_paper_with_other_words() -> None:
    """They are looked at in the paper before they are approved."""
    waiting()
    client = seat(Office.HEAD)
    words = {f"{NOTICE}.text_kk": "Өз мәтіні", f"{NOTICE}.text_ru": "Свой текст"}
    html = client.post(PAPER, form(NOTICE, step="look") | words).content.decode()
    assert html.count("Свой текст") == 2
    assert client.post(PAPER, form(NOTICE, step="approve") | words).status_code == 422
    seen = re.findall(rf'name="{NOTICE}.seen" value="([^"]*)"', html)
    approved = form(NOTICE, step="approve") | words | {f"{NOTICE}.seen": seen[0]}
    assert client.post(PAPER, approved).status_code == 200
    (line,) = [x for x in outbox(RULES, YEAR, TODAY) if x.subjects == ("C-3",)]
    assert line.paper.text == Text("Өз мәтіні", "Свой текст")
    assert approval_stands(line)


def test_words_in_one_language_are_refused() -> None:
    """And kept where they were typed."""
    waiting()
    client = seat(Office.HEAD)
    words = {f"{NOTICE}.text_kk": "Өз мәтіні", f"{NOTICE}.text_ru": ""}
    html = client.post(PAPER, form(NOTICE, step="look") | words).content.decode()
    seen = re.findall(rf'name="{NOTICE}.seen" value="([^"]*)"', html)
    sent = form(NOTICE, step="approve") | words | {f"{NOTICE}.seen": seen[0]}
    response = client.post(PAPER, sent)
    assert (response.status_code, PaperApproval.objects.count()) == (422, 0)
    assert "stands in one language only" in text(response.content)
    assert "Өз мәтіні</textarea>" in response.content.decode()


def test_the_scan_is_kept_with_the_act() -> None:
    """What spoke against the sending loses nothing of it."""
    waiting()
    client = seat(Office.REGISTRAR)
    scan = SimpleUploadedFile("scan.pdf", SCAN)
    sent = form(NOTICE, step="send") | {f"{NOTICE}.number": "11-2/7"}
    response = client.post(PAPER, {**sent, "scans": [scan]})
    assert response.status_code == 422
    held = re.findall(r'name="kept" value="([^"]+)" checked', response.content.decode())
    agreed = {f"{NOTICE}.acknowledged": "approved_here", "kept": held}
    assert client.post(PAPER, {**sent, **agreed}).status_code == 200
    assert [file.name for file in AttachedFile.objects.all()] == ["scan.pdf"]


def test_a_file_that_is_not_taken_is_told() -> None:
    """The paper is not sent without what was meant to come with it."""
    waiting()
    client = seat(Office.REGISTRAR)
    sent = form(NOTICE, step="send") | {f"{NOTICE}.number": "11-2/7"}
    agreed = {f"{NOTICE}.acknowledged": "approved_here"}
    wrong = SimpleUploadedFile("scan.txt", b"text")
    response = client.post(PAPER, {**sent, **agreed, "scans": [wrong]})
    assert (response.status_code, Notice.objects.count()) == (422, 0)
    assert "scan.txt” is of a kind that is not kept" in text(response.content)


@pytest.mark.parametrize("form_language", ["kk", "ru"])
def test_a_paper_as_a_document(form_language: str) -> None:
    """Its reading is recorded."""
    waiting()
    client = seat(Office.AUDITOR)
    address = f"/2024/outbox/paper.{form_language}.docx?paper={quote(RETURN)}"
    response = client.get(address)
    assert (response.status_code, response.content[:2]) == (200, b"PK")
    assert Reading.objects.count() == 1


@pytest.mark.parametrize("ref", ["", "return_letter/C-9", "letter/C-1"])
def test_a_paper_that_is_not_there(ref: str) -> None:
    """It has no page and no document."""
    waiting()
    client = seat(Office.HEAD)
    assert client.get(PAPER, {"paper": ref}).status_code == 404
    assert client.get("/2024/outbox/paper.kk.docx", {"paper": ref}).status_code == 404


def queries(client: Client, addresses: Iterable[str]) -> list[int]:
    """Count what each page asks the database."""
    counts = []
    for address in addresses:
        with CaptureQueriesContext(connection) as asked:
            assert client.get(address).status_code == 200
        counts.append(len(asked))
    return counts


def test_the_pages_ask_the_database_as_often_for_many() -> None:
    """Three papers or more, waiting or sent."""
    waiting()
    do(made.notify(key="C-3", on=TODAY))
    client = seat(Office.HEAD)
    addresses = [ADDRESS, f"{ADDRESS}?view=sent", f"{PAPER}?paper={RETURN}"]
    queries(client, addresses)
    few = queries(client, addresses)
    for number in range(4, 14):
        submit(f"C-{number}", received_at=LATE, proposers=("energy",))
        submit(f"N-{number}")
        conclude(f"N-{number}")
        submit(f"S-{number}")
        conclude(f"S-{number}")
        do(made.notify(key=f"S-{number}", on=TODAY))
    assert Concept.objects.count() == 33
    assert queries(client, addresses) == few


@pytest.mark.parametrize(("query", "marked"), [("", 0), ("?mark=all", 2)])
def test_all_that_waits_can_be_marked_to_begin_with(query: str, marked: int) -> None:
    """So that one press approves or sends every paper of a kind."""
    waiting()
    html = seat(Office.HEAD).get(ADDRESS + query).content.decode()
    boxes = re.findall(r'<input type="checkbox" name="paper"[^>]*>', html)
    assert (len(boxes), sum(" checked" in box for box in boxes)) == (2, marked)
