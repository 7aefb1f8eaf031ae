"""The work on a draft, on the plan's page: placing, settling, sending on."""

import re
from datetime import date

import pytest
from django.test import Client

from jospar.records.models import Row
from jospar.rules.core.nouns import Term
from jospar.rules.core.offices import Office
from tests.queries.made_record import DURING, conclude, do, open_cycle, place, submit
from tests.rules import made
from tests.rules.made import YEAR_2026
from tests.web.seats import seat

pytestmark = pytest.mark.django_db

CURRENT_PAGE = "/kk/2024/current/"


def page(client: Client, address: str) -> str:
    """Return the page at ``address``."""
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def acts(html: str) -> set[str]:
    """Return the codes of the acts that the page leads to."""
    return set(re.findall(r"/acts/([a-z_.]+)/", html))


def test_each_office_is_offered_its_own_acts_on_a_draft() -> None:
    """A row is moved only where its term leads to both plans."""
    open_cycle()
    place("C-1")
    planner, head = seat(Office.PLANNER), seat(Office.HEAD)
    assert acts(page(planner, CURRENT_PAGE)) == {"drafting.settle"}
    assert acts(page(head, CURRENT_PAGE)) == {
        *("drafting.settle", "commission.send_to_commission")
    }
    assert acts(page(seat(Office.REVIEWER), CURRENT_PAGE)) == set()
    term = Term(date(2025, 12, 1), date(2026, 1, 31))
    submit("C-2", wording=made.wording(conclude=term))
    conclude("C-2")
    do(made.place(key="C-2", on=DURING, reason="x"))
    assert acts(page(planner, CURRENT_PAGE)) == {"drafting.settle", "drafting.move"}


def test_nothing_is_offered_on_a_plan_that_is_no_draft() -> None:
    """Before the Commission rows stay; what it approved goes to the President."""
    open_cycle()
    place("C-1")
    submit("C-2")
    conclude("C-2")
    planner, head = seat(Office.PLANNER), seat(Office.HEAD)
    do(made.send_to_commission(on=date(2024, 11, 8)))
    html = page(planner, "/en/2024/current/")
    assert (acts(html), "its rows stay as they are" in html) == (set(), True)
    do(made.decide(on=date(2024, 11, 15)))
    assert acts(page(head, CURRENT_PAGE)) == {"agreement.send_to_president"}
    agreed = "agreement.send_to_president"
    do(made.send_to_president(on=date(2024, 11, 20)))
    assert agreed not in acts(page(head, CURRENT_PAGE))


def test_concepts_that_wait_are_placed_all_at_once() -> None:
    """What the page sends places the marked ones, each by an act of its own."""
    open_cycle()
    for key in ("C-1", "C-2"):
        submit(key)
        conclude(key)
    planner = seat(Office.PLANNER)
    html = page(planner, CURRENT_PAGE)
    form = html[html.index('<form class="stack"') :]
    form = form[: form.index("</form>")]
    sent = dict(
        re.findall(r'type="hidden" name="(act_id|back|same.plan)" value="(.+)"', form)
    )
    keys = re.findall(r'name="key" value="(.+?)" checked', form)
    action = re.findall(r'action="(.+?)"', form)[0]
    assert (keys, sent["back"]) == (["C-1", "C-2"], CURRENT_PAGE)
    assert planner.post(action, sent | {"key": keys}).status_code == 200
    placed = Row.objects.order_by("concept_id").values_list("concept__key", "plan_id")
    assert list(placed) == [("C-1", "2024.current"), ("C-2", "2024.current")]
    assert 'name="key"' not in page(planner, CURRENT_PAGE)


def test_a_straddling_concept_is_placed_with_a_choice_and_a_reason() -> None:
    """It is marked on neither page; its act asks for the plan."""
    open_cycle()
    term = Term(date(2025, 12, 1), date(2026, 1, 31))
    submit("C-1", wording=made.wording(conclude=term))
    conclude("C-1")
    planner = seat(Office.PLANNER)
    for address in (CURRENT_PAGE, "/kk/2024/long-term/"):
        html = page(planner, address)
        assert 'name="key"' not in html
        assert acts(html) == {"drafting.place"}
        assert "acts/drafting.place/?key=C-1&amp;back=" in html


def test_what_waits_for_the_other_plan_is_counted() -> None:
    """A term within the years of neither plan is told apart."""
    open_cycle()
    submit("C-1", wording=made.wording(conclude=YEAR_2026))
    submit(
        "C-2", wording=made.wording(conclude=Term(date(2040, 1, 1), date(2040, 1, 2)))
    )
    conclude("C-1")
    conclude("C-2")
    html = page(seat(Office.PLANNER), "/en/2024/current/")
    assert "1 more waits for the other plan" in html
    assert "Their terms lead to neither plan" in html


def test_the_page_says_what_holds_the_draft_up() -> None:
    """Concepts without a conclusion and without a plan are counted and named."""
    open_cycle()
    place("C-1")
    submit("C-2")
    submit("C-3")
    conclude("C-3")
    html = page(seat(Office.REVIEWER), "/en/2024/current/")
    panel = html[html.index('aria-labelledby="not-ready"') :]
    figures = re.findall(r"<dt>(.+)</dt><dd>(?:<(?:span|a) .*?>)?(\d+)", panel)
    assert figures == [
        ("Received in time", "3"),
        ("Concluded on", "2"),
        ("Placed in a plan", "1"),
        ("Without a conclusion", "1"),
        ("Expedient, but in no plan", "1"),
    ]
