"""Acting beyond one's office: other fields than the form has, twice, for another."""

from datetime import date
from uuid import uuid4

import pytest
from django.test import Client

from jospar.accounts.models import Person
from jospar.procedure import journal
from jospar.procedure.journal import JournalError
from jospar.records.models import JournalEntry
from jospar.rules.core.offices import Office
from jospar.web.models import Draft
from tests.procedure.made_chains import let_go, sql
from tests.queries.made_record import open_cycle, submit
from tests.rules.made import YEAR
from tests.web.seats import seat

pytestmark = pytest.mark.django_db

WITHDRAW = f"/en/{YEAR}/acts/intake.withdraw_concept/"
NONE = f"/en/{YEAR}/acts/intake.report_none/"
BEYOND = dict.fromkeys(("person", "actor"), "minister") | {
    "office": "head",
    "by": "head",
    "imported": "1",
    "on": "2024-01-02",
    "received_at": "2024-01-02T09:00",
    "recorded_at": "2024-01-02",
    "year": "2020",
    "number": "1",
    "is_superuser": "1",
}
"""What no form of an officer of a body asks, and somebody may send."""


def test_a_form_takes_no_more_than_it_asks() -> None:
    """Neither another body, day, person or office, nor anything of the journal."""
    open_cycle()
    client = seat(Office.BODY_OFFICER, "trade")
    sent = BEYOND | {"body": "energy", "document": "1"}
    client.post(NONE, sent)
    entry = journal.latest()
    assert entry is not None
    header = entry.read()
    assert (header.act, header.person, header.office, header.body) == (
        "intake.report_none",
        *("body_officer-trade", "body_officer", "trade"),
    )
    assert header.on > date(2024, 12, 31)


def test_a_draft_takes_no_more_than_its_cells() -> None:
    """Nobody hands a draft to another body, or says that it is filed."""
    open_cycle()
    client = seat(Office.BODY_OFFICER, "trade")
    client.post(f"/en/{YEAR}/write/")
    draft = Draft.objects.get()
    sent = BEYOND | {"body": "energy", "filed": "1", "uuid": str(uuid4())}
    sent |= {f"seen_{name}": "" for name in sent}
    client.post(f"/en/{YEAR}/write/{draft.uuid}/", sent)
    after = Draft.objects.get()
    assert (after.uuid, after.body, after.put_away) == (draft.uuid, "trade", False)


def test_no_person_is_made_mightier_by_a_form() -> None:
    """The page of a person changes what it shows, and no right of Django's."""
    open_cycle()
    client = seat(Office.ADMINISTRATOR)
    person = Person.objects.create(code="b.ospanov", name="Б. Оспанов")
    rights = ("pk", "code", "password", "is_active", "one_time_until")
    before = Person.objects.values_list(*rights).get(pk=person.pk)
    client.post(f"/en/people/{person.pk}/", BEYOND | {"is_staff": "1", "pk": "1"})
    assert Person.objects.values_list(*rights).get(pk=person.pk) == before


def test_the_same_form_sent_again_is_one_act() -> None:
    """Held up and sent again, or pressed twice: it stands once, and nothing fails."""
    open_cycle()
    client = seat(Office.REGISTRAR)
    sent = {
        "body": "trade",
        "document": "1",
        "on": "2024-09-20",
        "act_id": str(uuid4()),
    }
    sent |= {"received_at": "2024-09-20T10:00"}
    before = JournalEntry.objects.count()
    first = client.post(NONE, sent)
    again = client.post(NONE, sent)
    assert (first.status_code, again.status_code) == (302, 302)
    assert first["Location"] == again["Location"]
    assert JournalEntry.objects.count() == before + 1


def test_an_act_under_anothers_number_changes_nothing() -> None:
    """Who sends the id of an act that was performed only learns that it was."""
    open_cycle()
    submit("C-1")
    entry = journal.latest()
    assert entry is not None
    client = seat(Office.BODY_OFFICER, "energy")
    count = JournalEntry.objects.count()
    client.post(NONE, {"document": "1", "act_id": entry.act_id})
    assert JournalEntry.objects.count() == count


def test_the_journal_refuses_its_own_administrator() -> None:
    """The database itself refuses; without its triggers the chain names the entry."""
    open_cycle()
    submit("C-1")
    count = JournalEntry.objects.count()
    let_go()
    sql("UPDATE records_journalentry SET filing = replace(filing, 'C-1', 'C-2')")
    with pytest.raises(JournalError, match=f"Entry {count} of the journal: its part"):
        journal.verify(journal.entries())


def test_who_is_not_signed_in_performs_nothing(client: Client) -> None:
    """What they send is neither done nor kept."""
    open_cycle()
    count = JournalEntry.objects.count()
    answer = client.post(WITHDRAW, {"key": "C-1", "document": "1"})
    assert (answer.status_code, JournalEntry.objects.count()) == (302, count)
    assert "stash" not in client.session
