"""The Ministry takes a registered agreement or event into account."""

from collections.abc import Iterator

from jospar.rules.core.act import Unmet, _, act, check, condition, unmet

from .conditions import follows_registration
from .effects import OccasionConsidered
from .facts import Consider, OccasionFacts


@condition(
    "record.day",
    _("The entry was considered on {considered_on}, after {on}."),
    _("Correct the day: what was considered later stands."),
)
def follows_consideration(facts: OccasionFacts) -> Unmet | None:
    """What is considered anew is considered on that day or later."""
    considered_on, on = facts.considered_on, facts.case.on
    if considered_on is None or considered_on <= on:
        return None
    return unmet(considered_on=considered_on, on=on)


@check(
    "agreements.considered",
    _("The entry is linked to no concept, and no word says why there is none."),
    _("Link a concept, or write why there is none."),
)
def linked_or_explained(facts: OccasionFacts, filing: Consider) -> Iterator[Unmet]:
    """What is considered has a concept, or a word why it has none."""
    if not filing.concepts and not filing.considered:
        yield unmet("concepts")


@check(
    "agreements.considered",
    _("Concept “{key}” is not in the record, and so links nothing."),
    _("Correct the key, or link the concept again once it has come."),
)
def links_what_there_is(facts: OccasionFacts, filing: Consider) -> Iterator[Unmet]:
    """What an agreement or event is linked to is in the record."""
    for key in facts.unknown:
        yield unmet("concepts", key=key)


@act(
    "drafting.consider",
    "agreements.considered",
    filing=Consider,
    conditions=(follows_registration, follows_consideration),
    requirements=(linked_or_explained,),
    cautions=(links_what_there_is,),
)
def consider(facts: OccasionFacts, filing: Consider) -> tuple[OccasionConsidered, ...]:
    """The agreement or event is linked to these concepts, in place of all before."""
    return (
        OccasionConsidered(
            register=filing.register,
            key=filing.key,
            on=filing.on,
            concepts=filing.concepts,
            considered=filing.considered,
        ),
    )
