"""The Ministry moves a row to the other plan while both are drafts."""

from collections.abc import Iterator

from jospar.rules.core.act import Unmet, _, act, check, condition, unmet

from .conditions import plan_is_draft, target_is_draft, term_points_to_plan
from .effects import RowMoved
from .facts import DraftingFacts, Move


@condition(
    "placement.term",
    _("Concept {concept} has no row in a plan."),
    _("Place it first."),
)
def placed(facts: DraftingFacts) -> Unmet | None:
    """Only what has a row is moved."""
    return unmet(concept=facts.concept.key) if facts.plan is None else None


@condition(
    "record.day",
    _("The row of concept {concept} stands there since {placed_on}, after {on}."),
    _("Correct the day of the act: it cannot come before the row."),
)
def follows_placement(facts: DraftingFacts) -> Unmet | None:
    """A row is moved on the day on which it came to its plan, or later."""
    placed_on, on = facts.placed_on, facts.case.on
    if placed_on is None or placed_on <= on:
        return None
    return unmet(concept=facts.concept.key, placed_on=placed_on, on=on)


@check(
    "placement.term",
    _("The row stands in the {plan} already."),
    _("Choose the other plan, or leave the row where it is."),
)
def into_the_other_plan(facts: DraftingFacts, filing: Move) -> Iterator[Unmet]:
    """A row moves to the plan that does not have it."""
    if facts.plan is not None and facts.plan.kind is filing.plan:
        yield unmet("plan", plan=filing.plan)


@check(
    "placement.term",
    _("No reason is given why the row moves."),
    _("Write why the other plan was chosen."),
)
def move_has_reason(facts: DraftingFacts, filing: Move) -> Iterator[Unmet]:
    """A move has its reason."""
    if not filing.reason:
        yield unmet("reason")


@act(
    "drafting.move",
    "placement.term",
    also=("plans.basis",),
    filing=Move,
    conditions=(placed, follows_placement, plan_is_draft),
    requirements=(
        into_the_other_plan,
        term_points_to_plan,
        target_is_draft,
        move_has_reason,
    ),
)
def move(facts: DraftingFacts, filing: Move) -> tuple[RowMoved, ...]:
    """The row stands in the other draft, and its concept behind it."""
    return (
        RowMoved(key=filing.key, plan=filing.plan, on=filing.on, reason=filing.reason),
    )
