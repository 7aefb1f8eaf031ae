"""All acts, in the order of the Rules."""

from types import MappingProxyType
from typing import Any

from .agreement.acknowledge import acknowledge
from .agreement.distribute import distribute
from .agreement.record_reply import record_reply
from .agreement.send_to_president import send_to_president
from .amendment.acknowledge import acknowledge as acknowledge_revision
from .amendment.amend_row import amend_row
from .amendment.bring_concept import bring_concept
from .amendment.bring_grounds import bring_grounds
from .amendment.conclude import conclude as conclude_dossier
from .amendment.decide import decide as decide_amendment
from .amendment.drop_change import drop_change
from .amendment.make_revision import make_revision
from .amendment.record_consent import record_consent
from .amendment.record_instruction import record_instruction
from .amendment.request import request as request_instruction
from .amendment.send_out import send_out
from .carrying_out.correct_name import correct_name
from .carrying_out.plan_stage import plan_stage
from .carrying_out.put_forward import put_forward
from .carrying_out.record_name import record_name
from .carrying_out.record_signing import record_signing
from .carrying_out.report import report
from .carrying_out.request_report import request_report
from .commission.answer_remark import answer_remark
from .commission.decide import decide
from .commission.decide_row import decide_row
from .commission.remark import remark
from .commission.send_to_commission import send_to_commission
from .core.act import Act
from .drafting.ask_for_concept import ask_for_concept
from .drafting.consider import consider
from .drafting.move import move
from .drafting.place import place
from .drafting.register_agreement import register_agreement
from .drafting.register_event import register_event
from .drafting.settle import settle
from .intake.mark_handling import mark_handling
from .intake.register_paper import register_paper
from .intake.remind import remind
from .intake.report_none import report_none
from .intake.return_late import return_late
from .intake.submit_concept import submit_concept
from .intake.supplement_concept import supplement_concept
from .intake.withdraw_concept import withdraw_concept
from .outbox.approve import approve
from .outbox.send_reminder import send_reminder
from .plans.bring_in import bring_in
from .reference.appoint import appoint
from .reference.end_appointment import end_appointment
from .reference.explain import explain
from .reference.list_body import list_body
from .reference.list_treaty import list_treaty
from .reference.open_cycle import open_cycle
from .reference.order_bodies import order_bodies
from .reference.repair import repair
from .reference.set_calendar import set_calendar
from .reference.succeed_body import succeed_body
from .review.agree_conclusion import agree_conclusion
from .review.answer_clarification import answer_clarification
from .review.ask_clarification import ask_clarification
from .review.ask_opinion import ask_opinion
from .review.conclude import conclude
from .review.give_opinion import give_opinion
from .review.notify import notify
from .review.prepare_conclusion import prepare_conclusion
from .treaty.link import link
from .treaty.tell_apart import tell_apart
from .treaty.unlink import unlink

ACTS: tuple[Act[Any, Any], ...] = (
    open_cycle,
    bring_in,
    list_body,
    order_bodies,
    succeed_body,
    set_calendar,
    list_treaty,
    appoint,
    end_appointment,
    repair,
    explain,
    submit_concept,
    report_none,
    supplement_concept,
    withdraw_concept,
    mark_handling,
    return_late,
    register_paper,
    remind,
    ask_opinion,
    give_opinion,
    ask_clarification,
    answer_clarification,
    prepare_conclusion,
    agree_conclusion,
    conclude,
    notify,
    settle,
    place,
    move,
    register_agreement,
    register_event,
    consider,
    ask_for_concept,
    send_to_commission,
    remark,
    answer_remark,
    decide,
    decide_row,
    send_to_president,
    record_reply,
    distribute,
    acknowledge,
    bring_grounds,
    bring_concept,
    conclude_dossier,
    request_instruction,
    record_instruction,
    decide_amendment,
    record_consent,
    amend_row,
    drop_change,
    make_revision,
    send_out,
    acknowledge_revision,
    report,
    plan_stage,
    request_report,
    put_forward,
    record_signing,
    record_name,
    correct_name,
    link,
    unlink,
    tell_apart,
    approve,
    send_reminder,
)

BY_CODE = MappingProxyType({act.code: act for act in ACTS})
BY_FILING = MappingProxyType({act.filing: act for act in ACTS})
