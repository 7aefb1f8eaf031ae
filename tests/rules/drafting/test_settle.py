"""The Ministry settles a concept's level, title or term for the draft."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from jospar.rules.core.act import Kind, Verdict
from jospar.rules.core.nouns import Changes, Level, Plan, PlanStage, Term
from jospar.rules.core.offices import Office
from jospar.rules.drafting.effects import ConceptSettled
from jospar.rules.drafting.settle import settle
from tests.rules import made


def refused(*, plan: Plan | None = None, **concept: Any) -> tuple[str, ...]:
    """Return what refuses to settle a new title of a concept."""
    facts = made.drafting_facts(concept=made.concept(**concept), plan=plan)
    filing = made.settle(changes=Changes(title_ru=made.wording().title.ru))
    refusals, cautions = made.said(settle.verdict(facts, filing))
    assert cautions == ()
    return refusals


@pytest.mark.provision("plans.basis")
def test_settle() -> None:
    """The concept reads as settled, with the reason; nothing else is changed."""
    facts = made.drafting_facts(case=made.acting(Office.HEAD))
    changes = Changes(conclude_from=date(2025, 7, 1))
    filing = made.settle(changes=changes)
    assert settle.verdict(facts, filing) == Verdict((), ())
    assert settle.effect(facts, filing) == (
        ConceptSettled(
            key="C-001",
            on=made.DAY,
            reason="Келіссөздердің барысы",
            wording=made.wording(
                conclude=Term(date(2025, 7, 1), date(2025, 12, 31)),
            ),
            term_changed=True,
        ),
    )


def test_settle_leaves_the_term() -> None:
    """A title that is settled, or the term that was, changes no term."""
    for changes in (Changes(title_kk="Атау"), Changes(conclude_to=date(2025, 12, 31))):
        effect = made.effect_of(
            settle, made.drafting_facts(), made.settle(changes=changes)
        )
        assert effect.term_changed is False


@pytest.mark.provision("record.day")
@pytest.mark.parametrize(
    ("received_on", "refusals"),
    [(made.DAY, ()), (made.AFTER, ("record.day: follows_receipt",))],
)
def test_settle_after_the_receipt(received_on: date, refusals: tuple[str, ...]) -> None:
    """Something is settled on the day on which the concept came, or later."""
    assert refused(received_on=received_on) == refusals


@pytest.mark.provision("concepts.late")
def test_settle_a_late_concept() -> None:
    """Nothing is settled on a late concept."""
    assert refused(in_time=False) == ("concepts.late: in_time",)


@pytest.mark.provision("conclusions.expediency")
@pytest.mark.parametrize("act", ["withdrawn", "returned"])
@pytest.mark.parametrize(
    ("on", "gone"), [(made.BEFORE, True), (made.DAY, True), (made.AFTER, False)]
)
def test_settle_what_is_gone(act: str, on: date, gone: bool) -> None:
    """Nothing is settled from the day of a withdrawal or a return on."""
    refusals = ("conclusions.expediency: before_the_ministry",) if gone else ()
    concept: dict[str, Any] = {f"{act}_on": on}
    assert refused(**concept) == refusals


def test_settle_says_since_when_it_is_gone() -> None:
    """The refusal names the day of the withdrawal or of the return."""
    for act in ("withdrawn_on", "returned_on"):
        facts = made.drafting_facts(concept=made.concept(**{act: made.BEFORE}))
        (refusal,) = settle.verdict(facts, made.settle()).refusals
        assert refusal.values == {"concept": "C-001", "since": made.BEFORE}


@pytest.mark.provision("commission.decision")
@pytest.mark.parametrize(
    ("plan", "refusals"),
    [
        (None, ()),
        (made.plan(), ()),
        (made.plan_at(PlanStage.DRAFT, made.DAY), ()),
        (
            made.plan_at(PlanStage.DRAFT, made.AFTER),
            ("commission.decision: plan_is_draft",),
        ),
        *(
            (made.plan_at(stage), ("commission.decision: plan_is_draft",))
            for stage in PlanStage
            if stage is not PlanStage.DRAFT
        ),
    ],
)
def test_settle_in_a_draft(plan: Plan | None, refusals: tuple[str, ...]) -> None:
    """What a row says is settled on days on which its plan is a draft."""
    assert refused(plan=plan) == refusals


@pytest.mark.provision("commission.decision")
@pytest.mark.parametrize(
    ("decided_on", "for_a_person", "for_a_file"),
    [
        (None, True, True),
        (made.BEFORE, True, True),
        (made.DAY, True, False),
        (made.AFTER, False, False),
    ],
)
def test_settle_after_the_commission_decided(
    decided_on: date | None, for_a_person: bool, for_a_file: bool
) -> None:
    """Nothing is settled for a day before the Commission moved or excluded the row."""
    for imported, is_open in ((False, for_a_person), (True, for_a_file)):
        case = replace(made.drafting_facts().case, imported=imported)
        facts = made.drafting_facts(case=case, decided_on=decided_on)
        refusals = () if is_open else ("commission.decision: plan_is_draft",)
        assert made.said(settle.verdict(facts, made.settle())) == (refusals, ())


@pytest.mark.provision("record.terms")
@pytest.mark.parametrize(
    ("last_day", "refusals"),
    [
        (date(2025, 1, 1), ()),
        (date(2024, 12, 31), ("record.terms: changed_terms_in_order",)),
    ],
)
def test_settle_a_term_in_order(last_day: date, refusals: tuple[str, ...]) -> None:
    """No term is settled that would end before it begins."""
    filing = made.settle(changes=Changes(conclude_to=last_day))
    verdict = settle.verdict(made.drafting_facts(), filing)
    assert made.said(verdict) == (refusals, ())


@pytest.mark.provision("record.day")
@pytest.mark.parametrize(
    ("term_on", "refusals"),
    [(made.DAY, ()), (made.AFTER, ("record.day: fills_the_term_it_followed",))],
)
def test_settle_half_a_term(term_on: date, refusals: tuple[str, ...]) -> None:
    """One day of a term is settled only where the other stood that day already."""
    facts = made.drafting_facts(concept=made.concept(term_on=term_on))
    filing = made.settle(changes=Changes(conclude_to=date(2025, 6, 30)))
    assert made.said(settle.verdict(facts, filing)) == (refusals, ())


@pytest.mark.provision("placement.term")
@pytest.mark.parametrize(
    ("plan", "changes", "refusals"),
    [
        (made.plan(), Changes(conclude_to=date(2025, 1, 1)), ()),
        (made.plan(), Changes(conclude_to=date(2026, 1, 1)), ()),
        (
            made.plan(),
            Changes(conclude_from=date(2026, 1, 1), conclude_to=date(2026, 6, 30)),
            ("placement.term: term_stays_in_plan",),
        ),
        (
            made.plan(),
            Changes(conclude_from=date(2024, 12, 31)),
            ("placement.term: term_stays_in_plan",),
        ),
        (
            None,
            Changes(conclude_from=date(2026, 1, 1), conclude_to=date(2026, 6, 30)),
            (),
        ),
        (made.other_plan(), Changes(title_ru=made.wording().title.ru), ()),
    ],
)
def test_settle_a_term_of_a_row(
    plan: Plan | None, changes: Changes, refusals: tuple[str, ...]
) -> None:
    """A settled term does not move a row out of its plan."""
    facts = made.drafting_facts(plan=plan)
    verdict = settle.verdict(facts, made.settle(changes=changes))
    assert made.said(verdict) == (refusals, ())


@pytest.mark.provision("offices.table")
@pytest.mark.parametrize(
    ("office", "refusals"),
    [(Office.HEAD, ()), (Office.PLANNER, ("offices.table: level_by_head",))],
)
def test_settle_a_level(office: Office, refusals: tuple[str, ...]) -> None:
    """The level is settled by the head, everything else by the planner too."""
    facts = made.drafting_facts(case=made.acting(office))
    filing = made.settle(changes=Changes(level=Level.INTERGOVERNMENTAL))
    assert made.said(settle.verdict(facts, filing)) == (refusals, ())


@pytest.mark.provision("titles.grammar")
def test_settle_a_level_that_the_titles_do_not_show() -> None:
    """A level that disagrees with the titles is a caution to the Ministry."""
    facts = made.drafting_facts(case=made.acting(Office.HEAD))
    filing = made.settle(changes=Changes(level=Level.INTERSTATE))
    verdict = settle.verdict(facts, filing)
    assert made.said(verdict) == ((), ("titles.grammar: changed_titles_agree",))
    assert verdict.cautions[0].kind is Kind.CAUTION


@pytest.mark.provision("plans.basis")
@pytest.mark.parametrize("reason", ["", "Келіссөздердің барысы"])
def test_settle_has_a_reason(reason: str) -> None:
    """What is settled otherwise than the body proposed says why."""
    verdict = settle.verdict(made.drafting_facts(), made.settle(reason=reason))
    refusals, _cautions = made.said(verdict)
    assert refusals == (() if reason else ("plans.basis: reason_given",))
