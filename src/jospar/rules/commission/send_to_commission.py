"""The Ministry sends a draft plan to the Commission."""

from collections.abc import Iterator

from jospar.rules.core.act import Unmet, _, act, check, condition, unmet
from jospar.rules.core.conditions import is_draft_for

from .effects import DraftSent
from .facts import SendingFacts, SendToCommission


@condition(
    "commission.deadline",
    _("The {plan} is not a draft on {on}."),
    _("Only a draft is sent to the Commission; wait until the plan is returned."),
)
def is_draft(facts: SendingFacts) -> Unmet | None:
    """What goes to the Commission is a draft."""
    if is_draft_for(facts.plan, facts.case):
        return None
    return unmet(plan=facts.plan.kind, on=facts.case.on)


@condition(
    "record.day",
    _("A row of the {plan} changed on {changed_on}, after {on}."),
    _("Correct the day: what is sent cannot hold what came later."),
)
def holds_no_later_change(facts: SendingFacts) -> Unmet | None:
    """What is sent on a day holds nothing that happened after it."""
    if facts.changed_on is None or facts.changed_on <= facts.case.on:
        return None
    return unmet(plan=facts.plan.kind, changed_on=facts.changed_on, on=facts.case.on)


@check(
    "agreements.considered",
    _("“{key}” falls in the plan's years and is neither linked nor considered."),
    _("Link a concept, ask a body for one, or write why there is none."),
)
def agreements_considered(
    facts: SendingFacts, filing: SendToCommission
) -> Iterator[Unmet]:
    """Each agreement and event of the plan's years is linked or considered."""
    for key in facts.unconsidered:
        yield unmet(key=key)


@check(
    "commission.deadline",
    _("Concept {concept} came in time and is not settled yet."),
    _("Conclude on it and place it, or say on the completeness sheet why not."),
)
def concepts_settled(facts: SendingFacts, filing: SendToCommission) -> Iterator[Unmet]:
    """Each concept that came in time is concluded on and, if expedient, placed."""
    for key in facts.held_up:
        yield unmet(concept=key)


@act(
    "commission.send_to_commission",
    "commission.deadline",
    also=("plans.forms",),
    filing=SendToCommission,
    conditions=(is_draft, holds_no_later_change),
    cautions=(agreements_considered, concepts_settled),
)
def send_to_commission(
    facts: SendingFacts, filing: SendToCommission
) -> tuple[DraftSent, ...]:
    """The draft is fixed in its form and lies before the Commission."""
    return (
        DraftSent(
            plan=filing.plan,
            on=filing.on,
            document=filing.document,
            revision=facts.revision,
            fingerprint=facts.fingerprint,
        ),
    )
