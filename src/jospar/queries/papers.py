"""The official papers of a cycle: letters that were sent, and receipts.

Each paper comes with the stem of its file. They stand in the order in which they were
recorded, so that a stem never changes. What papers are about is read before what that
refers to, so that an act performed meanwhile disturbs nothing.
"""

from collections.abc import Iterable, Mapping
from hashlib import sha256
from typing import Any

import msgspec

from jospar.documents.papers import Paper, Receipt
from jospar.records.models import Concept, JournalEntry, LetterOfNone, Registration
from jospar.records.snapshots.plans import bodies_of
from jospar.rules.core.deadlines import ASTANA, Deadline, came_in_time, in_time
from jospar.rules.core.nouns import Text
from jospar.rules.core.ruleset import Ruleset
from jospar.rules.core.wordings import missing_texts
from jospar.rules.intake.facts import SubmitConcept
from jospar.rules.intake.report_none import report_none
from jospar.rules.intake.submit_concept import submit_concept

from . import dispatches, letters
from . import revision_letters as revised
from .cycle import intake_deadline
from .letter_sources import KnownLetter, LetterSources, first_proposers
from .official_use import marked_concepts
from .stems import stems

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


def return_letters(ruleset: Ruleset, year: int) -> Papers:
    """Return the letters with which late concepts went back; nine queries.

    Concepts of a body that went back under one number on one day share a letter.
    """
    rows = letters.return_rows(year)
    return _sent(letters.return_letters(rows, LetterSources(ruleset, year)))


def conclusion_notices(ruleset: Ruleset, year: int) -> Papers:
    """Return the letters that told bodies the conclusions; eight queries."""
    rows = letters.notice_rows(year)
    return _sent(letters.conclusion_notices(rows, LetterSources(ruleset, year)))


def dispatch_letters(ruleset: Ruleset, year: int) -> Papers:
    """Return the letters that went with agreed plans.

    Twelve queries, and one for each agreed plan.
    """
    found = dispatches.dispatches(ruleset, year)
    return _sent(dispatches.dispatch_letters(found, LetterSources(ruleset, year)))


def revision_letters(ruleset: Ruleset, year: int) -> Papers:
    """Return the letters that went with amended plans.

    One query where none was amended.
    """
    found = revised.sent_revisions_of(ruleset, year)
    if not found:
        return []
    return _sent(revised.revision_letters(found, LetterSources(ruleset, year)))


def reminders(ruleset: Ruleset, year: int) -> Papers:
    """Return the reminders that were sent; nine queries."""
    rows = letters.reminder_rows(year)
    return _sent(letters.reminders(rows, LetterSources(ruleset, year)))


def receipts(ruleset: Ruleset, year: int, entry: int | None = None) -> Papers:
    """Return the receipts for concepts and letters of none; eight queries.

    With ``entry`` only the receipt for what that entry of the journal recorded.
    """
    deadline = intake_deadline(ruleset, year)
    only = {} if entry is None else {"entry": entry}
    letters_of_none = list(LetterOfNone.objects.filter(cycle_id=year, **only))
    of_cycle = Concept.objects.filter(cycle_id=year, cycle__brought_in=False)
    concepts = list(of_cycle.filter(**only))
    names, bodies = bodies_of(year), first_proposers(year)
    acts = (submit_concept.code, report_none.code)
    entries = JournalEntry.objects.filter(year=year, act__in=acts)
    if entry is not None:
        entries = entries.filter(number=entry)
    filings = dict(entries.values_list("number", "filing"))
    numbers = {
        paper.paper: {"registered_number": paper.number, "registered_day": paper.on}
        for paper in Registration.objects.filter(cycle_id=year)
    }
    marked = marked_concepts(year)
    papers: dict[int, tuple[str, Paper]] = {}
    for letter in letters_of_none:
        receipt = _receipt(
            letter,
            filings[letter.entry],
            deadline,
            body=names[letter.body].name,
            in_time=in_time(deadline, letter.received_at),
            **numbers.get(letter.entry, {}),
        )
        stem = f"receipt-none-{letter.body}-{letter.document}"
        papers[letter.entry] = (stem, receipt)
    for concept in concepts:
        filing, body = filings[concept.entry], names[bodies[concept.entry]].name
        receipt = _receipt_of_concept(
            *(ruleset, concept, filing, deadline, body),
            {
                **numbers.get(concept.entry, {}),
                "official_use": concept.key in marked,
            },
        )
        papers[concept.entry] = (f"receipt-{concept.key}", receipt)
    return _with_stems(papers[entry] for entry in sorted(papers))


def _receipt_of_concept(
    ruleset: Ruleset,
    concept: Concept,
    filing: str,
    deadline: Deadline,
    body: Text,
    others: Mapping[str, Any],
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
        document_day=concept.sent_on,
        **others,
    )


def _receipt(
    filed: Concept | LetterOfNone, filing: str, deadline: Deadline, **values: Any
) -> Receipt:
    """Return a receipt; its fingerprint is the journal's of what was filed."""
    return Receipt(
        number=str(filed.entry),
        day=filed.received_on,
        document=filed.document,
        cycle=deadline.start.year,
        received_at=filed.received_at.astimezone(ASTANA),
        last_day=deadline.late_after,
        fingerprint=sha256(filing.encode()).hexdigest(),
        **values,
    )


def _sent(known: list[KnownLetter]) -> Papers:
    return _with_stems(
        (letter.name, letter.paper) for letter in known if letter.sent_on is not None
    )


def _with_stems(papers: Iterable[tuple[str, Paper]]) -> Papers:
    named = list(papers)
    found = stems(name for name, _paper in named)
    return [(stem, paper) for stem, (_name, paper) in zip(found, named, strict=True)]
