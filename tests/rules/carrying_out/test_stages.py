"""The stages of carrying out and their order."""

import pytest

from jospar.rules.carrying_out.stages import (
    AFTER_SIGNING,
    WAY,
    goes_back,
    has_reached,
)
from jospar.rules.core.nouns import ProgressStage

POSTPONED, DROPPED = ProgressStage.POSTPONED, ProgressStage.DROPPED
IN_TALKS, SIGNED = ProgressStage.IN_TALKS, ProgressStage.SIGNED
DECIDED = ProgressStage.DECISION_TO_SIGN


def test_the_way() -> None:
    """Nine stages follow one another; two stand beside them."""
    assert len(WAY) == 9
    assert WAY[0] is ProgressStage.NOT_BEGUN
    assert {*ProgressStage} - {*WAY} == {POSTPONED, DROPPED}
    assert AFTER_SIGNING == (
        ProgressStage.DOMESTIC_PROCEDURES,
        ProgressStage.IN_FORCE,
    )


@pytest.mark.parametrize("place", range(9))
def test_a_stage_has_reached_those_before_it(place: int) -> None:
    """A stage has reached itself and what comes before, and nothing after."""
    reached = [has_reached(WAY[place], other) for other in WAY]
    assert reached == [n <= place for n in range(9)]
    assert not has_reached(POSTPONED, WAY[place])
    assert not has_reached(DROPPED, WAY[place])


@pytest.mark.parametrize(
    ("before", "after", "back"),
    [
        (IN_TALKS, IN_TALKS, False),
        (IN_TALKS, SIGNED, False),
        (SIGNED, IN_TALKS, True),
        (SIGNED, POSTPONED, False),
        (POSTPONED, IN_TALKS, False),
        (POSTPONED, DROPPED, False),
        (DECIDED, DROPPED, False),
        (SIGNED, DROPPED, True),
        (DROPPED, DROPPED, False),
        (DROPPED, POSTPONED, True),
        (DROPPED, IN_TALKS, True),
    ],
)
def test_going_back(before: ProgressStage, after: ProgressStage, back: bool) -> None:
    """Going on is no going back; taking up what was dropped is."""
    assert goes_back(before, after) is back
