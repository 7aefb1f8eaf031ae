"""The page of carrying out with few rows and with many, and a quarter of them."""

import re
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from jospar.procedure.rehearsal import rehearse_on
from jospar.records.models import HandlingMark
from jospar.rules.core.offices import Office
from tests.queries.many_rows import BODIES, many_rows
from tests.queries.many_rows import TODAY as MADE_ON
from tests.web.page_faults import faults
from tests.web.seats import seat
from tests.web.test_view_carrying import PAGE, carried_out, keys, page

pytestmark = pytest.mark.django_db

LARGEST = 150_000
"""Bytes of a page, unpacked."""


def browser(day: date) -> Client:
    """Return the browser of a controller on that day."""
    client = seat(Office.CONTROLLER)
    rehearse_on(day)
    return client


@pytest.mark.slow
@pytest.mark.parametrize("language", ["kk", "ru", "en"])
@pytest.mark.parametrize("rows", [20, 400])
def test_a_page_of_many_rows_stays_small_and_sound(rows: int, language: str) -> None:
    """Many are counted in their quarters, which lead to their rows."""
    many_rows(rows)
    client = browser(MADE_ON)
    for query in ("", "?quarter=2025-3", "?body=trade"):
        html = page(client, f"/{language}/{PAGE}{query}")
        assert faults(html, language) == []
        assert len(html.encode()) <= LARGEST
    html = page(client, f"/{language}/{PAGE}")
    assert ('class="counts" href="?quarter=2025-3#rows"' in html) is (rows == 400)


def test_a_quarter_is_chosen() -> None:
    """By its link or in the form; the rest that was chosen stays, and it is undone."""
    carried_out()
    client = browser(date(2025, 5, 20))
    html = page(client, f"/en/{PAGE}?stage=in_talks&quarter=2025-4&page=3")
    assert keys(html) == ["C-1"]
    assert '<option value="2025-4" selected>Q4 2025</option>' in html
    assert 'href="?stage=in_talks&amp;quarter=2025-2#rows"' in html
    assert '<a href="?stage=in_talks">All quarters</a>' in html
    assert keys(page(client, f"/en/{PAGE}?quarter=2025-5")) == ["C-1", "C-2"]
    none = page(client, f"/en/{PAGE}?quarter=2025-1")
    assert "There are no such rows." in none


def test_bodies_stand_in_the_official_order() -> None:
    """In the table of all, and in the filter."""
    many_rows(20)
    html = page(browser(MADE_ON), f"/en/{PAGE}")
    official = ["trade", "energy", *list(BODIES)[2:]]
    assert re.findall(r'<a href="\?body=(\w+)">', html) == official


def test_many_rows_take_as_many_queries() -> None:
    """Folded or not."""
    counts = []
    many_rows(400)
    HandlingMark.objects.all().delete()  # whom a page showed a mark is recorded
    client = browser(MADE_ON)
    page(client, f"/kk/{PAGE}")
    for query in ("", "?quarter=2025-4", "?quarter=2025-4&body=trade"):
        with CaptureQueriesContext(connection) as asked:
            page(client, f"/kk/{PAGE}{query}")
        counts.append(len(asked))
    assert len(set(counts)) == 1
