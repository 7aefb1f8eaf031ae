"""Snapshots for the acts of review."""

from datetime import date
from typing import Any

import msgspec

from jospar.records.models import (
    Clarification,
    JournalEntry,
    Opinion,
)
from jospar.records.models import PreparedConclusion as PreparedRecord
from jospar.records.prepared import Prepared
from jospar.rules.core.act import Case
from jospar.rules.core.calendar import Calendar
from jospar.rules.core.nouns import PaperKind, Text
from jospar.rules.core.offices import Office
from jospar.rules.review.facts import (
    AgreeConclusion,
    AnswerClarification,
    AskClarification,
    AskOpinion,
    Conclude,
    GiveOpinion,
    Notify,
    PrepareConclusion,
    PreparedConclusion,
    QuestionFacts,
    ReviewFacts,
)

from .concepts import concept_of
from .dispatch import facts_for
from .papers import approved_on

_OPINIONS = Prepared(
    lambda concept, department: Opinion.objects.filter(
        concept_id=concept, department=department
    ).values_list("on", "answered_on"),
    concept=0,
    department="department",
)
_CLARIFICATIONS = Prepared(
    lambda concept: Clarification.objects.filter(concept_id=concept).values_list(
        "on", "answered_on"
    ),
    concept=0,
)
_PREPARED = Prepared(
    lambda concept: PreparedRecord.objects.filter(concept_id=concept).values_list(
        "expedient", "on", "reasons_kk", "reasons_ru", "by", "agreed_on"
    ),
    concept=0,
)
_HEADER = Prepared(
    lambda entry: JournalEntry.objects.filter(number=entry).values_list("header"),
    entry=0,
)


class _Header(msgspec.Struct):
    """Who recorded an entry, and in which office."""

    person: str
    office: Office


_DECODER = msgspec.json.Decoder(_Header)


@facts_for.register
def _(filing: Notify, case: Case, calendar: Calendar) -> ReviewFacts:
    concept, _plan, _entry = concept_of(case, calendar, filing.key)
    approved = approved_on(case.year, PaperKind.CONCLUSION_NOTICE, filing.key)
    return ReviewFacts(case, concept, approved_on=approved)


@facts_for.register(PrepareConclusion)
@facts_for.register(AgreeConclusion)
def _(
    filing: PrepareConclusion | AgreeConclusion, case: Case, calendar: Calendar
) -> ReviewFacts:
    concept, _plan, entry = concept_of(case, calendar, filing.key)
    return ReviewFacts(case, concept, _prepared(entry))


@facts_for.register
def _(filing: Conclude, case: Case, calendar: Calendar) -> ReviewFacts:
    concept, _plan, entry = concept_of(case, calendar, filing.key)
    return ReviewFacts(case, concept, _prepared(entry), _filed_by(entry))


@facts_for.register(AskOpinion)
@facts_for.register(GiveOpinion)
def _(
    filing: AskOpinion | GiveOpinion, case: Case, calendar: Calendar
) -> QuestionFacts:
    concept, _plan, entry = concept_of(case, calendar, filing.key)
    asked = _OPINIONS.rows(concept=entry, department=filing.department)
    return QuestionFacts(case, concept, *_days(asked))


@facts_for.register(AskClarification)
@facts_for.register(AnswerClarification)
def _(
    filing: AskClarification | AnswerClarification, case: Case, calendar: Calendar
) -> QuestionFacts:
    concept, _plan, entry = concept_of(case, calendar, filing.key)
    return QuestionFacts(case, concept, *_days(_CLARIFICATIONS.rows(concept=entry)))


def _days(asked: list[tuple[Any, ...]]) -> tuple[date | None, date | None]:
    """Return since when a question is open, and the day of the last answer."""
    return (
        min((on for on, answered_on in asked if answered_on is None), default=None),
        max((answered_on for _on, answered_on in asked if answered_on), default=None),
    )


def _prepared(entry: int) -> PreparedConclusion | None:
    for expedient, on, kk, ru, by, agreed_on in _PREPARED.rows(concept=entry):
        return PreparedConclusion(expedient, on, Text(kk, ru), by, agreed_on)
    return None


def _filed_by(entry: int) -> str:
    """Return who filed the concept, unless the registrar recorded it from paper."""
    ((header,),) = _HEADER.rows(entry=entry)
    filed = _DECODER.decode(header)
    return filed.person if filed.office is Office.BODY_OFFICER else ""
