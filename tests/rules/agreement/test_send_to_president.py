"""The Ministry sends what the Commission approved to the President."""

import pytest

from jospar.rules.agreement.effects import PlanSentToPresident
from jospar.rules.agreement.send_to_president import send_to_president
from jospar.rules.core.act import Verdict
from jospar.rules.core.nouns import Plan, PlanStage
from tests.rules import made

pytestmark = pytest.mark.provision("president.deadline")
FILING = made.send_to_president()


def test_send_to_president() -> None:
    """What was approved is fixed as the revision that was laid out, however late."""
    facts = made.plan_facts()
    assert send_to_president.verdict(facts, FILING) == Verdict((), ())
    assert send_to_president.effect(facts, FILING) == (
        PlanSentToPresident(
            plan=made.CURRENT,
            on=made.DAY,
            document="11-2/5",
            revision=3,
            fingerprint=made.FINGERPRINT,
        ),
    )


@pytest.mark.parametrize(
    ("plan", "refused"),
    [
        (made.plan_at(PlanStage.APPROVED, made.DAY), ()),
        (
            made.plan_at(PlanStage.APPROVED, made.AFTER),
            ("president.deadline: approved",),
        ),
        *(
            (made.plan_at(stage), ("president.deadline: approved",))
            for stage in PlanStage
            if stage is not PlanStage.APPROVED
        ),
    ],
)
def test_send_to_president_what_was_approved(
    plan: Plan, refused: tuple[str, ...]
) -> None:
    """Only a plan that the Commission approved by that day goes to the President."""
    verdict = send_to_president.verdict(made.plan_facts(plan=plan), FILING)
    assert made.said(verdict) == (refused, ())
