"""A plan's page: the annex form."""

import re
from copy import copy
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoAssertNumQueries

from jospar.queries.plans import edition_of
from jospar.records.models import Concept, Proposer, Row
from jospar.rules.core.nouns import PlanKind, Text
from jospar.rules.core.offices import Office
from tests.queries.made_record import conclude, do, open_cycle, place, submit
from tests.rules import made
from tests.rules.made import RULES, YEAR
from tests.web.made_year import agreed_year
from tests.web.seats import seat

pytestmark = pytest.mark.django_db

PLANS = {"current": PlanKind.CURRENT, "long-term": PlanKind.LONG_TERM}
CURRENT_PAGE = "/kk/2024/current/"
TABLE = '<table class="form cards">'


def page(client: Client, address: str) -> str:
    """Return the page at ``address``."""
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.fixture
def reader(client: Client) -> Client:
    """Return a browser of somebody who sees every plan and does nothing."""
    return seat(Office.AUDITOR, client=client)


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
@pytest.mark.parametrize("form", ["kk", "ru"])
@pytest.mark.parametrize("plan", list(PLANS))
def test_the_form_is_the_edition(
    reader: Client, language: str, form: str, plan: str
) -> None:
    """Title, columns, groups and cells stand as the documents print them."""
    agreed_year()
    html = page(reader, f"/{language}/2024/{plan}/?form={form}")
    edition = edition_of(RULES, YEAR, PLANS[plan]).form
    sheet = html[html.index('<div class="sheet"') :]
    assert sheet.startswith(f'<div class="sheet" lang="{form}">')
    assert f"<caption>{edition.title[form]}</caption>" in sheet
    columns = re.findall(r'<th scope="col">(.+)</th>', sheet)
    whole = tuple(text.replace("\u00ad", "") for text in columns)
    assert whole == edition.columns[form]
    assert re.findall(r'<th scope="rowgroup" colspan="6">(.+)</th>', sheet) == [
        group.heading[form] for group in edition.groups
    ]
    rows = [row.cells[form] for group in edition.groups for row in group.rows]
    found = re.findall(
        r"<tr>\n"
        r'<td class="number">(.*)</td>\n<td class="body">(.*)</td>\n'
        r'<th scope="row">(.*)</th>\n<td data-label=".*">(.*)</td>\n'
        r'<td data-label=".*">(.*)</td>\n<td.*>(.*)</td>\n',
        sheet,
    )
    plain = [tuple(re.sub("<[^>]+>", "", cell) for cell in row) for row in found]
    assert plain == rows


@pytest.mark.parametrize(
    ("address", "form"),
    [
        ("/kk/2024/current/", "kk"),
        ("/ru/2024/current/", "ru"),
        ("/en/2024/current/", "kk"),
        ("/ru/2024/current/?form=xx", "kk"),
    ],
)
def test_the_form_has_a_language_of_its_own(
    reader: Client, address: str, form: str
) -> None:
    """Without a choice it is the page's, and Kazakh where that has no form."""
    open_cycle()
    assert f'<div class="sheet" lang="{form}">' in page(reader, address)


def test_another_language_of_the_page_keeps_that_of_the_form(reader: Client) -> None:
    """The switch leads to the same page."""
    open_cycle()
    html = page(reader, "/kk/2024/current/?form=ru")
    assert 'href="/en/2024/current/?form=ru" lang="en"' in html


def test_a_draft_bears_its_mark_and_an_agreed_plan_none(reader: Client) -> None:
    """The mark stands in the form's language."""
    open_cycle()
    place("C-1")
    assert '<p class="mark">ПРОЕКТ</p>' in page(reader, "/kk/2024/current/?form=ru")


def test_the_page_of_an_agreed_plan_says_where_it_stands(reader: Client) -> None:
    """The step where the plan is now is marked for all readers."""
    agreed_year()
    html = page(reader, "/en/2024/long-term/")
    assert 'class="mark"' not in html
    current = re.search(r'aria-current="step">\n<b>(.+)</b><span.*>(.+)</span>', html)
    assert current is not None
    assert current.groups() == ("Agreed by the President", " (the plan is here)")


def test_a_plan_of_no_cycle_is_not_there(reader: Client) -> None:
    """A year without a cycle has no plans."""
    assert reader.get("/kk/2024/current/").status_code == 404


def test_titles_cannot_mark_up_the_page(reader: Client) -> None:
    """A text of a paper stays a text."""
    open_cycle()
    place("C-1", wording=made.wording(title=Text("<i>Келісім", "<i>Соглашение")))
    html = page(reader, "/kk/2024/current/")
    assert ("<i>" in html, "&lt;i&gt;Келісім" in html) == (False, True)


def test_who_may_not_see_a_plan_is_told_when_it_can_be_seen(client: Client) -> None:
    """Each office reads its own sentence, and nothing of what the draft says."""
    open_cycle()
    place("C-1")
    told = {
        (Office.BODY_OFFICER, "trade"): "once the President has agreed it",
        (Office.REGISTRAR, ""): "once the President has agreed it",
        (Office.COMMISSION_SECRETARY, ""): "once it has been sent to the Commission",
        (Office.ADMINISTRATION_OFFICER, ""): "once it has been sent to the President",
        (Office.RECIPIENT, "parliament"): "agreed and sent to you",
    }
    title = made.wording().title.kk
    for (office, body), sentence in told.items():
        html = page(seat(office, body), "/en/2024/current/")
        assert (sentence in html, title in html, TABLE in html) == (True, False, False)


def test_offices_that_see_no_plans_are_refused() -> None:
    """The administrator sees no paper's content."""
    open_cycle()
    assert seat(Office.ADMINISTRATOR).get("/kk/2024/current/").status_code == 403


def test_the_stages_open_the_plan_to_one_office_after_the_other() -> None:
    """The Commission sees it when it was sent there, a body when it was agreed."""
    open_cycle()
    place("C-1")
    secretary, body = (
        seat(Office.COMMISSION_SECRETARY),
        seat(Office.BODY_OFFICER, "energy"),
    )
    shows = [(CURRENT_PAGE, secretary), (CURRENT_PAGE, body)]
    found = [[TABLE in page(who, at) for at, who in shows]]
    do(made.send_to_commission(on=date(2024, 11, 8)))
    found.append([TABLE in page(who, at) for at, who in shows])
    do(made.decide(on=date(2024, 11, 15)))
    do(made.send_to_president(on=date(2024, 11, 20)))
    do(made.record_reply(on=date(2024, 12, 2)))
    found.append([TABLE in page(who, at) for at, who in shows])
    assert found == [[False, False], [True, False], [True, True]]


def test_a_title_leads_to_a_concept_that_the_reader_may_open() -> None:
    """A body opens its own rows of an agreed plan, and no others."""
    agreed_year()
    concept = Concept.objects.get(key="C-1").entry
    link = f'<a href="/kk/2024/concepts/{concept}/">'
    readers = [
        seat(Office.PLANNER),
        seat(Office.BODY_OFFICER, "trade"),
        seat(Office.BODY_OFFICER, "energy"),
        seat(Office.CONTROLLER),
    ]
    assert [link in page(reader, CURRENT_PAGE) for reader in readers] == [
        *(True, True),
        *(False, False),
    ]


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_texts_in_another_language_say_so(language: str) -> None:
    """Titles of what waits stand in the language of the forms."""
    open_cycle()
    submit("C-1")
    conclude("C-1")
    html = page(seat(Office.PLANNER), f"/{language}/2024/current/")
    shown = "ru" if language == "ru" else "kk"
    title = made.wording().title[shown]
    assert f'<span lang="{shown}">{title}</span>' in html


@pytest.mark.slow
def test_the_number_of_queries_is_fixed(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    """One row, thirty, or thousands: the database is asked as often."""
    open_cycle()
    place("C-1")
    submit("C-0")
    planner = seat(Office.PLANNER)
    page(planner, CURRENT_PAGE)  # the session is written once
    with CaptureQueriesContext(connection) as one:
        page(planner, CURRENT_PAGE)
    for number in range(2, 31):
        place(f"C-{number}")
    with django_assert_num_queries(len(one)):
        page(planner, CURRENT_PAGE)
    filled(3_000)
    with django_assert_num_queries(len(one)):
        html = page(planner, CURRENT_PAGE)
    assert html.count('<td class="number">') == 100
    assert "page=2" in html


def filled(rows: int) -> None:
    """Put copies of the first concept into the plan, past the acts: they are slow."""
    first = Concept.objects.get(key="C-1")
    row = Row.objects.get(concept=first)
    concepts = [copy(first) for _ in range(rows)]
    for number, concept in enumerate(concepts, start=1_000_000):
        concept.entry, concept.key = number, f"D-{number}"
    Concept.objects.bulk_create(concepts)
    Proposer.objects.bulk_create(
        Proposer(concept=concept, position=0, body="trade") for concept in concepts
    )
    Row.objects.bulk_create(
        Row(
            concept=concept,
            entry=concept.entry,
            plan_id=row.plan_id,
            placed_on=row.placed_on,
            reason="",
        )
        for concept in concepts
    )


def test_a_long_plan_is_read_in_pages() -> None:
    """Rows run on through the groups; a page that is not there is the nearest."""
    open_cycle()
    place("C-1")
    filled(149)
    reader = seat(Office.AUDITOR)
    numbers = [
        [int(found) for found in re.findall(r'<td class="number">(\d+)</td>', html)]
        for html in (
            page(reader, f"{CURRENT_PAGE}?page={n}") for n in ("1", "2", "9", "x")
        )
    ]
    first, second = list(range(1, 101)), list(range(101, 151))
    assert numbers == [first, second, second, first]


def test_an_ordinary_plan_is_a_light_page() -> None:
    """Fifty rows with their acts leave room for all that the page loads in 150 kB."""
    open_cycle()
    place("C-1")
    filled(49)
    assert len(page(seat(Office.PLANNER), CURRENT_PAGE).encode()) < 65_000
