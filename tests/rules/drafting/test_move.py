"""The Ministry moves a row to the other plan while both are drafts."""

from dataclasses import replace
from datetime import date

import pytest

from jospar.rules.core.act import Verdict
from jospar.rules.core.nouns import Plan, PlanKind, PlanStage, Term
from jospar.rules.drafting.effects import RowMoved
from jospar.rules.drafting.facts import DraftingFacts
from jospar.rules.drafting.move import move
from tests.rules import made
from tests.rules.made import CURRENT, LONG_TERM

PLANS = {CURRENT: made.plan(), LONG_TERM: made.other_plan()}
FIXED = "commission.decision: plan_is_draft"


def refused(facts: DraftingFacts, **filing: object) -> tuple[str, ...]:
    """Return what refuses the move."""
    refusals, cautions = made.said(move.verdict(facts, made.move(**filing)))
    assert cautions == ()
    return refusals


@pytest.mark.provision("placement.term")
@pytest.mark.provision("plans.basis")
@pytest.mark.parametrize("target", PlanKind)
def test_move(target: PlanKind) -> None:
    """A row whose term points to both plans goes to the other one."""
    facts = made.moving_facts(plan=PLANS[target.other], target=PLANS[target])
    filing = made.move(plan=target)
    assert move.verdict(facts, filing) == Verdict((), ())
    assert move.effect(facts, filing) == (
        RowMoved(key="C-001", plan=target, on=made.DAY, reason="Келіссөздер созылды"),
    )


@pytest.mark.provision("placement.term")
def test_move_what_has_no_row() -> None:
    """What was not placed, or left its plan, is not moved."""
    facts = made.moving_facts(plan=None, placed_on=None)
    assert refused(facts) == ("placement.term: placed",)


@pytest.mark.provision("placement.term")
def test_move_to_where_the_row_stands() -> None:
    """A row does not move to the plan that has it."""
    facts = made.moving_facts(target=made.plan())
    assert refused(facts, plan=CURRENT) == ("placement.term: into_the_other_plan",)


@pytest.mark.provision("record.day")
@pytest.mark.parametrize(
    ("placed_on", "refusals"),
    [(made.DAY, ()), (made.AFTER, ("record.day: follows_placement",))],
)
def test_move_after_the_placement(placed_on: date, refusals: tuple[str, ...]) -> None:
    """A row moves on the day on which it came to its plan, or later."""
    assert refused(made.moving_facts(placed_on=placed_on)) == refusals


@pytest.mark.provision("placement.term")
@pytest.mark.parametrize(
    ("first_day", "last_day", "points"),
    [
        (date(2025, 12, 31), date(2026, 1, 1), True),
        (date(2026, 1, 1), date(2026, 1, 1), True),
        (date(2025, 12, 31), date(2025, 12, 31), False),
        (date(2028, 12, 31), date(2029, 1, 1), False),
    ],
)
def test_move_by_the_term(first_day: date, last_day: date, points: bool) -> None:
    """A row moves only to a plan that its term points to."""
    wording = made.wording(conclude=Term(first_day, last_day))
    facts = made.moving_facts(concept=made.concept(wording=wording, plan=CURRENT))
    refusals = () if points else ("placement.term: term_points_to_plan",)
    assert refused(facts) == refusals


@pytest.mark.provision("placement.term")
def test_move_without_a_reason() -> None:
    """A move has its reason, whatever the term."""
    assert refused(made.moving_facts(), reason="") == (
        "placement.term: move_has_reason",
    )


@pytest.mark.provision("commission.decision")
@pytest.mark.parametrize(
    ("stage", "since", "is_draft"),
    [
        (PlanStage.DRAFT, made.DAY, True),
        (PlanStage.DRAFT, made.AFTER, False),
        *((stage, made.BEFORE, stage is PlanStage.DRAFT) for stage in PlanStage),
    ],
)
def test_move_between_drafts(stage: PlanStage, since: date, is_draft: bool) -> None:
    """Both plans are drafts on the day of the move."""

    def at(plan: Plan) -> Plan:
        return replace(plan, stage=stage, stage_on=since)

    from_it = made.moving_facts(plan=at(made.plan()))
    into_it = made.moving_facts(target=at(made.other_plan()))
    assert refused(from_it) == (() if is_draft else (FIXED,))
    assert refused(into_it) == (
        () if is_draft else ("commission.decision: target_is_draft",)
    )


@pytest.mark.provision("commission.decision")
@pytest.mark.parametrize(
    ("decided_on", "refusals"), [(made.DAY, ()), (made.AFTER, (FIXED,))]
)
def test_move_what_the_commission_moved_later(
    decided_on: date, refusals: tuple[str, ...]
) -> None:
    """What the Commission decided after the day is not undone by it."""
    assert refused(made.moving_facts(decided_on=decided_on)) == refusals
