"""The journal as people look through it, and how far its chain was verified."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from datetime import date

import pytest
from django.core.cache import cache
from django.db import connection

from jospar.procedure import journal
from jospar.queries.journal_chain import Chain, chain
from jospar.queries.journal_page import (
    A_PAGE,
    JournalFilter,
    acts_of,
    journal_page,
)
from jospar.rules.core.offices import Actor, Office
from tests.procedure.made_chains import TRIGGERS, sql
from tests.procedure.made_orders import perform_act
from tests.queries.made_record import conclude, do, open_cycle, submit
from tests.rules import made
from tests.rules.made import YEAR

pytestmark = pytest.mark.django_db

Numbered = Callable[[int], AbstractContextManager[object]]


@pytest.fixture(autouse=True)
def _nothing_verified(db: None) -> Iterator[None]:
    """Begin with a chain that nobody has looked at."""
    cache.clear()
    yield
    cache.clear()


def numbers(**asked: object) -> list[int]:
    """Return the numbers of the entries that are found."""
    page = journal_page(YEAR, JournalFilter(**asked))  # type: ignore[arg-type] # by name
    return [entry.number for entry in page.entries]


def test_entries_stand_newest_first() -> None:
    """Those of other years stand in their own journal page."""
    open_cycle()
    assert numbers() == [3, 2, 1]
    assert journal_page(2023, JournalFilter()).entries == ()


def test_entries_by_their_act() -> None:
    """The acts that occur are those of the year."""
    open_cycle()
    assert numbers(act="reference.list_body") == [3, 2]
    assert acts_of(YEAR) == ["reference.list_body", "reference.open_cycle"]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"person": "b.ospanov"}, True),
        ({"person": "b.ospan"}, False),
        ({"office": "registrar"}, True),
        ({"office": "head"}, False),
        ({"first_day": date(2024, 9, 20)}, True),
        ({"first_day": date(2024, 9, 21)}, False),
        ({"last_day": date(2024, 9, 20)}, True),
        ({"last_day": date(2024, 9, 19)}, False),
        ({"record": "C-1"}, True),
        ({"record": "c-1"}, False),
        ({"record": "4"}, True),
        ({"record": "9" * 30}, False),
        ({"person": "b.ospanov", "office": "registrar", "record": "C-1"}, True),
    ],
)
def test_entries_by_what_they_say(asked: dict[str, object], found: bool) -> None:
    """Each filter is asked of the entry's own text, and all of them must hold."""
    open_cycle()
    filing = made.submit_concept(key="C-1", proposers=("trade",))
    actor = Actor("b.ospanov", Office.REGISTRAR)
    number = perform_act(filing, actor=actor).number
    assert (number in numbers(**asked)) is found


def test_entries_of_a_body() -> None:
    """The body is that of who acted."""
    open_cycle()
    actor = Actor("b.ospanov", Office.BODY_OFFICER, "trade")
    filing = made.submit_concept(key="C-1", proposers=("trade",))
    number = perform_act(filing, actor=actor).number
    assert numbers(body="trade") == [number]


def test_the_entries_of_a_concept_by_key_and_by_entry() -> None:
    """Everything that was done with it, under either name."""
    open_cycle()
    submit("C-0")
    entry = submit("C-1")
    conclusion = conclude("C-1")
    assert numbers(record="C-1") == numbers(record=str(entry)) == [conclusion, entry]


def test_pages_go_on_where_the_last_one_ended() -> None:
    """Nothing is shown twice, and the last page has none after it."""
    open_cycle()
    for number in range(A_PAGE):
        submit(f"C-{number}")
    first = journal_page(YEAR, JournalFilter())
    assert (len(first.entries), first.older) == (A_PAGE, 4)
    last = journal_page(YEAR, JournalFilter(), before=first.older)
    assert [entry.number for entry in last.entries] == [3, 2, 1]
    assert last.older is None


def test_persons_have_their_names() -> None:
    """The name is that of the latest appointment; who has none keeps the code."""
    open_cycle()
    do(made.appoint(person="test", name="Бұрынғы"))
    do(made.appoint(person="test", name="А. Тестова"))
    assert journal_page(YEAR, JournalFilter()).names == {"test": "А. Тестова"}


@pytest.mark.parametrize("rows", [1, 60])
def test_the_queries_do_not_hang_on_the_rows(
    rows: int, django_assert_num_queries: Numbered
) -> None:
    """A page asks for its entries and for the names."""
    open_cycle()
    for number in range(rows):
        submit(f"C-{number}")
    with django_assert_num_queries(2):
        journal_page(YEAR, JournalFilter(office="registrar"))


def test_each_look_verifies_some_entries_more() -> None:
    """The next one goes on; at the end the chain is whole."""
    assert chain().whole
    open_cycle()
    assert chain(2) == Chain(verified=2, last=3)
    assert not chain(0).whole
    assert chain(2) == Chain(verified=3, last=3)
    assert chain().whole


def test_a_changed_entry_is_found() -> None:
    """Its number is named, and the chain holds up to where it was verified."""
    open_cycle()
    chain(1)
    _change("UPDATE records_journalentry SET act = 'x' WHERE number = 2")
    found = chain()
    assert (found.verified, found.last, found.whole) == (1, 3, False)
    assert found.fault is not None
    assert found.fault.values == {"number": 2}


def test_a_chain_that_was_exchanged_is_verified_anew() -> None:
    """What was verified must still stand where it stood."""
    open_cycle()
    assert chain().whole
    _change("UPDATE records_journalentry SET hash = 'x' WHERE number = 3")
    assert chain().fault is not None


def test_a_journal_is_verified_from_an_entry_on() -> None:
    """Number and hash of the entry before say where the chain goes on."""
    open_cycle()
    third = journal.numbered(3)
    assert third is not None
    previous = third.read().previous
    rest = journal.verify(journal.entries(2), 2, previous)
    assert rest == journal.last() == (3, third.hash)
    with pytest.raises(journal.JournalError):
        journal.verify(journal.entries(2), 2, journal.FIRST_HASH)


def _change(statement: str) -> None:
    """Change the journal past every guard, as only an administrator could."""
    for trigger in TRIGGERS[connection.vendor]:
        sql(trigger)
    sql(statement)
