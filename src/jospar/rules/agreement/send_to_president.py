"""The Ministry sends what the Commission approved to the President."""

from jospar.rules.core.act import Unmet, _, act, condition, unmet
from jospar.rules.core.nouns import PlanStage

from .effects import PlanSentToPresident
from .facts import PlanFacts, SendToPresident


@condition(
    "president.deadline",
    _("The {plan} is not approved on {on}."),
    _("Only what the Commission approved is sent to the President."),
)
def approved(facts: PlanFacts) -> Unmet | None:
    """What goes to the President was approved by the Commission."""
    if facts.plan.stood_as(PlanStage.APPROVED, facts.case.on):
        return None
    return unmet(plan=facts.plan.kind, on=facts.case.on)


@act(
    "agreement.send_to_president",
    "president.deadline",
    filing=SendToPresident,
    conditions=(approved,),
)
def send_to_president(
    facts: PlanFacts, filing: SendToPresident
) -> tuple[PlanSentToPresident, ...]:
    """The approved plan is fixed in its form and lies before the President."""
    return (
        PlanSentToPresident(
            plan=filing.plan,
            on=filing.on,
            document=filing.document,
            revision=facts.revision,
            fingerprint=facts.fingerprint,
        ),
    )
