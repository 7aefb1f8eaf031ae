"""The Ministry registers an event with the President or the Prime Minister."""

from datetime import date

import pytest

from jospar.rules.core.act import Verdict
from jospar.rules.drafting.effects import OccasionRegistered
from jospar.rules.drafting.facts import With
from jospar.rules.drafting.register_event import register_event
from tests.rules import made


@pytest.mark.provision("agreements.considered")
@pytest.mark.parametrize("with_whom", With)
def test_register_event(with_whom: With) -> None:
    """An event is to be considered in the plans of every year that it falls in."""
    facts, filing = made.register_facts(), made.register_event(with_whom=with_whom)
    assert register_event.verdict(facts, filing) == Verdict((), ())
    assert register_event.effect(facts, filing) == (
        OccasionRegistered(
            key="E-1",
            kind=with_whom.value,
            title="Ресми сапар",
            first_day=date(2025, 12, 30),
            last_day=date(2026, 1, 2),
            place="Ташкент",
            years=(2025, 2026),
            concepts=("C-001",),
            considered="",
        ),
    )


@pytest.mark.provision("record.terms")
@pytest.mark.parametrize(
    ("last_day", "refused"),
    [
        (date(2025, 12, 30), ()),
        (date(2025, 12, 29), ("record.terms: days_in_order",)),
    ],
)
def test_register_event_in_order(last_day: date, refused: tuple[str, ...]) -> None:
    """An event of one day makes sense, one that ends before it begins does not."""
    filing = made.register_event(last_day=last_day)
    verdict = register_event.verdict(made.register_facts(), filing)
    assert made.said(verdict) == (refused, ())


@pytest.mark.provision("record.key")
def test_register_event_twice() -> None:
    """A key stands for one event."""
    facts = made.register_facts(is_registered=True)
    verdict = register_event.verdict(facts, made.register_event())
    assert made.said(verdict) == (("record.key: not_registered",), ())
