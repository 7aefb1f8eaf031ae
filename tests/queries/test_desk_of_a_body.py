"""The desk of an officer of a body: its own work, and nothing of others."""

from datetime import date

import pytest

from jospar.queries.cycle import Answer
from jospar.queries.deadline_lines import DeadlineState
from jospar.queries.tasks import TaskKind
from jospar.rules.core.nouns import PlanKind
from jospar.rules.core.offices import Office
from tests.queries.made_record import open_cycle, submit
from tests.queries.test_desk import desk_of, waits
from tests.web.made_year import agreed_year

pytestmark = pytest.mark.django_db


def test_the_desk_of_a_body_has_its_position_and_papers() -> None:
    """Those of others are not on it."""
    agreed_year()
    trade, energy, culture, sport = (
        desk_of(Office.BODY_OFFICER, body)
        for body in ("trade", "energy", "culture", "sport")
    )
    assert [one.position for one in (trade, energy, culture, sport)] == [
        Answer.SUBMITTED,
        Answer.NONE,
        Answer.LATE,
        Answer.SILENT,
    ]
    assert [one.outcome.key for one in trade.own] == ["C-1", "C-2"]
    assert (trade.letters, energy.own) == ((), ())
    assert [letter.document for letter in energy.letters] == ["7-1/16"]


def test_other_offices_have_no_position() -> None:
    """They answer nothing."""
    agreed_year()
    found = desk_of(Office.HEAD)
    assert (found.position, found.own, found.letters) == (None, (), ())


def test_a_joint_concept_lies_on_the_desk_of_each_of_its_bodies() -> None:
    """Each of them answered with it."""
    open_cycle()
    submit("C-1", proposers=("trade", "energy"))
    for body in ("trade", "energy"):
        found = desk_of(Office.BODY_OFFICER, body)
        assert [one.outcome.key for one in found.own] == ["C-1"]
        assert found.position is Answer.SUBMITTED


def test_a_body_sees_the_days_of_the_cycle_without_the_work_of_others() -> None:
    """How others keep their deadlines is shown to those who see figures."""
    agreed_year()
    lines = desk_of(Office.BODY_OFFICER).lines
    assert {(line.done, line.needed, line.work, line.met_on) for line in lines} == {
        (0, 0, (), None)
    }
    assert {line.plan for line in lines} == {None}
    whole = desk_of(Office.CONTROLLER).lines
    assert sum(line.done for line in whole) > 0
    assert {line.plan for line in whole} == {None, *PlanKind}


@pytest.mark.parametrize(
    ("today", "states"),
    [
        (date(2024, 9, 24), [DeadlineState.AHEAD, DeadlineState.AHEAD]),
        (date(2024, 9, 25), [DeadlineState.DUE, DeadlineState.AHEAD]),
        (date(2024, 9, 26), [DeadlineState.IDLE, DeadlineState.AHEAD]),
        (date(2024, 10, 28), [DeadlineState.IDLE, DeadlineState.DUE]),
        (date(2024, 10, 29), [DeadlineState.IDLE, DeadlineState.IDLE]),
    ],
)
def test_a_day_that_is_over_is_nothing_to_a_body(
    today: date, states: list[DeadlineState]
) -> None:
    """Whether somebody missed it is not told."""
    open_cycle()
    lines = desk_of(Office.BODY_OFFICER, today=today).lines
    assert [line.state for line in lines] == states


def test_what_a_body_awaits_is_never_called_late() -> None:
    """A conclusion that was not sent may have been given in time."""
    open_cycle()
    submit("C-1")
    last = date(2024, 10, 28)
    assert waits(Office.BODY_OFFICER, today=last) == [TaskKind.REVIEW]
    assert waits(Office.BODY_OFFICER, today=date(2024, 10, 29)) == []
    assert waits(Office.HEAD, today=date(2024, 10, 29)) == [TaskKind.REVIEW]
