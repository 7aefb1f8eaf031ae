"""The figures of amendments, from the first paper of a dossier to the revision."""

from datetime import date

import pytest

from jospar.queries.alternatives import Difference, Differs
from jospar.queries.figures import Figure, FigureKind, Light, Standing
from jospar.queries.living_rules import living_rules
from tests.queries.made_amended import (
    agreed_plan,
    came,
    december,
    decide,
    instruct,
    make,
    stage,
)
from tests.queries.made_record import do
from tests.rules import made_amendments
from tests.rules.made import RULES, YEAR
from tests.rules.made_amendments import DECLINED

pytestmark = pytest.mark.django_db


def figure(code: str, today: date) -> Figure:
    """Return the only figure of a provision on a day."""
    rules = living_rules(RULES, YEAR, today)
    assert rules is not None
    line = rules.find(code)
    assert line is not None
    (found,) = line.figures
    return found


@pytest.mark.parametrize(
    ("today", "light"), [(23, Light.AMBER), (24, Light.RED)], ids=["due", "overdue"]
)
def test_a_conclusion_that_is_due(today: int, light: Light) -> None:
    """It is amber to the last day that is in time, and red after it."""
    agreed_plan()
    do(made_amendments.bring_grounds(received_at=came(6)))
    do(made_amendments.bring_grounds(received_at=came(6), key="D-002"))
    do(made_amendments.bring_concept(received_at=came(6)))
    brought = figure("amendments.grounds", december(today))
    assert (brought.kind, brought.done, brought.needed) == (FigureKind.DOSSIERS, 1, 2)
    due = figure("amendments.conclusion", december(today))
    assert (due.done, due.needed, due.light) == (0, 1, light)


@pytest.mark.parametrize(
    ("on", "how", "light"),
    [(23, Standing.DONE, Light.GREEN), (24, Standing.LATE, Light.RED)],
)
def test_a_conclusion_that_was_given(on: int, how: Standing, light: Light) -> None:
    """Given in time it is green, given late it stays red."""
    agreed_plan()
    do(made_amendments.bring_grounds(received_at=came(6)))
    do(made_amendments.bring_concept(received_at=came(6)))
    do(made_amendments.conclude(on=december(on)))
    found = figure("amendments.conclusion", december(31))
    assert (found.behind[0].standing, found.light) == (how, light)


def test_grounds_and_revisions() -> None:
    """A ground is done once its revision is made; a declined one does not count."""
    agreed_plan()
    instruct("1", 9)
    stage("1", 9)
    make("1", 9)
    instruct("2", 10)
    instruct("3", 10, outcome=DECLINED)
    decide("5", 10, 11)
    codes = ("instruction", "decision", "revision")
    found = [figure(f"amendments.{code}", december(31)) for code in codes]
    assert [(one.done, one.needed) for one in found] == [(1, 2), (0, 1), (1, 1)]


def test_a_conclusion_that_is_late_on_one_reading() -> None:
    """Where the day of receipt counts as the first, the last day is one earlier."""
    agreed_plan()
    do(made_amendments.bring_grounds(received_at=came(6)))
    do(made_amendments.bring_concept(received_at=came(6)))
    do(made_amendments.conclude(on=december(23)))
    rules = living_rules(RULES, YEAR, december(31))
    assert rules is not None
    line = rules.find("amendments.conclusion")
    assert line is not None
    (alternative,) = line.alternatives[0].others
    assert alternative.option == "receipt"
    assert alternative.differs == (Differs(Difference.LATE_DOSSIERS, (), ("D-001",)),)
