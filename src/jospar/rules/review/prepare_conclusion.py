"""A conclusion is prepared, to be agreed and signed."""

from jospar.rules.core.act import Unmet, _, act, condition, unmet

from .conditions import MAY_BE_CONCLUDED, reasons_in_both_languages
from .effects import ConclusionPrepared
from .facts import PrepareConclusion, ReviewFacts


@condition(
    "record.day",
    _("The conclusion on {concept} was prepared or agreed on {last_on}, after {on}."),
    _("Correct the day: what is prepared anew follows what was prepared before."),
)
def follows_preparation(facts: ReviewFacts) -> Unmet | None:
    """What replaces a preparation comes after it, and after the consent to it."""
    prepared = facts.prepared
    if prepared is None:
        return None
    last_on = max(prepared.on, prepared.agreed_on or prepared.on)
    if last_on <= facts.case.on:
        return None
    return unmet(concept=facts.concept.key, last_on=last_on, on=facts.case.on)


@act(
    "review.prepare_conclusion",
    "review.preparation",
    filing=PrepareConclusion,
    conditions=(*MAY_BE_CONCLUDED, follows_preparation),
    cautions=(reasons_in_both_languages,),
)
def prepare_conclusion(
    facts: ReviewFacts, filing: PrepareConclusion
) -> tuple[ConclusionPrepared, ...]:
    """The conclusion can be agreed and signed; a former one and its consent lapse."""
    return (
        ConclusionPrepared(
            key=filing.key,
            expedient=filing.expedient,
            on=filing.on,
            reasons=filing.reasons,
            by=facts.case.actor.person,
        ),
    )
