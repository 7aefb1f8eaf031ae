"""The Ministry registers an agreement reached at a high-level event."""

from datetime import date

import pytest

from jospar.rules.core.act import Verdict
from jospar.rules.drafting.effects import OccasionRegistered
from jospar.rules.drafting.register_agreement import register_agreement
from tests.rules import made


@pytest.mark.provision("agreements.considered")
def test_register_agreement() -> None:
    """An agreement is to be considered in the plans of the years it matters for."""
    facts, filing = made.register_facts(), made.register_agreement()
    assert register_agreement.verdict(facts, filing) == Verdict((), ())
    assert register_agreement.effect(facts, filing) == (
        OccasionRegistered(
            key="A-1",
            kind="agreement",
            title="Тауар айналымын арттыру",
            first_day=date(2024, 5, 6),
            last_day=date(2024, 5, 6),
            place="Ташкент",
            years=(2025, 2026),
            concepts=("C-001",),
            considered="",
        ),
    )


@pytest.mark.provision("record.key")
def test_register_agreement_twice() -> None:
    """A key stands for one agreement."""
    facts = made.register_facts(is_registered=True)
    verdict = register_agreement.verdict(facts, made.register_agreement())
    assert made.said(verdict) == (("record.key: not_registered",), ())
