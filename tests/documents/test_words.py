"""The few words that documents add."""

import pytest

from jospar.documents.words import STAGES, amended_line, edition_mark, stage_mark
from jospar.rules.core.forms import FORM_LANGUAGES
from jospar.rules.core.nouns import PlanStage, Text
from tests.documents.editions import make


def test_every_stage_has_a_name_in_both_languages() -> None:
    """No stage is left without a word."""
    assert list(STAGES) == list(PlanStage)
    assert all(STAGES[stage][lang] for stage in STAGES for lang in FORM_LANGUAGES)


@pytest.mark.parametrize(
    ("stage", "language", "mark"),
    [
        (PlanStage.DRAFT, "kk", "ЖОБА"),
        (PlanStage.DRAFT, "ru", "ПРОЕКТ"),
        (PlanStage.BEFORE_COMMISSION, "kk", "КОМИССИЯНЫҢ ҚАРАУЫНДА"),
        (PlanStage.AGREED, "kk", ""),
        (PlanStage.AGREED, "ru", ""),
    ],
)
def test_the_mark_of_a_stage(stage: PlanStage, language: str, mark: str) -> None:
    """All but an agreed plan are marked, in capitals."""
    assert stage_mark(stage, language) == mark


@pytest.mark.parametrize(
    ("stage", "rehearsal", "mark"),
    [
        (PlanStage.AGREED, False, ""),
        (PlanStage.DRAFT, False, "ПРОЕКТ"),
        (PlanStage.AGREED, True, "УЧЕБНЫЙ ДОКУМЕНТ: ЮРИДИЧЕСКОЙ СИЛЫ НЕ ИМЕЕТ"),
        (
            PlanStage.DRAFT,
            True,
            "УЧЕБНЫЙ ДОКУМЕНТ: ЮРИДИЧЕСКОЙ СИЛЫ НЕ ИМЕЕТ · ПРОЕКТ",
        ),
    ],
)
def test_the_mark_of_an_edition(stage: PlanStage, rehearsal: bool, mark: str) -> None:
    """What a rehearsal made says so, before where it stands."""
    assert edition_mark(make(0, stage=stage, rehearsal=rehearsal), "ru") == mark


def test_an_amended_plan_says_on_what_ground() -> None:
    """In the language of the document; any other plan says nothing."""
    amended = make(1, amended=Text("№ 5 тапсырма", "поручение № 5"))
    assert [amended_line(amended, language) for language in FORM_LANGUAGES] == [
        "Өзгерістердің негізі: № 5 тапсырма",
        "Основание изменений: поручение № 5",
    ]
    assert amended_line(make(1), "kk") == ""
