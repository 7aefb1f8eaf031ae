"""Papers of the outbox are approved and sent, together or one by one."""

from datetime import date

import pytest

from jospar.procedure.rehearsal import rehearse_on
from jospar.queries.outbox import outbox
from jospar.records.models import (
    Distribution,
    Notice,
    PaperApproval,
    Return,
    RevisionSending,
)
from jospar.rules.core.offices import Office
from tests.queries.made_amended import agreed_plan, instruct, make, stage
from tests.queries.made_approvals import approval_stands
from tests.queries.made_record import (
    LATE,
    agree,
    conclude,
    do,
    open_cycle,
    place,
    submit,
)
from tests.rules import made_papers
from tests.rules.made import RULES, YEAR
from tests.web.made_outbox import (
    ADDRESS,
    NOTICE,
    RETURN,
    TODAY,
    form,
    text,
    waiting,
    waits,
)
from tests.web.seats import seat

pytestmark = [pytest.mark.django_db, pytest.mark.provision("outbox.approval")]


def test_papers_are_approved_together() -> None:
    """Every subject of a letter is approved, with the same content."""
    waiting()
    client = seat(Office.HEAD)
    response = client.post(ADDRESS, form(RETURN, NOTICE, step="approve"))
    assert "Done for 2 letters." in text(response.content)
    subjects = PaperApproval.objects.order_by("entry").values_list("paper", "subject")
    assert list(subjects) == [
        ("return_letter", "C-1"),
        ("return_letter", "C-2"),
        ("conclusion_notice", "C-3"),
    ]
    assert [approval_stands(line) for line in outbox(RULES, YEAR, TODAY)] == [True] * 2


def test_a_paper_is_approved_as_it_was_looked_at() -> None:
    """What changed on the way is looked at again."""
    waiting()
    sent = form(RETURN, step="approve")
    submit("C-4", received_at=LATE)
    response = seat(Office.HEAD).post(ADDRESS, sent)
    assert response.status_code == 422
    assert "Open it and look again." in text(response.content)
    assert PaperApproval.objects.count() == 0


def test_content_that_changed_since_the_approval() -> None:
    """It is said, and sent only by who says so."""
    waiting()
    seat(Office.HEAD).post(ADDRESS, form(RETURN, step="approve"))
    submit("C-4", received_at=LATE)
    client = seat(Office.REGISTRAR)
    assert "content changed since the approval" in text(client.get(ADDRESS).content)
    sent = form(RETURN, step="send", first="11-2/408")
    assert client.post(ADDRESS, sent).status_code == 422
    assert Return.objects.count() == 0
    agreed = {f"{RETURN}.acknowledged": ["approval_stands", "approved_here"]}
    assert client.post(ADDRESS, sent | agreed).status_code == 200
    assert Return.objects.count() == 3


def test_papers_are_sent_each_under_its_number() -> None:
    """A letter without one gets the next; a letter on two concepts has one number."""
    waiting()
    seat(Office.HEAD).post(ADDRESS, form(RETURN, NOTICE, step="approve"))
    client = seat(Office.REGISTRAR)
    client.post(
        ADDRESS,
        form(RETURN, NOTICE, step="send", first="11-2/099")
        | {f"{NOTICE}.number": "Х-5"},
    )
    assert [*Return.objects.values_list("document", "on")] == [("11-2/099", TODAY)] * 2
    assert [*Notice.objects.values_list("document", "on")] == [("Х-5", TODAY)]


def test_numbers_follow_one_another() -> None:
    """The zeros at the front stay."""
    waiting()
    submit("C-5")
    conclude("C-5")
    refs = (NOTICE, "conclusion_notice/C-5")
    seat(Office.HEAD).post(ADDRESS, form(*refs, step="approve"))
    client = seat(Office.REGISTRAR)
    client.post(ADDRESS, form(*refs, step="send", first="11-2/099-қ"))
    numbers = Notice.objects.order_by("concept_id").values_list("document", flat=True)
    assert list(numbers) == ["11-2/099-қ", "11-2/100-қ"]


def test_each_paper_is_told_on_its_own() -> None:
    """One that is refused stops no other, and what was typed stays."""
    waiting()
    seat(Office.HEAD).post(ADDRESS, form(NOTICE, step="approve"))
    client = seat(Office.REGISTRAR)
    typed = {f"{RETURN}.number": "11-2/1", f"{NOTICE}.number": "11-2/2"}
    response = client.post(ADDRESS, form(RETURN, NOTICE, step="send") | typed)
    assert response.status_code == 422
    said = text(response.content)
    assert "The paper that is sent was not approved here." in said
    assert "Done for 1 letter." in said
    assert 'value="11-2/1"' in response.content.decode()
    assert (waits(), Notice.objects.count()) == ([RETURN], 1)


def test_a_paper_without_a_number_is_not_sent() -> None:
    """The number of the document system makes the act."""
    waiting()
    seat(Office.HEAD).post(ADDRESS, form(NOTICE, step="approve"))
    response = seat(Office.REGISTRAR).post(ADDRESS, form(NOTICE, step="send"))
    assert (response.status_code, Notice.objects.count()) == (422, 0)
    assert "Fill in this field." in text(response.content)


def test_a_form_sent_twice_is_one_act() -> None:
    """The second time there is nothing left to mark."""
    waiting()
    sent = form(NOTICE, step="approve")
    client = seat(Office.HEAD)
    client.post(ADDRESS, sent)
    client.post(ADDRESS, sent)
    assert PaperApproval.objects.count() == 1


def test_a_dispatch_is_sent() -> None:
    """It goes to its recipient, by the means that was named."""
    open_cycle()
    place("C-1")
    agree()
    rehearse_on(TODAY)
    ref = "dispatch_letter/current/parliament"
    seat(Office.HEAD).post(ADDRESS, form(ref, step="approve"))
    client = seat(Office.REGISTRAR)
    client.post(ADDRESS, form(ref, step="send", first="1-1", means="courier"))
    sent = Distribution.objects.values_list("recipient", "document", "means")
    assert list(sent) == [("parliament", "1-1", "courier")]


@pytest.mark.provision("amendments.sending")
def test_a_revision_is_sent_to_all_in_one_press() -> None:
    """Its letters are approved together and leave under numbers one after another."""
    agreed_plan()
    instruct("1", 9)
    stage("1", 9)
    make("1", 9)
    rehearse_on(TODAY)
    to = ("parliament", "government_office", "trade")
    refs = [f"revision_letter/current/2/{recipient}" for recipient in to]
    seat(Office.HEAD).post(ADDRESS, form(*refs, step="approve"))
    client = seat(Office.REGISTRAR)
    client.post(ADDRESS, form(*refs, step="send", first="1-7", means="courier"))
    sent = RevisionSending.objects.order_by("entry")
    assert list(sent.values_list("recipient", "document", "means")) == [
        ("parliament", "1-7", "courier"),
        ("government_office", "1-8", "courier"),
        ("trade", "1-9", "courier"),
    ]


def test_a_reminder_is_sent() -> None:
    """It waits from the moment when it is made."""
    open_cycle()
    do(made_papers.remind(body="energy", on=date(2024, 9, 20)))
    rehearse_on(TODAY)
    ref = "reminder/energy"
    seat(Office.HEAD).post(ADDRESS, form(ref, step="approve"))
    seat(Office.REGISTRAR).post(ADDRESS, form(ref, step="send", first="1-1"))
    assert waits() == []
