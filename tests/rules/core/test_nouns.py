"""The shared nouns: texts, changes, plans and concepts on a day."""

from datetime import date

import pytest

from jospar.rules.core.nouns import (
    Changes,
    Keyed,
    Language,
    Level,
    PlanKind,
    PlanStage,
    Term,
    Text,
    named_by_key,
)
from jospar.rules.drafting.facts import Consider, Settle
from jospar.rules.intake.facts import ReportNone, SubmitConcept
from tests.rules import made


@pytest.mark.parametrize(
    ("filing", "named"),
    [
        (SubmitConcept, None),
        (ReportNone, None),
        (Settle, Keyed.CONCEPT),
        (Consider, Keyed.OCCASION),
    ],
)
def test_what_the_key_of_a_filing_names(filing: type, named: Keyed | None) -> None:
    """A key that is only being given names nothing yet."""
    assert named_by_key(filing) is named


def test_a_text_is_read_by_its_language() -> None:
    """A text gives what it says in Kazakh or in Russian."""
    text = Text("келісім", "соглашение")
    assert (text[Language.KK], text["ru"]) == ("келісім", "соглашение")


def test_each_plan_has_the_other() -> None:
    """The other of the two plans is never the plan itself."""
    assert [kind.other for kind in PlanKind] == [PlanKind.LONG_TERM, PlanKind.CURRENT]


def test_empty_changes_change_nothing() -> None:
    """An empty cell leaves what stands in the wording."""
    assert Changes().apply(made.wording()) == made.wording()


def test_changes_fill_their_cells() -> None:
    """Each filled cell replaces its own, and nothing else."""
    changes = Changes(
        title_kk="Жаңа атау",
        title_ru="Новое название",
        purpose_kk="Мақсат",
        purpose_ru="Цель",
        note_kk="Ескертпе",
        note_ru="Примечание",
        level=Level.INTERAGENCY,
        conclude_from=date(2025, 2, 1),
        conclude_to=date(2025, 2, 28),
        procedure_from=date(2025, 3, 1),
        procedure_to=date(2025, 3, 31),
    )
    assert changes.apply(made.wording()) == made.wording(
        title=Text("Жаңа атау", "Новое название"),
        purpose=Text("Мақсат", "Цель"),
        note=Text("Ескертпе", "Примечание"),
        level=Level.INTERAGENCY,
        conclude=Term(date(2025, 2, 1), date(2025, 2, 28)),
        procedure_from=date(2025, 3, 1),
        procedure_to=date(2025, 3, 31),
    )


def test_half_a_term_is_changed_alone() -> None:
    """One day of a term changes without the other, one language without the other."""
    changed = Changes(conclude_to=date(2025, 6, 30), title_ru="Новое").apply(
        made.wording()
    )
    assert changed.conclude == Term(date(2025, 1, 1), date(2025, 6, 30))
    assert changed.title == Text(made.wording().title.kk, "Новое")


def test_filled_cells_are_known() -> None:
    """Any of the cells asked for counts as filled, others do not."""
    changes = Changes(title_kk="Атау")
    assert changes.fills("title_ru", "title_kk") is True
    assert changes.fills("title_ru", "conclude_from") is False


@pytest.mark.parametrize(
    ("since", "stood"),
    [(made.BEFORE, True), (made.DAY, True), (made.AFTER, False), (None, True)],
)
def test_a_plan_stood_at_its_stage_since_a_day(since: date | None, stood: bool) -> None:
    """A plan is at its stage from the day on which it came to it."""
    plan = made.plan(stage=PlanStage.APPROVED, stage_on=since)
    assert plan.stood_as(PlanStage.APPROVED, made.DAY) is stood
    assert plan.stood_as(PlanStage.DRAFT, made.DAY) is False


@pytest.mark.parametrize(
    ("on", "gone"),
    [(None, False), (made.BEFORE, True), (made.DAY, True), (made.AFTER, False)],
)
def test_a_concept_is_gone_from_a_day_on(on: date | None, gone: bool) -> None:
    """A concept is returned or withdrawn from the day of that act on."""
    assert made.concept(returned_on=on).returned_by(made.DAY) is gone
    assert made.concept(withdrawn_on=on).withdrawn_by(made.DAY) is gone
