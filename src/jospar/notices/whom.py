"""Who is told what: the table of acts, the table of deadlines, and the reminders.

An act that the registry does not have yet stands here by its code; nobody is told of it
before it is performed.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from jospar.rules.core.offices import Office

ANY: Mapping[str, object] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Telling:
    """After ``act`` those who hold an office of ``to`` get a notice of ``kind``.

    The offices of one body are told what concerns that body. ``when`` are fields of
    the act with the values that they must have; ``effective`` is false of a row of a
    returned plan. ``receipt`` tells whoever performed the act too; ``at_once`` does
    not wait for the digest.
    """

    act: str
    kind: str
    to: tuple[Office, ...]
    when: Mapping[str, object] = field(default_factory=lambda: ANY)
    at_once: bool = False
    receipt: bool = False


_BODY = (Office.BODY_OFFICER,)
_REGISTRAR = (Office.REGISTRAR,)
_REVIEWER = (Office.REVIEWER,)
_PLANNER = (Office.PLANNER,)
_DRAFTERS = (Office.PLANNER, Office.HEAD)
_AGREED = (Office.HEAD, Office.PLANNER, Office.REGISTRAR)
_RETURNED = {"outcome": "returned"}


def _decided(outcome: str) -> Mapping[str, object]:
    return {"outcome": outcome, "effective": True}


TELLINGS = (
    Telling("intake.submit_concept", "concept_filed", _REGISTRAR),
    Telling("intake.submit_concept", "concept_receipt", _BODY, receipt=True),
    Telling("intake.report_none", "none_filed", _REGISTRAR),
    Telling("intake.report_none", "none_receipt", _BODY, receipt=True),
    Telling("intake.supplement_concept", "concept_supplemented", _REVIEWER),
    Telling("intake.withdraw_concept", "concept_withdrawn", (*_REVIEWER, *_PLANNER)),
    Telling("intake.return_late", "concept_returned", _BODY, at_once=True),
    # The Ministry reminds by hand when it is urgent: the digest could be too late.
    Telling("outbox.send_reminder", "body_reminded", _BODY, at_once=True),
    Telling("review.ask_clarification", "clarification_asked", _BODY),
    Telling("review.answer_clarification", "clarification_answered", _REVIEWER),
    Telling("review.prepare_conclusion", "to_sign", (Office.HEAD,)),
    Telling("review.conclude", "to_place", _PLANNER, {"expedient": True}),
    Telling("review.conclude", "to_notify", _REGISTRAR, {"expedient": False}),
    Telling("review.notify", "conclusion_notified", _BODY),
    Telling("drafting.ask_for_concept", "concept_asked", _BODY),
    Telling(
        "commission.send_to_commission",
        "plan_to_commission",
        (Office.COMMISSION_SECRETARY,),
    ),
    Telling("commission.remark", "remark_made", _DRAFTERS),
    Telling(
        "commission.answer_remark", "remark_answered", (Office.COMMISSION_SECRETARY,)
    ),
    Telling("commission.decide", "plan_approved", _DRAFTERS, {"outcome": "approved"}),
    Telling(
        "commission.decide", "plan_not_approved", _DRAFTERS, _RETURNED, at_once=True
    ),
    Telling("commission.decide_row", "row_changed", _BODY, _decided("change")),
    Telling("commission.decide_row", "row_moved", _BODY, _decided("move")),
    Telling("commission.decide_row", "row_excluded", _BODY, _decided("exclude")),
    Telling(
        "agreement.send_to_president",
        "plan_to_president",
        (Office.ADMINISTRATION_OFFICER,),
    ),
    Telling("agreement.record_reply", "plan_agreed", _AGREED, {"outcome": "agreed"}),
    Telling(
        "agreement.record_reply", "plan_not_agreed", _AGREED, _RETURNED, at_once=True
    ),
    Telling("agreement.distribute", "plan_received", (Office.RECIPIENT, *_BODY)),
    Telling("amendment.bring_grounds", "grounds_brought", (Office.HEAD,)),
    Telling(
        "amendment.record_instruction",
        "instruction_given",
        _PLANNER,
        {"outcome": "given"},
    ),
    Telling("amendment.make_revision", "plan_amended", _AGREED),
    Telling("carrying_out.request_report", "report_asked", _BODY),
)
"""What people are told of acts, in the order of the Rules."""

DEADLINES: Mapping[str, tuple[Office, ...]] = MappingProxyType(
    {
        "concepts.deadline": _BODY,
        "conclusions.deadline": (Office.REVIEWER, Office.HEAD),
        "commission.deadline": _DRAFTERS,
        "president.deadline": _DRAFTERS,
        "distribution.deadline": (Office.REGISTRAR, Office.HEAD),
    }
)
"""Whose deadline it is."""

REMINDED = (30, 10, 5, 1)
"""Working days before "concepts.deadline" on which bodies are reminded."""

NEAR = 5
"""Working days from a day up to which its digest names the deadlines that come."""

DAY_BEFORE = (1,)
"""Working days before every other deadline on which its offices are told."""
