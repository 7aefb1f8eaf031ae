"""What each row on what follows the agreement orders."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, date
from functools import partial
from types import MappingProxyType

from jospar.rules.amendment.facts import (
    AcknowledgeRevision,
    AmendRow,
    BringConcept,
    BringGrounds,
    ConcludeDossier,
    DecideAmendment,
    RecordConsent,
    RecordInstruction,
    RequestInstruction,
    SendOut,
)
from jospar.rules.carrying_out.facts import (
    CorrectName,
    PutForward,
    RecordName,
    RecordSigning,
    Report,
)
from jospar.rules.core.deadlines import day_in_astana
from jospar.rules.core.offices import Office

from .ordered import (
    Item,
    Ordered,
    Values,
    changes_in,
    conclusion_in,
    proposers_in,
    text_in,
    wording_in,
)


def _grounds(row: Values) -> Ordered:
    key, document = row["dossier"], row["document"]
    received_at = row["received_at"].astimezone(UTC)
    grounds = text_in(row, "grounds")
    filing = BringGrounds(key, row["body"], received_at, document, grounds)
    on = day_in_astana(received_at)
    return Ordered((key, document), on, filing, Office.REGISTRAR, document)


def _concept(row: Values) -> Ordered:
    key, document = row["id"], row["document"]
    received_at = row["received_at"].astimezone(UTC)
    filing = BringConcept(
        key=key,
        proposers=proposers_in(row),
        wording=wording_in(row),
        entry=row["entry"],
        received_at=received_at,
        document=document,
        counterparties=row["counterparties"],
        sent_on=row["sent_on"],
    )
    on = day_in_astana(received_at)
    return Ordered((key, document), on, filing, Office.REGISTRAR, document)


def _request(row: Values) -> Ordered:
    key, on, document = row["dossier"], row["on"], row["document"]
    filing = RequestInstruction(key, on, document)
    return Ordered((key,), on, filing, Office.REGISTRAR, document)


def _instruction(row: Values) -> Ordered:
    number, on = row["number"], row["on"]
    dossiers = tuple(sorted(row["dossiers"]))
    filing = RecordInstruction(number, on, row["by"], row["outcome"], dossiers)
    return Ordered((number,), on, filing, Office.REGISTRAR, number)


def _decision(row: Values) -> Ordered:
    number, on = row["number"], row["on"]
    filing = DecideAmendment(number, on, row["present"])
    return Ordered((number,), on, filing, Office.REGISTRAR, number)


def _consent(row: Values) -> Ordered:
    decision, number, on = row["decision"], row["number"], row["on"]
    filing = RecordConsent(decision, number, on, row["outcome"])
    return Ordered((decision, number), on, filing, Office.REGISTRAR, number)


def _amendment(row: Values) -> Ordered:
    filing = AmendRow(
        plan=row["plan"],
        route=row["route"],
        ground=row["ground"],
        key=row["concept"],
        outcome=row["outcome"],
        on=row["on"],
        reason=text_in(row, "reason"),
        changes=changes_in(row),
        procedure=row["procedure"],
        proposers=proposers_in(row),
        entry=row["entry"],
        counterparties=row["counterparties"],
    )
    key = (row["plan"], row["route"], row["ground"], row["concept"])
    return Ordered(key, row["on"], filing, Office.PLANNER, row["ground"])


def _sending(row: Values) -> Ordered:
    plan, recipient, on = row["plan"], row["recipient"], row["on"]
    document, number = row["document"], row["revision"]
    filing = SendOut(plan, number, recipient, on, document, row["means"])
    key = (plan, str(number), recipient)
    return Ordered(key, on, filing, Office.REGISTRAR, document)


def receipt_of(item: Item) -> Item | None:
    """Return the act by which the revision that a row sends was acknowledged."""
    sent = item.ordered.filing
    if not isinstance(sent, SendOut):
        return None
    on: date | None = item.row.values["acknowledged_on"]
    if on is None:
        return None
    filing = AcknowledgeRevision(sent.plan, sent.revision, sent.recipient, on)
    key = ("receipt", *item.ordered.key)
    ordered = replace(item.ordered, key=key, on=on, filing=filing, further=True)
    return Item(item.row, ordered, on, turn=max(on, item.turn))


def _put_forward(row: Values) -> Ordered:
    plan, concept, on = row["plan"], row["concept"], row["on"]
    reason, document = text_in(row, "reason"), row["document"]
    filing = PutForward(plan, concept, on, document, reason)
    return _on_row(row, on, filing, Office.CONTROLLER, on.isoformat())


def _name(row: Values) -> Ordered:
    filing = RecordName(
        plan=row["plan"],
        key=row["concept"],
        on=row["on"],
        name=text_in(row, "name"),
        from_side=row["from_side"],
        of_principle=row["of_principle"],
        judged_by=row["judged_by"],
        reason=text_in(row, "reason"),
        document=row["document"],
    )
    return _on_row(row, row["on"], filing, Office.CONTROLLER, row["on"].isoformat())


def _correction(row: Values) -> Ordered:
    filing = CorrectName(
        plan=row["plan"],
        key=row["concept"],
        on=row["on"],
        name=text_in(row, "name"),
        ground=row["ground"],
        document=row["document"],
        reason=text_in(row, "reason"),
    )
    return _on_row(row, row["on"], filing, Office.CONTROLLER, row["on"].isoformat())


def _report(row: Values) -> Ordered:
    filing = Report(
        plan=row["plan"],
        key=row["concept"],
        on=row["on"],
        document=row["document"],
        stage=row["stage"],
        reached_on=row["reached_on"],
        note=text_in(row, "note"),
    )
    known = (row["document"], row["stage"] or "")
    return _on_row(row, row["on"], filing, Office.REGISTRAR, *known)


def _signing(row: Values) -> Ordered:
    filing = RecordSigning(
        plan=row["plan"],
        key=row["concept"],
        on=row["on"],
        place=row["place"],
        signatories=row["signatories"],
        document=row["document"],
        name=text_in(row, "name"),
    )
    return _on_row(row, row["on"], filing, Office.REGISTRAR)


def _on_row(
    row: Values, on: date, filing: object, office: Office, *known: str
) -> Ordered:
    """Return an act on a row of a plan; ``known`` tells it from others on this row."""
    key = (row["plan"], row["concept"], *known)
    return Ordered(key, on, filing, office, row["document"])


AFTER_AGREEMENT: Mapping[str, Callable[[Values], Ordered]] = MappingProxyType(
    {
        "dossier_grounds": _grounds,
        "dossier_concepts": _concept,
        "dossier_conclusions": partial(
            conclusion_in, of="dossier", filing=ConcludeDossier
        ),
        "dossier_requests": _request,
        "instructions": _instruction,
        "amending_decisions": _decision,
        "consents": _consent,
        "amendments": _amendment,
        "revision_sendings": _sending,
        "put_forward": _put_forward,
        "names": _name,
        "name_corrections": _correction,
        "progress": _report,
        "signings": _signing,
    }
)
