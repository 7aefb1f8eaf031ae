"""The President's reply on a plan is recorded."""

import pytest

from jospar.rules.agreement.effects import PlanReplied
from jospar.rules.agreement.facts import ReplyOutcome
from jospar.rules.agreement.record_reply import record_reply
from jospar.rules.core.act import Verdict
from jospar.rules.core.nouns import Plan, PlanStage, Text
from jospar.rules.core.offices import Office
from tests.rules import made

pytestmark = pytest.mark.provision("president.agreement")
CASE = made.acting(Office.ADMINISTRATION_OFFICER)


@pytest.mark.parametrize(
    ("outcome", "remark"),
    [
        (ReplyOutcome.AGREED, Text()),
        (ReplyOutcome.RETURNED, Text("Нақтылансын", "Уточнить")),
    ],
)
def test_record_reply(outcome: ReplyOutcome, remark: Text) -> None:
    """The President agrees the plan, or returns it with remarks."""
    facts = made.plan_facts(case=CASE, plan=made.plan_at(PlanStage.BEFORE_PRESIDENT))
    filing = made.record_reply(outcome=outcome, remark=remark)
    assert record_reply.verdict(facts, filing) == Verdict((), ())
    assert record_reply.effect(facts, filing) == (
        PlanReplied(
            plan=made.CURRENT,
            on=made.DAY,
            number="37-1",
            outcome=outcome,
            remark=remark,
        ),
    )


@pytest.mark.parametrize(
    ("plan", "refused"),
    [
        (made.plan_at(PlanStage.BEFORE_PRESIDENT, made.DAY), ()),
        (
            made.plan_at(PlanStage.BEFORE_PRESIDENT, made.AFTER),
            ("president.agreement: before_president",),
        ),
        *(
            (made.plan_at(stage), ("president.agreement: before_president",))
            for stage in PlanStage
            if stage is not PlanStage.BEFORE_PRESIDENT
        ),
    ],
)
def test_record_reply_on_what_was_sent(plan: Plan, refused: tuple[str, ...]) -> None:
    """A reply makes sense on a plan that lies before the President that day."""
    facts = made.plan_facts(case=CASE, plan=plan)
    verdict = record_reply.verdict(facts, made.record_reply())
    assert made.said(verdict) == (refused, ())
