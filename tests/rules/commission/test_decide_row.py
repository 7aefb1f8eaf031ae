"""The Commission decides on a row, as a part of its decision on the plan."""

from datetime import date

import pytest

from jospar.rules.commission.decide_row import decide_row
from jospar.rules.commission.effects import RowDecided
from jospar.rules.commission.facts import Outcome, RowOutcome
from jospar.rules.core.act import Kind, Verdict
from jospar.rules.core.nouns import Changes, PlanStage, Term, Text, Wording
from tests.rules import made

KEEP, CHANGE, MOVE, EXCLUDE = RowOutcome
APPROVED, RETURNED = Outcome
REMARK = Text("Мерзімі ұзартылсын", "Продлить срок")
HALF = Changes(conclude_to=date(2025, 6, 30))
NEXT_YEAR = Changes(
    conclude_from=date(2026, 1, 1), conclude_to=date(2026, 12, 31), title_kk="Атау"
)
ORDER = "record.terms: row_terms_in_order"
CLOSED = "commission.decision: other_plan_is_open"
OUT = "placement.term: row_term_in_plan"


def said(
    row: RowOutcome, changes: Changes, **facts: object
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return what speaks against a decision on a row."""
    filing = made.decide_row(outcome=row, changes=changes)
    return made.said(decide_row.verdict(made.row_facts(**facts), filing))


HALVED = made.wording(conclude=Term(date(2025, 1, 1), date(2025, 6, 30)))
MOVED = made.wording(
    conclude=made.YEAR_2026, title=Text("Атау", made.wording().title.ru)
)


@pytest.mark.provision("commission.decision")
@pytest.mark.parametrize(
    ("decision", "outcome", "changes", "wording", "term_changed"),
    [
        (APPROVED, KEEP, Changes(), made.wording(), False),
        (APPROVED, KEEP, HALF, made.wording(), False),
        (APPROVED, EXCLUDE, HALF, made.wording(), False),
        (APPROVED, CHANGE, HALF, HALVED, True),
        (APPROVED, CHANGE, Changes(), made.wording(), False),
        (APPROVED, MOVE, NEXT_YEAR, MOVED, True),
        (RETURNED, KEEP, Changes(), None, False),
        (RETURNED, EXCLUDE, Changes(), None, False),
        (RETURNED, CHANGE, HALF, None, False),
        (RETURNED, MOVE, NEXT_YEAR, None, False),
    ],
)
def test_decide_row(
    decision: Outcome,
    outcome: RowOutcome,
    changes: Changes,
    wording: Wording | None,
    term_changed: bool,
) -> None:
    """In an approved plan rows are changed or moved; in a returned one remarked on."""
    facts = made.row_facts(
        outcome=decision,
        plan=made.plan_at(
            PlanStage.APPROVED if decision is APPROVED else PlanStage.DRAFT
        ),
    )
    filing = made.decide_row(outcome=outcome, changes=changes, remark=REMARK)
    assert decide_row.verdict(facts, filing) == Verdict((), ())
    assert decide_row.effect(facts, filing) == (
        RowDecided(
            plan=made.CURRENT,
            decision="2",
            on=made.DAY,
            key="C-001",
            outcome=outcome,
            remark=REMARK,
            wording=wording,
            term_changed=term_changed,
        ),
    )


@pytest.mark.provision("commission.decision")
@pytest.mark.parametrize("outcome", RowOutcome)
def test_decide_row_of_another_plan(outcome: RowOutcome) -> None:
    """What is no row of the plan is not decided on with it."""
    changes = NEXT_YEAR if outcome is MOVE else Changes()
    assert said(outcome, changes, in_plan=False) == (
        ("commission.decision: row_of_the_plan",),
        (),
    )


@pytest.mark.provision("commission.decision")
def test_decide_row_after_the_plan_went_on() -> None:
    """Rows are fixed once the plan stands no longer as the decision left it."""
    assert said(KEEP, Changes(), plan_moved_on=True) == (
        ("commission.decision: plan_as_decided",),
        (),
    )


@pytest.mark.provision("record.key")
def test_decide_row_twice() -> None:
    """A decision decides on a row once."""
    assert said(KEEP, Changes(), is_decided=True) == (
        ("record.key: not_decided_before",),
        (),
    )


@pytest.mark.provision("record.terms")
@pytest.mark.parametrize("outcome", RowOutcome)
@pytest.mark.parametrize(
    ("first_day", "refused"),
    [(date(2025, 12, 31), ()), (date(2026, 1, 1), (ORDER,))],
)
def test_decide_row_with_a_term_in_order(
    outcome: RowOutcome, first_day: date, refused: tuple[str, ...]
) -> None:
    """Whatever the outcome, a term that would end before it begins makes no sense."""
    changes = Changes(conclude_from=first_day)
    assert said(outcome, changes, outcome=RETURNED) == (refused, ())


@pytest.mark.provision("commission.decision")
@pytest.mark.parametrize(
    ("stage", "refused"),
    [
        (PlanStage.DRAFT, ()),
        (PlanStage.BEFORE_COMMISSION, ()),
        (PlanStage.APPROVED, (CLOSED,)),
        (PlanStage.BEFORE_PRESIDENT, (CLOSED,)),
        (PlanStage.AGREED, (CLOSED,)),
    ],
)
def test_decide_row_to_move_it(stage: PlanStage, refused: tuple[str, ...]) -> None:
    """A row moves into a plan that is a draft or before the Commission."""
    other = made.other_plan(stage=stage, stage_on=made.BEFORE)
    assert said(MOVE, NEXT_YEAR, other=other) == (refused, ())
    assert said(CHANGE, HALF, other=other) == ((), ())
    assert said(MOVE, NEXT_YEAR, other=other, outcome=RETURNED) == ((), ())


@pytest.mark.provision("commission.decision")
def test_decide_row_to_move_it_where_it_would_have_been_later() -> None:
    """A row moves into no plan that went on after the decision."""
    assert said(MOVE, NEXT_YEAR, other_moved_on=True) == ((CLOSED,), ())
    assert said(CHANGE, HALF, other_moved_on=True) == ((), ())


@pytest.mark.provision("placement.term")
@pytest.mark.parametrize(
    ("outcome", "changes", "irregular"),
    [
        (CHANGE, HALF, ()),
        (CHANGE, NEXT_YEAR, (OUT,)),
        (CHANGE, Changes(conclude_to=date(2026, 1, 1)), ()),
        (CHANGE, Changes(title_kk="Атау"), ()),
        (MOVE, NEXT_YEAR, ()),
        (MOVE, Changes(conclude_to=date(2026, 1, 1)), ()),
        (MOVE, Changes(), (OUT,)),
        (MOVE, HALF, (OUT,)),
        (KEEP, NEXT_YEAR, ()),
        (EXCLUDE, NEXT_YEAR, ()),
    ],
)
def test_decide_row_with_a_term_in_the_plan(
    outcome: RowOutcome, changes: Changes, irregular: tuple[str, ...]
) -> None:
    """A changed or moved row's term points to the plan that has it, or is irregular."""
    assert said(outcome, changes) == ((), irregular)
    assert said(outcome, changes, outcome=RETURNED) == ((), ())


def test_decide_row_leaves_an_old_term_unsaid() -> None:
    """A row whose term lay outside before is not irregular for another change."""
    concept = made.concept(wording=made.wording(conclude=made.YEAR_2026))
    assert said(CHANGE, Changes(title_kk="Атау"), concept=concept) == ((), ())


def test_decide_row_is_recorded_with_its_irregularity() -> None:
    """What is irregular in a decision is recorded with the plan that keeps the row."""
    filing = made.decide_row(outcome=CHANGE, changes=NEXT_YEAR)
    (found,) = decide_row.verdict(made.row_facts(), filing).cautions
    assert (found.kind, found.field, found.values) == (
        Kind.IRREGULARITY,
        "conclude_from",
        {"plan": made.CURRENT},
    )
