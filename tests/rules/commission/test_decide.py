"""The Commission decides on a plan."""

import pytest

from jospar.rules.commission.decide import decide
from jospar.rules.commission.effects import PlanDecided
from jospar.rules.commission.facts import Outcome
from jospar.rules.core.act import Verdict
from jospar.rules.core.nouns import Plan, PlanStage
from tests.rules import made

pytestmark = pytest.mark.provision("commission.decision")


@pytest.mark.parametrize("outcome", Outcome)
def test_decide(outcome: Outcome) -> None:
    """The Commission approves the plan or returns it."""
    facts, filing = made.decision_facts(), made.decide(outcome=outcome)
    assert decide.verdict(facts, filing) == Verdict((), ())
    assert decide.effect(facts, filing) == (
        PlanDecided(
            plan=made.CURRENT,
            on=made.DAY,
            number="2",
            outcome=outcome,
            present="9 / 12",
        ),
    )


@pytest.mark.provision("record.key")
def test_decide_under_a_number_of_its_own() -> None:
    """A number stands for one decision on a plan."""
    verdict = decide.verdict(made.decision_facts(is_known=True), made.decide())
    assert made.said(verdict) == (("record.key: number_of_its_own",), ())
    assert verdict.refusals[0].values == {"number": "2", "plan": made.CURRENT}


@pytest.mark.parametrize(
    ("plan", "refused"),
    [
        (made.plan_at(PlanStage.BEFORE_COMMISSION, made.DAY), ()),
        (
            made.plan_at(PlanStage.BEFORE_COMMISSION, made.AFTER),
            ("commission.decision: before_commission",),
        ),
        *(
            (made.plan_at(stage), ("commission.decision: before_commission",))
            for stage in PlanStage
            if stage is not PlanStage.BEFORE_COMMISSION
        ),
    ],
)
def test_decide_on_what_was_sent(plan: Plan, refused: tuple[str, ...]) -> None:
    """A decision makes sense on a plan that lies before the Commission that day."""
    verdict = decide.verdict(made.decision_facts(plan=plan), made.decide())
    assert made.said(verdict) == (refused, ())
