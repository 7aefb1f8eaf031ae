"""The conditions and checks that acts of several parts share."""

from datetime import date

import pytest

from jospar.rules.core.checks import Kind
from jospar.rules.core.conditions import (
    changed_terms_in_order,
    changed_titles_agree,
    fills_the_term_it_followed,
    follows_receipt,
    is_draft_for,
    own_concept,
    row_is_fixed,
    row_is_known,
)
from jospar.rules.core.nouns import Changes, Level, Plan, PlanStage
from jospar.rules.core.offices import Office
from tests.rules import made


@pytest.mark.provision("record.day")
@pytest.mark.parametrize(
    ("received_on", "refused"),
    [
        (made.BEFORE, ()),
        (made.DAY, ()),
        (made.AFTER, ("record.day: follows_receipt",)),
    ],
)
def test_an_act_follows_the_receipt(
    received_on: date, refused: tuple[str, ...]
) -> None:
    """An act on a concept has effect on the day of its receipt or later."""
    facts = made.concept_facts(concept=made.concept(received_on=received_on))
    assert made.grounds(follows_receipt.objections(facts)) == refused


@pytest.mark.provision("offices.table")
@pytest.mark.parametrize(
    ("office", "body", "refused"),
    [
        (Office.REGISTRAR, "", ()),
        (Office.REGISTRAR, "mid", ()),
        (Office.BODY_OFFICER, "trade", ()),
        (Office.BODY_OFFICER, "energy", ()),
        (Office.BODY_OFFICER, "mid", ("offices.table: own_concept",)),
        (Office.BODY_OFFICER, "", ("offices.table: own_concept",)),
    ],
)
def test_a_body_acts_on_its_own_concepts(
    office: Office, body: str, refused: tuple[str, ...]
) -> None:
    """Officers of each body that proposes may act on a concept, others' may not."""
    facts = made.concept_facts(case=made.acting(office, body))
    assert made.grounds(own_concept.objections(facts)) == refused


@pytest.mark.parametrize("stage", PlanStage)
def test_rows_are_fixed_in_a_plan_that_was_sent(stage: PlanStage) -> None:
    """A row is fixed while its plan is not a draft, whatever the day of the act."""
    for since in (made.BEFORE, made.AFTER):
        facts = made.concept_facts(plan=made.plan_at(stage, since))
        assert row_is_fixed(facts) is (stage is not PlanStage.DRAFT)


def test_a_concept_without_a_row_has_none_that_is_fixed() -> None:
    """Where there is no row there is nothing fixed, nor known."""
    assert row_is_fixed(made.concept_facts()) is False
    assert row_is_known(made.concept_facts()) is False


@pytest.mark.parametrize("stage", PlanStage)
def test_a_body_knows_of_its_row_when_the_plan_is_agreed(stage: PlanStage) -> None:
    """The Ministry knows of it all along."""
    plan = made.plan_at(stage)
    body = made.concept_facts(case=made.acting(Office.BODY_OFFICER, "mid"), plan=plan)
    ministry = made.concept_facts(case=made.acting(Office.REGISTRAR), plan=plan)
    assert row_is_known(body) is (stage is PlanStage.AGREED)
    assert row_is_known(ministry) is True


@pytest.mark.parametrize(
    ("plan", "for_a_person", "for_a_file"),
    [
        (made.plan(), True, True),
        (made.plan_at(PlanStage.DRAFT, made.BEFORE), True, True),
        (made.plan_at(PlanStage.DRAFT, made.DAY), True, False),
        (made.plan_at(PlanStage.DRAFT, made.AFTER), False, False),
        *(
            (made.plan_at(stage), False, False)
            for stage in PlanStage
            if stage is not PlanStage.DRAFT
        ),
    ],
)
def test_a_plan_is_a_draft_on_a_day(
    plan: Plan, for_a_person: bool, for_a_file: bool
) -> None:
    """A returned plan is a draft from that day on; a file's return ends its day."""
    assert is_draft_for(plan, made.case()) is for_a_person
    assert is_draft_for(plan, made.case(imported=True)) is for_a_file


@pytest.mark.provision("record.terms")
@pytest.mark.parametrize(
    ("changes", "refused"),
    [
        ({"conclude_to": date(2025, 1, 1)}, ()),
        (
            {"conclude_to": date(2024, 12, 31)},
            ("record.terms: changed_terms_in_order",),
        ),
        ({"procedure_from": date(2025, 3, 2)}, ()),
        (
            {
                "procedure_from": date(2025, 3, 2),
                "procedure_to": date(2025, 3, 1),
            },
            ("record.terms: changed_terms_in_order",),
        ),
    ],
)
def test_changed_terms_stay_in_order(
    changes: dict[str, date], refused: tuple[str, ...]
) -> None:
    """No term ends before it begins once the cells are filled in."""
    filing = made.supplement_concept(changes=Changes(**changes))  # type: ignore[arg-type] # days only
    objections = changed_terms_in_order.objections(
        Kind.REFUSAL, made.concept_facts(), filing
    )
    assert made.grounds(objections) == refused


@pytest.mark.provision("record.day")
@pytest.mark.parametrize(
    ("term_on", "changes", "refused"),
    [
        (made.DAY, Changes(conclude_to=date(2025, 6, 30)), False),
        (made.AFTER, Changes(conclude_to=date(2025, 6, 30)), True),
        (made.AFTER, Changes(conclude_from=date(2025, 6, 30)), True),
        (
            made.AFTER,
            Changes(conclude_from=date(2025, 6, 1), conclude_to=date(2025, 6, 30)),
            False,
        ),
        (made.AFTER, Changes(title_kk="Атау"), False),
    ],
)
def test_half_a_term_is_filled_into_the_term_of_that_day(
    term_on: date, changes: Changes, refused: bool
) -> None:
    """One day of a term is filled only into a term that stood on the act's day."""
    facts = made.concept_facts(concept=made.concept(term_on=term_on))
    filing = made.supplement_concept(changes=changes)
    objections = fills_the_term_it_followed.objections(Kind.REFUSAL, facts, filing)
    assert made.grounds(objections) == (
        ("record.day: fills_the_term_it_followed",) if refused else ()
    )


@pytest.mark.provision("titles.grammar")
@pytest.mark.parametrize(
    ("changes", "said"),
    [
        (Changes(), ()),
        (Changes(level=Level.INTERSTATE), ("titles.grammar: changed_titles_agree",)),
        (
            Changes(title_ru="Протокол о торговле"),
            (
                "titles.grammar: changed_titles_agree",
                "titles.grammar: changed_titles_agree",
            ),
        ),
    ],
)
def test_changed_titles_agree(changes: Changes, said: tuple[str, ...]) -> None:
    """A changed title or level is compared with the rest, each disagreement named."""
    filing = made.supplement_concept(changes=changes)
    objections = changed_titles_agree.objections(
        Kind.CAUTION, made.concept_facts(), filing
    )
    assert made.grounds(objections) == said


def test_titles_that_were_not_changed_are_not_compared() -> None:
    """What disagreed before is said once, not with every other change."""
    facts = made.concept_facts(
        concept=made.concept(wording=made.wording(level=Level.INTERSTATE))
    )
    filing = made.supplement_concept(changes=Changes(purpose_ru="Новая цель"))
    assert list(changed_titles_agree.objections(Kind.CAUTION, facts, filing)) == []
