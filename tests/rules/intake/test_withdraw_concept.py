"""A body withdraws its concept."""

from datetime import date

import pytest

from jospar.rules.core.act import Verdict
from jospar.rules.core.nouns import PlanStage
from jospar.rules.core.offices import Office
from jospar.rules.intake.effects import ConceptWithdrawn
from jospar.rules.intake.withdraw_concept import withdraw_concept
from tests.rules import made

FILING = made.withdraw_concept()


@pytest.mark.provision("plans.basis")
def test_withdraw_concept() -> None:
    """A withdrawn concept is no basis for a row any more."""
    facts = made.concept_facts()
    assert withdraw_concept.verdict(facts, FILING) == Verdict((), ())
    assert withdraw_concept.effect(facts, FILING) == (
        ConceptWithdrawn(key="C-001", on=made.DAY, document="7-1/18"),
    )


@pytest.mark.provision("record.day")
@pytest.mark.parametrize(
    ("received_on", "refused"),
    [(made.DAY, ()), (made.AFTER, ("record.day: follows_receipt",))],
)
def test_withdraw_concept_after_its_receipt(
    received_on: date, refused: tuple[str, ...]
) -> None:
    """A concept is withdrawn on the day on which it came, or later."""
    facts = made.concept_facts(concept=made.concept(received_on=received_on))
    assert made.said(withdraw_concept.verdict(facts, FILING)) == (refused, ())


@pytest.mark.provision("concepts.late")
@pytest.mark.parametrize(
    ("returned_on", "refused"),
    [
        (made.BEFORE, ("concepts.late: not_returned",)),
        (made.DAY, ("concepts.late: not_returned",)),
        (made.AFTER, ()),
    ],
)
def test_withdraw_concept_that_was_returned(
    returned_on: date, refused: tuple[str, ...]
) -> None:
    """What is back with its body cannot be withdrawn."""
    facts = made.concept_facts(concept=made.concept(returned_on=returned_on))
    assert made.said(withdraw_concept.verdict(facts, FILING)) == (refused, ())


@pytest.mark.provision("record.key")
@pytest.mark.parametrize("withdrawn_on", [made.BEFORE, made.DAY, made.AFTER])
def test_withdraw_concept_twice(withdrawn_on: date) -> None:
    """A concept is withdrawn once, on whatever day that was."""
    facts = made.concept_facts(concept=made.concept(withdrawn_on=withdrawn_on))
    assert made.said(withdraw_concept.verdict(facts, FILING)) == (
        ("record.key: not_withdrawn_before",),
        (),
    )


@pytest.mark.provision("commission.decision")
@pytest.mark.parametrize("stage", PlanStage)
def test_withdraw_concept_that_has_a_row(stage: PlanStage) -> None:
    """While the plan is no draft the row stays as it was, which is said."""
    facts = made.concept_facts(plan=made.plan_at(stage))
    sent = stage is not PlanStage.DRAFT
    irregular = ("commission.decision: row_may_leave",) if sent else ()
    assert made.said(withdraw_concept.verdict(facts, FILING)) == ((), irregular)


@pytest.mark.provision("commission.decision")
@pytest.mark.parametrize("stage", PlanStage)
def test_a_body_learns_nothing_of_a_plan_before_it_is_agreed(stage: PlanStage) -> None:
    """Whether its concept has a row that stays is said when the plan is agreed."""
    case = made.acting(Office.BODY_OFFICER, "energy")
    facts = made.concept_facts(case=case, plan=made.plan_at(stage))
    agreed = stage is PlanStage.AGREED
    told = ("commission.decision: row_may_leave",) if agreed else ()
    assert made.said(withdraw_concept.verdict(facts, FILING)) == ((), told)


@pytest.mark.provision("offices.table")
@pytest.mark.parametrize(
    ("body", "refused"),
    [("energy", ()), ("mid", ("offices.table: own_concept",))],
)
def test_withdraw_concept_by_a_body(body: str, refused: tuple[str, ...]) -> None:
    """Only a body that proposes the treaty withdraws its concept."""
    facts = made.concept_facts(case=made.acting(Office.BODY_OFFICER, body))
    assert made.said(withdraw_concept.verdict(facts, FILING)) == (refused, ())
