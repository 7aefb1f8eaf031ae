"""From a row's term back."""

from datetime import date

import pytest

from jospar.queries.planning_back import Hold, LastDay, PlannedBack, planned_back
from jospar.rules.core.nouns import Level, Procedure, ProgressStage, Term
from tests.queries.made_carried import carried
from tests.rules import made

pytestmark = pytest.mark.provision("signing.proposal")
EXAMINED, SIGNED = ProgressStage.EXAMINED, ProgressStage.SIGNED
DECISION, IN_FORCE = ProgressStage.DECISION_TO_SIGN, ProgressStage.IN_FORCE
TERM_ENDS = date(2025, 12, 31)
AHEAD, MISSED, REACHED = Hold.AHEAD, Hold.MISSED, Hold.REACHED


def days(found: PlannedBack) -> list[tuple[ProgressStage, date, Hold]]:
    """Return the last days with their stages, and how they stand."""
    return [(one.stage, one.last_day, one.hold) for one in found.days]


@pytest.mark.parametrize(
    ("level", "before"),
    [
        (
            Level.INTERSTATE,
            [(EXAMINED, date(2025, 11, 30)), (DECISION, date(2025, 12, 1))],
        ),
        (
            Level.INTERGOVERNMENTAL,
            [(EXAMINED, date(2025, 12, 16)), (DECISION, date(2025, 12, 17))],
        ),
        (Level.INTERAGENCY, []),
    ],
)
def test_the_way_to_the_signing(
    level: Level, before: list[tuple[ProgressStage, date]]
) -> None:
    """Thirty days for the Republic, fourteen for the Government, none for agencies."""
    found = planned_back(carried(wording=made.wording(level=level)), date(2025, 2, 3))
    assert [(one.stage, one.last_day) for one in found.days] == [
        *before,
        (SIGNED, TERM_ENDS),
    ]
    assert found.kept


def test_what_follows_the_signing() -> None:
    """The procedures have their last day where their term is known."""
    ends = date(2026, 6, 30)
    ratified = made.wording(procedure=Procedure.RATIFICATION, procedure_to=ends)
    found = planned_back(carried(wording=ratified), date(2025, 2, 3))
    assert days(found)[-1] == (IN_FORCE, ends, AHEAD)
    without = made.wording(procedure=Procedure.RATIFICATION)
    found = planned_back(carried(wording=without), date(2025, 2, 3))
    assert days(found)[-1] == (SIGNED, TERM_ENDS, AHEAD)


@pytest.mark.parametrize(
    ("day", "stage", "holds", "kept"),
    [
        (date(2025, 12, 16), ProgressStage.IN_TALKS, [AHEAD, AHEAD, AHEAD], True),
        (date(2025, 12, 17), ProgressStage.IN_TALKS, [MISSED, AHEAD, AHEAD], False),
        (date(2025, 12, 17), EXAMINED, [REACHED, AHEAD, AHEAD], True),
        (date(2025, 12, 17), ProgressStage.POSTPONED, [MISSED, AHEAD, AHEAD], False),
        (date(2026, 1, 1), DECISION, [REACHED, REACHED, MISSED], False),
    ],
)
def test_a_term_that_cannot_be_kept(
    day: date, stage: ProgressStage, holds: list[Hold], kept: bool
) -> None:
    """What was not reached by its last day is missed, and the term with it."""
    found = planned_back(carried(stage=stage), day)
    assert [one.hold for one in found.days] == holds
    assert found.kept is kept


@pytest.mark.parametrize(
    ("signed_on", "hold"), [(TERM_ENDS, REACHED), (date(2026, 1, 1), MISSED)]
)
def test_a_late_signing(signed_on: date, hold: Hold) -> None:
    """What was reached after its last day was missed all the same."""
    row = carried(stage=SIGNED, signed_on=signed_on, reached={SIGNED: signed_on})
    found = planned_back(row, date(2026, 2, 2))
    assert found.days[-1] == LastDay(SIGNED, TERM_ENDS, hold)
    assert found.kept is (hold is REACHED)


def test_a_term_too_short_for_the_way() -> None:
    """Where the proposal would come before the plan's years, the term isn't kept."""
    early = Term(date(2025, 1, 1), date(2025, 1, 10))
    row = carried(wording=made.wording(conclude=early))
    assert not planned_back(row, date(2024, 12, 10)).kept
    signed = carried(
        wording=made.wording(conclude=early),
        stage=SIGNED,
        signed_on=date(2025, 1, 9),
        reached={SIGNED: date(2025, 1, 9)},
    )
    assert planned_back(signed, date(2025, 1, 9)).kept


def test_a_dropped_row_has_no_last_days() -> None:
    """Nothing more is awaited of it."""
    row = carried(stage=ProgressStage.DROPPED)
    assert planned_back(row, date(2026, 2, 2)) == PlannedBack((), kept=True)


@pytest.mark.parametrize(
    ("planned_on", "too_late"),
    [(date(2025, 12, 16), False), (date(2025, 12, 17), True)],
)
def test_a_stage_planned_too_late(planned_on: date, too_late: bool) -> None:
    """A day that is planned after the last one is pointed out."""
    row = carried(planned={EXAMINED: planned_on})
    first, *others = planned_back(row, date(2025, 2, 3)).days
    assert (first.planned_on, first.too_late) == (planned_on, too_late)
    assert [one.too_late for one in others] == [False, False]
