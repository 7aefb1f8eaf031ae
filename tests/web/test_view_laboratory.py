"""The Rules laboratory as a page: chosen in a form, without a script."""

import re
from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from jospar.procedure import journal
from jospar.rules.core.offices import Office, Sight, sees
from tests.queries.made_record import open_cycle
from tests.queries.test_living_rules import bulk_concepts
from tests.web.made_year import agreed_year
from tests.web.seats import seat

pytestmark = pytest.mark.django_db(databases=["default", "past"])

Numbered = Callable[[int], AbstractContextManager[object]]
EARLIER = "?ruleset=&deadline.concepts.deadline=2024-09-01&reading.receipt="


def page(client: Client, query: str = "", language: str = "en") -> str:
    """Return the page of 2024 for what is asked."""
    answer = client.get(f"/{language}/2024/laboratory/{query}")
    assert answer.status_code == 200
    return answer.content.decode()


def plain(html: str) -> str:
    """Return the text of a page without its marks, blanks made single."""
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


@pytest.mark.parametrize("office", Office)
def test_it_is_open_to_who_sees_figures(office: Office) -> None:
    """Others are told whose page it is."""
    open_cycle()
    body = "trade" if office in {Office.BODY_OFFICER, Office.RECIPIENT} else ""
    answer = seat(office, body).get("/ru/2024/laboratory/")
    assert answer.status_code == (200 if sees(office, Sight.FIGURES) else 403)


def test_nothing_is_compared_before_something_is_chosen() -> None:
    """The form says what the rules have, and leads here from the Living Rules."""
    agreed_year()
    client = seat(Office.HEAD)
    text = plain(page(client, "?ruleset=&reading.receipt=&deadline.x=2024-09-01"))
    assert "Choose other rules, a reading or a deadline" in text
    assert "Now: 25 September 2024" in text
    rules = client.get("/en/2024/rules/").content.decode()
    assert 'href="/en/2024/laboratory/"' in rules


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("kk", "1 органның 2 тұжырымдамасы кешіккен болар еді."),
        ("ru", "2 концепции 1 органа опоздали бы."),
        ("en", "2 concepts of 1 body would be late."),
    ],
)
def test_an_earlier_intake(language: str, told: str) -> None:
    """What differs is told in every language; the record stays, the choice too."""
    agreed_year()
    client = seat(Office.PLANNER)
    before = journal.last()
    html = page(client, EARLIER, language)
    assert told in plain(html)
    assert 'value="2024-09-01"' in html
    assert len(html) < 80_000
    assert journal.last() == before


def test_a_choice_that_changes_nothing() -> None:
    """It is said."""
    agreed_year()
    text = plain(page(seat(Office.AUDITOR), "?late.concepts.deadline=due"))
    assert "All that was done would stand, in time or late as it was." in text


def test_keys_are_for_who_sees_the_concepts() -> None:
    """The controller has the figures; no key, and no reason that names one."""
    agreed_year()
    controller = page(seat(Office.CONTROLLER), EARLIER)
    assert "2 concepts of 1 body would be late." in plain(controller)
    assert re.findall(r"C-[12]", controller) == []
    assert "C-1" in page(seat(Office.AUDITOR), EARLIER)


@pytest.mark.parametrize(
    "query",
    [
        "?reading.receipt=never",
        "?late.concepts.deadline=never",
        "?deadline.distribution.deadline=101",
        "?deadline.concepts.deadline=2024-02-29",
        "?ruleset=never",
        "?ruleset=../../etc/passwd",
        "?ruleset=practice",
    ],
)
def test_what_cannot_be_compared(query: str) -> None:
    """One sentence says why, above the form."""
    open_cycle()
    answer = seat(Office.HEAD).get(f"/en/2024/laboratory/{query}")
    assert answer.status_code == 422
    assert 'role="alert"' in answer.content.decode()


def test_a_year_without_a_cycle_has_none() -> None:
    """The page is missing, whoever asks."""
    open_cycle()
    assert seat(Office.HEAD).get("/en/1999/laboratory/").status_code == 404


def test_the_queries_of_the_page_do_not_hang_on_the_rows(
    django_assert_num_queries: Numbered,
) -> None:
    """A few concepts and hundreds are read alike; the past has its own database."""
    agreed_year()
    client = seat(Office.AUDITOR)
    page(client, EARLIER)
    with CaptureQueriesContext(connection) as few:
        page(client, EARLIER)
    bulk_concepts(300)
    with django_assert_num_queries(len(few)):
        page(client, EARLIER)
