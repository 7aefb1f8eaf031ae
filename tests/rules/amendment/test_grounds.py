"""The two grounds: an instruction, or a decision and the consent to it."""

from datetime import date

import pytest

from jospar.rules.amendment.decide import decide
from jospar.rules.amendment.effects import (
    AmendmentDecided,
    ConsentRecorded,
    InstructionRecorded,
)
from jospar.rules.amendment.nouns import Ground, GroundOutcome, InstructedBy
from jospar.rules.amendment.record_consent import record_consent
from jospar.rules.amendment.record_instruction import record_instruction
from jospar.rules.core.act import Kind
from jospar.rules.core.nouns import Plan, PlanStage
from tests.rules import made, made_amendments
from tests.rules.made import AFTER, BEFORE, DAY
from tests.rules.made_amendments import DECLINED, GIVEN

NOTHING = "amendments.revision: some_plan_agreed"


@pytest.mark.provision("amendments.instruction")
def test_an_instruction_is_recorded() -> None:
    """Whose it is, what it says and which dossiers it answers stand in the record."""
    filing = made_amendments.record_instruction(
        instructed_by=InstructedBy.HEAD_OF_ADMINISTRATION
    )
    assert made.effect_of(
        record_instruction, made_amendments.ground_facts(), filing
    ) == InstructionRecorded(
        number="01-7/95",
        on=DAY,
        instructed_by=InstructedBy.HEAD_OF_ADMINISTRATION,
        outcome=GIVEN,
        dossiers=("D-001",),
    )


def test_an_instruction_that_nobody_asked_for() -> None:
    """Naming a dossier without a request is irregular; naming none is not."""
    facts = made_amendments.ground_facts(unrequested=("D-001",))
    verdict = record_instruction.verdict(facts, made_amendments.record_instruction())
    assert made.said(verdict) == ((), ("amendments.instruction: was_requested",))
    assert verdict.cautions[0].kind is Kind.IRREGULARITY
    unasked = made_amendments.record_instruction(dossiers=())
    facts = made_amendments.ground_facts()
    assert made.said(record_instruction.verdict(facts, unasked)) == ((), ())


@pytest.mark.provision("amendments.decision")
def test_a_decision_is_recorded() -> None:
    """The Commission's decision stands with its number, day and those present."""
    assert made.effect_of(
        decide, made_amendments.ground_facts(), made_amendments.decide()
    ) == AmendmentDecided("5", DAY, "10 / 12")


@pytest.mark.provision("record.key")
def test_numbers_of_their_own() -> None:
    """A number stands for one instruction and for one decision."""
    facts = made_amendments.ground_facts(is_known=True)
    known = (("record.key: number_of_its_own",), ())
    instruction = made_amendments.record_instruction()
    assert made.said(record_instruction.verdict(facts, instruction)) == known
    assert made.said(decide.verdict(facts, made_amendments.decide())) == known


@pytest.mark.provision("amendments.revision")
@pytest.mark.parametrize(
    ("plan", "refused"),
    [
        (made.plan_at(PlanStage.AGREED, DAY), ()),
        (made.plan_at(PlanStage.AGREED, AFTER), (NOTHING,)),
        (made.plan_at(PlanStage.BEFORE_PRESIDENT), (NOTHING,)),
    ],
)
def test_a_ground_changes_what_was_agreed(plan: Plan, refused: tuple[str, ...]) -> None:
    """One plan of the cycle is agreed by the day of an instruction or decision."""
    facts = made_amendments.ground_facts(plans=(made.other_plan(), plan))
    assert made.grounds(record_instruction.why_not(facts)) == refused
    assert made.grounds(decide.why_not(facts)) == refused


@pytest.mark.provision("amendments.decision")
@pytest.mark.parametrize("outcome", [GIVEN, DECLINED])
def test_a_consent_is_recorded(outcome: GroundOutcome) -> None:
    """The Administration's reply stands, given or declined."""
    filing = made_amendments.record_consent(outcome=outcome)
    facts = made_amendments.consent_facts()
    assert made.said(record_consent.verdict(facts, filing)) == ((), ())
    assert made.effect_of(record_consent, facts, filing) == ConsentRecorded(
        "5", "01-7/99", DAY, outcome
    )


@pytest.mark.provision("amendments.decision")
def test_a_decision_is_consented_to_once() -> None:
    """A second consent is refused, with the day of the first."""
    facts = made_amendments.consent_facts(ground=made_amendments.decision())
    assert made.grounds(record_consent.why_not(facts)) == (
        "amendments.decision: not_consented",
    )


@pytest.mark.provision("amendments.decision")
def test_consent_before_the_decision() -> None:
    """The Administration may have agreed before the Commission decided."""
    decided = made_amendments.decision(on=AFTER, consented_on=None)
    facts = made_amendments.consent_facts(ground=decided)
    assert record_consent.why_not(facts) == ()


@pytest.mark.parametrize(
    ("ground", "effective_on"),
    [
        (made_amendments.instruction(on=DAY), DAY),
        (made_amendments.instruction(declined=True), None),
        (made_amendments.decision(on=BEFORE, consented_on=DAY), DAY),
        (made_amendments.decision(on=DAY, consented_on=BEFORE), DAY),
        (made_amendments.decision(on=DAY, consented_on=DAY), DAY),
        (made_amendments.decision(consented_on=None), None),
    ],
)
def test_since_when_a_ground_has_effect(
    ground: Ground, effective_on: date | None
) -> None:
    """An instruction since its day, a decision since the later of the two days."""
    assert ground.effective_on == effective_on
