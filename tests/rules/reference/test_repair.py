"""An administrator repairs the installation, and says why."""

from typing import Any

import pytest

from jospar.rules.core.act import Verdict
from jospar.rules.reference.effects import FactorsForgotten, WayInGiven
from jospar.rules.reference.facts import RepairKind
from jospar.rules.reference.repair import repair
from tests.rules import made, made_repairs

HASH = "f" * 64
NAMED: dict[RepairKind, dict[str, Any]] = {
    RepairKind.RESTORED: {"up_to": 147, "hash": HASH, "shipped": 3},
    RepairKind.REBUILT: {"up_to": 147, "hash": HASH},
    RepairKind.MOVED: {"up_to": 147, "hash": HASH},
    RepairKind.FACTORS_FORGOTTEN: {"person": "e.serik"},
    RepairKind.WAY_IN_GIVEN: {"person": "e.serik"},
    RepairKind.FILE_PUT_BACK: {"file": HASH},
    RepairKind.BY_HAND: {},
}
CLOSES = {
    RepairKind.FACTORS_FORGOTTEN: (FactorsForgotten("e.serik"),),
    RepairKind.WAY_IN_GIVEN: (WayInGiven("e.serik"),),
}


@pytest.mark.provision("record.repairs")
@pytest.mark.parametrize("kind", RepairKind)
def test_repair(kind: RepairKind) -> None:
    """Each repair that names what it was goes through; a way in before it is closed."""
    facts = made_repairs.repair_facts(has_factors=True)
    filing = made_repairs.repair(repair=kind, **NAMED[kind])
    assert repair.verdict(facts, filing) == Verdict((), ())
    assert repair.effect(facts, filing) == CLOSES.get(kind, ())


@pytest.mark.provision("record.repairs")
@pytest.mark.parametrize(
    ("reason", "refused"),
    [("№ 12 акт", ()), ("", ("says_why",)), (" \n", ("says_why",))],
)
def test_repair_with_a_reason(reason: str, refused: tuple[str, ...]) -> None:
    """A repair that nobody explains is refused."""
    verdict = repair.verdict(
        made_repairs.repair_facts(), made_repairs.repair(reason=reason)
    )
    assert made.said(verdict) == (tuple(f"record.repairs: {r}" for r in refused), ())


@pytest.mark.provision("record.length")
@pytest.mark.parametrize(("letters", "refused"), [(10_000, 0), (10_001, 1)])
def test_repair_with_a_long_reason(letters: int, refused: int) -> None:
    """A reason is of sentences, and bounded like them."""
    filing = made_repairs.repair(reason="а" * letters)
    assert len(repair.verdict(made_repairs.repair_facts(), filing).refusals) == refused


@pytest.mark.provision("record.repairs")
@pytest.mark.parametrize("kind", RepairKind)
def test_repair_of_something(kind: RepairKind) -> None:
    """What was repaired is named, unless the reason alone says it."""
    facts = made_repairs.repair_facts(has_factors=True)
    verdict = repair.verdict(facts, made_repairs.repair(repair=kind))
    refused = () if kind is RepairKind.BY_HAND else ("record.repairs: says_what",)
    assert made.said(verdict) == (refused, ())


@pytest.mark.provision("record.repairs")
@pytest.mark.parametrize(
    ("kind", "has_factors", "refused"),
    [
        (RepairKind.FACTORS_FORGOTTEN, True, ()),
        (RepairKind.FACTORS_FORGOTTEN, False, ("factors_are_left",)),
        (RepairKind.WAY_IN_GIVEN, False, ()),
    ],
)
def test_repair_of_factors(
    kind: RepairKind, has_factors: bool, refused: tuple[str, ...]
) -> None:
    """Factors that somebody forgot before are not forgotten again."""
    facts = made_repairs.repair_facts(has_factors=has_factors)
    verdict = repair.verdict(facts, made_repairs.repair(repair=kind, person="e.serik"))
    assert made.said(verdict) == (tuple(f"record.repairs: {r}" for r in refused), ())
