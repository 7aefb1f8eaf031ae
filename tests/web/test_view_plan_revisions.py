"""The revisions of a plan: what changed, in its place, and what is in force."""

import re
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoAssertNumQueries

from jospar.rules.commission.facts import Outcome
from jospar.rules.core.nouns import Changes
from jospar.rules.core.offices import Office
from tests.queries.made_record import (
    DURING,
    agree,
    conclude,
    do,
    open_cycle,
    place,
    submit,
)
from tests.rules import made
from tests.rules.made import RULES
from tests.web.made_year import agreed_year
from tests.web.seats import seat

pytestmark = pytest.mark.django_db

REVISIONS = "/2024/current/revisions/"


def page(client: Client, address: str) -> str:
    """Return the page at ``address``."""
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def plain(html: str) -> str:
    """Return the text of a piece of the page, with one blank between words."""
    return " ".join(re.sub("<[^>]+>", " ", html).split())


def mended() -> None:
    """Let the Commission return a draft, in which a note and a row are added then."""
    open_cycle()
    place("C-1")
    submit("C-2")
    conclude("C-2")
    do(made.send_to_commission(on=date(2024, 11, 4)))
    do(made.decide(on=date(2024, 11, 5), outcome=Outcome.RETURNED))
    changes = Changes(note_kk="Жаңа ескертпе")
    do(made.settle(key="C-1", on=date(2024, 11, 6), changes=changes))
    do(made.place(key="C-2", on=date(2024, 11, 6)))


def test_without_revisions_the_page_says_when_the_first_comes() -> None:
    """There is nothing to compare yet."""
    open_cycle()
    html = page(seat(Office.PLANNER), f"/en{REVISIONS}")
    assert "The first revision appears when the plan goes to the Commission" in html
    assert 'id="compare"' not in html


def test_what_changed_is_marked_in_place() -> None:
    """Words that came stand in the cell, a row that came is told."""
    mended()
    html = page(seat(Office.PLANNER), f"/en{REVISIONS}?from=1&to=draft")
    changed = html[html.index('id="changes"') :]
    sums = re.findall(r"<li>(.+?)</li>", changed)
    assert sums == ["1 treaty added", "1 treaty changed"]
    rows = re.findall(r'<tr class="(added|changed)">(.+?)</tr>', changed, re.DOTALL)
    assert [kind for kind, _row in rows] == ["changed", "added"]
    assert "<ins>Жаңа ескертпе</ins>" in rows[0][1]
    assert "қосылды" in rows[1][1]
    assert '<td class="number"><ins>2</ins></td>' in rows[1][1]


def test_the_other_language_tells_that_only_this_one_changed() -> None:
    """In the Russian form nothing is marked, and the row says so."""
    mended()
    html = page(seat(Office.PLANNER), f"/ru{REVISIONS}?from=1&to=draft&only=changes")
    (row,) = re.findall(r'<tr class="changed">(.+?)</tr>', html, re.DOTALL)
    assert ("изменён казахский текст" in row, "<ins>" in row) == (True, False)


def test_the_other_way_round_rows_go() -> None:
    """Any two are compared, in either direction; the last two without a choice."""
    mended()
    planner = seat(Office.PLANNER)
    html = page(planner, f"/ru{REVISIONS}?from=draft&to=1&form=kk")
    assert "<del>Жаңа ескертпе</del>" in html
    assert re.findall(r"<li>(Исключён.+?)</li>", html) == ["Исключён 1 договор"]
    assert page(planner, f"/ru{REVISIONS}").count("Редакция № 1 → Как сейчас") == 1


def test_equal_editions_are_called_equal() -> None:
    """A plan that was sent stands as it was sent."""
    agreed_year()
    html = page(seat(Office.CONTROLLER), f"/en{REVISIONS}?from=1&to=draft")
    assert "Both say the same." in html


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("from=1&to=draft", 200),
        ("from=1&to=2", 404),
        ("from=&to=1", 404),
        ("from=-1&to=1", 404),
        ("on=nonsense", 200),
    ],
)
def test_only_what_is_there_is_compared(query: str, status: int) -> None:
    """An edition that nobody made is a page that is not there."""
    mended()
    answer = seat(Office.PLANNER).get(f"/kk{REVISIONS}?{query}")
    assert answer.status_code == status


def test_no_office_compares_what_it_does_not_see() -> None:
    """A returned draft is not the Commission's; a body waits for the agreement."""
    mended()
    secretary = seat(Office.COMMISSION_SECRETARY)
    assert "Revision 1" in page(secretary, f"/en{REVISIONS}")
    assert secretary.get(f"/en{REVISIONS}?from=1&to=draft").status_code == 404
    for office, body in (
        (Office.BODY_OFFICER, "trade"),
        (Office.ADMINISTRATION_OFFICER, ""),
        (Office.RECIPIENT, "parliament"),
        (Office.CONTROLLER, ""),
    ):
        reader = seat(office, body)
        assert "Revision 1" not in page(reader, f"/en{REVISIONS}")
        assert reader.get(f"/en{REVISIONS}?from=1&to=1").status_code == 404
    assert seat(Office.ADMINISTRATOR).get(f"/en{REVISIONS}").status_code == 403


@pytest.mark.parametrize(
    ("language", "day", "sentence"),
    [
        ("en", "2025-03-01", "1 March 2025: revision 1 is in force"),
        ("ru", "2025-03-01", "1 марта 2025 года: действует редакция № 1"),
        ("kk", "2025-03-01", "2025 жылғы 1 наурыз: қолданыста – 1-редакция"),
        ("en", "2024-11-30", "30 November 2024: the plan was not in force yet"),
        ("en", "2026-01-01", "1 January 2026: the plan is no longer in force"),
    ],
)
@pytest.mark.provision("president.agreement")
def test_the_page_says_what_was_in_force(
    language: str, day: str, sentence: str
) -> None:
    """With the reading that it hangs on."""
    open_cycle()
    place("C-1")
    agree()
    html = page(seat(Office.AUDITOR), f"/{language}{REVISIONS}?on={day}")
    panel = html[html.index('aria-labelledby="in-force"') :]
    assert sentence in plain(panel)
    reading = RULES.readings["in_force"].text[language]
    assert plain(panel).count(reading) == 1


def test_the_number_of_queries_is_fixed(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    """One row or thirty: the database is asked as often."""
    mended()
    planner, address = seat(Office.PLANNER), f"/kk{REVISIONS}?from=1&to=draft"
    page(planner, address)
    with CaptureQueriesContext(connection) as one:
        page(planner, address)
    for number in range(3, 31):
        submit(f"C-{number}")
        conclude(f"C-{number}", on=DURING)
        do(made.place(key=f"C-{number}", on=date(2024, 11, 6)))
    with django_assert_num_queries(len(one)):
        page(planner, address)
