"""What was written at the review of a concept: questions, answers, what is prepared."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from jospar.accounts.models import Appointment
from jospar.records.models import Clarification, Opinion, PreparedConclusion
from jospar.rules.core.nouns import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionLine:
    """A question, when it was asked and answered, and by whom.

    ``entry`` and ``answer_entry`` are numbers of the journal. ``days`` are the
    calendar days from the question to its answer, or to today; ``overdue`` those of
    them after ``answer_by``. Until there is an answer ``answered_by`` is empty.
    """

    entry: int
    asked_on: date
    asked_by: str
    answer_by: date
    answer_entry: int | None
    answered_on: date | None
    answered_by: str
    days: int
    overdue: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OpinionLine(QuestionLine):
    """A question to a department; ``favourable`` is None until it is answered."""

    department: str
    question: str
    favourable: bool | None
    opinion: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClarificationLine(QuestionLine):
    """A question to the body; ``document`` is the number of its answer."""

    question: Text
    answer: Text
    document: str


@dataclass(frozen=True, slots=True)
class PreparedLine:
    """The conclusion as it was prepared last, and by whom; then who agreed to it."""

    entry: int
    expedient: bool
    reasons: Text
    prepared_on: date
    prepared_by: str
    agreement_entry: int | None
    agreed_on: date | None
    agreed_by: str


@dataclass(frozen=True, slots=True)
class ReviewPapers:
    """All of it, questions in the order in which they were recorded."""

    opinions: tuple[OpinionLine, ...]
    clarifications: tuple[ClarificationLine, ...]
    prepared: PreparedLine | None


def review_papers(concept: int, today: date) -> ReviewPapers:
    """Return what was written at the review of the concept; four queries.

    ``concept`` is the number of its entry. Persons are called as their appointments
    call them, a file's acts by what the journal has.
    """
    opinions = list(Opinion.objects.filter(concept_id=concept).order_by("entry"))
    clarifications = _clarifications(concept)
    prepared = PreparedConclusion.objects.filter(concept_id=concept).first()
    persons = {prepared.by, prepared.agreed_by} if prepared else set()
    names = _names(persons, (*opinions, *clarifications))
    return ReviewPapers(
        tuple(_opinion_line(opinion, names, today) for opinion in opinions),
        tuple(_clarification_line(asked, names, today) for asked in clarifications),
        _prepared_line(prepared, names) if prepared else None,
    )


def clarifications_of(concept: int, today: date) -> tuple[ClarificationLine, ...]:
    """Return what a body may see of the review of its concept; two queries."""
    asked = _clarifications(concept)
    names = _names((), asked)
    return tuple(_clarification_line(question, names, today) for question in asked)


def _clarifications(concept: int) -> list[Clarification]:
    return list(Clarification.objects.filter(concept_id=concept).order_by("entry"))


def _names(
    persons: Iterable[str], questions: Iterable[Opinion | Clarification]
) -> Mapping[str, str]:
    """Return what each person is called; who holds no appointment goes by the code."""
    codes = {
        *persons,
        *(code for asked in questions for code in (asked.by, asked.answered_by)),
    }
    appointed = Appointment.objects.filter(person__in=codes).order_by("entry")
    return {code: code for code in codes} | dict(
        appointed.values_list("person", "name")
    )


def _asked(
    asked: Opinion | Clarification, names: Mapping[str, str], today: date
) -> dict[str, Any]:
    """Return what the lines of both kinds of questions say."""
    until = asked.answered_on or today
    return {
        "entry": asked.entry,
        "asked_on": asked.on,
        "asked_by": names[asked.by],
        "answer_by": asked.answer_by,
        "answer_entry": asked.answer_entry,
        "answered_on": asked.answered_on,
        "answered_by": names[asked.answered_by],
        "days": (until - asked.on).days,
        "overdue": max(0, (until - asked.answer_by).days),
    }


def _opinion_line(asked: Opinion, names: Mapping[str, str], today: date) -> OpinionLine:
    return OpinionLine(
        **_asked(asked, names, today),
        department=asked.department,
        question=asked.question,
        favourable=asked.favourable,
        opinion=asked.opinion,
    )


def _clarification_line(
    asked: Clarification, names: Mapping[str, str], today: date
) -> ClarificationLine:
    return ClarificationLine(
        **_asked(asked, names, today),
        question=Text(asked.question_kk, asked.question_ru),
        answer=Text(asked.answer_kk, asked.answer_ru),
        document=asked.document,
    )


def _prepared_line(
    prepared: PreparedConclusion, names: Mapping[str, str]
) -> PreparedLine:
    return PreparedLine(
        entry=prepared.entry,
        expedient=prepared.expedient,
        reasons=Text(prepared.reasons_kk, prepared.reasons_ru),
        prepared_on=prepared.on,
        prepared_by=names[prepared.by],
        agreement_entry=prepared.agreement_entry,
        agreed_on=prepared.agreed_on,
        agreed_by=names[prepared.agreed_by],
    )
