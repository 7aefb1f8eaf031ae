"""A decision with its papers, evidence files on it, and hands that alter those."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import msgspec
from django.conf import settings

from jospar.exchange.evidence.checking import Checked, check
from jospar.exchange.evidence.contents import EVIDENCE, PAGES, Evidence
from jospar.exchange.evidence.making import made
from jospar.exchange.evidence.package import pack, unpack
from jospar.exchange.evidence.reading import read_evidence
from jospar.procedure import checkpoints
from jospar.queries.evidence import evidence_sources
from jospar.records.files import keep
from jospar.records.fingerprints import canonical
from jospar.rules.core.offices import Actor, Office
from jospar.web.evidence_words import evidence_page
from tests.procedure.made_orders import perform_act
from tests.records.made_files import PDF
from tests.rules import made as filings
from tests.rules.made import YEAR

AUDITOR = Actor("", Office.AUDITOR)
OFFICER = Actor("", Office.BODY_OFFICER, "energy")
DURING = date(2024, 10, 10)
NAME = "evidence.zip"
SIGNED_AT = datetime(2024, 12, 31, 7, tzinfo=UTC)

Parts = dict[str, bytes]
Change = Callable[[Any, Parts], None]


def reviewed_concept() -> int:
    """Perform what leads to a conclusion that was sent; its entry."""
    perform_act(filings.open_cycle())
    for code in ("trade", "energy"):
        perform_act(filings.list_body(code=code))
    perform_act(filings.set_calendar())
    perform_act(
        filings.submit_concept(proposers=("energy",)),
        files=(keep(PDF + b"letter", "Хат: 1.pdf"),),
    )
    perform_act(filings.ask_opinion(on=DURING, answer_by=DURING))
    decision = perform_act(filings.conclude(on=DURING)).number
    perform_act(filings.notify(on=DURING))
    return decision


def agreed_plan() -> int:
    """Perform what leads from a conclusion to an agreed plan; the reply's entry."""
    perform_act(filings.place(on=DURING))
    perform_act(filings.send_to_commission(on=date(2024, 11, 8)))
    perform_act(filings.decide(on=date(2024, 11, 15)))
    perform_act(filings.send_to_president(on=date(2024, 11, 20)))
    reply = perform_act(filings.record_reply(on=date(2024, 12, 2))).number
    for recipient in ("parliament", "energy"):
        perform_act(filings.distribute(on=date(2024, 12, 20), recipient=recipient))
    return reply


def sign(folder: Path) -> Path:
    """Sign the journal as it is; gives the file of the public key."""
    key = folder / "key.pem"
    if not key.exists():
        checkpoints.make_key(key)
    private = checkpoints.private_key(key)
    checkpoints.add(settings.CHECKPOINTS, checkpoints.sign(private, SIGNED_AT))
    public = folder / "public.pem"
    public.write_text(checkpoints.public_text(private))
    return public


def evidence(decision: int, actor: Actor = AUDITOR) -> bytes:
    """Return the file on an entry, for the actor's eyes."""
    sources = evidence_sources(actor, YEAR, decision)
    assert sources is not None
    return made(sources, evidence_page)


def stated(data: bytes) -> Evidence:
    """Return what a file states."""
    return msgspec.json.decode(unpack(data, NAME)[EVIDENCE], type=Evidence)


def checked(data: bytes) -> Checked:
    """Return what is found of a file."""
    return check(data, NAME, evidence_page)


def faults(data: bytes) -> list[str]:
    """Return what was changed of a file, in English sentences."""
    return [str(one) for one in checked(data).faults]


def altered(data: bytes, change: Change) -> bytes:
    """Return the file changed by somebody who knows how one is made.

    The pages for people are made anew of what it says then.
    """
    parts = unpack(data, NAME)
    said = msgspec.json.decode(parts[EVIDENCE])
    change(said, parts)
    parts[EVIDENCE] = canonical(said)
    names = msgspec.json.decode(parts[EVIDENCE], type=Evidence).names()
    ordered = {name: parts[name] for name in names}
    read = read_evidence(ordered)
    for language, name in PAGES.items():
        ordered[name] = evidence_page(read, language)
    return pack(ordered)
