"""The Commission decides on a plan."""

from collections.abc import Iterator

from jospar.rules.core.act import Unmet, _, act, check, condition, unmet
from jospar.rules.core.nouns import PlanStage

from .effects import PlanDecided
from .facts import Decide, DecisionFacts


@condition(
    "commission.decision",
    _("The {plan} is not before the Commission on {on}."),
    _("Send the draft to the Commission first, or correct the plan or the day."),
)
def before_commission(facts: DecisionFacts) -> Unmet | None:
    """The Commission decides on what lies before it."""
    if facts.plan.stood_as(PlanStage.BEFORE_COMMISSION, facts.case.on):
        return None
    return unmet(plan=facts.plan.kind, on=facts.case.on)


@check(
    "record.key",
    _("There is a decision “{number}” on the {plan} in the record already."),
    _("Correct the number of the decision."),
)
def number_of_its_own(facts: DecisionFacts, filing: Decide) -> Iterator[Unmet]:
    """A number stands for one decision on a plan."""
    if facts.is_known:
        yield unmet("number", number=filing.number, plan=filing.plan)


@act(
    "commission.decide",
    "commission.decision",
    filing=Decide,
    records=True,
    conditions=(before_commission,),
    requirements=(number_of_its_own,),
)
def decide(facts: DecisionFacts, filing: Decide) -> tuple[PlanDecided, ...]:
    """The plan is approved, or it is a draft again."""
    return (
        PlanDecided(
            plan=filing.plan,
            on=filing.on,
            number=filing.number,
            outcome=filing.outcome,
            present=filing.present,
        ),
    )
