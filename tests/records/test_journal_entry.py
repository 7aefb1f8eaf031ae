"""Entries of the journal are never changed or deleted, neither by us nor past us."""

import pytest
from django.db import DatabaseError, connection, transaction

from jospar.records.models import JournalEntry
from jospar.records.models.journal import JournalIsFinalError
from tests.procedure.made_orders import perform_act
from tests.rules import made

pytestmark = pytest.mark.django_db

SAYS = "Entries of the journal are never changed or deleted."


@pytest.fixture
def entry() -> JournalEntry:
    """Return an entry of the journal."""
    perform_act(made.open_cycle())
    return JournalEntry.objects.get()


def test_through_an_entry(entry: JournalEntry) -> None:
    """An entry can be neither saved nor deleted."""
    entry.act = "reference.appoint"
    for change in (entry.save, entry.delete):
        with pytest.raises(JournalIsFinalError) as error:
            change()
        assert str(error.value) == SAYS


@pytest.mark.usefixtures("entry")
def test_through_a_query() -> None:
    """Entries can be neither updated nor deleted together, nor created."""
    with pytest.raises(JournalIsFinalError):
        JournalEntry.objects.update(act="reference.appoint")
    with pytest.raises(JournalIsFinalError):
        JournalEntry.objects.all().delete()
    with pytest.raises(JournalIsFinalError):
        JournalEntry.objects.create(number=2)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE records_journalentry SET act = 'reference.appoint'",
        "UPDATE records_journalentry SET hash = '' WHERE number = 1",
        "DELETE FROM records_journalentry",
        "DELETE FROM records_journalentry WHERE number = 1",
    ],
)
@pytest.mark.usefixtures("entry")
def test_past_the_program(statement: str) -> None:
    """The database itself refuses, in the same words."""
    _refused(statement)


@pytest.mark.postgresql
@pytest.mark.usefixtures("entry")
def test_emptying_the_table() -> None:
    """PostgreSQL refuses to empty the table, too."""
    _refused("TRUNCATE records_journalentry")


def test_an_entry_is_named_by_number_and_act(entry: JournalEntry) -> None:
    """That is how it shows wherever entries are listed."""
    assert str(entry) == "1 reference.open_cycle"


def _refused(statement: str) -> None:
    before = list(JournalEntry.objects.values())
    with (
        pytest.raises(DatabaseError) as error,
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)
    assert str(error.value).splitlines()[0] == SAYS
    assert list(JournalEntry.objects.values()) == before
