"""Snapshots for the acts of intake."""

from datetime import date

import msgspec

from jospar.records.models import (
    Concept,
    HandlingMark,
    JournalEntry,
    LetterOfNone,
    Registration,
    Reminder,
)
from jospar.records.prepared import Prepared
from jospar.rules.core.act import Case
from jospar.rules.core.calendar import Calendar
from jospar.rules.core.nouns import PaperKind
from jospar.rules.intake.facts import (
    ConceptFacts,
    FilingFacts,
    HandlingFacts,
    MarkHandling,
    PaperFacts,
    RegisterPaper,
    Remind,
    RemindFacts,
    ReportNone,
    ReturnLate,
    SubmitConcept,
    SupplementConcept,
    WithdrawConcept,
)

from .concepts import concept_of, entry_of, known_bodies
from .dispatch import NotInRecordError, facts_for
from .papers import approved_on

_LETTERS = Prepared(
    lambda year: (
        LetterOfNone.objects.filter(cycle_id=year).order_by("entry").values_list("body")
    ),
    year=0,
)


class _Header(msgspec.Struct):
    """The day of effect of an entry."""

    on: date


@facts_for.register
def _(filing: SubmitConcept, case: Case, calendar: Calendar) -> FilingFacts:
    known_bodies(case.year, filing.proposers)
    letters = dict.fromkeys(body for (body,) in _LETTERS.rows(year=case.year))
    return FilingFacts(
        case,
        letters_of=tuple(body for body in letters if body in filing.proposers),
        is_known=entry_of(case.year, filing.key) is not None,
    )


@facts_for.register
def _(filing: ReportNone, case: Case, calendar: Calendar) -> FilingFacts:
    known_bodies(case.year, [filing.body])
    standing = Concept.objects.filter(
        cycle_id=case.year,
        proposers__body=filing.body,
        withdrawal=None,
        **{"return": None},
    ).order_by("entry")
    return FilingFacts(case, standing=tuple(standing.values_list("key", flat=True)))


@facts_for.register(SupplementConcept)
@facts_for.register(WithdrawConcept)
def _(
    filing: SupplementConcept | WithdrawConcept, case: Case, calendar: Calendar
) -> ConceptFacts:
    concept, plan, _entry = concept_of(case, calendar, filing.key)
    return ConceptFacts(case, concept, plan)


@facts_for.register
def _(filing: ReturnLate, case: Case, calendar: Calendar) -> ConceptFacts:
    concept, plan, _entry = concept_of(case, calendar, filing.key)
    approved = approved_on(case.year, PaperKind.RETURN_LETTER, filing.key)
    return ConceptFacts(case, concept, plan, approved)


@facts_for.register
def _(filing: MarkHandling, case: Case, calendar: Calendar) -> HandlingFacts:
    concept, _plan, entry = concept_of(case, calendar, filing.key)
    last = HandlingMark.objects.filter(concept_id=entry).order_by("-entry").first()
    if last is None:
        return HandlingFacts(case, concept)
    return HandlingFacts(
        case, concept, last.lifted_on is None, last.lifted_on or last.on
    )


@facts_for.register
def _(filing: Remind, case: Case, calendar: Calendar) -> RemindFacts:
    known_bodies(case.year, [filing.body])
    days = (
        *Concept.objects.filter(cycle_id=case.year, proposers__body=filing.body)
        .order_by("received_on")
        .values_list("received_on", flat=True)[:1],
        *LetterOfNone.objects.filter(cycle_id=case.year, body=filing.body)
        .order_by("received_on")
        .values_list("received_on", flat=True)[:1],
    )
    waiting = Reminder.objects.filter(
        cycle_id=case.year, body=filing.body, sent_on=None
    ).first()
    return RemindFacts(case, min(days, default=None), waiting.on if waiting else None)


@facts_for.register
def _(filing: RegisterPaper, case: Case, calendar: Calendar) -> PaperFacts:
    entries = JournalEntry.objects.filter(number=filing.paper, year=case.year)
    found = entries.values_list("act", "header").first()
    if found is None:
        raise NotInRecordError("paper", str(filing.paper))
    act, header = found
    came_on = msgspec.json.decode(header, type=_Header).on
    known = Registration.objects.filter(paper=filing.paper).first()
    if known is None:
        return PaperFacts(case, act, came_on)
    return PaperFacts(case, act, came_on, known.number, known.on)
