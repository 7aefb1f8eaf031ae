"""The clock of a rehearsal stands at a day; that of real work does not stand."""

from datetime import date

import pytest

from jospar.accounts.models import Rehearsal
from jospar.procedure.clock import Clock
from jospar.procedure.perform import perform
from jospar.procedure.rehearsal import clock_now, rehearse_on
from tests.procedure.made_orders import TODAY, order, perform_act
from tests.rules import made

pytestmark = pytest.mark.django_db

DAY = date(2024, 10, 20)


def test_an_empty_journal_is_no_rehearsal() -> None:
    """Its clock is the real one, whatever day was chosen."""
    rehearse_on(DAY)
    assert clock_now() == Clock()


def test_real_work_has_the_real_clock() -> None:
    """The first entry says that the work is real."""
    rehearse_on(DAY)
    today = Clock().today()
    perform(order(made.open_cycle(), on=today, document=""), Clock())
    assert clock_now() == Clock()


def test_a_rehearsal_stands_at_the_day_of_its_last_entry() -> None:
    """Until another day is chosen."""
    perform_act(made.open_cycle(), DAY)
    perform_act(made.list_body(), TODAY)
    assert clock_now() == Clock(TODAY)


def test_a_rehearsal_stands_at_the_day_that_was_chosen() -> None:
    """The day chosen last, earlier or later."""
    perform_act(made.open_cycle(), TODAY)
    for day in (DAY, date(2025, 1, 9)):
        rehearse_on(day)
        assert clock_now() == Clock(day)
    assert str(Rehearsal.objects.get()) == "2025-01-09"
