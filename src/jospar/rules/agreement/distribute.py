"""The Ministry sends an agreed plan out."""

from collections.abc import Iterator

from jospar.rules.core.act import Unmet, _, act, check, condition, unmet
from jospar.rules.core.conditions import approved_here
from jospar.rules.core.nouns import PlanStage

from .effects import PlanDistributed, ReceiptAcknowledged
from .facts import Distribute, RecipientFacts


@condition(
    "distribution.recipients",
    _("The {plan} is not agreed on {on}."),
    _("Only a plan that the President agreed is sent out."),
)
def agreed(facts: RecipientFacts) -> Unmet | None:
    """What is sent out was agreed by the President."""
    if facts.plan.stood_as(PlanStage.AGREED, facts.case.on):
        return None
    return unmet(plan=facts.plan.kind, on=facts.case.on)


@condition(
    "distribution.recipients",
    _("The {plan} was sent to this recipient on {sent_on} already."),
    _("Nothing is left to do."),
)
def not_sent_before(facts: RecipientFacts) -> Unmet | None:
    """A plan is sent to a recipient once."""
    if facts.sent_on is None:
        return None
    return unmet(plan=facts.plan.kind, sent_on=facts.sent_on)


@check(
    "record.day",
    _(
        "The receipt was acknowledged on {acknowledged_on}, which is not between "
        "{on} and {today}."
    ),
    _("Correct the day of the acknowledgement."),
)
def acknowledged_after_sending(
    facts: RecipientFacts, filing: Distribute
) -> Iterator[Unmet]:
    """A receipt is acknowledged after the sending, and not in the future."""
    on = filing.acknowledged_on
    if on is not None and not filing.on <= on <= facts.case.today:
        yield unmet(
            "acknowledged_on",
            acknowledged_on=on,
            on=filing.on,
            today=facts.case.today,
        )


@act(
    "agreement.distribute",
    "distribution.deadline",
    filing=Distribute,
    conditions=(agreed, not_sent_before),
    requirements=(acknowledged_after_sending,),
    cautions=(approved_here,),
)
def distribute(
    facts: RecipientFacts, filing: Distribute
) -> tuple[PlanDistributed | ReceiptAcknowledged, ...]:
    """The recipient was sent the plan, and has it when that was acknowledged."""
    sent = PlanDistributed(
        plan=filing.plan,
        recipient=filing.recipient,
        on=filing.on,
        means=filing.means,
        document=filing.document,
    )
    if filing.acknowledged_on is None:
        return (sent,)
    return (
        sent,
        ReceiptAcknowledged(
            plan=filing.plan, recipient=filing.recipient, on=filing.acknowledged_on
        ),
    )
