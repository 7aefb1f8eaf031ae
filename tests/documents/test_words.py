"""The few words that documents add."""

import pytest

from jospar.documents.words import STAGES, stage_mark
from jospar.rules.core.forms import FORM_LANGUAGES
from jospar.rules.core.nouns import PlanStage


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
