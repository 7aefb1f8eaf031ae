"""Conditions that several acts of drafting share."""

from collections.abc import Iterator
from typing import Protocol

from jospar.rules.core.act import Unmet, _, check, condition, unmet
from jospar.rules.core.conditions import is_draft_for
from jospar.rules.core.horizon import plans_for
from jospar.rules.core.nouns import PlanKind

from .facts import DraftingFacts, OccasionFacts, RegisterFacts


class IntoPlan(Protocol):
    """A filing that puts a concept into a plan."""

    @property
    def plan(self) -> PlanKind:
        """The plan that the concept is put into."""


@condition(
    "record.key",
    _("An entry with this key is in the register already."),
    _("Give the entry a key of its own."),
)
def not_registered(facts: RegisterFacts) -> Unmet | None:
    """A key stands for one entry of the register."""
    return unmet() if facts.is_registered else None


@condition(
    "record.day",
    _("The entry was put into the register on {registered_on}, after {on}."),
    _("Correct the day of the act: it cannot come before the entry."),
)
def follows_registration(facts: OccasionFacts) -> Unmet | None:
    """An act on an agreement or event has effect once it is in its register."""
    if facts.registered_on <= facts.case.on:
        return None
    return unmet(registered_on=facts.registered_on, on=facts.case.on)


@condition(
    "commission.decision",
    _("The plan that has concept {concept} is not a draft on {on}."),
    _("Wait until the plan is returned, or let the Commission change the row."),
)
def plan_is_draft(facts: DraftingFacts) -> Unmet | None:
    """What a plan says is settled while it is a draft."""
    case, plan, decided_on = facts.case, facts.plan, facts.decided_on
    decided_after = decided_on is not None and (
        case.on < decided_on or (case.imported and case.on == decided_on)
    )
    if not decided_after and (plan is None or is_draft_for(plan, case)):
        return None
    return unmet(concept=facts.concept.key, on=case.on)


@check(
    "placement.term",
    _("The term {first_day} – {last_day} does not point to the {plan}."),
    _("Place it in the plan of its years, or settle the term first."),
)
def term_points_to_plan(facts: DraftingFacts, filing: IntoPlan) -> Iterator[Unmet]:
    """A concept goes into a plan that its term points to, as it stands that day."""
    case, concept = facts.case, facts.concept
    term = concept.wording.conclude
    plans = plans_for(case.ruleset, case.year, term)
    if filing.plan not in plans or concept.term_on > case.on:
        yield unmet(
            "plan", first_day=term.first_day, last_day=term.last_day, plan=filing.plan
        )


@check(
    "commission.decision",
    _("The {plan} is not a draft on {on}."),
    _("Wait until the plan is returned."),
)
def target_is_draft(facts: DraftingFacts, filing: IntoPlan) -> Iterator[Unmet]:
    """Rows are put into a draft only."""
    target = facts.target
    if target is None or not is_draft_for(target, facts.case):
        yield unmet("plan", plan=filing.plan, on=facts.case.on)
