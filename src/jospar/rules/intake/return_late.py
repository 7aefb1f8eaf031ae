"""The Ministry returns a late concept without looking at it."""

from jospar.rules.core.act import Unmet, _, act, condition, unmet
from jospar.rules.core.conditions import approved_here, follows_receipt

from .effects import ConceptReturned
from .facts import ConceptFacts, ReturnLate


@condition(
    "concepts.late",
    _("Concept {concept} came in time, on {received_on}."),
    _("A concept that came in time is concluded on, not returned."),
)
def late(facts: ConceptFacts) -> Unmet | None:
    """Only a late concept is returned without being looked at."""
    concept = facts.concept
    if not concept.in_time:
        return None
    return unmet(concept=concept.key, received_on=concept.received_on)


@condition(
    "concepts.late",
    _("Concept {concept} was returned on {returned_on} already."),
    _("Nothing is left to do."),
)
def not_returned_before(facts: ConceptFacts) -> Unmet | None:
    """A concept is returned once."""
    concept = facts.concept
    if concept.returned_on is None:
        return None
    return unmet(concept=concept.key, returned_on=concept.returned_on)


@condition(
    "concepts.late",
    _("Concept {concept} was withdrawn on {withdrawn_on}."),
    _("Nothing is left to do: the body took its concept back."),
)
def not_withdrawn(facts: ConceptFacts) -> Unmet | None:
    """What its body withdrew is not returned."""
    concept = facts.concept
    if not concept.withdrawn_by(facts.case.on):
        return None
    return unmet(concept=concept.key, withdrawn_on=concept.withdrawn_on)


@act(
    "intake.return_late",
    "concepts.late",
    filing=ReturnLate,
    conditions=(follows_receipt, late, not_returned_before, not_withdrawn),
    cautions=(approved_here,),
)
def return_late(facts: ConceptFacts, filing: ReturnLate) -> tuple[ConceptReturned, ...]:
    """The concept goes back to its body; nothing it wrote is lost."""
    return (ConceptReturned(key=filing.key, on=filing.on, document=filing.document),)
