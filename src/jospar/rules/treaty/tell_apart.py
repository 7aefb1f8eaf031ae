"""Two concepts that look alike are told apart."""

from jospar.rules.core.act import Unmet, _, act, condition, unmet

from .conditions import (
    another_concept,
    follows_both,
    own_treaty,
    reason_in_both_languages,
)
from .effects import ConceptsToldApart
from .facts import PairFacts, TellApart


@condition(
    "treaties.one",
    _("Concepts {concept} and {other} are of one treaty."),
    _("Undo the link first if it is wrong."),
)
def of_two_treaties(facts: PairFacts) -> Unmet | None:
    """What is of one treaty is not told apart."""
    one, other = facts.concept, facts.other
    same = (one.year, one.key) == (other.year, other.key)
    if one.treaty != other.treaty or same:
        return None
    return unmet(concept=one.key, other=other.key)


@condition(
    "treaties.one",
    _("The two were told apart on {told_apart_on} already."),
    _("Nothing is left to do."),
)
def not_told_apart(facts: PairFacts) -> Unmet | None:
    """Two concepts are told apart once."""
    if facts.told_apart_on is None:
        return None
    return unmet(told_apart_on=facts.told_apart_on)


@act(
    "treaty.tell_apart",
    "treaties.one",
    filing=TellApart,
    conditions=(
        own_treaty,
        follows_both,
        another_concept,
        of_two_treaties,
        not_told_apart,
    ),
    requirements=(reason_in_both_languages,),
)
def tell_apart(facts: PairFacts, filing: TellApart) -> tuple[ConceptsToldApart, ...]:
    """Nobody is asked about the two again."""
    return (
        ConceptsToldApart(
            key=filing.key,
            on=filing.on,
            other_year=filing.other_year,
            other=filing.other,
            reason=filing.reason,
        ),
    )
