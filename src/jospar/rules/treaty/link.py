"""A concept is linked to the earlier concept of its treaty."""

from collections.abc import Iterator

from jospar.rules.core.act import Unmet, _, act, check, unmet

from .conditions import (
    another_concept,
    follows_both,
    own_treaty,
    reason_in_both_languages,
)
from .effects import ConceptLinked
from .facts import How, Link, PairFacts


@check(
    "treaties.one",
    _("Concepts {concept} and {other} are of one treaty already."),
    _("Nothing is left to do."),
)
def not_linked(facts: PairFacts, filing: Link) -> Iterator[Unmet]:
    """What is of one treaty is not linked again."""
    one, other = facts.concept, facts.other
    same = (one.year, one.key) == (other.year, other.key)
    if one.treaty == other.treaty and not same:
        yield unmet("earlier", concept=one.key, other=other.key)


@check(
    "treaties.one",
    _("Concept {other} of {other_year} is not earlier than {concept} of {year}."),
    _("Link the later concept to the earlier one."),
)
def links_to_an_earlier(facts: PairFacts, filing: Link) -> Iterator[Unmet]:
    """A treaty is continued in a later year; it may be the same within one year."""
    year, other_year = facts.concept.year, facts.other.year
    if other_year > year or (filing.how is How.CONTINUES and other_year == year):
        yield unmet(
            "earlier_year",
            concept=facts.concept.key,
            other=facts.other.key,
            year=str(year),
            other_year=str(other_year),
        )


@check(
    "treaties.one",
    _("The two were told apart on {told_apart_on}."),
    _("Read the reason given then; link them if it no longer holds."),
)
def was_not_told_apart(facts: PairFacts, filing: Link) -> Iterator[Unmet]:
    """Who links what was told apart knows it."""
    if facts.told_apart_on is not None:
        yield unmet("earlier", told_apart_on=facts.told_apart_on)


@act(
    "treaty.link",
    "treaties.one",
    filing=Link,
    conditions=(own_treaty, follows_both, another_concept),
    requirements=(not_linked, links_to_an_earlier, reason_in_both_languages),
    cautions=(was_not_told_apart,),
)
def link(facts: PairFacts, filing: Link) -> tuple[ConceptLinked, ...]:
    """The treaty is followed under one number through the years."""
    return (
        ConceptLinked(
            key=filing.key,
            on=filing.on,
            earlier_year=filing.earlier_year,
            earlier=filing.earlier,
            how=filing.how,
            reason=filing.reason,
        ),
    )
