"""The pages of amendments: the list of dossiers and grounds, and one dossier."""

import re
from datetime import date
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from jospar.procedure.rehearsal import rehearse_on
from jospar.records.files import keep
from jospar.records.models import AttachedFile, Concept, Dossier
from jospar.rules.core.nouns import Changes
from jospar.rules.core.offices import Actor, Office
from jospar.web.writing.drafts import attach, new_draft
from tests.queries.made_amended import (
    add,
    agreed_plan,
    came,
    december,
    decide,
    decided,
    instruct,
    make,
    stage,
)
from tests.queries.made_record import do
from tests.records.made_files import PDF
from tests.rules import made_amendments
from tests.rules.made_amendments import DECLINED
from tests.web.seats import seat
from tests.web.typed import shown

pytestmark = pytest.mark.django_db

LIST = "/en/2024/amendments/"


def page(client: Client, address: str) -> str:
    """Return a page that opens."""
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.text


def brought(key: str = "D-1", day: int = 4, body: str = "trade") -> int:
    """Let a body bring both papers, and return the dossier's entry."""
    paper = {"key": key, "received_at": came(day)}
    do(made_amendments.bring_grounds(**paper, body=body))
    do(made_amendments.bring_concept(**paper, proposers=(body,)))
    return Dossier.objects.get(key=key).entry


def concluded(key: str = "D-1", day: int = 5) -> None:
    """Let the Ministry conclude and the body ask for the instruction."""
    do(made_amendments.conclude(key=key, on=december(day)))
    do(made_amendments.request(key=key, on=december(day)))


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        ("kk", ("Өзгерту ісі әлі жоқ.", "Тапсырма жазылған жоқ.", "өзгертілген жоқ.")),
        ("ru", ("Дел об изменении ещё нет.", "Поручений не внесено.", "ещё не измен")),
        ("en", ("There is no dossier yet.", "No instruction is", "have not been am")),
    ],
)
def test_an_empty_list_says_what_will_stand_there(
    language: str, sentences: tuple[str, ...]
) -> None:
    """Dossiers, grounds, what waits, and revisions."""
    agreed_plan()
    html = page(seat(Office.PLANNER), f"/{language}/2024/amendments/")
    assert [one for one in sentences if one not in html] == []


def test_dossiers_go_by_their_stage() -> None:
    """Each stage that has some leads to those alone."""
    agreed_plan()
    brought("D-1")
    brought("D-2")
    concluded("D-2")
    head = seat(Office.HEAD)
    assert 'href="?stage=to_conclude"' in page(head, LIST)
    html = page(head, f"{LIST}?stage=requested")
    assert (">D-1<" in html, ">D-2<" in html) == (False, True)
    assert "No dossier is at this stage." in page(head, f"{LIST}?stage=made")


def test_the_clock_says_how_many_days_are_left_and_why() -> None:
    """Both days of the deadline stand there; the desk counts to the same one."""
    agreed_plan()
    brought(day=4)
    head, reviewer = seat(Office.HEAD), seat(Office.REVIEWER)
    for day, left, by in (
        (17, "1 working day left", 18),
        (18, "0 working days left", 18),
        (19, "0 working days left", 19),
        (20, "overdue", 18),
    ):
        rehearse_on(date(2024, 12, day))
        html = page(head, LIST)
        assert re.findall(r'<span class="pill (?:due|late)">(.*?)</span>', html)[
            1:
        ] == [left]
        assert "18 December, at the latest 19 December" in html
        assert "Why that day?" in html
        desk = page(reviewer, "/en/2024/")
        assert f"due {by} December · {left}<" in desk


def test_a_body_sees_its_own_dossiers_and_what_was_made() -> None:
    """A dossier of others is not there, nor a ground that it has no part in."""
    agreed_plan()
    entry = brought()
    instruct("77-secret", 9)
    trade, energy = (seat(Office.BODY_OFFICER, body) for body in ("trade", "energy"))
    assert "D-1" in page(trade, LIST)
    html = page(energy, LIST)
    assert ("D-1" in html, "77-secret" in html) == (False, False)
    assert energy.get(f"{LIST}{entry}/").status_code == 404
    assert seat(Office.CONTROLLER).get(LIST).status_code == 403


def test_a_body_begins_a_dossier_under_a_free_key() -> None:
    """Its form names the key and its own body."""
    agreed_plan()
    brought("trade-A1")
    trade = seat(Office.BODY_OFFICER, "trade")
    assert "key=trade-A2" in page(trade, LIST)
    address = "/en/2024/acts/amendment.bring_concept/?key=trade-A2"
    html = page(trade, address)
    assert "<b>trade-A2</b>" in html
    assert '<option value="trade" selected>' in html


def test_a_draft_fills_in_the_concept() -> None:
    """A body picks one of its own drafts; that of others is not there."""
    agreed_plan()
    writer = Actor("x", Office.BODY_OFFICER, "trade")
    draft = new_draft(writer, 2024, {"title_ru": "Соглашение о хлебе"})
    address = "/ru/2024/acts/amendment.bring_concept/?key=trade-A1"
    trade, energy = (seat(Office.BODY_OFFICER, body) for body in ("trade", "energy"))
    assert f"draft={draft.uuid}" in page(trade, address)
    filled = f"{address}&draft={draft.uuid}"
    assert ">Соглашение о хлебе</textarea>" in page(trade, filled)
    assert "Соглашение о хлебе" not in page(energy, filled)
    other = page(trade, f"{address}&draft=nothing")
    assert ">Соглашение о хлебе</textarea>" not in other


def test_joint_proposers_are_chosen_from_the_bodies() -> None:
    """The leading body first, then those that are ticked; each of them once."""
    agreed_plan()
    trade = seat(Office.BODY_OFFICER, "trade")
    address = "/en/2024/acts/amendment.bring_concept/?key=trade-A1"
    boxes = re.findall(
        r'type="checkbox" name="proposers" value="(\w+)"( checked)?',
        page(trade, f"{address}&proposers=trade&proposers=energy&proposers=trade"),
    )
    assert boxes == [("trade", ""), ("energy", " checked")]
    bringing = made_amendments.bring_concept(key="trade-A1", received_at=came(4))
    sent = shown(bringing) | {"proposers": ["energy", "trade"], "act_id": str(uuid4())}
    answer = seat(Office.REGISTRAR).post(address, sent)
    assert answer.status_code == 302
    concept = Concept.objects.get(key="trade-A1")
    bodies = concept.proposers.order_by("position").values_list("body", flat=True)
    assert list(bodies) == ["energy", "trade"]


def test_the_files_of_a_draft_come_along() -> None:
    """The form holds them, and the act keeps them; another body's do not come."""
    agreed_plan()
    writer = Actor("test", Office.BODY_OFFICER, "trade")
    draft = new_draft(writer, 2024, {"title_ru": "Соглашение о хлебе"})
    file = keep(PDF + b"grounds", "Негіздеме.pdf")
    attach(draft, [file], writer)
    address = "/en/2024/acts/amendment.bring_concept/?key=trade-A1"
    trade = seat(Office.BODY_OFFICER, "trade")
    html = page(trade, f"{address}&draft={draft.uuid}")
    assert "<span>Негіздеме.pdf</span>" in html
    for office, body in ((Office.BODY_OFFICER, "energy"), (Office.REGISTRAR, "")):
        other = page(seat(office, body), f"{address}&draft={draft.uuid}")
        assert "Негіздеме.pdf" not in other
    (kept,) = re.findall(r'name="kept" value="([^"]+)" checked', html)
    bringing = made_amendments.bring_concept(
        key="trade-A1", proposers=("trade",), received_at=came(4)
    )
    sent = shown(bringing) | {"kept": kept, "act_id": str(uuid4())}
    assert trade.post(address, sent).status_code == 302
    entry = Concept.objects.get(key="trade-A1").entry
    assert AttachedFile.objects.get(entry=entry).sha256 == file.sha256


def test_a_dossier_shows_its_papers_and_its_way() -> None:
    """Grounds and concept in both languages, conclusion, request and instruction."""
    agreed_plan()
    entry = brought()
    concluded()
    instruct("1", 9, dossiers=("D-1",))
    add("1", 9, "D-1", changes=Changes(), proposers=())
    planner, body = seat(Office.PLANNER), seat(Office.BODY_OFFICER, "trade")
    html = page(planner, f"{LIST}{entry}/")
    for text in ("Сапар желтоқсанда", "Визит в декабре", "Нужно к визиту", "7-1/33"):
        assert text in html
    assert "waits for its revision under instruction No. 1" in html
    assert "waits for its revision" not in page(body, f"{LIST}{entry}/")
    make("1", 10)
    html = page(body, f"{LIST}{entry}/")
    assert "The row stands in revision 2." in html
    assert html.count("Next revision of the agreed plan made") == 1


@pytest.mark.parametrize(
    ("office", "body", "offered"),
    [
        (Office.HEAD, "", "Sign the conclusion on the amendment"),
        (Office.BODY_OFFICER, "trade", "Bring the grounds of urgency"),
        (Office.AUDITOR, "", "Your office has no act on this dossier."),
    ],
)
def test_a_dossier_offers_what_the_office_may_do(
    office: Office, body: str, offered: str
) -> None:
    """Who may do nothing is told so."""
    agreed_plan()
    entry = brought()
    assert offered in page(seat(office, body), f"{LIST}{entry}/")


def test_what_is_concluded_is_closed_and_says_why() -> None:
    """The papers cannot be brought anew; the instruction can be recorded."""
    agreed_plan()
    entry = brought()
    concluded()
    html = page(seat(Office.REGISTRAR), f"{LIST}{entry}/")
    assert "The conclusion on dossier D-1 was given on 5 December 2024." in html
    assert "dossiers=D-1" in html


def test_grounds_lead_to_what_comes_next() -> None:
    """A decision to the reply, staged changes to the revision, that to recipients."""
    agreed_plan()
    decide("5", 9, None)
    instruct("1", 9)
    stage("1", 10)
    html = page(seat(Office.REGISTRAR), LIST)
    assert "amendment.record_consent/?decision=5" in html
    planner = page(seat(Office.PLANNER), LIST)
    assert "amendment.make_revision/?plan=current" in planner
    assert "amendment.drop_change/?plan=current" in planner
    make("1", 10)
    html = page(seat(Office.REGISTRAR), LIST)
    assert "Current plan: revision 2" in html
    assert "recipient=parliament" in html


def test_a_ground_that_was_declined_says_so() -> None:
    """It offers nothing."""
    agreed_plan()
    instruct("1", 9, outcome=DECLINED)
    assert "declined" in page(seat(Office.HEAD), LIST)


def test_the_pages_ask_as_much_of_many_dossiers_as_of_one() -> None:
    """Of dossiers, grounds and changes."""
    agreed_plan()
    entry = brought("D-0")
    decide("5", 9, 9)
    stage("5", 9, **decided("5"))
    head = seat(Office.HEAD)
    paths = (LIST, f"{LIST}{entry}/")
    one = [asked(head, path) for path in paths]
    for number in range(29):
        brought(f"D-{number + 1}")
        instruct(f"{number}", 9)
        add("5", 9, f"N-{number}", **decided("5"))
    assert [asked(head, path) for path in paths] == one


def asked(client: Client, path: str) -> int:
    """Return how many questions the page asks, opened for a second time."""
    client.get(path)
    with CaptureQueriesContext(connection) as queries:
        client.get(path)
    return len(queries)


@pytest.mark.provision("amendments.acknowledgement")
def test_the_page_says_who_has_the_revision() -> None:
    """To whom it was sent, and who acknowledged it; the others wait in the outbox."""
    agreed_plan()
    instruct("1", 9)
    stage("1", 9)
    make("1", 9)
    for recipient in ("parliament", "trade"):
        do(made_amendments.send_out(revision=2, recipient=recipient, on=december(10)))
    receipt = {"revision": 2, "recipient": "trade", "on": december(11)}
    do(made_amendments.acknowledge(**receipt))
    html = page(seat(Office.REGISTRAR), LIST)
    who = html[html.index("Who has it") :]
    assert who.count("acknowledged on") == 1
    assert who.count("not acknowledged yet") == 1
    assert "outbox/?kind=revision_letter&mark=all" in html
    body = page(seat(Office.BODY_OFFICER, "trade"), LIST)
    assert "Who has it" not in body
