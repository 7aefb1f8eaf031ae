"""However long a list is, a page asks the database the same number of questions."""

import pytest
from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from django.urls import resolve
from pytest_django import DjangoDbBlocker

from jospar.queries.journal_chain import FURTHER, chain
from tests.web.gates import READERS, pages_of
from tests.web.walk import enter, said
from tests.web.whole_record import whole_record

Counts = dict[tuple[str, str | None, str], int]


@pytest.fixture(scope="module")
def of_one(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Counts:
    """Return what pages ask of a record with one row of each kind.

    The record is taken back as that of a test is: a journal cannot be emptied.
    """
    with django_db_blocker.unblock():
        TestCase.setUpClass()
        try:
            return asked_of(1)
        finally:
            TestCase.tearDownClass()
            TestCase.doClassCleanups()


@pytest.mark.slow
@pytest.mark.django_db
def test_pages_ask_as_much_of_many_rows_as_of_one(of_one: Counts) -> None:
    """Of concepts, rows of a plan, papers, occasions, remarks, drafts and persons.

    Three thousand rows take minutes: ``tests/soak/test_many_rows.py``.
    """
    of_many = asked_of(30)
    differ = {page for page in of_one if of_one[page] != of_many[page]}
    assert {page: (of_one[page], of_many[page]) for page in differ} == {}


def asked_of(rows: int) -> Counts:
    """Return how many questions each page asks of a record with so many rows."""
    counts: Counts = {}
    record = whole_record(rows)
    chain(FURTHER)  # a look at the journal verifies no more than a stretch of it
    for walker in READERS:
        client = enter(walker)
        for path in pages_of(record, walker, "kk"):
            found = resolve(path.partition("?")[0])
            page = (said(walker), found.url_name, found.kwargs.get("code", ""))
            client.get(path)  # what is asked once in a session is asked now
            with CaptureQueriesContext(connection) as asked:
                client.get(path)
            counts[page] = len(asked)
    return counts
