"""The Ministry puts an expedient concept into the plan that its term points to."""

from dataclasses import replace
from datetime import date

import pytest

from jospar.rules.core.act import Verdict
from jospar.rules.core.nouns import Conclusion, Plan, PlanKind, PlanStage, Term
from jospar.rules.drafting.effects import ConceptPlaced
from jospar.rules.drafting.facts import DraftingFacts
from jospar.rules.drafting.place import place
from tests.rules import made
from tests.rules.made import CURRENT, LONG_TERM

PLANS = {CURRENT: made.plan(), LONG_TERM: made.other_plan()}


def expedient(target: PlanKind = CURRENT, **changes: object) -> DraftingFacts:
    """Return the facts about an expedient concept and the plan it is put into."""
    concept = made.concept(**{"conclusion": made.EXPEDIENT, **changes})
    return made.drafting_facts(concept=concept, target=PLANS[target])


def refused(facts: DraftingFacts, **filing: object) -> tuple[str, ...]:
    """Return what refuses the placement."""
    refusals, cautions = made.said(place.verdict(facts, made.place(**filing)))
    assert cautions == ()
    return refusals


@pytest.mark.provision("placement.term")
@pytest.mark.provision("plans.basis")
@pytest.mark.parametrize(
    ("plan", "term"), [(CURRENT, made.YEAR_2025), (LONG_TERM, made.YEAR_2026)]
)
def test_place(plan: PlanKind, term: Term) -> None:
    """An expedient concept gets a row in the plan of its years."""
    facts = expedient(plan, wording=made.wording(conclude=term))
    filing = made.place(plan=plan)
    assert place.verdict(facts, filing) == Verdict((), ())
    assert place.effect(facts, filing) == (
        ConceptPlaced(key="C-001", plan=plan, on=made.DAY, reason=""),
    )


@pytest.mark.provision("placement.term")
@pytest.mark.parametrize(
    ("conclusion", "refusals"),
    [
        (Conclusion(expedient=True, given_on=made.DAY), ()),
        (
            Conclusion(expedient=True, given_on=made.AFTER),
            ("placement.term: expedient",),
        ),
        (
            Conclusion(expedient=False, given_on=made.BEFORE),
            ("placement.term: expedient",),
        ),
        (None, ("placement.term: expedient",)),
    ],
)
def test_place_what_is_expedient(
    conclusion: Conclusion | None, refusals: tuple[str, ...]
) -> None:
    """A row needs an expedient conclusion of that day or before."""
    assert refused(expedient(conclusion=conclusion)) == refusals


@pytest.mark.provision("placement.term")
@pytest.mark.parametrize(
    ("withdrawn_on", "refusals"),
    [
        (made.BEFORE, ("placement.term: not_withdrawn",)),
        (made.DAY, ("placement.term: not_withdrawn",)),
        (made.AFTER, ()),
    ],
)
def test_place_what_was_withdrawn(
    withdrawn_on: date, refusals: tuple[str, ...]
) -> None:
    """What its body withdrew by that day gets no row."""
    assert refused(expedient(withdrawn_on=withdrawn_on)) == refusals


@pytest.mark.provision("placement.term")
@pytest.mark.parametrize("plan", PlanKind)
def test_place_twice(plan: PlanKind) -> None:
    """A concept that has a row gets no second one, in neither plan."""
    assert refused(expedient(plan=plan)) == ("placement.term: not_placed",)


@pytest.mark.provision("placement.term")
def test_place_what_was_excluded() -> None:
    """What the Commission excluded gets no row again."""
    concept = made.concept(conclusion=made.EXPEDIENT)
    facts = made.drafting_facts(concept=concept, excluded=True)
    assert refused(facts) == ("placement.term: not_excluded",)


@pytest.mark.provision("record.day")
@pytest.mark.parametrize(
    ("received_on", "refusals"),
    [(made.DAY, ()), (made.AFTER, ("record.day: follows_receipt",))],
)
def test_place_after_the_receipt(received_on: date, refusals: tuple[str, ...]) -> None:
    """A concept is placed on the day on which it came, or later."""
    assert refused(expedient(received_on=received_on)) == refusals


@pytest.mark.provision("placement.term")
@pytest.mark.parametrize(
    ("plan", "first_day", "last_day", "points"),
    [
        (CURRENT, date(2025, 1, 1), date(2025, 12, 31), True),
        (CURRENT, date(2025, 12, 31), date(2026, 1, 1), True),
        (CURRENT, date(2026, 1, 1), date(2026, 1, 1), False),
        (CURRENT, date(2024, 12, 31), date(2025, 1, 1), False),
        (LONG_TERM, date(2025, 12, 31), date(2025, 12, 31), False),
        (LONG_TERM, date(2025, 12, 31), date(2026, 1, 1), True),
        (LONG_TERM, date(2026, 1, 1), date(2028, 12, 31), True),
        (LONG_TERM, date(2028, 12, 31), date(2029, 1, 1), False),
    ],
)
def test_place_by_the_term(
    plan: PlanKind, first_day: date, last_day: date, points: bool
) -> None:
    """A concept goes only into a plan that its term points to."""
    facts = expedient(plan, wording=made.wording(conclude=Term(first_day, last_day)))
    refusals = () if points else ("placement.term: term_points_to_plan",)
    assert refused(facts, plan=plan, reason="Келіссөздер аяқталды") == refusals


@pytest.mark.provision("record.day")
@pytest.mark.parametrize(
    ("term_on", "refusals"),
    [
        (made.DAY, ()),
        (made.AFTER, ("placement.term: term_points_to_plan",)),
    ],
)
def test_place_by_a_term_of_that_day(term_on: date, refusals: tuple[str, ...]) -> None:
    """A term that stands only since a later day does not point to a plan yet."""
    assert refused(expedient(term_on=term_on)) == refusals


@pytest.mark.provision("placement.term")
@pytest.mark.parametrize("plan", PlanKind)
@pytest.mark.parametrize(
    ("reason", "refusals"),
    [
        ("Келіссөздер аяқталды", ()),
        ("", ("placement.term: straddling_has_reason",)),
    ],
)
def test_place_a_straddling_term(
    plan: PlanKind, reason: str, refusals: tuple[str, ...]
) -> None:
    """Where a term points to both plans either may be chosen, with a reason."""
    facts = expedient(plan, wording=made.wording(conclude=made.BOTH_YEARS))
    assert refused(facts, plan=plan, reason=reason) == refusals


def test_place_a_straddling_term_by_the_other_reading() -> None:
    """By the other reading its first day decides, and no reason is asked for."""
    rules = made.rules(straddling="first_day")
    case = replace(made.drafting_facts().case, ruleset=rules)
    concept = made.concept(
        conclusion=made.EXPEDIENT, wording=made.wording(conclude=made.BOTH_YEARS)
    )
    facts = made.drafting_facts(case=case, concept=concept)
    assert refused(facts) == ()
    assert refused(facts, plan=LONG_TERM) == ("placement.term: term_points_to_plan",)


@pytest.mark.provision("commission.decision")
@pytest.mark.parametrize(
    ("target", "refusals"),
    [
        (made.plan(), ()),
        (made.plan_at(PlanStage.DRAFT, made.DAY), ()),
        (
            made.plan_at(PlanStage.DRAFT, made.AFTER),
            ("commission.decision: target_is_draft",),
        ),
        (None, ("commission.decision: target_is_draft",)),
        *(
            (made.plan_at(stage), ("commission.decision: target_is_draft",))
            for stage in PlanStage
            if stage is not PlanStage.DRAFT
        ),
    ],
)
def test_place_in_a_draft(target: Plan | None, refusals: tuple[str, ...]) -> None:
    """Rows are put into a plan on days on which it is a draft."""
    concept = made.concept(conclusion=made.EXPEDIENT)
    assert refused(made.drafting_facts(concept=concept, target=target)) == refusals
