"""The Ministry sends the reminder that waits for a body."""

from dataclasses import replace
from datetime import date

import pytest

from jospar.rules.core.act import Verdict
from jospar.rules.outbox.effects import ReminderSent
from jospar.rules.outbox.send_reminder import send_reminder
from tests.rules import made, made_papers

pytestmark = [
    pytest.mark.provision("proposals.reminder"),
    pytest.mark.provision("outbox.approval"),
]
FILING = made_papers.send_reminder()


def test_send_reminder() -> None:
    """An approved reminder is sent under its number."""
    facts = made_papers.waiting_facts()
    assert send_reminder.verdict(facts, FILING) == Verdict((), ())
    assert send_reminder.effect(facts, FILING) == (
        ReminderSent(body="energy", on=made.DAY, document="11-3/85"),
    )


def test_send_a_reminder_that_nobody_wrote() -> None:
    """Where no reminder waits there is nothing to send."""
    facts = made_papers.waiting_facts(waiting_since=None)
    verdict = send_reminder.verdict(facts, FILING)
    assert made.said(verdict) == (("outbox.approval: waits",), ())


def test_send_a_reminder_twice() -> None:
    """A reminder is sent once."""
    facts = made_papers.waiting_facts(sent_on=made.BEFORE)
    verdict = send_reminder.verdict(facts, FILING)
    assert made.said(verdict) == (("outbox.approval: not_sent",), ())


@pytest.mark.parametrize(
    ("approved_on", "cautions"),
    [
        (None, ("outbox.approval: approved_here",)),
        (made.BEFORE, ()),
        (made.DAY, ()),
        (made.AFTER, ("outbox.approval: approved_here",)),
    ],
)
def test_send_what_was_not_approved(
    approved_on: date | None, cautions: tuple[str, ...]
) -> None:
    """A reminder that was not approved by that day leaves after a caution."""
    facts = made_papers.waiting_facts(approved_on=approved_on)
    assert made.said(send_reminder.verdict(facts, FILING)) == ((), cautions)


def test_what_a_file_brings_has_left_long_ago() -> None:
    """No approval is asked for where a file brings the sending."""
    facts = made_papers.waiting_facts(approved_on=None)
    facts = replace(facts, case=replace(facts.case, imported=True))
    assert send_reminder.verdict(facts, FILING) == Verdict((), ())
