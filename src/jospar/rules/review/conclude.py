"""The Ministry gives its conclusion on a concept."""

from collections.abc import Iterator

from jospar.rules.core.act import Unmet, _, act, check, condition, unmet
from jospar.rules.core.conditions import follows_receipt
from jospar.rules.core.nouns import Language

from .effects import ConclusionGiven
from .facts import Conclude, ReviewFacts


@condition(
    "concepts.late",
    _("Concept {concept} came late, on {received_on}; no conclusion is given on it."),
    _("Return it to the body."),
)
def in_time(facts: ReviewFacts) -> Unmet | None:
    """Only a concept that came in time is looked at."""
    concept = facts.concept
    if concept.in_time:
        return None
    return unmet(concept=concept.key, received_on=concept.received_on)


@condition(
    "concepts.languages",
    _("On {on} concept {concept} lacks a text in one of the two languages."),
    _("Ask the body to complete it first."),
)
def complete(facts: ReviewFacts) -> Unmet | None:
    """A conclusion is given once the concept stands in both languages."""
    complete_on = facts.concept.complete_on
    if complete_on is not None and complete_on <= facts.case.on:
        return None
    return unmet(concept=facts.concept.key, on=facts.case.on)


@condition(
    "conclusions.expediency",
    _("Concept {concept} was withdrawn on {withdrawn_on}."),
    _("Nothing is left to do: the body took its concept back."),
)
def not_withdrawn(facts: ReviewFacts) -> Unmet | None:
    """What its body withdrew is not judged."""
    concept = facts.concept
    if not concept.withdrawn_by(facts.case.on):
        return None
    return unmet(concept=concept.key, withdrawn_on=concept.withdrawn_on)


@condition(
    "conclusions.expediency",
    _("Concept {concept} was returned on {returned_on}."),
    _("Nothing is left to do: the concept is back with its body."),
)
def not_returned(facts: ReviewFacts) -> Unmet | None:
    """What was returned is not judged."""
    concept = facts.concept
    if not concept.returned_by(facts.case.on):
        return None
    return unmet(concept=concept.key, returned_on=concept.returned_on)


@condition(
    "conclusions.expediency",
    _("A conclusion on concept {concept} was given on {given_on} already."),
    _("Read the conclusion that stands in the record."),
)
def not_concluded(facts: ReviewFacts) -> Unmet | None:
    """A concept is concluded on once."""
    conclusion = facts.concept.conclusion
    if conclusion is None:
        return None
    return unmet(concept=facts.concept.key, given_on=conclusion.given_on)


@check(
    "conclusions.expediency",
    _("The reasons are missing in one language: “{cell}” is empty."),
    _("Write the reasons in both languages."),
)
def reasons_in_both_languages(facts: ReviewFacts, filing: Conclude) -> Iterator[Unmet]:
    """A conclusion gives its reasons in both languages."""
    for language in (Language.KK, Language.RU):
        if not filing.reasons[language]:
            yield unmet(f"reasons_{language}", cell=f"reasons_{language}")


@act(
    "review.conclude",
    "conclusions.deadline",
    filing=Conclude,
    conditions=(
        follows_receipt,
        in_time,
        complete,
        not_withdrawn,
        not_returned,
        not_concluded,
    ),
    cautions=(reasons_in_both_languages,),
)
def conclude(facts: ReviewFacts, filing: Conclude) -> tuple[ConclusionGiven, ...]:
    """The treaty is judged expedient or not; the conclusion is given when signed."""
    return (
        ConclusionGiven(
            key=filing.key,
            expedient=filing.expedient,
            on=filing.on,
            number=filing.number,
            reasons=filing.reasons,
            signed_by=filing.signed_by,
        ),
    )
