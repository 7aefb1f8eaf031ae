"""The Ministry sends a draft plan to the Commission."""

from datetime import date

import pytest

from jospar.rules.commission.effects import DraftSent
from jospar.rules.commission.send_to_commission import send_to_commission
from jospar.rules.core.act import Kind, Verdict
from jospar.rules.core.nouns import Plan, PlanStage
from tests.rules import made

FILING = made.send_to_commission()


@pytest.mark.provision("commission.deadline")
@pytest.mark.provision("plans.forms")
def test_send_to_commission() -> None:
    """A draft is fixed as the revision that was laid out, however late that is."""
    facts = made.sending_facts()
    assert send_to_commission.verdict(facts, FILING) == Verdict((), ())
    assert send_to_commission.effect(facts, FILING) == (
        DraftSent(
            plan=made.CURRENT,
            on=made.DAY,
            document="11-2/4",
            revision=3,
            fingerprint=made.FINGERPRINT,
        ),
    )


@pytest.mark.provision("commission.deadline")
@pytest.mark.parametrize(
    ("plan", "refused"),
    [
        (made.plan(), ()),
        (made.plan_at(PlanStage.DRAFT, made.DAY), ()),
        (
            made.plan_at(PlanStage.DRAFT, made.AFTER),
            ("commission.deadline: is_draft",),
        ),
        *(
            (made.plan_at(stage), ("commission.deadline: is_draft",))
            for stage in PlanStage
            if stage is not PlanStage.DRAFT
        ),
    ],
)
def test_send_to_commission_a_draft(plan: Plan, refused: tuple[str, ...]) -> None:
    """Only a plan that is a draft on that day goes to the Commission."""
    verdict = send_to_commission.verdict(made.sending_facts(plan=plan), FILING)
    assert made.said(verdict) == (refused, ())


@pytest.mark.provision("record.day")
@pytest.mark.parametrize(
    ("changed_on", "refused"),
    [
        (None, ()),
        (made.BEFORE, ()),
        (made.DAY, ()),
        (made.AFTER, ("record.day: holds_no_later_change",)),
    ],
)
def test_send_to_commission_what_stood_then(
    changed_on: date | None, refused: tuple[str, ...]
) -> None:
    """What is sent on a day holds nothing that came later."""
    facts = made.sending_facts(changed_on=changed_on)
    assert made.said(send_to_commission.verdict(facts, FILING)) == (refused, ())


@pytest.mark.provision("agreements.considered")
def test_send_to_commission_with_open_agreements() -> None:
    """Each agreement or event neither linked nor considered is a caution."""
    facts = made.sending_facts(unconsidered=("A-1", "E-1"))
    verdict = send_to_commission.verdict(facts, FILING)
    assert made.said(verdict) == (
        (),
        (
            "agreements.considered: agreements_considered",
            "agreements.considered: agreements_considered",
        ),
    )
    assert [(caution.kind, caution.values) for caution in verdict.cautions] == [
        (Kind.CAUTION, {"key": "A-1"}),
        (Kind.CAUTION, {"key": "E-1"}),
    ]


@pytest.mark.provision("commission.deadline")
def test_send_to_commission_with_open_concepts() -> None:
    """Each concept that came in time and is not settled is a caution."""
    facts = made.sending_facts(held_up=("C-001", "C-002"))
    verdict = send_to_commission.verdict(facts, FILING)
    assert verdict.refusals == ()
    assert [(caution.code, caution.values) for caution in verdict.cautions] == [
        ("concepts_settled", {"concept": "C-001"}),
        ("concepts_settled", {"concept": "C-002"}),
    ]
