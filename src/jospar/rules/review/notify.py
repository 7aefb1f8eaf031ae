"""The Ministry sends the conclusion to the body."""

from jospar.rules.core.act import Unmet, _, act, condition, unmet
from jospar.rules.core.conditions import approved_here, follows_receipt

from .effects import ConclusionNotified
from .facts import Notify, ReviewFacts


@condition(
    "conclusions.notice",
    _("On {on} there is no conclusion on concept {concept} to send."),
    _("Give the conclusion first, or correct the day."),
)
def concluded(facts: ReviewFacts) -> Unmet | None:
    """What is sent is a conclusion that was given."""
    conclusion = facts.concept.conclusion
    if conclusion is not None and conclusion.given_on <= facts.case.on:
        return None
    return unmet(concept=facts.concept.key, on=facts.case.on)


@condition(
    "conclusions.notice",
    _("The conclusion on concept {concept} was sent on {notified_on} already."),
    _("Nothing is left to do."),
)
def not_notified(facts: ReviewFacts) -> Unmet | None:
    """A conclusion is sent once."""
    concept = facts.concept
    if concept.notified_on is None:
        return None
    return unmet(concept=concept.key, notified_on=concept.notified_on)


@act(
    "review.notify",
    "conclusions.notice",
    filing=Notify,
    conditions=(follows_receipt, concluded, not_notified),
    cautions=(approved_here,),
)
def notify(facts: ReviewFacts, filing: Notify) -> tuple[ConclusionNotified, ...]:
    """The body knows what was concluded on its concept."""
    return (ConclusionNotified(key=filing.key, on=filing.on, document=filing.document),)
