"""Official transfers of days off are entered."""

import pytest

from jospar.rules.core.act import Verdict
from jospar.rules.reference.effects import CalendarSet
from jospar.rules.reference.set_calendar import set_calendar
from tests.rules import made


@pytest.mark.provision("record.reference")
def test_set_calendar() -> None:
    """An edition is known with its whole text."""
    facts, filing = made.reference_facts(), made.set_calendar()
    assert set_calendar.verdict(facts, filing) == Verdict((), ())
    assert set_calendar.effect(facts, filing) == (
        CalendarSet(edition="№ 1", content='edition = "№ 1"'),
    )


@pytest.mark.provision("record.key")
def test_set_calendar_twice() -> None:
    """An edition of a name that was entered already is refused at its name."""
    facts = made.reference_facts(is_entered=True)
    verdict = set_calendar.verdict(facts, made.set_calendar())
    assert made.said(verdict) == (("record.key: edition_is_new",), ())
    assert verdict.refusals[0].field == "edition"
