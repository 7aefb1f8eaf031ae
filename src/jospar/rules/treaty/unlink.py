"""A wrong link of two concepts is undone."""

from jospar.rules.core.act import Unmet, _, act, condition, unmet

from .conditions import another_concept, own_treaty, reason_in_both_languages
from .effects import ConceptUnlinked
from .facts import PairFacts, Unlink


@condition(
    "treaties.one",
    _("Concept {concept} is not linked to {other}."),
    _("Give the earlier concept that it was itself linked to."),
)
def is_linked(facts: PairFacts) -> Unmet | None:
    """Only a link that somebody made is undone, and only once."""
    one, other = facts.concept, facts.other
    same = (one.year, one.key) == (other.year, other.key)
    if facts.linked_on is not None or same:
        return None
    return unmet(concept=one.key, other=other.key)


@condition(
    "record.day",
    _("The two were linked on {linked_on}, after {on}."),
    _("Correct the day of the act: it cannot come before the link."),
)
def follows_the_link(facts: PairFacts) -> Unmet | None:
    """A link is undone on its day at the earliest."""
    if facts.linked_on is None or facts.linked_on <= facts.case.on:
        return None
    return unmet(linked_on=facts.linked_on, on=facts.case.on)


@act(
    "treaty.unlink",
    "treaties.one",
    filing=Unlink,
    conditions=(own_treaty, another_concept, is_linked, follows_the_link),
    requirements=(reason_in_both_languages,),
)
def unlink(facts: PairFacts, filing: Unlink) -> tuple[ConceptUnlinked, ...]:
    """Each concept is again of the treaty that the other links give it."""
    return (
        ConceptUnlinked(
            key=filing.key,
            on=filing.on,
            earlier_year=filing.earlier_year,
            earlier=filing.earlier,
            reason=filing.reason,
        ),
    )
