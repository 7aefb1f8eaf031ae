"""A recipient acknowledges a revision that amended a plan."""

from jospar.rules.core.act import Unmet, _, act, condition, unmet
from jospar.rules.core.conditions import own_receipt

from .effects import RevisionAcknowledged
from .facts import AcknowledgeRevision, SendOutFacts


@condition(
    "amendments.acknowledgement",
    _("By {on} the revision was not sent to this recipient."),
    _("Send the revision first, or correct the day."),
)
def revision_sent(facts: SendOutFacts) -> Unmet | None:
    """What is acknowledged was sent."""
    if facts.sent_on is not None and facts.sent_on <= facts.case.on:
        return None
    return unmet(on=facts.case.on)


@condition(
    "amendments.acknowledgement",
    _("The receipt of the revision was acknowledged on {acknowledged_on} already."),
    _("Nothing is left to do."),
)
def revision_not_acknowledged(facts: SendOutFacts) -> Unmet | None:
    """A receipt is acknowledged once."""
    if facts.acknowledged_on is None:
        return None
    return unmet(acknowledged_on=facts.acknowledged_on)


@act(
    "amendment.acknowledge",
    "amendments.acknowledgement",
    filing=AcknowledgeRevision,
    conditions=(revision_sent, revision_not_acknowledged),
    requirements=(own_receipt,),
)
def acknowledge(
    facts: SendOutFacts, filing: AcknowledgeRevision
) -> tuple[RevisionAcknowledged, ...]:
    """The recipient has the plan as it reads now."""
    return (
        RevisionAcknowledged(
            plan=filing.plan,
            revision=filing.revision,
            recipient=filing.recipient,
            on=filing.on,
        ),
    )
