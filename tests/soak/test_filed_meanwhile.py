"""Pages are made while a concept is filed, at every moment between their queries."""

from collections.abc import Iterator
from itertools import count

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from jospar.rules.core.offices import Office
from tests.queries.made_meanwhile import before_query
from tests.queries.made_record import LATE, do, open_cycle, place, submit
from tests.rules import made, made_papers
from tests.web.seats import seat

pytestmark = pytest.mark.django_db(databases=["default", "past"])

PAGES = {
    Office.BODY_OFFICER: ("", "concepts/", "write/"),
    Office.REVIEWER: ("", "concepts/"),
    Office.REGISTRAR: ("", "concepts/", "answers/", "outbox/"),
    Office.HEAD: ("", "answers/", "rules/", "outbox/", "current/"),
    Office.PLANNER: ("", "current/"),
    Office.AUDITOR: ("", "journal/"),
}


@pytest.mark.parametrize(
    ("office", "page"),
    [(office, page) for office, pages in PAGES.items() for page in pages],
)
def test_pages_while_concepts_are_filed(office: Office, page: str) -> None:
    """Each is whole: what is filed meanwhile stands on it wholly, or not at all."""
    open_cycle()
    place("C-1")
    submit("C-2", received_at=LATE)
    do(made_papers.remind())
    do(made.report_none(body="trade"))
    client = seat(office, "energy" if office is Office.BODY_OFFICER else "")
    path = f"/ru/2024/{page}"
    keys = (f"M-{number}" for number in count(1))
    failed = [
        number
        for number in _queries(client, path)
        if not _opens(client, path, number, next(keys))
    ]
    assert failed == []


def _queries(client: Client, path: str) -> Iterator[int]:
    """Yield the numbers of the queries that a page asks."""
    client.get(path)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(path).status_code == 200
    yield from range(1, len(queries) + 1)


def _opens(client: Client, path: str, number: int, key: str) -> bool:
    """Tell whether a page opens while a concept is filed before its query."""
    with before_query(number, lambda: submit(key)):
        return client.get(path).status_code == 200
