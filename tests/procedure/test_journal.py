"""The journal is chained: whatever is changed in it, the entry is named."""

from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest
from msgspec import json

from jospar.procedure import journal
from jospar.procedure.journal import JournalError
from jospar.records.models import JournalEntry
from tests.procedure.made_chains import let_go, sql
from tests.procedure.made_orders import TODAY, perform_act
from tests.procedure.small_year import REFERENCE
from tests.rules import made

pytestmark = pytest.mark.django_db

HEADER_CHANGED = "Entry 3 of the journal: its header was changed."
CONTRADICTS = "Entry 3 of the journal: its columns contradict its header."
MISSING = "Entry 3 of the journal is missing; the next one is 4."


@pytest.fixture
def chain() -> int:
    """Perform a few acts and let go of the triggers; gives the number of entries."""
    for filing in REFERENCE:
        perform_act(filing)
    assert journal.verify(journal.entries())[0] == len(REFERENCE)
    let_go()
    return len(REFERENCE)


def fault() -> str:
    """Return how the journal fails."""
    with pytest.raises(JournalError) as error:
        journal.verify(journal.entries())
    return str(error.value)


def part_changed(part: str) -> str:
    """Return what is said of a part that was changed."""
    return f"Entry 3 of the journal: its part “{part}” was changed."


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ("header = replace(header, '3', '4')", HEADER_CHANGED),
        ("hash = replace(hash, substr(hash, 1, 1), 'x')", HEADER_CHANGED),
        ("filing = replace(filing, 'м', 'n')", part_changed("filing")),
        ("effects = replace(effects, '2', '3')", part_changed("effects")),
        ("cautions = replace(cautions, '[', ' [')", part_changed("cautions")),
        ("act = 'reference.appoint'", CONTRADICTS),
        ("year = 2025", CONTRADICTS),
        ("act_id = '00000000000000000000000000000007'", CONTRADICTS),
        ("number = 99", MISSING),
        ("filing = ''", part_changed("filing")),
    ],
)
@pytest.mark.usefixtures("chain")
def test_a_column_that_was_changed(change: str, said: str) -> None:
    """Each column of an entry is watched; the entry is named."""
    sql(f"UPDATE records_journalentry SET {change} WHERE number = 3")  # noqa: S608 - the statements stand above
    assert fault() == said


@pytest.mark.usefixtures("chain")
def test_an_entry_that_was_deleted() -> None:
    """An entry missing in the middle is named, with the one that comes next."""
    sql("DELETE FROM records_journalentry WHERE number = 3")
    assert fault() == MISSING


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (-1, "Entry 1 of the journal is missing; the next one is -1."),
        (0, "Entry 1 of the journal is missing; the next one is 0."),
        (8, "Entry 8 of the journal: its columns contradict its header."),
    ],
)
@pytest.mark.usefixtures("chain")
def test_an_entry_that_was_added(number: int, said: str) -> None:
    """An entry slipped in before the first or after the last is named."""
    *_, last = journal.entries()
    text = journal.encode(json.decode(last.header) | {"previous": last.hash})
    forged = replace(last, number=number, act_id=str(uuid4()), header=text)
    journal.insert(replace(forged, hash=journal.sha256(text)))
    assert fault() == said


@pytest.mark.usefixtures("chain")
def test_an_entry_written_anew() -> None:
    """An entry whose hash was made anew is betrayed by the entry that follows."""
    entry = JournalEntry.objects.get(number=3)
    header = entry.header.replace('"person":"test"', '"person":"nobody"')
    sql(
        "UPDATE records_journalentry SET header = %s, hash = %s WHERE number = 3",
        header,
        journal.sha256(header),
    )
    assert fault() == "Entry 4 of the journal does not follow the entry before."


@pytest.mark.parametrize(
    "header",
    ["", "no JSON", "{}", '{"number":"three"}', '{"digests":{}}'],
)
@pytest.mark.usefixtures("chain")
def test_an_entry_that_is_none(header: str) -> None:
    """A header that cannot be read at all is told, with the number of its entry."""
    sql(
        "UPDATE records_journalentry SET header = %s, hash = %s WHERE number = 3",
        header,
        journal.sha256(header),
    )
    assert fault().startswith("Entry 3 of the journal cannot be read: ")


@pytest.mark.usefixtures("chain")
def test_an_entry_without_a_digest() -> None:
    """A header that is silent on a part does not vouch for it."""
    entry = next(entry for entry in journal.entries() if entry.number == 3)
    header = json.decode(entry.header)
    del header["digests"]["filing"]
    text = journal.encode(header)
    sql(
        "UPDATE records_journalentry SET header = %s, hash = %s WHERE number = 3",
        text,
        journal.sha256(text),
    )
    assert fault() == part_changed("filing")


def test_a_part_withheld(chain: int) -> None:
    """Without its parts an entry cannot be read, and its header still chains."""
    sql("UPDATE records_journalentry SET filing = '', effects = '' WHERE number = 3")
    number, previous = 0, journal.FIRST_HASH
    for entry in journal.entries():
        header = entry.read()
        assert (header.number, header.previous) == (number + 1, previous)
        assert journal.sha256(entry.header) == entry.hash
        number, previous = header.number, entry.hash
    assert number == chain


@pytest.mark.usefixtures("chain")
def test_equal_values_have_different_digests() -> None:
    """A salt keeps a part from being guessed by its digest."""
    cautions = {entry.read().digests["cautions"] for entry in journal.entries()}
    assert {tuple(entry.value("cautions")) for entry in journal.entries()} == {()}
    assert len(cautions) == len(REFERENCE)


def test_an_empty_journal() -> None:
    """It holds, has no last entry, and is nobody's rehearsal."""
    assert journal.verify(journal.entries()) == (0, journal.FIRST_HASH)
    assert journal.last() == (0, journal.FIRST_HASH)
    assert journal.is_rehearsal() is False


def test_texts_are_canonical() -> None:
    """Header and parts are written as RFC 8785 would, letters as themselves."""
    perform_act(made.open_cycle())
    perform_act(made.list_body(), document="№ 1/ә")
    *_, entry = journal.entries()
    for text in (entry.header, entry.filing, entry.effects, entry.cautions):
        assert text == journal.encode(json.decode(text))
    assert '"document":"№ 1/ә"' in entry.header


def test_moments_are_those_of_recording() -> None:
    """The day of effect and the moment of recording are two things."""
    perform_act(made.open_cycle())
    header = next(journal.entries()).read()
    assert (header.on, header.recorded_at[:10]) == (date(2024, 1, 9), str(TODAY))
