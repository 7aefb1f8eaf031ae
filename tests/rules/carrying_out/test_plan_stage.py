"""Stages are planned."""

from datetime import date

import pytest

from jospar.rules.carrying_out.effects import StagePlanned
from jospar.rules.carrying_out.plan_stage import plan_stage
from jospar.rules.core.act import Verdict
from jospar.rules.core.nouns import ProgressStage
from tests.rules import made
from tests.rules import made_carrying_out as made_rows

pytestmark = pytest.mark.provision("control.planned")
EXAMINED, SIGNED = ProgressStage.EXAMINED, ProgressStage.SIGNED
LAST_DAY = date(2025, 12, 31)
OUT_OF_ORDER = ("control.planned: planned_in_order",)


def test_plan_stage() -> None:
    """A stage has its day."""
    facts, filing = made_rows.row_facts(), made_rows.plan_stage()
    assert plan_stage.verdict(facts, filing) == Verdict((), ())
    assert plan_stage.effect(facts, filing) == (
        StagePlanned(made.CURRENT, "C-001", made.DAY, EXAMINED, made_rows.DAY_TO_COME),
    )


@pytest.mark.parametrize("stage", ProgressStage)
def test_plan_what_is_no_step(stage: ProgressStage) -> None:
    """No day is planned for having begun nothing, for postponing or dropping."""
    no_step = {
        ProgressStage.NOT_BEGUN,
        ProgressStage.POSTPONED,
        ProgressStage.DROPPED,
    }
    verdict = plan_stage.verdict(
        made_rows.row_facts(), made_rows.plan_stage(stage=stage)
    )
    refused = ("control.planned: stage_of_the_way",) if stage in no_step else ()
    assert made.said(verdict) == (refused, ())


@pytest.mark.parametrize(
    ("stage", "refused"),
    [
        (ProgressStage.AGREED_WITH_BODIES, ()),
        (ProgressStage.EXAMINED, ("control.planned: stage_is_to_come",)),
        (ProgressStage.SIGNED, ("control.planned: stage_is_to_come",)),
        (ProgressStage.POSTPONED, ()),
    ],
)
def test_plan_what_was_reached(stage: ProgressStage, refused: tuple[str, ...]) -> None:
    """What a row has reached needs no plan."""
    facts = made_rows.row_facts(stage=stage)
    verdict = plan_stage.verdict(facts, made_rows.plan_stage())
    assert made.said(verdict) == (refused, ())


@pytest.mark.parametrize(
    ("planned_on", "refused"),
    [(made.BEFORE, ("control.planned: day_is_to_come",)), (made.DAY, ())],
)
def test_plan_for_a_past_day(planned_on: date, refused: tuple[str, ...]) -> None:
    """A plan is for the day itself or later."""
    verdict = plan_stage.verdict(
        made_rows.row_facts(), made_rows.plan_stage(planned_on=planned_on)
    )
    assert made.said(verdict) == (refused, ())


@pytest.mark.parametrize(
    ("stage", "planned_on", "cautions"),
    [
        (SIGNED, LAST_DAY, ()),
        (SIGNED, date(2026, 1, 1), ("control.planned: planned_within_term",)),
        (EXAMINED, date(2026, 1, 1), ("control.planned: planned_within_term",)),
        (ProgressStage.IN_FORCE, date(2026, 1, 1), ()),
    ],
)
def test_plan_after_the_term(
    stage: ProgressStage, planned_on: date, cautions: tuple[str, ...]
) -> None:
    """The way to the signing lies within the term, what follows need not."""
    filing = made_rows.plan_stage(stage=stage, planned_on=planned_on)
    verdict = plan_stage.verdict(made_rows.row_facts(), filing)
    assert made.said(verdict) == ((), cautions)


@pytest.mark.parametrize(
    ("stage", "planned_on", "cautions"),
    [
        (ProgressStage.IN_TALKS, date(2025, 3, 2), ()),
        (ProgressStage.IN_TALKS, date(2025, 3, 3), ()),
        (ProgressStage.IN_TALKS, date(2025, 3, 4), OUT_OF_ORDER),
        (SIGNED, date(2025, 3, 2), OUT_OF_ORDER),
        (SIGNED, date(2025, 3, 3), ()),
        (EXAMINED, date(2025, 1, 1), ()),
    ],
)
def test_plan_out_of_order(
    stage: ProgressStage, planned_on: date, cautions: tuple[str, ...]
) -> None:
    """An earlier stage has no later day; an old day of the same one gives way."""
    facts = made_rows.row_facts(planned={stage: planned_on})
    verdict = plan_stage.verdict(facts, made_rows.plan_stage())
    assert made.said(verdict) == ((), cautions)


def test_plan_beside_what_was_reached() -> None:
    """The planned day of a stage that was reached no longer matters."""
    facts = made_rows.row_facts(
        stage=ProgressStage.IN_TALKS,
        planned={ProgressStage.IN_TALKS: date(2025, 6, 1)},
    )
    verdict = plan_stage.verdict(facts, made_rows.plan_stage())
    assert made.said(verdict) == ((), ())
