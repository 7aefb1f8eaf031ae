"""Figures of how a cycle's agreed plans are carried out."""

from datetime import date

import pytest

from jospar.queries.figures import Figure, Light, Standing
from jospar.queries.living_rules import living_rules
from jospar.rules.core.nouns import ProgressStage
from tests.queries.made_life import agreed_rows, later
from tests.rules import made_carrying_out as made_rows
from tests.rules.made import LONG_TERM, RULES, YEAR

pytestmark = pytest.mark.django_db
MAY, LATE = date(2025, 5, 5), date(2026, 1, 10)


def figure(code: str, today: date) -> Figure:
    """Return the only figure of a provision on a day."""
    rules = living_rules(RULES, YEAR, today)
    line = rules.find(code)
    assert line is not None
    (found,) = line.figures
    return found


def counted(code: str, today: date) -> tuple[int, int, Light]:
    """Return what was done, of how much, and the light."""
    found = figure(code, today)
    return found.done, found.needed, found.light


def test_rows_that_are_overdue() -> None:
    """A row that was not signed by the end of its term is open, a dropped one not."""
    agreed_rows()
    assert counted("control.general", date(2025, 12, 31)) == (2, 2, Light.GREEN)
    assert counted("control.general", LATE) == (1, 2, Light.AMBER)
    dropped = made_rows.report(
        key="C-1", on=MAY, stage=ProgressStage.DROPPED, reached_on=None
    )
    later(dropped)
    assert counted("control.general", LATE) == (1, 1, Light.GREEN)


def test_rows_that_were_signed_late() -> None:
    """They are late by the days since the end of the term."""
    agreed_rows()
    later(made_rows.record_signing(key="C-1", on=LATE))
    found = figure("control.general", LATE)
    assert (found.light, found.days_late, found.late) == (Light.RED, 10, 1)
    assert [one.standing for one in found.behind] == [Standing.LATE, Standing.DONE]
    assert [one.key for one in found.behind] == ["C-1", "C-2"]


@pytest.mark.provision("signing.early")
def test_rows_put_forward() -> None:
    """They are counted from their day on."""
    agreed_rows()
    later(made_rows.put_forward(key="C-2", plan=LONG_TERM, on=MAY))
    assert counted("signing.early", date(2025, 5, 4)) == (0, 0, Light.BLANK)
    assert counted("signing.early", MAY) == (1, 1, Light.GREEN)


@pytest.mark.provision("names.change")
def test_rows_called_otherwise() -> None:
    """A treaty that is called as it was agreed again does not count."""
    agreed_rows()
    later(made_rows.record_name(key="C-1", on=MAY))
    assert counted("names.change", MAY) == (1, 1, Light.GREEN)
    title = figure("names.change", MAY).behind[0].title
    later(made_rows.record_name(key="C-1", on=date(2025, 6, 5), name=title))
    assert counted("names.change", date(2025, 6, 5)) == (0, 0, Light.BLANK)
