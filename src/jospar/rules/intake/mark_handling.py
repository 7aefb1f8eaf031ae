"""A concept is marked “for official use”, or the mark is lifted."""

from collections.abc import Iterator

from jospar.rules.core.act import Unmet, _, act, check, unmet
from jospar.rules.core.conditions import follows_receipt, own_concept

from .effects import HandlingMarked
from .facts import HandlingFacts, MarkHandling


@check(
    "record.handling",
    _("Concept {concept} is marked “for official use” already."),
    _("Nothing is left to do, or choose that the mark is lifted."),
)
def not_marked_yet(facts: HandlingFacts, filing: MarkHandling) -> Iterator[Unmet]:
    """A concept is marked once until the mark is lifted."""
    if filing.official_use and facts.official_use:
        yield unmet("official_use", concept=facts.concept.key)


@check(
    "record.handling",
    _("Concept {concept} bears no mark that could be lifted."),
    _("Nothing is left to do, or choose that the mark is set."),
)
def has_mark_to_lift(facts: HandlingFacts, filing: MarkHandling) -> Iterator[Unmet]:
    """Only a mark that stands is lifted."""
    if not filing.official_use and not facts.official_use:
        yield unmet("official_use", concept=facts.concept.key)


@check(
    "record.day",
    _("The mark of concept {concept} was last changed on {since}, after {on}."),
    _("Correct the day of the act."),
)
def after_the_last_change(
    facts: HandlingFacts, filing: MarkHandling
) -> Iterator[Unmet]:
    """A mark changes on the day of its last change, or later."""
    if facts.since is not None and filing.on < facts.since:
        yield unmet("on", concept=facts.concept.key, since=facts.since, on=filing.on)


@check(
    "record.handling",
    _("No reason is given for setting or lifting the mark."),
    _("Write why."),
)
def says_why(facts: HandlingFacts, filing: MarkHandling) -> Iterator[Unmet]:
    """A mark is set or lifted for a reason."""
    if not filing.reason.strip():
        yield unmet("reason")


@act(
    "intake.mark_handling",
    "record.handling",
    filing=MarkHandling,
    conditions=(follows_receipt, own_concept),
    requirements=(not_marked_yet, has_mark_to_lift, after_the_last_change, says_why),
)
def mark_handling(
    facts: HandlingFacts, filing: MarkHandling
) -> tuple[HandlingMarked, ...]:
    """The concept, its row and its papers bear the mark, or bear it no longer."""
    return (
        HandlingMarked(
            key=filing.key,
            on=filing.on,
            official_use=filing.official_use,
            reason=filing.reason,
        ),
    )
