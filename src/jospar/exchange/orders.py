"""What each row of the workbook orders: its key, its day, its filing, its office."""

from collections.abc import Callable, Mapping
from datetime import UTC, date
from functools import partial
from types import MappingProxyType

from jospar.rules.agreement.facts import Distribute, RecordReply, SendToPresident
from jospar.rules.carrying_out.facts import Report
from jospar.rules.carrying_out.stages import AFTER_SIGNING
from jospar.rules.commission.facts import Decide, DecideRow, SendToCommission
from jospar.rules.core.deadlines import day_in_astana
from jospar.rules.core.offices import Office
from jospar.rules.drafting.facts import (
    Place,
    RegisterAgreement,
    RegisterEvent,
    Settle,
)
from jospar.rules.intake.facts import (
    ReportNone,
    ReturnLate,
    SubmitConcept,
    SupplementConcept,
    WithdrawConcept,
)
from jospar.rules.review.facts import Conclude, Notify

from .later_orders import AFTER_AGREEMENT
from .ordered import (
    Ordered,
    Values,
    changes_in,
    conclusion_in,
    proposers_in,
    text_in,
    wording_in,
)


def _concept(row: Values) -> Ordered:
    received_at = row["received_at"].astimezone(UTC)
    filing = SubmitConcept(
        key=row["id"],
        proposers=proposers_in(row),
        wording=wording_in(row),
        entry=row["entry"],
        received_at=received_at,
        document=row["document"],
        counterparties=row["counterparties"],
        sent_on=row["sent_on"],
    )
    on = day_in_astana(received_at)
    return Ordered((row["id"],), on, filing, Office.REGISTRAR, row["document"])


def _no_proposals(row: Values) -> Ordered:
    received_at = row["received_at"].astimezone(UTC)
    body, document = row["body"], row["document"]
    filing = ReportNone(body, received_at, document)
    on = day_in_astana(received_at)
    return Ordered((body, document), on, filing, Office.REGISTRAR, document)


def _supplement(row: Values) -> Ordered:
    key, on, document = row["concept"], row["on"], row["document"]
    filing = SupplementConcept(key, on, document, changes_in(row))
    return Ordered((key, on.isoformat()), on, filing, Office.REGISTRAR, document)


def _letter(row: Values, filing: Callable[[str, date, str], object]) -> Ordered:
    """Return the act that records a letter on a concept and says nothing more."""
    key, on, document = row["concept"], row["on"], row["document"]
    return Ordered((key,), on, filing(key, on, document), Office.REGISTRAR, document)


def _settlement(row: Values) -> Ordered:
    key, on = row["concept"], row["on"]
    filing = Settle(key, on, row["reason"], changes_in(row))
    return Ordered((key, on.isoformat()), on, filing, Office.HEAD)


def _placement(row: Values) -> Ordered:
    key, on = row["concept"], row["on"]
    filing = Place(key, row["plan"], on, row["reason"])
    return Ordered((key,), on, filing, Office.PLANNER)


def _agreement(row: Values) -> Ordered:
    filing = RegisterAgreement(
        key=row["id"],
        title=row["title"],
        reached_on=row["reached_on"],
        place=row["place"],
        years=tuple(sorted(row["years"])),
        concepts=tuple(sorted(row["concepts"])),
        considered=row["considered"],
    )
    return Ordered((row["id"],), None, filing, Office.PLANNER)


def _event(row: Values) -> Ordered:
    filing = RegisterEvent(
        key=row["id"],
        title=row["title"],
        with_whom=row["with"],
        first_day=row["from"],
        last_day=row["to"],
        place=row["place"],
        concepts=tuple(sorted(row["concepts"])),
        considered=row["considered"],
    )
    return Ordered((row["id"],), None, filing, Office.PLANNER)


def _submission(row: Values) -> Ordered:
    send = SendToCommission if row["to"] == "commission" else SendToPresident
    filing = send(row["plan"], row["on"], row["document"])
    key = (row["to"], row["plan"], row["on"].isoformat())
    return Ordered(key, row["on"], filing, Office.HEAD, row["document"])


def _decision(row: Values) -> Ordered:
    filing = Decide(
        row["plan"], row["on"], row["number"], row["outcome"], row["present"]
    )
    key = (row["plan"], row["number"])
    return Ordered(key, row["on"], filing, Office.REGISTRAR, row["number"])


def _reply(row: Values) -> Ordered:
    remark = text_in(row, "remark")
    filing = RecordReply(row["plan"], row["on"], row["number"], row["outcome"], remark)
    key = (row["plan"], row["number"])
    return Ordered(key, row["on"], filing, Office.REGISTRAR, row["number"])


def _distribution(row: Values) -> Ordered:
    filing = Distribute(
        row["plan"],
        row["recipient"],
        row["on"],
        row["means"],
        row["acknowledged_on"],
    )
    key = (row["plan"], row["recipient"])
    return Ordered(key, row["on"], filing, Office.REGISTRAR)


def row_decision(row: Values, on: date) -> Ordered:
    """Return what a row decision orders on the day of its decision."""
    filing = DecideRow(
        plan=row["plan"],
        decision=row["decision"],
        on=on,
        key=row["concept"],
        outcome=row["outcome"],
        changes=changes_in(row),
        remark=text_in(row, "remark"),
    )
    key = (row["plan"], row["decision"], row["concept"])
    return Ordered(key, on, filing, Office.REGISTRAR, row["decision"])


ORDERS: Mapping[str, Callable[[Values], Ordered]] = MappingProxyType(
    {
        "concepts": _concept,
        "no_proposals": _no_proposals,
        "supplements": _supplement,
        "withdrawals": partial(_letter, filing=WithdrawConcept),
        "conclusions": partial(conclusion_in, of="concept", filing=Conclude),
        "notifications": partial(_letter, filing=Notify),
        "returns": partial(_letter, filing=ReturnLate),
        "settlements": _settlement,
        "placements": _placement,
        "agreements": _agreement,
        "events": _event,
        "submissions": _submission,
        "decisions": _decision,
        "replies": _reply,
        "distributions": _distribution,
        **AFTER_AGREEMENT,
    }
)
"""How a row of each sheet orders an act; row decisions are a part of a decision."""

_SHEETS = tuple(ORDERS)
_DECISIONS = _SHEETS.index("decisions")
_SIGNINGS = _SHEETS.index("signings")


def rank(ordered: Ordered, sheet: str) -> float:
    """Return the place of an act among those of its day.

    That is the place of its sheet, but a sending to the President comes after the
    decisions of the day, a row decision on what was decided in an earlier run before
    those of this one, and a report of what follows a signing after the signings.
    """
    if isinstance(ordered.filing, SendToPresident):
        return _DECISIONS + 0.5
    if isinstance(ordered.filing, DecideRow):
        return _DECISIONS - 0.5
    if isinstance(ordered.filing, Report) and ordered.filing.stage in AFTER_SIGNING:
        return _SIGNINGS + 0.5
    return _SHEETS.index(sheet)
