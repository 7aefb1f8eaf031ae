"""The President's reply on a plan is recorded."""

from jospar.rules.core.act import Unmet, _, act, condition, unmet
from jospar.rules.core.nouns import PlanStage

from .effects import PlanReplied
from .facts import PlanFacts, RecordReply


@condition(
    "president.agreement",
    _("The {plan} is not before the President on {on}."),
    _("Send the approved plan to the President first, or correct the plan or the day."),
)
def before_president(facts: PlanFacts) -> Unmet | None:
    """The President replies on what lies before him."""
    if facts.plan.stood_as(PlanStage.BEFORE_PRESIDENT, facts.case.on):
        return None
    return unmet(plan=facts.plan.kind, on=facts.case.on)


@act(
    "agreement.record_reply",
    "president.agreement",
    filing=RecordReply,
    records=True,
    conditions=(before_president,),
)
def record_reply(facts: PlanFacts, filing: RecordReply) -> tuple[PlanReplied, ...]:
    """The plan is agreed, or it is a draft again."""
    return (
        PlanReplied(
            plan=filing.plan,
            on=filing.on,
            number=filing.number,
            outcome=filing.outcome,
            remark=filing.remark,
        ),
    )
