"""A second person agrees to a prepared conclusion."""

from collections.abc import Iterator

from jospar.rules.core.act import Unmet, _, act, check, condition, unmet

from .conditions import MAY_BE_CONCLUDED
from .effects import ConclusionAgreed
from .facts import AgreeConclusion, ReviewFacts


@condition(
    "review.preparation",
    _("On {on} no conclusion is prepared on concept {concept}."),
    _("Prepare the conclusion first, or correct the day."),
)
def is_prepared(facts: ReviewFacts) -> Unmet | None:
    """What is agreed was prepared."""
    if facts.known_prepared is not None:
        return None
    return unmet(on=facts.case.on, concept=facts.concept.key)


@condition(
    "review.preparation",
    _("The conclusion on concept {concept} was agreed on {agreed_on} already."),
    _("Nothing is left to do: the conclusion can be signed."),
)
def not_agreed(facts: ReviewFacts) -> Unmet | None:
    """A preparation is agreed once."""
    prepared = facts.prepared
    if prepared is None or prepared.agreed_on is None:
        return None
    return unmet(concept=facts.concept.key, agreed_on=prepared.agreed_on)


@check(
    "review.four_eyes",
    _("“{person}” prepared this conclusion and would agree to it too."),
    _("Let another person agree to it."),
)
def agreed_by_another(facts: ReviewFacts, filing: AgreeConclusion) -> Iterator[Unmet]:
    """Who prepared a conclusion is not the one who agrees to it."""
    person = facts.case.actor.person
    prepared = facts.prepared
    if not facts.case.imported and prepared and prepared.by == person:
        yield unmet(person=person)


@act(
    "review.agree_conclusion",
    "review.preparation",
    filing=AgreeConclusion,
    conditions=(*MAY_BE_CONCLUDED, is_prepared, not_agreed),
    cautions=(agreed_by_another,),
)
def agree_conclusion(
    facts: ReviewFacts, filing: AgreeConclusion
) -> tuple[ConclusionAgreed, ...]:
    """The conclusion can be signed as it is prepared."""
    return (ConclusionAgreed(key=filing.key, on=filing.on, by=facts.case.actor.person),)
