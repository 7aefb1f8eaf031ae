"""An agreed plan as planners amend it, and what its revisions say afterwards."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from jospar.records.models import Instruction
from jospar.rules.amendment.nouns import GroundOutcome
from jospar.rules.core.offices import Office
from tests.queries.made_amended import (
    NOTE,
    add,
    agreed_plan,
    instruct,
    make,
    remove,
    stage,
)
from tests.web.seats import seat

pytestmark = pytest.mark.django_db

PLAN = "/en/2024/current/"


def page(client: Client, address: str = PLAN) -> str:
    """Return a page that opens."""
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.text


def may_stay_empty(html: str) -> list[str]:
    """Return the fields of a form that say so, but for bodies beside the first."""
    marked = r'(?:for|id)="field-(\w+)"[^>]*>(?:<legend>)?[^<]*<span class="optional">'
    return re.findall(marked, re.sub(r">\s+<", "><", html))


def staged() -> None:
    """Stage one change of each kind under an instruction, and one under another."""
    agreed_plan()
    instruct("1", 9)
    instruct("2", 9)
    stage("2", 9)
    stage("1", 9)
    remove("1", 9, "C-2")
    add("1", 9, "N-1")


@pytest.mark.parametrize(
    ("office", "body"),
    [
        (Office.BODY_OFFICER, "trade"),
        (Office.REGISTRAR, ""),
        (Office.COMMISSION_SECRETARY, ""),
    ],
)
def test_who_sees_no_drafts_sees_the_plan_as_it_is(office: Office, body: str) -> None:
    """What waits is not the plan yet."""
    staged()
    html = page(seat(office, body))
    assert ("Amending the agreed plan" in html, "К визиту" in html) == (False, False)


def test_a_plan_without_a_ground_leads_to_the_grounds() -> None:
    """Nothing is changed before there is one; a draft says nothing of it."""
    agreed_plan()
    planner = seat(Office.PLANNER)
    html = page(planner)
    assert "There is no ground to change a row under" in html
    assert "acts/amendment.amend_row" not in html
    assert "Amending the agreed plan" not in page(planner, "/en/2024/long-term/")


def test_each_row_is_changed_or_removed_under_the_ground() -> None:
    """The last ground is offered, another one is chosen; a head changes no rows."""
    agreed_plan()
    instruct("1", 9)
    instruct("2", 9)
    html = page(seat(Office.PLANNER))
    for outcome in ("change", "remove"):
        assert f"ground=2&amp;outcome={outcome}&amp;key=C-1" in html
    entry = Instruction.objects.get(number="1").entry
    html = page(seat(Office.PLANNER), f"{PLAN}?under={entry}")
    assert "ground=1&amp;outcome=change&amp;key=C-1" in html
    assert "acts/amendment.amend_row" not in page(seat(Office.HEAD))


@pytest.mark.parametrize(
    ("language", "reason"),
    [
        ("kk", "№ 1 тапсырма – өзгерістері 2-редакцияға енді"),
        ("ru", "поручение № 1 – изменения вошли в редакцию № 2"),
        ("en", "instruction No. 1 – its changes are in revision 2"),
    ],
)
def test_a_ground_that_is_used_up_is_not_offered(language: str, reason: str) -> None:
    """It says why; the other plan may change under it still."""
    agreed_plan()
    instruct("1", 9)
    stage("1", 9)
    make("1", 10)
    planner, address = seat(Office.PLANNER), f"/{language}/2024/current/"
    entry = Instruction.objects.get(number="1").entry
    for query in ("", f"?under={entry}"):
        html = page(planner, address + query)
        assert reason in re.sub(r"<[^>]+>", "", html)
        assert "acts/amendment.amend_row" not in html
    instruct("2", 11)
    html = page(planner, address)
    assert "ground=2&amp;outcome=change&amp;key=C-1" in html
    assert "ground=1" not in html


def test_a_declined_ground_says_so() -> None:
    """And is not offered."""
    agreed_plan()
    instruct("1", 9, outcome=GroundOutcome.DECLINED)
    html = page(seat(Office.PLANNER))
    assert "instruction No. 1 – the consent or the instruction was declined" in html
    assert "acts/amendment.amend_row" not in html


def test_what_waits_is_marked_in_its_place() -> None:
    """In both languages, with what takes it back and what makes the revision."""
    staged()
    entry = Instruction.objects.get(number="1").entry
    html = page(seat(Office.PLANNER), f"{PLAN}?under={entry}")
    assert "<ins>К визиту</ins>" in html
    assert "<ins>Сапарға</ins>" in html
    assert html.count('class="removed"') == 1
    assert html.count('class="added"') == 1
    # Each where it waits, and in the list of what waits.
    assert html.count("acts/amendment.drop_change/") == 6
    assert "acts/amendment.make_revision/?plan=current" in html
    assert "a change waits under No. 2, too" in html
    printed = page(seat(Office.PLANNER), f"{PLAN}?under=0")
    assert "<ins>" not in printed


def test_the_form_of_a_change_says_how_the_row_reads_now() -> None:
    """What the link has settled is not asked; a row that leaves is not worded."""
    agreed_plan()
    instruct("1", 9)
    planner = seat(Office.PLANNER)
    form = "/en/2024/acts/amendment.amend_row/?plan=current&route=instruction"
    changed = page(planner, f"{form}&ground=1&key=C-1&outcome=change")
    assert "о торговле</span>" in changed
    assert '<input type="hidden" name="outcome" value="change">' in changed
    assert ('name="title_kk"' in changed, 'name="proposers"' in changed) == (
        True,
        False,
    )
    removed = page(planner, f"{form}&ground=1&key=C-1&outcome=remove")
    assert ('name="reason_kk"' in removed, 'name="title_kk"' in removed) == (
        True,
        False,
    )
    added = page(planner, f"{form}&ground=1&outcome=add")
    assert ('name="title_kk"' in added, 'name="proposers"' in added) == (True, True)


def test_the_form_of_a_new_row_says_what_may_stay_empty() -> None:
    """What makes a row may not; of a row that changes every cell may."""
    agreed_plan()
    instruct("1", 9)
    planner = seat(Office.PLANNER)
    form = "/en/2024/acts/amendment.amend_row/?plan=current&route=instruction"
    added = page(planner, f"{form}&ground=1&outcome=add")
    assert may_stay_empty(added) == [
        "procedure_from",
        "procedure_to",
        "procedure",
        "entry",
        "counterparties",
        "proof",
    ]
    changed = page(planner, f"{form}&ground=1&key=C-1&outcome=change")
    kept = {"level", "conclude_from", "conclude_to"} & set(may_stay_empty(changed))
    assert kept == {"level", "conclude_from", "conclude_to"}


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("kk", ("жолды алып тастау", "жол қосу")),
        ("ru", ("исключить строку", "добавить строку")),
        ("en", ("remove the row", "add a row")),
    ],
)
def test_a_revision_names_its_changes(language: str, words: tuple[str, ...]) -> None:
    """Their reasons are for who sees drafts."""
    staged()
    make("1", 10)
    address = f"/{language}/2024/current/revisions/"
    html = page(seat(Office.PLANNER), address)
    assert [word for word in words if word not in html] == []
    reason = "Переговоры завершены" if language == "ru" else "Келіссөздер аяқталды"
    assert reason in html
    body = page(seat(Office.BODY_OFFICER, "trade"), address)
    assert ([word for word in words if word not in body], reason in body) == ([], False)


def test_the_page_asks_as_much_of_many_changes_as_of_one() -> None:
    """Of rows that are added, and of grounds."""
    agreed_plan()
    instruct("1", 9)
    stage("1", 9, changes=NOTE)
    add("1", 9, "N-0")
    planner = seat(Office.PLANNER)
    one = asked(planner)
    for number in range(29):
        add("1", 9, f"N-{number + 1}")
    assert asked(planner) == one


def asked(client: Client) -> int:
    """Return how many questions the page asks, opened for a second time."""
    client.get(PLAN)
    with CaptureQueriesContext(connection) as queries:
        client.get(PLAN)
    return len(queries)
