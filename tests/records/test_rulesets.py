"""A cycle keeps to the ruleset that it was opened with."""

from dataclasses import replace

import pytest

from jospar.records.models import Cycle
from jospar.records.rulesets import ruleset_of
from tests.procedure.made_orders import perform_act
from tests.rules import made
from tests.rules.made import RULES, YEAR

pytestmark = pytest.mark.django_db


def _keep(content: str) -> None:
    perform_act(made.open_cycle())
    Cycle.objects.filter(year=YEAR).update(content=content)


def test_no_cycle_has_no_ruleset() -> None:
    """Nothing is guessed."""
    assert ruleset_of(YEAR) is None


def test_a_text_of_an_earlier_release_is_completed() -> None:
    """A reading that it lacks is that of the present text; its figures are its own."""
    begin = RULES.content.index('[[reading]]\ncode = "in_force"')
    end = RULES.content.index("# ----", begin)
    earlier = RULES.content[:begin] + RULES.content[end:]
    _keep(earlier.replace("month = 9, day = 25", "month = 9, day = 1"))
    kept = ruleset_of(YEAR)
    assert kept is not None
    assert kept.readings.keys() == RULES.readings.keys()
    assert kept.deadlines["concepts.deadline"].day == 1


def test_a_ruleset_that_is_no_more() -> None:
    """The kept text alone goes on being read."""
    _keep(RULES.content.replace('code = "kz-2023"', 'code = "kz-1999"'))
    kept = ruleset_of(YEAR)
    assert kept is not None
    assert replace(kept, code=RULES.code, content="", digest="") == replace(
        RULES, content="", digest=""
    )
