"""The Commission's page and its papers."""

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from jospar.accounts.models import Reading
from jospar.procedure.rehearsal import rehearse_on
from jospar.rules.commission.facts import Outcome, RowOutcome
from jospar.rules.core.nouns import Text
from jospar.rules.core.offices import OF_ONE_BODY, Office, Sight, sees
from tests.queries.made_record import do, open_cycle, place
from tests.rules import made
from tests.rules.made import CURRENT, LONG_TERM
from tests.rules.made_remarks import answer_remark, remark
from tests.web.seats import seat

pytestmark = pytest.mark.django_db

SENT, DECIDED, AGAIN = date(2024, 11, 8), date(2024, 11, 15), date(2024, 11, 18)
ADDRESS = "/{language}/2024/commission/"
SEEING = [office for office in Office if sees(office, Sight.COMMISSION_PAPERS)]
PAPERS = [
    "/2024/current/disagreements.kk.docx",
    "/2024/current/revisions/1.ru.docx",
    "/2024/sheets/consideration.kk.docx?sent",
]


def before_commission(rows: int = 2) -> None:
    """Send the current plan to the Commission on 8 November."""
    open_cycle()
    for number in range(1, rows + 1):
        place(f"C-{number}")
    do(made.send_to_commission(on=SENT, document="11-2/4"))
    rehearse_on(DECIDED)


def page(client: Client, language: str = "en") -> str:
    """Return the page of the Commission in a language."""
    return client.get(ADDRESS.format(language=language)).content.decode()


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_the_package_and_the_rounds(language: str) -> None:
    """What was sent, the table of disagreements, and the decision with its rows."""
    before_commission()
    number = do(remark(on=date(2024, 11, 12), point="C-1", document="3-1/77"))
    do(answer_remark(on=date(2024, 11, 13), remark=number))
    decision = do(made.decide(on=DECIDED, number="7", outcome=Outcome.RETURNED))
    do(made.decide_row(on=DECIDED, decision="7", key="C-1", outcome=RowOutcome.EXCLUDE))
    do(made.send_to_commission(on=AGAIN, document="11-2/9"))
    rehearse_on(AGAIN)
    html = page(seat(Office.COMMISSION_SECRETARY), language)
    assert [
        html.count(text)
        for text in ("11-2/4", "11-2/9", "3-1/77", f"/decisions/{decision}/")
    ] == [1, 2, 1, 1]
    assert html.count("revisions/1.kk.docx") == 1


def test_nothing_was_sent_yet() -> None:
    """The page says what will stand there, and offers the secretary no paper."""
    open_cycle()
    place("C-1")
    html = page(seat(Office.COMMISSION_SECRETARY))
    assert html.count("The draft has not been sent to the Commission yet.") == 2
    assert html.count(".docx") == 0
    # Who makes the draft has its sheets as they would go today.
    assert page(seat(Office.PLANNER)).count(".docx") == 12


@pytest.mark.parametrize("office", sorted(set(Office) - set(SEEING)))
def test_others_do_not_see_it(office: Office) -> None:
    """Neither the page nor its papers; who sees drafts sees what was sent of them."""
    before_commission()
    decision = do(made.decide(on=DECIDED))
    client = seat(office, "trade" if office in OF_ONE_BODY else "")
    drafts = sees(office, Sight.DRAFT_PLANS)
    addresses = [
        *(PAPERS[:1] if drafts else PAPERS),
        ADDRESS.format(language="kk"),
        f"/kk/2024/commission/decisions/{decision}/",
        f"/2024/decisions/{decision}/trade.kk.docx",
    ]
    codes = {client.get(address).status_code for address in addresses}
    assert codes <= {403, 404}


@pytest.mark.parametrize("office", SEEING)
@pytest.mark.parametrize("address", PAPERS)
def test_the_papers_are_downloaded_and_their_reading_recorded(
    office: Office, address: str
) -> None:
    """Each paper stands in one place for everybody who sees it."""
    before_commission()
    client = seat(office)
    response = client.get(address)
    assert (response.status_code, response.content[:2]) == (200, b"PK")
    assert Reading.objects.filter(office=office.value).count() == 1


def test_a_revision_that_was_not_sent_is_not_there() -> None:
    """Numbers lead to what was sent, and endings to what is made."""
    before_commission()
    client = seat(Office.COMMISSION_SECRETARY)
    for name in ("2.kk.docx", "1.kk.xlsx", "1.en.docx"):
        assert client.get(f"/2024/current/revisions/{name}").status_code == 404


def test_a_revision_as_pdf() -> None:
    """It is printed from what was kept, whatever the plan says now."""
    before_commission()
    client = seat(Office.COMMISSION_SECRETARY)
    response = client.get("/2024/current/revisions/1.kk.pdf")
    assert (response.status_code, response.content[:5]) == (200, b"%PDF-")


def test_the_extracts_of_a_decision() -> None:
    """Each body has its own rows; a treaty of two bodies stands in both."""
    open_cycle()
    place("C-1")
    place("C-2", proposers=("trade", "energy"))
    do(made.send_to_commission(on=SENT))
    number = do(made.decide(on=DECIDED, number="7"))
    do(
        made.decide_row(
            on=DECIDED,
            decision="7",
            key="C-2",
            outcome=RowOutcome.CHANGE,
            changes=made.changes(title_ru="Новое название"),
            remark=Text("Ескерту", "Замечание Комиссии"),
        )
    )
    rehearse_on(DECIDED)
    client = seat(Office.COMMISSION_SECRETARY)
    html = client.get(f"/en/2024/commission/decisions/{number}/").content.decode()
    assert html.count("Новое название") == 2
    alone = client.get(f"/en/2024/commission/decisions/{number}/?body=energy")
    assert alone.content.decode().count("Замечание Комиссии") == 1
    response = client.get(f"/2024/decisions/{number}/energy.ru.docx")
    assert (response.status_code, response.content[:2]) == (200, b"PK")
    for address in (
        f"/en/2024/commission/decisions/{number}/?body=nobody",
        f"/en/2024/commission/decisions/{number + 1}/",
        f"/2024/decisions/{number}/nobody.ru.docx",
    ):
        assert client.get(address).status_code == 404


@pytest.mark.parametrize(
    ("office", "answers"), [(Office.PLANNER, 1), (Office.COMMISSION_SECRETARY, 0)]
)
def test_a_remark_is_answered_by_who_may(office: Office, answers: int) -> None:
    """Others see that it waits."""
    before_commission()
    do(remark(on=date(2024, 11, 12), point="C-1"))
    html = page(seat(office))
    assert html.count("/acts/commission.answer_remark/") == answers
    assert html.count("waits for an answer") == 1


@pytest.mark.parametrize(
    ("office", "acts"),
    [
        (Office.HEAD, ["send_to_commission"]),
        (Office.COMMISSION_SECRETARY, ["remark"]),
        (Office.AUDITOR, []),
    ],
)
def test_each_office_has_its_acts(office: Office, acts: list[str]) -> None:
    """The current plan lies before the Commission, the long-term one is a draft."""
    before_commission()
    html = page(seat(office))
    found = [
        code
        for code in ("send_to_commission", "remark", "decide")
        if f"/acts/commission.{code}/" in html
    ]
    assert found == acts
    assert ("/commission/current/" in html) is (office is Office.COMMISSION_SECRETARY)
    assert f"/commission/{LONG_TERM.replace('_', '-')}/" not in html
    assert CURRENT in html


def queries(client: Client) -> int:
    """Count what the page asks the database."""
    with CaptureQueriesContext(connection) as asked:
        assert client.get(ADDRESS.format(language="kk")).status_code == 200
    return len(asked)


def test_the_page_asks_the_database_as_often_for_many_rows() -> None:
    """One row or thirty, decided on and remarked on."""
    before_commission(2)
    client = seat(Office.COMMISSION_SECRETARY)
    do(remark(on=date(2024, 11, 12), point="C-1"))
    queries(client)
    few = queries(client)
    for _number in range(10):
        do(remark(on=date(2024, 11, 12), point="C-2"))
    assert queries(client) == few
