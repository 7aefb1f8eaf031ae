"""A pass leaves a beat, by which others see that the worker is at work."""

import pytest

from jospar.notices.passes import run_pass
from jospar.procedure import reached
from jospar.procedure.clock import Clock
from jospar.records.models import Work
from tests.procedure.made_orders import perform_act
from tests.rules import made

pytestmark = pytest.mark.django_db


def test_a_pass_notes_how_far_it_read() -> None:
    """It beats where nothing is new, too."""
    run_pass(Clock())
    first = reached.reached()[Work.NOTICES]
    perform_act(made.open_cycle())
    run_pass(Clock())
    second = reached.reached()[Work.NOTICES]
    assert (first.number, second.number) == (0, 1)
    run_pass(Clock())
    assert reached.reached()[Work.NOTICES].at > second.at
