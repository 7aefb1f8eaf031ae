"""A recipient acknowledges a revision that amended a plan."""

from datetime import date

import pytest

from jospar.rules.amendment.acknowledge import acknowledge
from jospar.rules.amendment.effects import RevisionAcknowledged
from jospar.rules.core.act import Verdict
from jospar.rules.core.offices import Office
from tests.rules import made, made_amendments
from tests.rules.made import AFTER, BEFORE, CURRENT, DAY

pytestmark = pytest.mark.provision("amendments.acknowledgement")

FILING = made_amendments.acknowledge()


def test_acknowledge() -> None:
    """The recipient has the revision."""
    facts = made_amendments.send_out_facts(sent_on=DAY)
    assert acknowledge.verdict(facts, FILING) == Verdict((), ())
    assert acknowledge.effect(facts, FILING) == (
        RevisionAcknowledged(CURRENT, 4, "energy", DAY),
    )


@pytest.mark.parametrize(
    ("sent_on", "refused"),
    [
        (BEFORE, ()),
        (DAY, ()),
        (AFTER, ("amendments.acknowledgement: revision_sent",)),
        (None, ("amendments.acknowledgement: revision_sent",)),
    ],
)
def test_acknowledge_what_was_sent(
    sent_on: date | None, refused: tuple[str, ...]
) -> None:
    """What is acknowledged was sent to the recipient by that day."""
    facts = made_amendments.send_out_facts(sent_on=sent_on)
    assert made.said(acknowledge.verdict(facts, FILING)) == (refused, ())


@pytest.mark.parametrize("acknowledged_on", [BEFORE, DAY, AFTER])
def test_acknowledge_twice(acknowledged_on: date) -> None:
    """A receipt is acknowledged once, on whatever day that was."""
    facts = made_amendments.send_out_facts(
        sent_on=BEFORE, acknowledged_on=acknowledged_on
    )
    assert made.said(acknowledge.verdict(facts, FILING)) == (
        ("amendments.acknowledgement: revision_not_acknowledged",),
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
    facts = made_amendments.send_out_facts(case=made.acting(office, body), sent_on=DAY)
    assert made.said(acknowledge.verdict(facts, FILING)) == (refused, ())
