"""What an act is about, as far as its actor sees it."""

import pytest
from pytest_django import DjangoAssertNumQueries

from jospar.queries.subjects import Subject, subject_seen, subjects_seen
from jospar.rules.core.offices import Actor, Office
from tests.queries.made_record import open_cycle, submit
from tests.rules import made
from tests.rules.made import YEAR

pytestmark = pytest.mark.django_db

HEAD = Actor("x", Office.HEAD)


def test_a_subject_names_the_concept() -> None:
    """Its number, title and bodies, in the order in which they propose it."""
    open_cycle()
    entry = submit("C-1", proposers=("energy", "trade"))
    title = made.wording().title
    assert subject_seen(HEAD, YEAR, "C-1") == Subject(
        entry, "C-1", title, ("energy", "trade")
    )


@pytest.mark.parametrize(("body", "seen"), [("trade", ["C-1"]), ("energy", [])])
def test_a_body_has_no_subjects_of_others(body: str, seen: list[str]) -> None:
    """They are as if they were not there."""
    open_cycle()
    submit("C-1")
    actor = Actor("x", Office.BODY_OFFICER, body)
    found = subjects_seen(actor, YEAR, ["C-1", "C-9"])
    assert [subject.key for subject in found] == seen
    assert (subject_seen(actor, YEAR, "C-1") is not None) == bool(seen)


def test_subjects_stand_in_the_order_of_the_record() -> None:
    """However they are asked for; thirty are read as quickly as one."""
    open_cycle()
    submit("C-2")
    submit("C-1")
    found = subjects_seen(HEAD, YEAR, ["C-1", "C-2"])
    assert [subject.key for subject in found] == ["C-2", "C-1"]
    assert subjects_seen(HEAD, YEAR - 1, ["C-1"]) == []


def test_subjects_are_read_in_two_queries(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    """One or thirty."""
    open_cycle()
    keys = [f"C-{number}" for number in range(30)]
    for key in keys:
        submit(key)
    for asked in (keys[:1], keys):
        with django_assert_num_queries(2):
            assert len(subjects_seen(HEAD, YEAR, asked)) == len(asked)
