"""A plan's page: the annex form."""

import re

import pytest
from django.test import Client

from jospar.queries.plans import edition_of
from jospar.rules.core.nouns import PlanKind
from tests.queries.made_record import open_cycle, place
from tests.rules.made import RULES, YEAR
from tests.web.made_year import agreed_year

pytestmark = pytest.mark.django_db

PLANS = {"current": PlanKind.CURRENT, "long-term": PlanKind.LONG_TERM}


def page(client: Client, address: str) -> str:
    """Return the page at ``address``."""
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
@pytest.mark.parametrize("form", ["kk", "ru"])
@pytest.mark.parametrize("plan", list(PLANS))
def test_the_form_is_the_edition(
    client: Client, language: str, form: str, plan: str
) -> None:
    """Title, columns, groups and cells stand as the documents print them."""
    agreed_year()
    html = page(client, f"/{language}/2024/{plan}/?form={form}")
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
    assert found == rows


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
    client: Client, address: str, form: str
) -> None:
    """Without a choice it is the page's, and Kazakh where that has no form."""
    open_cycle()
    assert f'<div class="sheet" lang="{form}">' in page(client, address)


def test_another_language_of_the_page_keeps_that_of_the_form(client: Client) -> None:
    """The switch leads to the same page."""
    open_cycle()
    html = page(client, "/kk/2024/current/?form=ru")
    assert 'href="/en/2024/current/?form=ru" lang="en"' in html


def test_a_draft_bears_its_mark_and_an_agreed_plan_none(client: Client) -> None:
    """The mark stands in the form's language."""
    open_cycle()
    place("C-1")
    assert '<p class="mark">ПРОЕКТ</p>' in page(client, "/kk/2024/current/?form=ru")


def test_the_page_of_an_agreed_plan_says_where_it_stands(client: Client) -> None:
    """The step where the plan is now is marked for all readers."""
    agreed_year()
    html = page(client, "/en/2024/long-term/")
    assert 'class="mark"' not in html
    current = re.search(r'aria-current="step">\n<b>(.+)</b><span.*>(.+)</span>', html)
    assert current is not None
    assert current.groups() == ("Agreed by the President", " (the plan is here)")


def test_a_plan_of_no_cycle_is_not_there(client: Client) -> None:
    """A year without a cycle has no plans."""
    assert client.get("/kk/2024/current/").status_code == 404


def test_titles_cannot_mark_up_the_page(client: Client) -> None:
    """A text of a paper stays a text."""
    open_cycle()
    place("C-<script>")
    assert "<script" not in page(client, "/kk/2024/current/")
