"""Every act by every office, against the table of who may do what."""

from dataclasses import replace
from typing import Any

import pytest

from jospar.rules.core.act import Act, Verdict
from jospar.rules.core.nouns import PlanStage
from jospar.rules.core.offices import OF_PAST_DAYS, Office
from jospar.rules.core.planning import plans
from jospar.rules.registry import ACTS, BY_CODE, BY_FILING
from tests.rules import (
    made,
    made_amendments,
    made_carrying_out,
    made_occasions,
    made_papers,
    made_plans,
    made_remarks,
    made_repairs,
)

BODY, REGISTRAR = Office.BODY_OFFICER, Office.REGISTRAR
HEAD, PLANNER = Office.HEAD, Office.PLANNER
ADMINISTRATOR, CONTROLLER = Office.ADMINISTRATOR, Office.CONTROLLER
ADMINISTRATION = Office.ADMINISTRATION_OFFICER

MAY: dict[str, set[Office]] = {
    "reference.open_cycle": {ADMINISTRATOR},
    "plans.bring_in": {PLANNER, REGISTRAR},
    "reference.list_body": {ADMINISTRATOR},
    "reference.order_bodies": {ADMINISTRATOR},
    "reference.succeed_body": {ADMINISTRATOR},
    "reference.set_calendar": {ADMINISTRATOR},
    "reference.list_treaty": {ADMINISTRATOR},
    "reference.appoint": {ADMINISTRATOR},
    "reference.end_appointment": {ADMINISTRATOR},
    "reference.repair": {ADMINISTRATOR},
    "reference.explain": {HEAD, PLANNER, Office.REVIEWER},
    "intake.submit_concept": {BODY, REGISTRAR},
    "intake.report_none": {BODY, REGISTRAR},
    "intake.supplement_concept": {BODY, REGISTRAR},
    "intake.withdraw_concept": {BODY, REGISTRAR},
    "intake.mark_handling": {BODY, REGISTRAR},
    "intake.return_late": {REGISTRAR, HEAD},
    "intake.register_paper": {REGISTRAR},
    "intake.remind": {REGISTRAR, HEAD},
    "review.ask_opinion": {Office.REVIEWER, HEAD},
    "review.give_opinion": {Office.REVIEWER, HEAD},
    "review.ask_clarification": {Office.REVIEWER, HEAD},
    "review.answer_clarification": {BODY, REGISTRAR},
    "review.prepare_conclusion": {Office.REVIEWER, HEAD},
    "review.agree_conclusion": {Office.REVIEWER, HEAD},
    "review.conclude": {HEAD},
    "review.notify": {REGISTRAR, HEAD},
    "drafting.settle": {HEAD, PLANNER},
    "drafting.place": {PLANNER},
    "drafting.move": {PLANNER},
    "drafting.register_agreement": {PLANNER},
    "drafting.register_event": {PLANNER},
    "drafting.consider": {PLANNER},
    "drafting.ask_for_concept": {PLANNER, HEAD},
    "commission.send_to_commission": {HEAD},
    "commission.remark": {Office.COMMISSION_SECRETARY, REGISTRAR},
    "commission.answer_remark": {PLANNER, HEAD},
    "commission.decide": {Office.COMMISSION_SECRETARY, REGISTRAR},
    "commission.decide_row": {Office.COMMISSION_SECRETARY, REGISTRAR},
    "agreement.send_to_president": {HEAD},
    "agreement.record_reply": {Office.ADMINISTRATION_OFFICER, REGISTRAR},
    "agreement.distribute": {REGISTRAR, HEAD},
    "agreement.acknowledge": {Office.RECIPIENT, BODY, REGISTRAR},
    "amendment.bring_grounds": {BODY, REGISTRAR},
    "amendment.bring_concept": {BODY, REGISTRAR},
    "amendment.conclude": {HEAD},
    "amendment.request": {BODY, REGISTRAR, ADMINISTRATION},
    "amendment.record_instruction": {ADMINISTRATION, REGISTRAR},
    "amendment.decide": {Office.COMMISSION_SECRETARY, REGISTRAR},
    "amendment.record_consent": {ADMINISTRATION, REGISTRAR},
    "amendment.amend_row": {PLANNER},
    "amendment.drop_change": {PLANNER},
    "amendment.make_revision": {PLANNER, HEAD},
    "amendment.send_out": {REGISTRAR, HEAD},
    "amendment.acknowledge": {Office.RECIPIENT, BODY, REGISTRAR},
    "carrying_out.report": {BODY, REGISTRAR, CONTROLLER},
    "carrying_out.plan_stage": {BODY, CONTROLLER},
    "carrying_out.request_report": {CONTROLLER},
    "carrying_out.put_forward": {BODY, CONTROLLER},
    "carrying_out.record_signing": {BODY, REGISTRAR, CONTROLLER},
    "carrying_out.record_name": {CONTROLLER},
    "carrying_out.correct_name": {CONTROLLER},
    "treaty.link": {BODY, REGISTRAR, PLANNER, CONTROLLER},
    "treaty.unlink": {BODY, PLANNER, CONTROLLER},
    "treaty.tell_apart": {BODY, PLANNER, CONTROLLER},
    "outbox.approve": {HEAD},
    "outbox.send_reminder": {REGISTRAR, HEAD},
}

CONCLUDED = made.concept(conclusion=made.EXPEDIENT)
MEETINGS: dict[str, tuple[Any, object]] = {
    "reference.open_cycle": (made.reference_facts(), made.open_cycle()),
    "plans.bring_in": (made_plans.bring_in_facts(), made_plans.bring_in()),
    "reference.list_body": (made.list_facts(), made.list_body()),
    "reference.order_bodies": (made.list_facts(), made.order_bodies()),
    "reference.succeed_body": (
        made_carrying_out.succession_facts(),
        made_carrying_out.succeed_body(),
    ),
    "reference.set_calendar": (made.reference_facts(), made.set_calendar()),
    "reference.list_treaty": (made.treaty_facts(), made.list_treaty()),
    "reference.appoint": (made.reference_facts(), made.appoint()),
    "reference.end_appointment": (made.appointment_facts(), made.end_appointment()),
    "reference.repair": (made_repairs.repair_facts(), made_repairs.repair()),
    "reference.explain": (made.explain_facts(), made.explain()),
    "intake.submit_concept": (made.filing_facts(), made.submit_concept()),
    "intake.report_none": (made.filing_facts(), made.report_none(body="energy")),
    "intake.supplement_concept": (made.concept_facts(), made.supplement_concept()),
    "intake.withdraw_concept": (made.concept_facts(), made.withdraw_concept()),
    "intake.mark_handling": (made.handling_facts(), made.mark_handling()),
    "intake.return_late": (
        made.concept_facts(concept=made.concept(in_time=False)),
        made.return_late(),
    ),
    "intake.register_paper": (
        made_papers.paper_facts(),
        made_papers.register_paper(),
    ),
    "intake.remind": (made_papers.remind_facts(), made_papers.remind()),
    "review.ask_opinion": (made.question_facts(), made.ask_opinion()),
    "review.give_opinion": (
        made.question_facts(open_since=made.DAY),
        made.give_opinion(),
    ),
    "review.ask_clarification": (made.question_facts(), made.ask_clarification()),
    "review.answer_clarification": (
        made.question_facts(open_since=made.DAY),
        made.answer_clarification(),
    ),
    "review.prepare_conclusion": (made.review_facts(), made.prepare_conclusion()),
    "review.agree_conclusion": (
        made.review_facts(prepared=made.prepared()),
        made.agree_conclusion(),
    ),
    "review.conclude": (made.review_facts(), made.conclude()),
    "review.notify": (made.review_facts(concept=CONCLUDED), made.notify()),
    "drafting.settle": (made.drafting_facts(), made.settle()),
    "drafting.place": (made.drafting_facts(), made.place()),
    "drafting.move": (made.moving_facts(), made.move()),
    "drafting.register_agreement": (made.register_facts(), made.register_agreement()),
    "drafting.register_event": (made.register_facts(), made.register_event()),
    "drafting.consider": (made_occasions.occasion_facts(), made_occasions.consider()),
    "drafting.ask_for_concept": (
        made_occasions.occasion_facts(),
        made_occasions.ask_for_concept(),
    ),
    "commission.send_to_commission": (
        made.sending_facts(),
        made.send_to_commission(),
    ),
    "commission.remark": (made_remarks.remark_facts(), made_remarks.remark()),
    "commission.answer_remark": (
        made_remarks.answer_facts(),
        made_remarks.answer_remark(),
    ),
    "commission.decide": (made.decision_facts(), made.decide()),
    "commission.decide_row": (made.row_facts(), made.decide_row()),
    "agreement.send_to_president": (made.plan_facts(), made.send_to_president()),
    "agreement.record_reply": (
        made.plan_facts(plan=made.plan_at(PlanStage.BEFORE_PRESIDENT)),
        made.record_reply(),
    ),
    "agreement.distribute": (made.recipient_facts(), made.distribute()),
    "agreement.acknowledge": (
        made.recipient_facts(sent_on=made.DAY),
        made.acknowledge(),
    ),
    "amendment.bring_grounds": (
        made_amendments.dossier_facts(),
        made_amendments.bring_grounds(),
    ),
    "amendment.bring_concept": (
        made_amendments.dossier_facts(),
        made_amendments.bring_concept(),
    ),
    "amendment.conclude": (
        made_amendments.whole_facts(),
        made_amendments.conclude(),
    ),
    "amendment.request": (
        made_amendments.request_facts(),
        made_amendments.request(),
    ),
    "amendment.record_instruction": (
        made_amendments.ground_facts(),
        made_amendments.record_instruction(),
    ),
    "amendment.decide": (
        made_amendments.ground_facts(),
        made_amendments.decide(),
    ),
    "amendment.record_consent": (
        made_amendments.consent_facts(),
        made_amendments.record_consent(),
    ),
    "amendment.amend_row": (
        made_amendments.change_facts(),
        made_amendments.amend_row(),
    ),
    "amendment.drop_change": (
        made_amendments.staged_facts(),
        made_amendments.drop_change(),
    ),
    "amendment.make_revision": (
        made_amendments.revision_facts(),
        made_amendments.make_revision(),
    ),
    "amendment.send_out": (
        made_amendments.send_out_facts(),
        made_amendments.send_out(),
    ),
    "amendment.acknowledge": (
        made_amendments.send_out_facts(sent_on=made.DAY),
        made_amendments.acknowledge(),
    ),
    "carrying_out.report": (
        made_carrying_out.row_facts(),
        made_carrying_out.report(),
    ),
    "carrying_out.plan_stage": (
        made_carrying_out.row_facts(),
        made_carrying_out.plan_stage(),
    ),
    "carrying_out.request_report": (
        made_carrying_out.request_facts(),
        made_carrying_out.request_report(),
    ),
    "carrying_out.put_forward": (
        made_carrying_out.row_facts(),
        made_carrying_out.put_forward(),
    ),
    "carrying_out.record_signing": (
        made_carrying_out.row_facts(put_forward_on=made.BEFORE),
        made_carrying_out.record_signing(),
    ),
    "carrying_out.record_name": (
        made_carrying_out.row_facts(),
        made_carrying_out.record_name(),
    ),
    "carrying_out.correct_name": (
        made_carrying_out.row_facts(),
        made_carrying_out.correct_name(),
    ),
    "treaty.link": (made_carrying_out.pair_facts(), made_carrying_out.link()),
    "treaty.unlink": (
        made_carrying_out.pair_facts(linked_on=made.DAY),
        made_carrying_out.unlink(),
    ),
    "treaty.tell_apart": (
        made_carrying_out.pair_facts(),
        made_carrying_out.tell_apart(),
    ),
    "outbox.approve": (made_papers.waiting_facts(), made_papers.approve()),
    "outbox.send_reminder": (
        made_papers.waiting_facts(),
        made_papers.send_reminder(),
    ),
}
RECORDING = {
    "plans.bring_in",
    "intake.submit_concept",
    "intake.report_none",
    "intake.supplement_concept",
    "intake.withdraw_concept",
    "review.answer_clarification",
    "commission.remark",
    "commission.decide",
    "commission.decide_row",
    "agreement.record_reply",
    "amendment.bring_grounds",
    "amendment.bring_concept",
    "amendment.request",
    "amendment.record_instruction",
    "amendment.decide",
    "amendment.record_consent",
    "carrying_out.report",
    "carrying_out.record_signing",
}


def test_every_act_stands_in_the_table() -> None:
    """The acts of the registry are those of the table, in its order."""
    assert [act.code for act in ACTS] == list(MAY) == list(MEETINGS)


def test_acts_are_found_by_code_and_by_filing() -> None:
    """Each act is found by its code, and by the filing that orders it."""
    assert list(BY_CODE.values()) == list(ACTS)
    assert list(BY_FILING.values()) == list(ACTS)
    assert all(BY_FILING[act.filing] is BY_CODE[act.code] for act in ACTS)


def test_acts_that_record_what_others_did() -> None:
    """Papers of bodies, decisions and replies are recorded; the rest can be refused."""
    assert {act.code for act in ACTS if act.records} == RECORDING


@pytest.mark.provision("offices.table")
@pytest.mark.parametrize("office", Office)
@pytest.mark.parametrize("act", ACTS, ids=lambda act: act.code)
def test_acts_by_offices(act: Act[Any, Any], office: Office) -> None:
    """Everything else in order, an act is open to its offices and to no other."""
    facts, filing = MEETINGS[act.code]
    body = "energy" if office in {BODY, Office.RECIPIENT} else ""
    facts = replace(facts, case=made.acting(office, body))
    refused = () if office in MAY[act.code] else ("offices.table: office_may",)
    assert made.said(act.verdict(facts, filing)) == (refused, ())
    assert made.grounds(act.why_not(facts)) == refused


@pytest.mark.provision("record.day")
@pytest.mark.parametrize("act", ACTS, ids=lambda act: act.code)
def test_acts_in_the_future(act: Act[Any, Any]) -> None:
    """No act whatsoever has effect on a day that has not come."""
    facts, filing = MEETINGS[act.code]
    office = next(iter(MAY[act.code] - {BODY, Office.RECIPIENT}))
    case = replace(made.acting(office), today=made.BEFORE)
    verdict = act.verdict(replace(facts, case=case), filing)
    assert [found.code for found in verdict.refusals] == ["day_has_come"]


@pytest.mark.provision("record.day")
@pytest.mark.parametrize("act", ACTS, ids=lambda act: act.code)
def test_acts_of_a_past_day(act: Act[Any, Any]) -> None:
    """Every act of a past day is proven by a document."""
    facts, filing = MEETINGS[act.code]
    office = next(iter(MAY[act.code] & OF_PAST_DAYS))
    case = replace(made.acting(office), today=made.AFTER)
    proven = replace(facts, case=case)
    unproven = replace(facts, case=replace(case, document=""))
    assert act.verdict(proven, filing) == Verdict((), ())
    assert made.said(act.verdict(unproven, filing)) == (
        ("record.day: past_day_is_proven",),
        (),
    )


@pytest.mark.provision("plans.brought_in")
@pytest.mark.parametrize("act", ACTS, ids=lambda act: act.code)
def test_acts_of_a_year_that_was_brought_in(act: Act[Any, Any]) -> None:
    """Nothing is planned in it; what follows an agreed plan goes on as ever."""
    facts, filing = MEETINGS[act.code]
    case = made.acting(next(iter(MAY[act.code] - {BODY, Office.RECIPIENT})))
    verdict = act.verdict(replace(facts, case=replace(case, brought_in=True)), filing)
    refused = ("plans.brought_in: planned_here",) if plans(act.code) else ()
    assert made.said(verdict) == (refused, ())
