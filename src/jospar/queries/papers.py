"""The official papers of a cycle: letters and receipts for what is in the record.

Each paper comes with the stem of its file. They stand in the order in which they were
recorded, so that a stem never changes. The body of a paper is the first proposer: its
covering letter brought the concept. What papers are about is read before what that
refers to, so that an act performed meanwhile disturbs nothing.
"""

from collections.abc import Iterable
from datetime import date
from hashlib import sha256
from typing import Any

import msgspec

from jospar.documents.papers import (
    ConclusionNotice,
    DispatchLetter,
    LateConcept,
    Paper,
    Receipt,
    ReturnLetter,
)
from jospar.records.models import (
    Concept,
    Distribution,
    JournalEntry,
    LetterOfNone,
    Notice,
    Proposer,
    Reply,
    Return,
    Revision,
    Sending,
)
from jospar.records.snapshots.plans import bodies_of, plan_id
from jospar.rules.core.deadlines import ASTANA, Deadline, came_in_time, in_time
from jospar.rules.core.forms import PlanForm, lay_out
from jospar.rules.core.horizon import plan_years, plans_for
from jospar.rules.core.nouns import PlanKind, Text
from jospar.rules.core.ruleset import Ruleset
from jospar.rules.core.wordings import missing_texts
from jospar.rules.intake.facts import SubmitConcept
from jospar.rules.intake.report_none import report_none
from jospar.rules.intake.submit_concept import submit_concept

from .cycle import intake_deadline
from .stems import stems
from .wordings import Wordings

Papers = list[tuple[str, Paper]]
"""Papers, each after the stem of its file."""

_TEXTS = {
    "title_kk": Text("қазақша атауы", "название на казахском языке"),
    "title_ru": Text("орысша атауы", "название на русском языке"),
    "purpose_kk": Text("қазақша мақсаты", "цель на казахском языке"),
    "purpose_ru": Text("орысша мақсаты", "цель на русском языке"),
}
"""What a receipt calls the texts that a concept lacks."""


class _Filing(msgspec.Struct):
    value: SubmitConcept


class _Group(msgspec.Struct):
    rows: list[msgspec.Raw]


class _Content(msgspec.Struct):
    groups: list[_Group]


def return_letters(ruleset: Ruleset, year: int) -> Papers:
    """Return the letters with which late concepts went back; five queries.

    Concepts of a body that went back under one number on one day share a letter.
    """
    columns = ("concept__key", "concept__document", "concept__received_at")
    returns = list(
        Return.objects.filter(concept__cycle_id=year)
        .order_by("entry")
        .values("concept_id", "entry", "on", "document", *columns)
    )
    names, bodies, wordings = bodies_of(year), first_proposers(year), Wordings(year)
    letters: dict[tuple[str, date, str], list[LateConcept]] = {}
    for row in returns:
        key = row["concept__key"]
        late = LateConcept(
            key=key,
            title=wordings.at(key, row["on"], row["entry"]).title,
            document=row["concept__document"],
            received_at=row["concept__received_at"].astimezone(ASTANA),
        )
        letter = (bodies[row["concept_id"]], row["on"], row["document"])
        letters.setdefault(letter, []).append(late)
    last_day = intake_deadline(ruleset, year).late_after
    return _with_stems(
        (
            f"return-{concepts[0].key}",
            ReturnLetter(
                number=number,
                day=day,
                addressee=names[body].name,
                concepts=tuple(concepts),
                cycle=year,
                last_day=last_day,
                rules=Text(ruleset.name["kk"], ruleset.name["ru"]),
                paragraph=ruleset.paragraph("concepts.late") or "",
            ),
        )
        for (body, day, number), concepts in letters.items()
    )


def conclusion_notices(ruleset: Ruleset, year: int) -> Papers:
    """Return the letters that told bodies the conclusions; four queries."""
    notices = list(
        Notice.objects.filter(concept__cycle_id=year)
        .order_by("entry")
        .select_related("concept__conclusion")
    )
    names, bodies, wordings = bodies_of(year), first_proposers(year), Wordings(year)
    titles = {kind: form_title(empty_form(ruleset, year, kind)) for kind in PlanKind}
    papers: list[tuple[str, Paper]] = []
    for notice in notices:
        concept, conclusion = notice.concept, notice.concept.conclusion
        wording = wordings.at(concept.key, notice.on, notice.entry)
        plans = [titles[kind] for kind in plans_for(ruleset, year, wording.conclude)]
        paper = ConclusionNotice(
            number=notice.document,
            day=notice.on,
            addressee=names[bodies[concept.entry]].name,
            concept=concept.key,
            title=wording.title,
            document=concept.document,
            conclusion_number=conclusion.number,
            conclusion_day=conclusion.on,
            expedient=conclusion.expedient,
            reasons=Text(conclusion.reasons_kk, conclusion.reasons_ru),
            conclusion_signed_by=conclusion.signed_by,
            plan=plans[0] if conclusion.expedient and len(plans) == 1 else Text(),
        )
        papers.append((f"notice-{concept.key}", paper))
    return _with_stems(papers)


def dispatch_letters(ruleset: Ruleset, year: int) -> Papers:
    """Return the letters that went with agreed plans; five queries.

    A letter names the revision that the President agreed: the one sent to him last.
    """
    of_cycle = {"plan__cycle_id": year}
    distributions = list(Distribution.objects.filter(**of_cycle).order_by("entry"))
    names = {code: body.name for code, body in bodies_of(year).items()} | {
        code: Text(name["kk"], name["ru"])
        for code, name in ruleset.recipients.always.items()
    }
    forms = {plan_id(year, kind): empty_form(ruleset, year, kind) for kind in PlanKind}
    agreements = Reply.objects.filter(**of_cycle, outcome="agreed").order_by("entry")
    replies = {reply.plan_id: reply for reply in agreements}
    sendings = Sending.objects.filter(**of_cycle, to="president").order_by("entry")
    agreed = dict(sendings.values_list("plan_id", "revision"))
    revisions = {
        revision.plan_id: revision
        for revision in Revision.objects.filter(**of_cycle)
        if revision.number == agreed.get(revision.plan_id)
    }
    papers: list[tuple[str, Paper]] = []
    for sent in distributions:
        form, reply = forms[sent.plan_id], replies[sent.plan_id]
        revision = revisions[sent.plan_id]
        paper = DispatchLetter(
            day=sent.on,
            addressee=names[sent.recipient],
            plan=form_title(form),
            revision=revision.number,
            fingerprint=revision.fingerprint,
            rows=_count_rows(revision.content),
            reply_number=reply.number,
            reply_day=reply.on,
            means=sent.means,
        )
        papers.append((f"dispatch-{form.name}-{sent.recipient}", paper))
    return _with_stems(papers)


def receipts(ruleset: Ruleset, year: int) -> Papers:
    """Return the receipts for concepts and letters of none; six queries."""
    deadline = intake_deadline(ruleset, year)
    letters = list(LetterOfNone.objects.filter(cycle_id=year))
    concepts = list(Concept.objects.filter(cycle_id=year))
    names, bodies = bodies_of(year), first_proposers(year)
    acts = (submit_concept.code, report_none.code)
    entries = JournalEntry.objects.filter(year=year, act__in=acts)
    filings = dict(entries.values_list("number", "filing"))
    papers: dict[int, tuple[str, Paper]] = {}
    for letter in letters:
        papers[letter.entry] = (
            f"receipt-none-{letter.body}-{letter.document}",
            _receipt(
                letter,
                filings[letter.entry],
                deadline,
                body=names[letter.body].name,
                in_time=in_time(deadline, letter.received_at),
            ),
        )
    for concept in concepts:
        filing, body = filings[concept.entry], names[bodies[concept.entry]].name
        papers[concept.entry] = (
            f"receipt-{concept.key}",
            _receipt_of_concept(ruleset, concept, filing, deadline, body),
        )
    return _with_stems(papers[entry] for entry in sorted(papers))


def _receipt_of_concept(
    ruleset: Ruleset, concept: Concept, filing: str, deadline: Deadline, body: Text
) -> Receipt:
    """Return a receipt that tells what the concept said and lacked when it came."""
    wording = msgspec.json.decode(filing, type=_Filing).value.wording
    return _receipt(
        concept,
        filing,
        deadline,
        body=body,
        concept=concept.key,
        title=wording.title,
        in_time=came_in_time(
            ruleset,
            deadline,
            received_at=concept.received_at,
            sent_on=concept.sent_on,
            complete_on=concept.complete_on,
        ),
        missing=tuple(_TEXTS[cell] for cell in missing_texts(wording, ruleset)),
    )


def _receipt(
    filed: Concept | LetterOfNone, filing: str, deadline: Deadline, **values: Any
) -> Receipt:
    """Return a receipt; its fingerprint is the journal's of what was filed."""
    return Receipt(
        number=str(filed.entry),
        day=filed.received_on,
        document=filed.document,
        cycle=filed.cycle_id,
        received_at=filed.received_at.astimezone(ASTANA),
        last_day=deadline.late_after,
        fingerprint=sha256(filing.encode()).hexdigest(),
        **values,
    )


def first_proposers(year: int) -> dict[int, str]:
    """Return the code of the body that brought each concept."""
    proposers = Proposer.objects.filter(concept__cycle_id=year, position=0)
    return dict(proposers.values_list("concept_id", "body"))


def empty_form(ruleset: Ruleset, year: int, kind: PlanKind) -> PlanForm:
    """Return the plan's form without rows: its title and the name of its files."""
    return lay_out(
        kind=kind,
        years=plan_years(ruleset, kind, year),
        ruleset=ruleset.code,
        headings=ruleset.headings,
        standings=(),
        bodies={},
    )


def form_title(form: PlanForm) -> Text:
    """Return the plan's title as its form prints it."""
    return Text(form.title["kk"], form.title["ru"])


def _count_rows(content: str) -> int:
    groups = msgspec.json.decode(content, type=_Content).groups
    return sum(len(group.rows) for group in groups)


def _with_stems(papers: Iterable[tuple[str, Paper]]) -> Papers:
    named = list(papers)
    found = stems(name for name, _paper in named)
    return [(stem, paper) for stem, (_name, paper) in zip(found, named, strict=True)]
