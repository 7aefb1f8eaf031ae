"""Acts are told and counted by who watches: how they ended, and no word of them."""

from uuid import UUID

import pytest

from jospar.procedure import replay
from jospar.procedure.acts_log import ACTS, REFUSALS
from jospar.procedure.clock import Clock
from jospar.procedure.perform import ActRefusedError, perform, perform_all
from tests.log import counted, log
from tests.procedure.made_orders import TODAY, order, perform_act
from tests.rules import made

pytestmark = pytest.mark.django_db(databases=["default", "past"])

LOGGER, CODE = "jospar.acts", "reference.list_body"
ACT_ID = UUID(int=7)


def counts() -> tuple[float, ...]:
    """Return how many acts were performed and refused, and refused by a condition."""
    return (
        counted(ACTS, act=CODE, outcome="performed"),
        counted(ACTS, act=CODE, outcome="refused"),
        counted(REFUSALS, act=CODE, condition="not_listed"),
    )


def test_an_act_that_was_performed() -> None:
    """It is told with its entry and id, once however often it is sent."""
    perform_act(made.open_cycle())
    before = counts()
    with log() as written:
        for _time in range(2):
            perform_act(made.list_body(), act_id=ACT_ID)
    assert written.told(LOGGER, "act", "act_id", "entry", "person") == [
        ("act_performed", CODE, str(ACT_ID), 2, "test")
    ]
    assert counts() == (before[0] + 1, *before[1:])


def test_an_act_that_was_refused() -> None:
    """It is told with the conditions that speak against it."""
    perform_act(made.open_cycle())
    perform_act(made.list_body())
    before = counts()
    with log() as written, pytest.raises(ActRefusedError):
        perform_act(made.list_body(), act_id=ACT_ID)
    assert written.told(LOGGER, "act", "act_id", "conditions") == [
        ("act_refused", CODE, str(ACT_ID), ["not_listed"])
    ]
    assert counts() == (before[0], before[1] + 1, before[2] + 1)


def test_acts_of_which_one_is_refused() -> None:
    """None of them was performed, and none is told to be."""
    perform_act(made.open_cycle())
    orders = (order(made.list_body()), order(made.list_body()))
    with log() as written, pytest.raises(ActRefusedError):
        perform_all(orders, Clock(TODAY))
    assert written.told(LOGGER) == [("act_refused",)]


def test_what_is_tried_out_on_a_copy_is_not_told() -> None:
    """Nothing happened."""
    perform_act(made.open_cycle())
    before = counts()
    with log() as written, replay.in_a_copy():
        perform(order(made.list_body()), Clock(TODAY))
        with pytest.raises(ActRefusedError):
            perform(order(made.list_body()), Clock(TODAY))
    assert written.lines(LOGGER) == []
    assert counts() == before
