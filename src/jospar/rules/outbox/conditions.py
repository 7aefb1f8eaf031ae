"""Conditions of the outbox."""

from jospar.rules.core.act import Unmet, _, condition, unmet

from .facts import WaitingFacts


@condition(
    "outbox.approval",
    _("On {on} no such paper waits in the outbox."),
    _("Perform first the act that the paper follows from, or correct the day."),
)
def waits(facts: WaitingFacts) -> Unmet | None:
    """There is something to send on the day of the act."""
    since = facts.waiting_since
    if since is not None and since <= facts.case.on:
        return None
    return unmet(on=facts.case.on)


@condition(
    "outbox.approval",
    _("The paper was sent on {sent_on} already."),
    _("Nothing is left to do."),
)
def not_sent(facts: WaitingFacts) -> Unmet | None:
    """What was sent waits no more."""
    return None if facts.sent_on is None else unmet(sent_on=facts.sent_on)
