"""The planning work of a year begins."""

import pytest

from jospar.rules.core.act import Verdict
from jospar.rules.reference.effects import CycleOpened
from jospar.rules.reference.open_cycle import open_cycle
from tests.rules import made


@pytest.mark.provision("plans.kinds")
@pytest.mark.provision("plans.years")
def test_open_cycle() -> None:
    """A cycle is opened under its Rules, whose text it keeps."""
    facts, filing = made.reference_facts(), made.open_cycle()
    assert open_cycle.verdict(facts, filing) == Verdict((), ())
    assert open_cycle.effect(facts, filing) == (
        CycleOpened(
            year=2024,
            ruleset="kz-2023",
            digest=made.RULES.digest,
            content=made.RULES.content,
        ),
    )


@pytest.mark.provision("record.key")
def test_open_cycle_when_it_is_open() -> None:
    """A year has one cycle."""
    facts = made.reference_facts(is_entered=True)
    assert made.said(open_cycle.verdict(facts, made.open_cycle())) == (
        ("record.key: not_open",),
        (),
    )
