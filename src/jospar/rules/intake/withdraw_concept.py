"""A body withdraws its concept."""

from collections.abc import Iterator

from jospar.rules.core.act import Unmet, _, act, check, condition, unmet
from jospar.rules.core.conditions import (
    follows_receipt,
    own_concept,
    row_is_fixed,
    row_is_known,
)

from .effects import ConceptWithdrawn
from .facts import ConceptFacts, WithdrawConcept


@condition(
    "concepts.late",
    _("Concept {concept} was returned on {returned_on}; there is nothing to withdraw."),
    _("Nothing is left to do: the concept is back with its body."),
)
def not_returned(facts: ConceptFacts) -> Unmet | None:
    """What was returned cannot be withdrawn."""
    concept = facts.concept
    if not concept.returned_by(facts.case.on):
        return None
    return unmet(concept=concept.key, returned_on=concept.returned_on)


@condition(
    "record.key",
    _("Concept {concept} was withdrawn already, on {withdrawn_on}."),
    _("Nothing is left to do."),
)
def not_withdrawn_before(facts: ConceptFacts) -> Unmet | None:
    """A concept is withdrawn once."""
    concept = facts.concept
    if concept.withdrawn_on is None:
        return None
    return unmet(concept=concept.key, withdrawn_on=concept.withdrawn_on)


@check(
    "commission.decision",
    _("The {plan} is not a draft; the row stays as it was."),
    _("The row will leave when the plan is a draft again."),
)
def row_may_leave(facts: ConceptFacts, filing: WithdrawConcept) -> Iterator[Unmet]:
    """A row leaves while its plan is a draft."""
    if facts.plan and row_is_fixed(facts) and row_is_known(facts):
        yield unmet(plan=facts.plan.kind)


@act(
    "intake.withdraw_concept",
    "plans.basis",
    filing=WithdrawConcept,
    records=True,
    conditions=(follows_receipt, own_concept, not_returned, not_withdrawn_before),
    cautions=(row_may_leave,),
)
def withdraw_concept(
    facts: ConceptFacts, filing: WithdrawConcept
) -> tuple[ConceptWithdrawn, ...]:
    """The concept is no basis for a row any more."""
    return (ConceptWithdrawn(key=filing.key, on=filing.on, document=filing.document),)
