"""The Ministry puts an expedient concept into the plan that its term points to."""

from collections.abc import Iterator

from jospar.rules.core.act import Unmet, _, act, check, condition, unmet
from jospar.rules.core.conditions import follows_receipt
from jospar.rules.core.horizon import plans_for

from .conditions import target_is_draft, term_points_to_plan
from .effects import ConceptPlaced
from .facts import DraftingFacts, Place


@condition(
    "placement.term",
    _("On {on} there is no expedient conclusion on concept {concept}."),
    _("Only a treaty that was found expedient gets a row."),
)
def expedient(facts: DraftingFacts) -> Unmet | None:
    """What is placed was found expedient."""
    conclusion = facts.concept.conclusion
    if (
        conclusion is not None
        and conclusion.expedient
        and conclusion.given_on <= facts.case.on
    ):
        return None
    return unmet(concept=facts.concept.key, on=facts.case.on)


@condition(
    "placement.term",
    _("Concept {concept} was withdrawn on {withdrawn_on}."),
    _("Nothing is left to do: the body took its concept back."),
)
def not_withdrawn(facts: DraftingFacts) -> Unmet | None:
    """What its body withdrew gets no row."""
    concept = facts.concept
    if not concept.withdrawn_by(facts.case.on):
        return None
    return unmet(concept=concept.key, withdrawn_on=concept.withdrawn_on)


@condition(
    "placement.term",
    _("Concept {concept} has a row in the {plan} already."),
    _("A concept stands in one plan only; move the row instead."),
)
def not_placed(facts: DraftingFacts) -> Unmet | None:
    """A concept is placed once, and never in both plans."""
    if facts.concept.plan is None:
        return None
    return unmet(concept=facts.concept.key, plan=facts.concept.plan)


@condition(
    "placement.term",
    _("The Commission excluded concept {concept} from its plan."),
    _("Nothing is left to do: what the Commission excluded stays excluded."),
)
def not_excluded(facts: DraftingFacts) -> Unmet | None:
    """What the Commission excluded is not placed again."""
    return unmet(concept=facts.concept.key) if facts.excluded else None


@check(
    "placement.term",
    _("The term lies in the years of both plans, and no reason is given."),
    _("Write why this plan was chosen."),
)
def straddling_has_reason(facts: DraftingFacts, filing: Place) -> Iterator[Unmet]:
    """Where a term points to both plans, the choice has a reason."""
    case = facts.case
    plans = plans_for(case.ruleset, case.year, facts.concept.wording.conclude)
    if len(plans) > 1 and not filing.reason:
        yield unmet("reason")


@act(
    "drafting.place",
    "placement.term",
    also=("plans.basis",),
    filing=Place,
    conditions=(
        follows_receipt,
        expedient,
        not_withdrawn,
        not_placed,
        not_excluded,
    ),
    requirements=(term_points_to_plan, straddling_has_reason, target_is_draft),
)
def place(facts: DraftingFacts, filing: Place) -> tuple[ConceptPlaced, ...]:
    """The draft has a row, and the row its concept behind it."""
    return (
        ConceptPlaced(
            key=filing.key, plan=filing.plan, on=filing.on, reason=filing.reason
        ),
    )
