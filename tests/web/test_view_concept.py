"""The page of a concept."""

import re
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from jospar.accounts.models import Reading
from jospar.procedure.rehearsal import rehearse_on
from jospar.rules.core.offices import OF_ONE_BODY, Office
from tests.queries.made_record import DURING, conclude, do, open_cycle, submit
from tests.rules import made
from tests.web.seats import seat

pytestmark = pytest.mark.django_db

OCTOBER = date(2024, 10, 1)


def page(client: Client, entry: int, language: str = "en") -> str:
    """Return what stands on the page of the concept below its head."""
    answer = client.get(f"/{language}/2024/concepts/{entry}/")
    assert answer.status_code == 200
    html: str = answer.content.decode()
    return html[html.index("<main") : html.index("</main>")]


@pytest.fixture
def entry() -> int:
    """Return the number of a concept that was reviewed; nothing of that was sent."""
    open_cycle()
    number = submit("C-1")
    do(made.ask_opinion(key="C-1", on=OCTOBER, answer_by=DURING))
    do(made.ask_clarification(key="C-1", on=OCTOBER, answer_by=DURING))
    do(made.prepare_conclusion(key="C-1", on=OCTOBER))
    do(made.agree_conclusion(key="C-1", on=OCTOBER))
    conclude("C-1")
    do(made.place(key="C-1", on=DURING))
    return number


REVIEW = (
    "Азия департаменті",
    "Торговля вырастет",
    "11-2/2",
    "11-2/3",
    "Б. Оспанов",
    "Conclusion: expedient",
    "found expedient",
    "placed in a plan",
    "Current plan",
    "/2024/current/",
    "Conclusion signed",
    "Draft conclusion",
)
"""What tells of the Ministry's side; none of it is a body's before it is sent."""


def test_the_ministry_sees_everything(entry: int) -> None:
    """What the paper says in both languages, the review, and what happened."""
    html = page(seat(Office.HEAD), entry)
    for text in ("Азия департаменті", "Торговля вырастет", "11-2/2", "Б. Оспанов"):
        assert text in html, text
    wording = made.wording()
    assert f'<dd lang="kk">{wording.title.kk}</dd>' in html
    assert f'<dd lang="ru">{wording.title.ru}</dd>' in html
    assert html.count("<li><b>") >= 6


def test_a_body_sees_its_paper_and_what_it_was_asked(entry: int) -> None:
    """Nothing of a conclusion that was not sent: neither word, number nor step."""
    html = page(seat(Office.BODY_OFFICER, "trade"), entry)
    assert "Когда?" in html
    assert "received, nothing decided" in html
    for text in REVIEW:
        assert text not in html, text


def test_a_body_sees_the_conclusion_that_was_sent(entry: int) -> None:
    """Its words, its number, and the paper that brought it."""
    do(made.notify(key="C-1", on=DURING))
    html = page(seat(Office.BODY_OFFICER, "trade"), entry)
    for text in ("Торговля вырастет", "11-2/2", "11-2/3", "found expedient"):
        assert text in html, text
    assert "Азия департаменті" not in html
    assert "/2024/current/" not in html


def test_a_body_sees_no_name_of_an_officer_in_the_timeline(entry: int) -> None:
    """Offices act; who held them is the Ministry's to know."""
    official = "· test "
    ministry = " ".join(page(seat(Office.HEAD), entry).split())
    body = " ".join(page(seat(Office.BODY_OFFICER, "trade"), entry).split())
    assert (official in ministry, official in body) == (True, False)


@pytest.mark.parametrize(
    ("office", "body", "status"),
    [
        (Office.BODY_OFFICER, "energy", 404),
        (Office.COMMISSION_SECRETARY, "", 404),
        (Office.ADMINISTRATION_OFFICER, "", 404),
        (Office.ADMINISTRATOR, "", 403),
        (Office.CONTROLLER, "", 403),
        (Office.RECIPIENT, "trade", 403),
        (Office.REGISTRAR, "", 200),
        (Office.AUDITOR, "", 200),
    ],
)
def test_who_may_see_the_page(
    entry: int, office: Office, body: str, status: int
) -> None:
    """One that may not be seen is not there; an office without concepts is told."""
    answer = seat(office, body).get(f"/en/2024/concepts/{entry}/")
    assert answer.status_code == status


def test_the_commission_sees_a_row_that_was_sent_to_it(entry: int) -> None:
    """And knows of the review what its papers say, no opinions of departments."""
    do(made.send_to_commission(on=date(2024, 11, 8)))
    html = page(seat(Office.COMMISSION_SECRETARY), entry)
    assert "Азия департаменті" not in html


@pytest.mark.parametrize("address", ["concepts/999/", "concepts/0/"])
def test_what_is_no_concept_is_not_there(entry: int, address: str) -> None:
    """Other entries of the journal have no such page."""
    browser = seat(Office.HEAD)
    assert browser.get(f"/en/2024/{address}").status_code == 404
    assert browser.get("/en/2024/concepts/1/").status_code == 404
    assert browser.get(f"/en/2031/concepts/{entry}/").status_code == 404


def test_acts_are_open_or_say_why_not(entry: int) -> None:
    """An act that cannot be performed has no button, and names its ground."""
    html = page(seat(Office.PLANNER), entry)
    closed = re.findall(r'<details class="closed">\n<summary>(.+)</summary>', html)
    assert "Place in a plan" in closed
    assert "has a row in the current plan already" in html


def test_an_office_is_offered_its_own_acts_alone(entry: int) -> None:
    """What others do is not on the page at all."""
    html = page(seat(Office.BODY_OFFICER, "trade"), entry)
    codes = set(re.findall(r"/acts/([a-z_.]+)/", html))
    assert codes == {
        "intake.supplement_concept",
        "intake.withdraw_concept",
        "intake.mark_handling",
        "review.answer_clarification",
    }


def test_an_act_leads_back_to_the_concept(entry: int) -> None:
    """Its address names the concept, so nothing is typed anew."""
    html = page(seat(Office.BODY_OFFICER, "trade"), entry)
    assert (
        "/en/2024/acts/intake.withdraw_concept/?key=C-1"
        f"&amp;back=%2Fen%2F2024%2Fconcepts%2F{entry}%2F"
    ) in html


def test_reading_a_concept_is_noted(entry: int) -> None:
    """The auditor can see who read what."""
    page(seat(Office.BODY_OFFICER, "trade"), entry)
    found = Reading.objects.values_list("person", "office", "body", "what")
    assert list(found) == [
        ("body_officer-trade", "body_officer", "trade", f"concept {entry}")
    ]


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
@pytest.mark.parametrize("office", [Office.HEAD, Office.BODY_OFFICER])
def test_the_page_stands_in_each_language(
    entry: int, office: Office, language: str
) -> None:
    """The heading is the title, in the language that it has."""
    shown = "ru" if language == "ru" else "kk"
    browser = seat(office, "trade" if office in OF_ONE_BODY else "")
    title = made.wording().title[shown]
    heading = f'<h1 class="long" lang="{shown}">{title}</h1>'
    assert heading in page(browser, entry, language)


@pytest.mark.parametrize("office", [Office.HEAD, Office.BODY_OFFICER])
def test_a_page_is_read_alike_for_one_concept_and_thirty(office: Office) -> None:
    """Nothing hangs on how many others there are."""
    open_cycle()
    number = submit("C-0")
    browser = seat(office, "trade" if office in OF_ONE_BODY else "")
    rehearse_on(DURING)
    page(browser, number)
    with CaptureQueriesContext(connection) as one:
        page(browser, number)
    for other in range(1, 30):
        submit(f"C-{other}")
    with CaptureQueriesContext(connection) as thirty:
        page(browser, number)
    assert len(one) == len(thirty)
