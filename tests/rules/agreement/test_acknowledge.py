"""A recipient acknowledges an agreed plan."""

from datetime import date

import pytest

from jospar.rules.agreement.acknowledge import acknowledge
from jospar.rules.agreement.effects import ReceiptAcknowledged
from jospar.rules.core.act import Verdict
from jospar.rules.core.offices import Office
from tests.rules import made

FILING = made.acknowledge()


@pytest.mark.provision("distribution.acknowledgement")
def test_acknowledge() -> None:
    """The recipient has the plan."""
    facts = made.recipient_facts(sent_on=made.DAY)
    assert acknowledge.verdict(facts, FILING) == Verdict((), ())
    assert acknowledge.effect(facts, FILING) == (
        ReceiptAcknowledged(plan=made.CURRENT, recipient="energy", on=made.DAY),
    )


@pytest.mark.provision("distribution.acknowledgement")
@pytest.mark.parametrize(
    ("sent_on", "refused"),
    [
        (made.BEFORE, ()),
        (made.DAY, ()),
        (made.AFTER, ("distribution.acknowledgement: sent",)),
        (None, ("distribution.acknowledgement: sent",)),
    ],
)
def test_acknowledge_what_was_sent(
    sent_on: date | None, refused: tuple[str, ...]
) -> None:
    """What is acknowledged was sent to the recipient by that day."""
    facts = made.recipient_facts(sent_on=sent_on)
    assert made.said(acknowledge.verdict(facts, FILING)) == (refused, ())


@pytest.mark.provision("distribution.acknowledgement")
@pytest.mark.parametrize("acknowledged_on", [made.BEFORE, made.DAY, made.AFTER])
def test_acknowledge_twice(acknowledged_on: date) -> None:
    """A receipt is acknowledged once, on whatever day that was."""
    facts = made.recipient_facts(sent_on=made.BEFORE, acknowledged_on=acknowledged_on)
    assert made.said(acknowledge.verdict(facts, FILING)) == (
        ("distribution.acknowledgement: not_acknowledged",),
        (),
    )


@pytest.mark.provision("offices.table")
@pytest.mark.parametrize("office", [Office.RECIPIENT, Office.BODY_OFFICER])
@pytest.mark.parametrize(
    ("body", "refused"),
    [
        ("energy", ()),
        ("trade", ("offices.table: own_receipt",)),
        ("", ("offices.table: own_receipt",)),
    ],
)
def test_acknowledge_for_the_own_office(
    office: Office, body: str, refused: tuple[str, ...]
) -> None:
    """A recipient acknowledges what was sent to it."""
    facts = made.recipient_facts(case=made.acting(office, body), sent_on=made.DAY)
    assert made.said(acknowledge.verdict(facts, FILING)) == (refused, ())
