"""A row is added to an agreed plan, from a dossier or as it is worded here."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from jospar.rules.amendment.amend_row import amend_row
from jospar.rules.amendment.facts import AmendRow, RowChangeFacts
from jospar.rules.core.nouns import Changes, Conclusion, Entry, PlanStage, Text
from tests.rules import made, made_amendments
from tests.rules.made import AFTER, BEFORE, DAY, LONG_TERM

pytestmark = pytest.mark.provision("amendments.revision")
JANUARY_2026 = date(2026, 1, 1)


def refused(facts: RowChangeFacts, filing: AmendRow) -> tuple[str, ...]:
    """Return the grounds on which the addition is refused, and no cautions."""
    refusals, cautions = made.said(amend_row.verdict(facts, filing))
    assert cautions == ()
    return refusals


def test_a_row_that_a_dossier_asks_for() -> None:
    """It reads as the dossier's concept, with what the Ministry puts in."""
    filing = made_amendments.add_from_dossier(changes=Changes(note_kk="Е", note_ru="П"))
    facts = made_amendments.dossier_change_facts()
    effect = made.effect_of(amend_row, facts, filing)
    assert effect.wording == made.wording(note=Text("Е", "П"))
    assert (effect.from_dossier, effect.complete) == (True, True)


def test_a_row_that_is_worded_here() -> None:
    """It reads as its cells say; without a purpose its concept is not complete."""
    filing = made_amendments.add_row(entry=Entry.ACCESSION, counterparties=("UZ",))
    effect = made.effect_of(amend_row, made_amendments.blank_change_facts(), filing)
    assert effect.wording == made.wording(purpose=Text())
    assert (effect.from_dossier, effect.complete) == (False, False)
    assert (effect.proposers, effect.entry, effect.counterparties) == (
        *(("energy",), Entry.ACCESSION),
        ("UZ",),
    )


@pytest.mark.provision("record.key")
@pytest.mark.parametrize(
    "changed", [{"row": made_amendments.row()}, {"key_taken": True}]
)
def test_a_key_that_is_in_use(changed: dict[str, Any]) -> None:
    """A new row has a key that nothing else in the cycle has, or had in the plan."""
    facts = made_amendments.blank_change_facts(**changed)
    assert refused(facts, made_amendments.add_row()) == ("record.key: key_not_in_use",)


@pytest.mark.provision("amendments.grounds")
def test_a_dossier_without_a_concept() -> None:
    """There is nothing to make a row of."""
    facts = made_amendments.dossier_change_facts(offered=None)
    assert refused(facts, made_amendments.add_from_dossier()) == (
        "amendments.grounds: dossier_has_concept",
    )


@pytest.mark.provision("amendments.instruction")
def test_a_dossier_whose_instruction_it_is_not() -> None:
    """Another dossier's instruction adds no row; a decision adds any dossier's."""
    other = made_amendments.instruction(dossiers=("D-002",))
    facts = made_amendments.dossier_change_facts(ground=other)
    filing = made_amendments.add_from_dossier()
    assert refused(facts, filing) == (
        "amendments.instruction: answered_by_instruction",
    )
    decided = made_amendments.dossier_change_facts(ground=made_amendments.decision())
    assert refused(decided, filing) == ()


@pytest.mark.parametrize(
    ("cells", "number"),
    [
        ({"title_kk": ""}, 1),
        ({"title_ru": "", "level": None}, 2),
        ({"conclude_from": None}, 1),
        ({"conclude_to": None}, 1),
    ],
)
def test_a_new_row_is_worded_whole(cells: dict[str, Any], number: int) -> None:
    """Each cell without which there is no row is asked for."""
    changes = replace(made_amendments.add_row().changes, **cells)
    filing = made_amendments.add_row(changes=changes)
    verdict = amend_row.verdict(made_amendments.blank_change_facts(), filing)
    assert (
        made.grounds(verdict.refusals)
        == ("amendments.revision: new_row_worded",) * number
    )
    assert [found.field for found in verdict.refusals] == list(cells)


def test_a_new_row_has_a_body() -> None:
    """A row that no dossier offers has proposers."""
    filing = made_amendments.add_row(proposers=())
    assert refused(made_amendments.blank_change_facts(), filing) == (
        "amendments.revision: new_row_worded",
    )


def test_the_long_term_plan_is_amended_too() -> None:
    """Its row lies within its own three years."""
    facts = made_amendments.blank_change_facts(
        plan=made.other_plan(stage=PlanStage.AGREED, stage_on=BEFORE)
    )
    filing = made_amendments.add_row(plan=LONG_TERM)
    assert refused(facts, filing) == ("amendments.revision: amended_term_within_plan",)
    later = replace(
        filing.changes, conclude_from=JANUARY_2026, conclude_to=date(2028, 12, 31)
    )
    assert refused(facts, replace(filing, changes=later)) == ()


@pytest.mark.provision("amendments.conclusion")
@pytest.mark.parametrize(
    ("given_on", "cautions"),
    [
        (DAY, ()),
        (AFTER, ("amendments.conclusion: addition_concluded_on",)),
        (None, ("amendments.conclusion: addition_concluded_on",)),
    ],
)
def test_an_addition_without_a_conclusion(
    given_on: date | None, cautions: tuple[str, ...]
) -> None:
    """The instruction decides; that a body asked without a conclusion is said."""
    conclusion = Conclusion(False, given_on) if given_on else None
    dossier = made_amendments.dossier(conclusion=conclusion)
    facts = made_amendments.dossier_change_facts(dossier=dossier)
    verdict = amend_row.verdict(facts, made_amendments.add_from_dossier())
    assert made.said(verdict) == ((), cautions)
