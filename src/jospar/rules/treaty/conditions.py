"""Conditions and checks that both acts on treaties share."""

from collections.abc import Iterator
from typing import Protocol

from jospar.rules.core.act import Unmet, _, check, condition, unmet
from jospar.rules.core.nouns import Language, Text

from .facts import PairFacts


class GivesReason(Protocol):
    """A filing with a reason."""

    @property
    def reason(self) -> Text:
        """The reason in both languages."""


@condition(
    "offices.table",
    _("Concept {concept} is not of the body “{body}”."),
    _("Only a body that proposes the treaty may act on its concept."),
)
def own_treaty(facts: PairFacts) -> Unmet | None:
    """An officer of a body links the concepts of that body alone."""
    actor = facts.case.actor
    if actor.acts_for(*facts.concept.bodies):
        return None
    return unmet(concept=facts.concept.key, body=actor.body)


@condition(
    "record.day",
    _("Concept {concept} was received on {received_on}, after {on}."),
    _("Correct the day of the act: it cannot come before the concept."),
)
def follows_both(facts: PairFacts) -> Unmet | None:
    """Concepts are linked or told apart once both are there."""
    later = max(facts.concept, facts.other, key=lambda one: one.received_on)
    if later.received_on <= facts.case.on:
        return None
    return unmet(concept=later.key, received_on=later.received_on, on=facts.case.on)


@condition(
    "treaties.one",
    _("Concept {concept} cannot be set beside itself."),
    _("Give the year and the key of another concept."),
)
def another_concept(facts: PairFacts) -> Unmet | None:
    """It takes two concepts."""
    one, other = facts.concept, facts.other
    if (one.year, one.key) != (other.year, other.key):
        return None
    return unmet(concept=one.key)


@check(
    "record.reasons",
    _("The reason lacks its text in one of the two languages."),
    _("Write it in Kazakh and in Russian."),
)
def reason_in_both_languages(facts: object, filing: GivesReason) -> Iterator[Unmet]:
    """Why it was done is told in both languages."""
    if not (filing.reason.kk and filing.reason.ru):
        missing = Language.RU if filing.reason.kk else Language.KK
        yield unmet(f"reason_{missing}")
