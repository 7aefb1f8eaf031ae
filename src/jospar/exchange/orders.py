"""What each row of the workbook orders: its key, its day, its filing, its office."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from datetime import UTC, date
from functools import partial
from types import MappingProxyType
from typing import Any
from uuid import UUID, uuid5

from jospar.rules.agreement.facts import Distribute, RecordReply, SendToPresident
from jospar.rules.commission.facts import Decide, DecideRow, SendToCommission
from jospar.rules.core.deadlines import day_in_astana
from jospar.rules.core.nouns import Changes, Term, Text, Wording
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

Values = Mapping[str, Any]

_ACTS_OF_WORKBOOKS = UUID("7f0a2f0e-6d3c-5b0e-9c57-3f1c5d2b8a41")
"""The name space of act ids that rows of a workbook have."""


@dataclass(frozen=True, slots=True)
class Ordered:
    """What a row orders: ``key`` is what the row is known by in its sheet.

    ``on`` is None where the row has no day of effect of its own; ``document`` is
    empty where the row names none.
    """

    key: tuple[str, ...]
    on: date | None
    filing: object
    office: Office
    document: str = ""


def act_id(year: int, sheet: str, key: tuple[str, ...]) -> UUID:
    """Return the id of the act that the row of ``key`` orders, the same for ever."""
    return uuid5(_ACTS_OF_WORKBOOKS, json.dumps([year, sheet, *key]))


def _text(row: Values, name: str) -> Text:
    return Text(row[f"{name}_kk"], row[f"{name}_ru"])


def _changes(row: Values) -> Changes:
    names = {field.name for field in fields(Changes)}
    filled = {name: row[name] for name in names & row.keys() if row[name]}
    return Changes(**filled)


def _concept(row: Values) -> Ordered:
    received_at = row["received_at"].astimezone(UTC)
    proposers = dict.fromkeys((row["body"], *sorted(row["joint"])))
    filing = SubmitConcept(
        key=row["id"],
        proposers=tuple(proposers),
        wording=Wording(
            title=_text(row, "title"),
            purpose=_text(row, "purpose"),
            note=_text(row, "note"),
            level=row["level"],
            conclude=Term(row["conclude_from"], row["conclude_to"]),
            procedure=row["procedure"],
            procedure_from=row["procedure_from"],
            procedure_to=row["procedure_to"],
        ),
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
    filing = SupplementConcept(key, on, document, _changes(row))
    return Ordered((key, on.isoformat()), on, filing, Office.REGISTRAR, document)


def _letter(row: Values, filing: Callable[[str, date, str], object]) -> Ordered:
    """Return the act that records a letter on a concept and says nothing more."""
    key, on, document = row["concept"], row["on"], row["document"]
    return Ordered((key,), on, filing(key, on, document), Office.REGISTRAR, document)


def _conclusion(row: Values) -> Ordered:
    filing = Conclude(
        key=row["concept"],
        expedient=row["expedient"],
        on=row["on"],
        number=row["number"],
        reasons=_text(row, "reasons"),
        signed_by=row["signed_by"],
    )
    return Ordered((row["concept"],), row["on"], filing, Office.HEAD, row["number"])


def _settlement(row: Values) -> Ordered:
    key, on = row["concept"], row["on"]
    filing = Settle(key, on, row["reason"], _changes(row))
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
    remark = _text(row, "remark")
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
        changes=_changes(row),
        remark=_text(row, "remark"),
    )
    key = (row["plan"], row["decision"], row["concept"])
    return Ordered(key, on, filing, Office.REGISTRAR, row["decision"])


ORDERS: Mapping[str, Callable[[Values], Ordered]] = MappingProxyType(
    {
        "concepts": _concept,
        "no_proposals": _no_proposals,
        "supplements": _supplement,
        "withdrawals": partial(_letter, filing=WithdrawConcept),
        "conclusions": _conclusion,
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
    }
)
"""How a row of each sheet orders an act; row decisions are a part of a decision."""

_SHEETS = tuple(ORDERS)
_DECISIONS = _SHEETS.index("decisions")


def rank(ordered: Ordered, sheet: str) -> float:
    """Return the place of an act among those of its day.

    That is the place of its sheet, but a sending to the President comes after the
    decisions of the day, and a row decision on what was decided in an earlier run
    before those of this one.
    """
    if isinstance(ordered.filing, SendToPresident):
        return _DECISIONS + 0.5
    if isinstance(ordered.filing, DecideRow):
        return _DECISIONS - 0.5
    return _SHEETS.index(sheet)
