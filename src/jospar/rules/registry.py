"""All acts, in the order of the Rules."""

from types import MappingProxyType
from typing import Any

from .agreement.acknowledge import acknowledge
from .agreement.distribute import distribute
from .agreement.record_reply import record_reply
from .agreement.send_to_president import send_to_president
from .commission.decide import decide
from .commission.decide_row import decide_row
from .commission.send_to_commission import send_to_commission
from .core.act import Act
from .drafting.place import place
from .drafting.register_agreement import register_agreement
from .drafting.register_event import register_event
from .drafting.settle import settle
from .intake.report_none import report_none
from .intake.return_late import return_late
from .intake.submit_concept import submit_concept
from .intake.supplement_concept import supplement_concept
from .intake.withdraw_concept import withdraw_concept
from .reference.appoint import appoint
from .reference.list_body import list_body
from .reference.open_cycle import open_cycle
from .reference.order_bodies import order_bodies
from .reference.set_calendar import set_calendar
from .review.conclude import conclude
from .review.notify import notify

ACTS: tuple[Act[Any, Any], ...] = (
    open_cycle,
    list_body,
    order_bodies,
    set_calendar,
    appoint,
    submit_concept,
    report_none,
    supplement_concept,
    withdraw_concept,
    return_late,
    conclude,
    notify,
    settle,
    place,
    register_agreement,
    register_event,
    send_to_commission,
    decide,
    decide_row,
    send_to_president,
    record_reply,
    distribute,
    acknowledge,
)

BY_CODE = MappingProxyType({act.code: act for act in ACTS})
BY_FILING = MappingProxyType({act.filing: act for act in ACTS})
