"""A recipient acknowledges an agreed plan."""

from jospar.rules.core.act import Unmet, _, act, condition, unmet
from jospar.rules.core.conditions import own_receipt

from .effects import ReceiptAcknowledged
from .facts import Acknowledge, RecipientFacts


@condition(
    "distribution.acknowledgement",
    _("By {on} the {plan} was not sent to this recipient."),
    _("Send the plan first, or correct the day."),
)
def sent(facts: RecipientFacts) -> Unmet | None:
    """What is acknowledged was sent."""
    if facts.sent_on is not None and facts.sent_on <= facts.case.on:
        return None
    return unmet(plan=facts.plan.kind, on=facts.case.on)


@condition(
    "distribution.acknowledgement",
    _("The receipt of the {plan} was acknowledged on {acknowledged_on} already."),
    _("Nothing is left to do."),
)
def not_acknowledged(facts: RecipientFacts) -> Unmet | None:
    """A receipt is acknowledged once."""
    if facts.acknowledged_on is None:
        return None
    return unmet(plan=facts.plan.kind, acknowledged_on=facts.acknowledged_on)


@act(
    "agreement.acknowledge",
    "distribution.acknowledgement",
    filing=Acknowledge,
    conditions=(sent, not_acknowledged),
    requirements=(own_receipt,),
)
def acknowledge(
    facts: RecipientFacts, filing: Acknowledge
) -> tuple[ReceiptAcknowledged, ...]:
    """The recipient has the plan."""
    return (
        ReceiptAcknowledged(plan=filing.plan, recipient=filing.recipient, on=filing.on),
    )
