"""Amending an agreed plan at the desks: forms of its acts, and what pages say after."""

from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from jospar.procedure.rehearsal import rehearse_on
from jospar.records.models import Dossier, JournalEntry, RowChange
from jospar.rules.core.act import Act
from jospar.rules.core.offices import OF_ONE_BODY, Office
from jospar.rules.registry import ACTS
from tests.queries.made_amended import (
    agreed_plan,
    came,
    decide,
    instruct,
    make,
    stage,
)
from tests.queries.made_record import do
from tests.queries.test_next_cycle import open_next
from tests.rules import made_amendments
from tests.web.seats import seat

pytestmark = pytest.mark.django_db

AMENDING = [act for act in ACTS if act.code.startswith("amendment.")]
NAMED = {
    "amendment.amend_row": "?plan=current&route=instruction&ground=1&key=C-1",
    "amendment.drop_change": "?plan=current&route=instruction&ground=1&key=C-1",
    "amendment.make_revision": "?plan=current&route=instruction&ground=1",
    "amendment.send_out": "?plan=current&revision=2&recipient=parliament",
    "amendment.acknowledge": "?plan=current&revision=2",
    "amendment.record_instruction": "",
    "amendment.decide": "",
    "amendment.record_consent": "?decision=5",
}


def page(client: Client, address: str) -> str:
    """Return a page that opens."""
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.text


def send(client: Client, code: str, **typed: str) -> int:
    """Send the form of an act, and return the status of the answer."""
    sent = typed | {"act_id": str(uuid4())}
    return client.post(f"/en/2024/acts/{code}/", sent).status_code


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
@pytest.mark.parametrize("act", AMENDING, ids=lambda act: act.code)
def test_every_act_has_its_page(act: Act[Any, Any], language: str) -> None:
    """Each office that may perform it opens its form, in each language."""
    agreed_plan()
    do(made_amendments.bring_grounds(received_at=came(5), body="trade"))
    instruct("1", 9)
    stage("1", 9)
    decide("5", 9, None)
    for office in act.by:
        body = "trade" if office in OF_ONE_BODY else ""
        asked = NAMED.get(act.code, "?key=D-001")
        html = page(seat(office, body), f"/{language}/2024/acts/{act.code}/{asked}")
        assert "act_id" in html


def test_a_body_brings_its_grounds() -> None:
    """Its own body and today's day are filled in; a dossier of others is not there."""
    agreed_plan()
    trade, energy = (seat(Office.BODY_OFFICER, body) for body in ("trade", "energy"))
    typed = {"key": "D-1", "document": "7", "grounds_kk": "Шұғыл", "grounds_ru": "Да"}
    assert send(trade, "amendment.bring_grounds", **typed) == 302
    assert Dossier.objects.get().body == "trade"
    assert send(energy, "amendment.bring_grounds", **typed) == 404
    assert send(energy, "amendment.request", key="D-1", document="8") == 404


def test_a_planner_stages_a_change() -> None:
    """The form sends cells of the row; what is wrong is told at its field."""
    agreed_plan()
    instruct("1", 9)
    planner = seat(Office.PLANNER)
    typed = {
        "plan": "current",
        "route": "instruction",
        "ground": "1",
        "key": "C-1",
        "outcome": "change",
        "on": "2024-12-09",
        "reason_kk": "Сапар",
        "reason_ru": "Визит",
        "proof": "12",
    }
    assert send(planner, "amendment.amend_row", **typed) == 422
    assert (
        send(planner, "amendment.amend_row", **typed, note_kk="Е", note_ru="П") == 302
    )
    assert RowChange.objects.get().outcome == "change"
    entry = JournalEntry.objects.latest("number").number
    html = page(seat(Office.HEAD), f"/en/2024/journal/{entry}/")
    assert "on an instruction" in html


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("kk", "№ 1 тапсырма бойынша өзгертілген"),
        ("ru", "Изменена по поручению № 1, действует с 9 декабря 2024 года."),
        ("en", "Amended on instruction No. 1, in force since 9 December 2024."),
    ],
)
def test_pages_say_what_amended_the_plan(language: str, sentence: str) -> None:
    """The plan, its revisions, and what was in force on a day."""
    agreed_plan()
    instruct("1", 9)
    stage("1", 10)
    make("1", 10)
    body = seat(Office.BODY_OFFICER, "trade")
    plan = f"/{language}/2024/current/"
    assert sentence in page(body, plan)
    revisions = page(body, f"{plan}revisions/?on=2024-12-20")
    assert revisions.count(sentence) == 2
    before = page(body, f"{plan}revisions/?on=2024-12-08")
    assert before.count(sentence) == 1


def test_the_page_leads_to_the_year_whose_plan_is_in_force() -> None:
    """The page of that year itself says nothing of it."""
    agreed_plan()
    open_next()
    browser, lead = seat(Office.HEAD), 'is amended on the page <a href="/en/2024/am'
    rehearse_on(date(2025, 6, 2))
    assert lead in page(browser, "/en/2025/amendments/")
    assert lead not in page(browser, "/en/2024/amendments/")


def test_the_page_of_an_act_names_its_revision_or_decision() -> None:
    """Of several that wait, one sees which one it is about."""
    agreed_plan()
    decide("5", 9, None)
    consent = "/en/2024/acts/amendment.record_consent/?decision=5"
    html = page(seat(Office.ADMINISTRATION_OFFICER), consent)
    assert '<p class="subject">the Commission’s decision No. 5</p>' in html
    receipt = "/en/2024/acts/amendment.acknowledge/?plan=current&revision=2"
    html = page(seat(Office.RECIPIENT, "parliament"), receipt)
    assert '<p class="subject">Revision 2</p>' in html
