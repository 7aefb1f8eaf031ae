"""The Ministry sends an agreed plan out."""

from dataclasses import replace
from datetime import date

import pytest

from jospar.rules.agreement.distribute import distribute
from jospar.rules.agreement.effects import PlanDistributed, ReceiptAcknowledged
from jospar.rules.core.act import Verdict
from jospar.rules.core.nouns import Plan, PlanStage
from jospar.rules.core.offices import Office
from tests.rules import made

SENT = PlanDistributed(
    plan=made.CURRENT, recipient="parliament", on=made.DAY, means="courier"
)


@pytest.mark.provision("distribution.deadline")
@pytest.mark.provision("distribution.recipients")
def test_distribute() -> None:
    """A recipient was sent the plan, however late that is."""
    facts, filing = made.recipient_facts(), made.distribute()
    assert distribute.verdict(facts, filing) == Verdict((), ())
    assert distribute.effect(facts, filing) == (SENT,)


@pytest.mark.provision("distribution.acknowledgement")
def test_distribute_with_its_receipt() -> None:
    """A receipt that is known at once is recorded with the sending."""
    facts, filing = made.recipient_facts(), made.distribute(acknowledged_on=made.DAY)
    assert distribute.effect(facts, filing) == (
        SENT,
        ReceiptAcknowledged(plan=made.CURRENT, recipient="parliament", on=made.DAY),
    )


@pytest.mark.provision("distribution.recipients")
@pytest.mark.parametrize(
    ("plan", "refused"),
    [
        (made.plan_at(PlanStage.AGREED, made.DAY), ()),
        (
            made.plan_at(PlanStage.AGREED, made.AFTER),
            ("distribution.recipients: agreed",),
        ),
        *(
            (made.plan_at(stage), ("distribution.recipients: agreed",))
            for stage in PlanStage
            if stage is not PlanStage.AGREED
        ),
    ],
)
def test_distribute_what_was_agreed(plan: Plan, refused: tuple[str, ...]) -> None:
    """Only a plan that the President agreed by that day is sent out."""
    verdict = distribute.verdict(made.recipient_facts(plan=plan), made.distribute())
    assert made.said(verdict) == (refused, ())


@pytest.mark.provision("distribution.recipients")
@pytest.mark.parametrize("sent_on", [made.BEFORE, made.DAY, made.AFTER])
def test_distribute_twice(sent_on: date) -> None:
    """A plan is sent to a recipient once, on whatever day that was."""
    facts = made.recipient_facts(sent_on=sent_on)
    assert made.said(distribute.verdict(facts, made.distribute())) == (
        ("distribution.recipients: not_sent_before",),
        (),
    )


@pytest.mark.provision("record.day")
@pytest.mark.parametrize(
    ("acknowledged_on", "refused"),
    [
        (date(2024, 11, 17), ("record.day: acknowledged_after_sending",)),
        (date(2024, 11, 18), ()),
        (date(2024, 11, 20), ()),
        (date(2024, 11, 21), ("record.day: acknowledged_after_sending",)),
    ],
)
def test_distribute_before_the_receipt(
    acknowledged_on: date, refused: tuple[str, ...]
) -> None:
    """A receipt is acknowledged from the day of the sending on, not in the future."""
    sent_on = date(2024, 11, 18)
    case = replace(made.acting(Office.HEAD, on=sent_on), today=date(2024, 11, 20))
    facts = made.recipient_facts(
        case=case,
        plan=made.plan_at(PlanStage.AGREED, sent_on),
        approved_on=sent_on,
    )
    filing = made.distribute(on=sent_on, acknowledged_on=acknowledged_on)
    assert made.said(distribute.verdict(facts, filing)) == (refused, ())


@pytest.mark.provision("outbox.approval")
@pytest.mark.parametrize(
    ("approved_on", "cautions"),
    [
        (None, ("outbox.approval: approved_here",)),
        (made.BEFORE, ()),
        (made.DAY, ()),
        (made.AFTER, ("outbox.approval: approved_here",)),
    ],
)
def test_distribute_what_was_not_approved(
    approved_on: date | None, cautions: tuple[str, ...]
) -> None:
    """A paper that was not approved by that day leaves after a caution."""
    facts = made.recipient_facts(approved_on=approved_on)
    assert made.said(distribute.verdict(facts, made.distribute())) == ((), cautions)


@pytest.mark.provision("outbox.approval")
def test_distribute_what_a_file_brings() -> None:
    """No approval is asked for where a file brings what left long ago."""
    facts = made.recipient_facts(approved_on=None)
    facts = replace(facts, case=replace(facts.case, imported=True))
    assert distribute.verdict(facts, made.distribute()) == Verdict((), ())
