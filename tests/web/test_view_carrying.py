"""The page of carrying out, and a treaty through the years, at the desks."""

import re
from datetime import date
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from jospar.procedure.rehearsal import rehearse_on
from jospar.records.models import Concept
from jospar.rules.carrying_out.facts import Quarter
from jospar.rules.core.nouns import ProgressStage
from jospar.rules.core.offices import Office
from jospar.rules.treaty.facts import How
from tests.queries.made_life import agreed_rows, later
from tests.queries.made_record import agree, open_cycle, place, submit
from tests.rules import made
from tests.rules import made_carrying_out as made_rows
from tests.rules.made import LONG_TERM
from tests.web.page_faults import faults
from tests.web.seats import seat

pytestmark = pytest.mark.django_db

TODAY = date(2025, 5, 20)
PAGE = "carrying-out/"
QUERIES = 22


def page(client: Client, address: str) -> str:
    """Return a page that opens."""
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.text


def carried_out() -> None:
    """Have an overdue row and a renamed one that was signed; the day is in May."""
    agreed_rows()
    day = date(2025, 2, 3)
    later(made_rows.report(key="C-1", on=day))
    later(made_rows.plan_stage(key="C-1", on=day, planned_on=date(2025, 5, 2)))
    long_term = {"key": "C-2", "plan": LONG_TERM}
    later(made_rows.record_name(**long_term, on=day))
    later(made_rows.put_forward(**long_term, on=day))
    later(made_rows.record_signing(**long_term, on=date(2025, 4, 4)))


def browser(office: Office = Office.CONTROLLER, body: str = "") -> Client:
    """Return the browser of an office on the day of the page."""
    client = seat(office, body)
    rehearse_on(TODAY)
    return client


def entry(key: str) -> int:
    """Return the number of the concept of that key."""
    return Concept.objects.get(key=key).entry


def acts(html: str) -> set[str]:
    """Return the acts that the page leads to."""
    return set(re.findall(r"/2024/acts/([a-z_.]+)/", html))


def keys(html: str) -> list[str]:
    """Return the keys of the rows that stand in the tables."""
    return re.findall(r'<th scope="row">\s*<span class="key">(.+?)</span>', html)


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_the_pages_read_in_three_languages(language: str) -> None:
    """Nothing is wrong with them, whatever the rows have gone through."""
    carried_out()
    client = browser()
    for address in (PAGE, f"treaties/{entry('C-1')}/", f"treaties/{entry('C-2')}/"):
        assert faults(page(client, f"/{language}/{address}"), language) == []


def test_what_is_overdue_stands_first() -> None:
    """With its cause and for how many days."""
    carried_out()
    html = page(browser(), f"/en/{PAGE}")
    assert keys(html) == ["C-1", "C-2"]
    assert "A planned stage not reached" in html
    assert "examination: was planned for 2 May 2025 – 18 days overdue" in html
    assert "Called now:" in html


def test_the_timeline_says_each_state_in_words() -> None:
    """Beside the colour and the sign."""
    carried_out()
    html = page(browser(), f"/en/{PAGE}")
    chips = re.findall(r'<a class="chip (\w+)".+?title="(.+?)"', html)
    assert chips == [("overdue", "C-1 – Overdue"), ("signed", "C-2 – Signed")]


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("", ["C-1", "C-2"]),
        ("?plan=2024-long_term", ["C-2"]),
        ("?stage=in_talks", ["C-1"]),
        ("?stage=nonsense&ahead=7", ["C-1", "C-2"]),
        ("?body=energy", []),
        ("?body=trade&page=2", ["C-1", "C-2"]),
    ],
)
def test_the_rows_are_narrowed(query: str, shown: list[str]) -> None:
    """What is asked for wrongly narrows nothing."""
    carried_out()
    assert keys(page(browser(), f"/kk/{PAGE}{query}")) == shown


def test_it_looks_ahead() -> None:
    """Thirty days, or sixty, or ninety; what was chosen besides stays chosen."""
    carried_out()
    client = browser()
    rehearse_on(date(2025, 11, 15))
    assert "No term ends" in page(client, f"/en/{PAGE}?plan=2024-current")
    html = page(client, f"/en/{PAGE}?plan=2024-current&ahead=60")
    assert "<b>31 December</b> – signing:" in html
    assert "?plan=2024-current&amp;ahead=90#ahead" in html


def test_acts_know_their_row_and_the_way_back() -> None:
    """What is signed is not put forward or signed again."""
    carried_out()
    html = page(browser(), f"/en/{PAGE}?plan=2024-long_term")
    offered = acts(html)
    assert offered == {
        "carrying_out.report",
        "carrying_out.plan_stage",
        "carrying_out.record_name",
        "carrying_out.correct_name",
        "carrying_out.request_report",
    }
    link = re.findall(r'href="(/en/2024/acts/carrying_out.report/[^"]+)"', html)[0]
    known = parse_qs(urlsplit(link.replace("&amp;", "&")).query)
    assert known == {
        "plan": ["long_term"],
        "key": ["C-2"],
        "back": [f"/en/{PAGE}?plan=2024-long_term"],
    }


@pytest.mark.parametrize(
    ("office", "may"),
    [(Office.HEAD, False), (Office.AUDITOR, False), (Office.BODY_OFFICER, True)],
)
def test_offices_that_read_are_offered_nothing(office: Office, may: bool) -> None:
    """A body acts on its rows, and asks nobody for a report."""
    carried_out()
    body = "trade" if office is Office.BODY_OFFICER else ""
    offered = acts(page(browser(office, body), f"/ru/{PAGE}"))
    assert ("carrying_out.report" in offered) is may
    assert "carrying_out.request_report" not in offered


def test_a_body_has_its_own_rows_and_its_scorecard() -> None:
    """Those of other bodies are not there, whatever it asks for."""
    carried_out()
    html = page(browser(Office.BODY_OFFICER, "trade"), f"/en/{PAGE}")
    assert keys(html) == ["C-1", "C-2"]
    assert "The body’s scorecard" in html
    other = page(browser(Office.BODY_OFFICER, "energy"), f"/en/{PAGE}?body=trade")
    assert keys(other) == []
    assert "The body’s scorecard" not in other


def test_a_body_that_was_asked_is_not_asked_again() -> None:
    """Its answer stands in place of the button."""
    carried_out()
    client = browser()
    assert "carrying_out.request_report" in acts(page(client, f"/en/{PAGE}"))
    later(
        made_rows.request_report(
            on=date(2025, 4, 3),
            year=2025,
            quarter=Quarter.SECOND,
            answer_by=date(2025, 4, 20),
        )
    )
    html = page(client, f"/en/{PAGE}?body=trade")
    assert "carrying_out.request_report" not in acts(html)
    assert "The report for Q2 2025 was asked for on 3 April 2025" in html
    assert "1 of 2 reported on" in html


def test_before_the_agreement_nothing_is_carried_out() -> None:
    """The page says what will stand there."""
    open_cycle()
    place("C-1")
    assert "No plan is in force" in page(browser(), f"/en/{PAGE}")


@pytest.mark.parametrize(
    ("office", "body", "carrying", "treaty"),
    [
        (Office.REGISTRAR, "", 200, 200),
        (Office.REVIEWER, "", 403, 200),
        (Office.COMMISSION_SECRETARY, "", 403, 200),
        (Office.ADMINISTRATION_OFFICER, "", 403, 200),
        (Office.RECIPIENT, "parliament", 403, 403),
        (Office.ADMINISTRATOR, "", 403, 403),
        (Office.PLANNER, "", 200, 200),
    ],
)
def test_whom_the_pages_are_for(
    office: Office, body: str, carrying: int, treaty: int
) -> None:
    """Who sees agreed plans opens the treaty of each of their rows."""
    carried_out()
    client = browser(office, body)
    assert client.get(f"/kk/{PAGE}").status_code == carrying
    assert client.get(f"/kk/treaties/{entry('C-1')}/").status_code == treaty


def test_a_treaty_that_is_not_seen_is_not_there() -> None:
    """Another body's concept without an agreed row, and a number that is nobody's."""
    agreed_rows()
    submit("C-3")
    address = f"/kk/treaties/{entry('C-3')}/"
    assert browser(Office.BODY_OFFICER, "trade").get(address).status_code == 200
    for office, body in ((Office.BODY_OFFICER, "energy"), (Office.CONTROLLER, "")):
        client = browser(office, body)
        assert client.get(address).status_code == 404
        assert client.get("/kk/treaties/999999/").status_code == 404


def test_both_names_stand_side_by_side() -> None:
    """With the words that came and went, in each language."""
    carried_out()
    html = page(browser(), f"/en/treaties/{entry('C-2')}/")
    names = html[html.index('id="names"') :]
    names = names[: names.index("</section>")]
    assert re.findall(r'<dd lang="(..)">', names) == ["kk", "kk", "ru", "ru"]
    assert len(re.findall("<ins>", names)) >= 2
    plain = page(browser(), f"/en/treaties/{entry('C-1')}/")
    assert 'id="names"' not in plain


def test_a_treaty_in_force_is_drawn_as_such() -> None:
    """The list says the same as the line."""
    carried_out()
    later(
        made_rows.report(
            key="C-2",
            plan=LONG_TERM,
            on=date(2025, 5, 5),
            stage=ProgressStage.IN_FORCE,
            reached_on=date(2025, 5, 1),
        )
    )
    html = page(browser(), f"/en/treaties/{entry('C-2')}/")
    assert html.count('class="force"') == 1
    assert "in force, 1 May 2025" in html
    told = re.findall(r"</time> · <b>(.+?)</b>", html)
    assert told == [
        "A concept was received",
        "Placed in a plan",
        "Printed in a revision",
        "The name changed",
        "Put forward for signing this year",
        "Signed",
        "Reported on",
    ]


def test_linked_treaties_are_one_and_told_apart_ones_lead_to_each_other() -> None:
    """Each with its reason."""
    carried_out()
    submit("C-3")
    submit("C-4")
    on = date(2025, 3, 3)
    later(
        made_rows.link(key="C-3", on=on, earlier_year=2024, earlier="C-1", how=How.SAME)
    )
    later(made_rows.tell_apart(key="C-4", on=on, other_year=2024, other="C-1"))
    html = page(browser(Office.PLANNER), f"/en/treaties/{entry('C-3')}/")
    assert html.count("</time> · <b>A concept was received</b>") == 2
    assert f'href="/en/treaties/{entry("C-4")}/"' in html
    assert "is the same treaty: C-3" in html


def test_a_wrong_link_is_undone_from_the_treaty() -> None:
    """Beside the link, by who may; then both lives tell of it and lead to the other."""
    carried_out()
    submit("C-3")
    pair: dict[str, Any] = {"key": "C-3", "earlier_year": 2024, "earlier": "C-1"}
    later(made_rows.link(**pair, on=date(2025, 3, 3), how=How.SAME))
    address = f"/en/treaties/{entry('C-3')}/"
    undoing = "/acts/treaty.unlink/?key=C-3&amp;earlier_year=2024&amp;earlier=C-1"
    for office, body, may in (
        (Office.PLANNER, "", True),
        (Office.BODY_OFFICER, "trade", True),
        (Office.AUDITOR, "", False),
    ):
        html = page(browser(office, body), address)
        assert (undoing in html) is may, office
    later(made_rows.unlink(**pair, on=date(2025, 3, 4)))
    for key, other in (("C-3", "C-1"), ("C-1", "C-3")):
        html = page(browser(Office.PLANNER), f"/en/treaties/{entry(key)}/")
        assert "<b>A wrong link was undone</b>" in html
        assert html.count("</time> · <b>A concept was received</b>") == 1
        assert f'href="/en/treaties/{entry(other)}/"' in html
        assert undoing not in html


def test_what_can_be_done_on_a_treaty() -> None:
    """Its last row's acts; a body has them on its own treaties alone."""
    carried_out()
    address = f"/en/treaties/{entry('C-1')}/"
    own = acts(page(browser(Office.BODY_OFFICER, "trade"), address))
    other = acts(page(browser(Office.BODY_OFFICER, "energy"), address))
    assert "carrying_out.report" in own
    assert other == set()


def test_plans_and_concepts_lead_to_the_treaty() -> None:
    """A row to whoever may not open its concept, a concept to everybody."""
    carried_out()
    link = f'href="/en/treaties/{entry("C-1")}/"'
    assert link in page(browser(), "/en/2024/current/")
    assert link not in page(browser(Office.PLANNER), "/en/2024/current/")
    assert link in page(browser(Office.PLANNER), f"/en/2024/concepts/{entry('C-1')}/")


def test_a_marked_row_bears_its_mark_and_the_reading_is_recorded() -> None:
    """On both pages."""
    carried_out()
    later(made.mark_handling(key="C-1", on=date(2025, 2, 4)))
    client = browser()
    for address in (PAGE, f"treaties/{entry('C-1')}/"):
        assert 'title="For official use"' in page(client, f"/en/{address}")


def asked_of(rows: int) -> int:
    """Return how often the page asks the database with so many agreed rows."""
    open_cycle()
    for number in range(rows):
        place(f"C-{number}")
    agree()
    for number in range(rows):
        on = date(2025, 2, 3)
        later(made_rows.report(key=f"C-{number}", on=on))
        later(made_rows.record_name(key=f"C-{number}", on=on))
    client = browser()
    page(client, f"/kk/{PAGE}")
    with CaptureQueriesContext(connection) as asked:
        assert len(keys(page(client, f"/kk/{PAGE}"))) == rows
    return len(asked)


@pytest.mark.parametrize("rows", [1, 30])
def test_the_number_of_queries_is_fixed(rows: int) -> None:
    """One row or thirty."""
    assert asked_of(rows) == QUERIES
