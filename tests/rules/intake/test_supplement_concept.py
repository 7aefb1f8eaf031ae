"""A body completes or corrects its concept."""

from datetime import date

import pytest

from jospar.rules.core.act import Kind, Verdict
from jospar.rules.core.nouns import (
    Changes,
    Level,
    Plan,
    PlanStage,
    Procedure,
    Term,
    Text,
    Wording,
)
from jospar.rules.core.offices import Office
from jospar.rules.intake.effects import ConceptSupplemented
from jospar.rules.intake.supplement_concept import supplement_concept
from tests.rules import made


def said(
    changes: Changes, wording: Wording | None = None, plan: Plan | None = None
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return what speaks against filling in the cells of ``changes``."""
    concept = made.concept(wording=wording or made.wording())
    facts = made.concept_facts(concept=concept, plan=plan)
    filing = made.supplement_concept(changes=changes)
    return made.said(supplement_concept.verdict(facts, filing))


@pytest.mark.provision("concepts.languages")
def test_supplement_concept_completes_it() -> None:
    """A concept whose last missing text is filled in is complete from then on."""
    facts = made.concept_facts(
        concept=made.concept(
            wording=made.wording(purpose=Text("Мақсаты", "")), complete_on=None
        )
    )
    filing = made.supplement_concept(changes=Changes(purpose_ru="Цель"))
    assert supplement_concept.verdict(facts, filing) == Verdict((), ())
    assert supplement_concept.effect(facts, filing) == (
        ConceptSupplemented(
            key="C-001",
            on=made.DAY,
            document="7-1/17",
            wording=made.wording(purpose=Text("Мақсаты", "Цель")),
            complete=True,
            term_changed=False,
        ),
    )


def test_supplement_concept_in_part() -> None:
    """A concept that still lacks a text stays incomplete; that is not said again."""
    wording = made.wording(purpose=Text())
    facts = made.concept_facts(concept=made.concept(wording=wording))
    filing = made.supplement_concept(changes=Changes(purpose_kk="Мақсаты"))
    assert supplement_concept.verdict(facts, filing) == Verdict((), ())
    effect = made.effect_of(supplement_concept, facts, filing)
    assert effect.complete is False


@pytest.mark.parametrize(
    ("changes", "term", "changed"),
    [
        (Changes(), made.YEAR_2025, False),
        (Changes(conclude_from=date(2025, 1, 1)), made.YEAR_2025, False),
        (
            Changes(conclude_from=date(2025, 1, 2)),
            Term(date(2025, 1, 2), date(2025, 12, 31)),
            True,
        ),
    ],
)
def test_supplement_concept_with_a_term(
    changes: Changes, term: Term, changed: bool
) -> None:
    """A term is changed where its days are others than before."""
    filing = made.supplement_concept(changes=changes)
    effect = made.effect_of(supplement_concept, made.concept_facts(), filing)
    assert (effect.wording.conclude, effect.term_changed) == (term, changed)


@pytest.mark.provision("record.day")
def test_supplement_concept_before_it_came() -> None:
    """Nothing is completed before the day of its receipt."""
    facts = made.concept_facts(concept=made.concept(received_on=made.AFTER))
    verdict = supplement_concept.verdict(facts, made.supplement_concept())
    assert made.said(verdict) == (("record.day: follows_receipt",), ())


@pytest.mark.provision("record.terms")
@pytest.mark.parametrize(
    ("last_day", "refused"),
    [
        (date(2025, 1, 1), ()),
        (date(2024, 12, 31), ("record.terms: changed_terms_in_order",)),
    ],
)
def test_supplement_concept_with_a_term_in_order(
    last_day: date, refused: tuple[str, ...]
) -> None:
    """A term that would end before it begins makes no sense."""
    assert said(Changes(conclude_to=last_day))[0] == refused


@pytest.mark.provision("record.day")
@pytest.mark.parametrize(
    ("term_on", "refused"),
    [(made.DAY, ()), (made.AFTER, ("record.day: fills_the_term_it_followed",))],
)
def test_supplement_concept_with_half_a_term(
    term_on: date, refused: tuple[str, ...]
) -> None:
    """One day of a term is filled in only where the other stood that day already."""
    facts = made.concept_facts(concept=made.concept(term_on=term_on))
    filing = made.supplement_concept(changes=Changes(conclude_to=date(2025, 6, 30)))
    assert made.said(supplement_concept.verdict(facts, filing)) == (refused, ())


@pytest.mark.provision("concepts.term")
@pytest.mark.parametrize(
    ("changes", "irregular"),
    [
        (Changes(conclude_to=date(2028, 12, 31)), ()),
        (
            Changes(conclude_to=date(2029, 1, 1)),
            ("concepts.term: new_term_within_cycle",),
        ),
        (
            Changes(conclude_from=date(2024, 12, 31)),
            ("concepts.term: new_term_within_cycle",),
        ),
    ],
)
def test_supplement_concept_of_the_cycles_years(
    changes: Changes, irregular: tuple[str, ...]
) -> None:
    """A new term that leaves the years of the two plans is irregular."""
    assert said(changes) == ((), irregular)


def test_supplement_concept_leaves_an_old_term_unsaid() -> None:
    """A term that was irregular before is not said again with another cell."""
    wording = made.wording(conclude=Term(date(2024, 1, 1), date(2024, 12, 31)))
    assert said(Changes(purpose_ru="Цель"), wording) == ((), ())


RATIFIED = made.wording(
    procedure=Procedure.RATIFICATION,
    procedure_from=date(2025, 7, 1),
    procedure_to=date(2025, 12, 31),
)
OPEN = made.wording(procedure=Procedure.RATIFICATION)


@pytest.mark.provision("concepts.term")
@pytest.mark.parametrize(
    ("wording", "changes", "irregular"),
    [
        (RATIFIED, Changes(procedure_from=date(2025, 1, 1)), False),
        (RATIFIED, Changes(procedure_from=date(2024, 12, 31)), True),
        (RATIFIED, Changes(conclude_from=date(2025, 7, 1)), False),
        (RATIFIED, Changes(conclude_from=date(2025, 7, 2)), True),
        (OPEN, Changes(conclude_from=date(2025, 7, 2)), False),
        (OPEN, Changes(procedure_from=date(2025, 7, 2)), True),
        (
            OPEN,
            Changes(
                procedure_from=date(2025, 7, 1),
                procedure_to=date(2025, 7, 1),
            ),
            False,
        ),
        (made.wording(), Changes(procedure_from=date(2020, 1, 1)), False),
    ],
)
def test_supplement_concept_with_procedures(
    wording: Wording, changes: Changes, irregular: bool
) -> None:
    """A new term of procedures is whole and does not begin before the conclusion."""
    cautions = ("concepts.term: new_procedures_have_term",) if irregular else ()
    assert said(changes, wording) == ((), cautions)


@pytest.mark.provision("concepts.languages")
@pytest.mark.parametrize(
    ("changes", "irregular"),
    [
        (Changes(purpose_kk="Сауданы дамыту үшін"), ()),
        (
            Changes(purpose_kk="Развитие торговли"),
            ("concepts.languages: new_texts_in_own_letters",),
        ),
        (
            Changes(purpose_ru="Сауданы дамыту үшін"),
            ("concepts.languages: new_texts_in_own_letters",),
        ),
        (Changes(note_kk="Примечание", note_ru="Ескертпе"), ()),
    ],
)
def test_supplement_concept_in_its_own_letters(
    changes: Changes, irregular: tuple[str, ...]
) -> None:
    """A filled title or purpose has the letters of its language; notes are free."""
    assert said(changes) == ((), irregular)


def test_supplement_concept_leaves_old_letters_unsaid() -> None:
    """Letters that were wrong before are not said again with another cell."""
    wording = made.wording(purpose=Text("Развитие", "Цель"))
    assert said(Changes(purpose_ru="Развитие торговли"), wording) == ((), ())


@pytest.mark.provision("concepts.languages")
def test_supplement_concept_with_half_a_note() -> None:
    """A note that is filled in stands in both languages then, unless irregular."""
    irregular = ("concepts.languages: new_note_in_both_languages",)
    half = made.wording(note=Text("Ескертпе", ""))
    assert said(Changes(note_kk="Ескертпе")) == ((), irregular)
    assert said(Changes(note_ru="Примечание"), half) == ((), ())
    assert said(Changes(note_kk="Түзетілген ескертпе"), half) == ((), irregular)
    assert said(Changes(purpose_ru="Цель"), half) == ((), ())


@pytest.mark.provision("placement.term")
@pytest.mark.parametrize(
    ("plan", "changes", "irregular"),
    [
        (made.plan(), Changes(conclude_from=date(2025, 6, 1)), ()),
        (made.plan(), Changes(conclude_to=date(2026, 1, 1)), ()),
        (
            made.plan(),
            Changes(conclude_from=date(2026, 1, 1), conclude_to=date(2026, 6, 30)),
            ("placement.term: new_term_in_plan",),
        ),
        (
            made.other_plan(),
            Changes(conclude_to=date(2025, 12, 30)),
            ("placement.term: new_term_in_plan",),
        ),
        (made.other_plan(), Changes(purpose_ru="Цель"), ()),
    ],
)
def test_supplement_concept_that_has_a_row(
    plan: Plan, changes: Changes, irregular: tuple[str, ...]
) -> None:
    """A new term that points out of the plan with the row is irregular."""
    assert said(changes, plan=plan) == ((), irregular)


@pytest.mark.provision("commission.decision")
@pytest.mark.parametrize("stage", PlanStage)
def test_supplement_concept_whose_plan_was_sent(stage: PlanStage) -> None:
    """While the plan is no draft the row stays as it was, which is said."""
    sent = stage is not PlanStage.DRAFT
    irregular = ("commission.decision: row_may_change",) if sent else ()
    plan = made.plan_at(stage)
    assert said(Changes(purpose_ru="Цель"), plan=plan) == ((), irregular)


@pytest.mark.provision("commission.decision")
@pytest.mark.parametrize("stage", PlanStage)
def test_a_body_learns_nothing_of_a_plan_before_it_is_agreed(stage: PlanStage) -> None:
    """Neither that the row stays as it was, nor that the term points out of it."""
    case = made.acting(Office.BODY_OFFICER, "energy")
    facts = made.concept_facts(case=case, plan=made.plan_at(stage))
    changes = Changes(conclude_from=date(2026, 1, 1), conclude_to=date(2026, 3, 31))
    filing = made.supplement_concept(changes=changes)
    told = ("placement.term: new_term_in_plan", "commission.decision: row_may_change")
    assert made.said(supplement_concept.verdict(facts, filing)) == (
        (),
        told if stage is PlanStage.AGREED else (),
    )


@pytest.mark.provision("titles.grammar")
def test_supplement_concept_with_another_title() -> None:
    """A title of another kind than in the other language is irregular."""
    title = made.wording().title.ru.replace("Соглашение", "Протокол")
    assert said(Changes(title_ru=title)) == (
        (),
        ("titles.grammar: changed_titles_agree",),
    )
    assert said(Changes(title_ru=made.wording().title.ru)) == ((), ())


@pytest.mark.provision("offices.table")
def test_supplement_concept_by_a_body() -> None:
    """A body completes its own concepts, and mends first what would be irregular."""
    filing = made.supplement_concept(changes=Changes(note_kk="Ескертпе"))
    other = made.concept_facts(case=made.acting(Office.BODY_OFFICER, "mid"))
    own = made.concept_facts(case=made.acting(Office.BODY_OFFICER, "energy"))
    note = "concepts.languages: new_note_in_both_languages"
    assert made.said(supplement_concept.verdict(other, filing)) == (
        ("offices.table: own_concept", note),
        (),
    )
    verdict = supplement_concept.verdict(own, filing)
    assert made.said(verdict) == ((note,), ())
    assert verdict.refusals[0].kind is Kind.REFUSAL


def test_supplement_concept_settles_no_level() -> None:
    """What a body supplements keeps the level that it had."""
    wording = made.wording(level=Level.INTERSTATE)
    facts = made.concept_facts(concept=made.concept(wording=wording))
    filing = made.supplement_concept(changes=Changes(note_ru="Примечание"))
    effect = made.effect_of(supplement_concept, facts, filing)
    assert effect.wording.level is Level.INTERSTATE
