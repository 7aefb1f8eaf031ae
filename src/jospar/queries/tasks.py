"""What there is to do in a cycle, found in its record: one finder for each task."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from jospar.records.models import (
    Clarification,
    Opinion,
    PreparedConclusion,
    Registration,
    Remark,
    RequestForConcept,
)
from jospar.rules.core.nouns import PlanKind, PlanStage
from jospar.rules.core.offices import OF_ONE_BODY, Actor

from .cycle import Answer, ConceptStage
from .cycle_record import CycleRecord, RecordedConcept


class TaskKind(StrEnum):
    """Something that an office has to do."""

    ANSWER = "answer"
    CLARIFY = "clarify"
    COMPLETE = "complete"
    PROPOSE = "propose"
    ACKNOWLEDGE = "acknowledge"
    REGISTER = "register"
    RETURN = "return"
    REMIND = "remind"
    OPINE = "opine"
    REVIEW = "review"
    AGREE = "agree"
    SIGN = "sign"
    NOTIFY = "notify"
    PLACE = "place"
    CONSIDER = "consider"
    ANSWER_REMARK = "answer_remark"
    SEND_COMMISSION = "send_commission"
    SEND_PRESIDENT = "send_president"
    DECIDE = "decide"
    REPLY = "reply"
    DISTRIBUTE = "distribute"


@dataclass(frozen=True, slots=True)
class Found:
    """Things that make a task: their entries and keys, and the day if it is theirs."""

    records: tuple[tuple[int, str], ...]
    by: date | None = None
    plan: PlanKind | None = None


@dataclass(frozen=True, slots=True)
class Work:
    """What tasks are found in: the record, and the questions that are open.

    ``concepts`` are the body's own for an office of one body, else all.
    """

    actor: Actor
    record: CycleRecord
    concepts: tuple[RecordedConcept, ...]
    prepared: Mapping[int, bool]
    opinions: tuple[tuple[int, date], ...]
    clarifications: tuple[tuple[int, date], ...]
    registered: frozenset[int]
    remarks: tuple[tuple[int, PlanKind], ...]
    requests: tuple[tuple[int, str, date, date], ...]


Find = Callable[[Work], Iterable[Found]]


def work_of(actor: Actor, record: CycleRecord) -> Work:
    """Return what the actor's tasks are found in; six queries."""
    year, of_year = record.year, {"concept__cycle_id": record.year}
    own = actor.office in OF_ONE_BODY
    asked = Clarification.objects.filter(**of_year, answer_entry=None)
    opinions = Opinion.objects.filter(**of_year, answer_entry=None)
    prepared = PreparedConclusion.objects.filter(**of_year)
    remarks = Remark.objects.filter(plan__cycle_id=year, answered_on=None)
    requests = RequestForConcept.objects.filter(occasion__cycle_id=year)
    return Work(
        actor=actor,
        record=record,
        concepts=tuple(
            concept
            for concept in record.concepts
            if not own or actor.body in concept.outcome.proposers
        ),
        prepared={
            concept: agreed_on is not None
            for concept, agreed_on in prepared.values_list("concept_id", "agreed_on")
        },
        opinions=tuple(opinions.values_list("concept_id", "answer_by")),
        clarifications=tuple(asked.values_list("concept_id", "answer_by")),
        registered=frozenset(
            Registration.objects.filter(cycle_id=year).values_list("paper", flat=True)
        ),
        remarks=tuple(
            (entry, PlanKind(kind))
            for entry, kind in remarks.values_list("entry", "plan__kind")
        ),
        requests=tuple(requests.values_list("entry", "body", "on", "answer_by")),
    )


def _of(concepts: Iterable[RecordedConcept]) -> tuple[tuple[int, str], ...]:
    return tuple((concept.entry, concept.outcome.key) for concept in concepts)


def _concepts(holds: Callable[[Work, RecordedConcept], bool]) -> Find:
    """Return what finds the concepts that stand and of which ``holds`` is true."""

    def find(work: Work) -> Iterable[Found]:
        standing = (concept for concept in work.concepts if concept.stands)
        yield Found(_of(concept for concept in standing if holds(work, concept)))

    return find


def _to_conclude(concept: RecordedConcept) -> bool:
    outcome = concept.outcome
    return outcome.in_time and outcome.complete and concept.conclusion is None


def _to_review(work: Work, concept: RecordedConcept) -> bool:
    """Tell whether the conclusion is still to be prepared.

    Its body knows nothing of that: for it the conclusion is there when it was sent.
    """
    if work.actor.office in OF_ONE_BODY:
        outcome = concept.outcome
        return outcome.in_time and outcome.complete and concept.notice is None
    return _to_conclude(concept) and concept.entry not in work.prepared


def _unanswered(work: Work) -> Iterable[Found]:
    position = [body for body in work.record.answers if body.code == work.actor.body]
    if any(body.answer is Answer.SILENT and body.must_answer for body in position):
        yield Found(((0, work.actor.body),))


def _asked(of: Callable[[Work], tuple[tuple[int, date], ...]]) -> Find:
    """Return what finds the concepts on which questions are open, day by day."""

    def find(work: Work) -> Iterable[Found]:
        keys = dict(_of(work.concepts))
        for day in sorted({day for _concept, day in of(work)}):
            asked = (concept for concept, by in of(work) if by == day)
            records = tuple((entry, keys[entry]) for entry in asked if entry in keys)
            yield Found(records, by=day)

    return find


def _requested(work: Work) -> Iterable[Found]:
    own = [
        concept.outcome.received_on
        for concept in work.concepts
        if work.actor.body in concept.outcome.proposers
    ]
    for entry, body, on, answer_by in work.requests:
        if body == work.actor.body and not any(day >= on for day in own):
            yield Found(((entry, ""),), by=answer_by)


def _plans(stage: PlanStage) -> Find:
    """Return what finds the plans that stand at ``stage`` and hold something."""

    def find(work: Work) -> Iterable[Found]:
        drafted = {concept.plan for concept in work.concepts}
        for plan in work.record.plans:
            if plan.stage is stage and plan.kind in drafted:
                yield Found(((0, plan.kind.value),), plan=plan.kind)

    return find


def _unsent(work: Work) -> Iterable[Found]:
    for plan in work.record.plans:
        sent = {one.recipient for one in plan.sent}
        missing = (code for code in plan.recipients if code not in sent)
        yield Found(tuple((0, code) for code in missing), plan=plan.kind)


def _unacknowledged(work: Work) -> Iterable[Found]:
    for plan in work.record.plans:
        for one in plan.sent:
            if one.recipient == work.actor.body and one.acknowledged_on is None:
                yield Found(((one.entry, one.recipient),), plan=plan.kind)


def _unregistered(work: Work) -> Iterable[Found]:
    papers = [*_of(work.concepts)]
    papers += ((letter.entry, letter.document) for letter in work.record.letters)
    yield Found(tuple(paper for paper in papers if paper[0] not in work.registered))


def _silent(work: Work) -> Iterable[Found]:
    yield Found(
        tuple(
            (0, body.code)
            for body in work.record.answers
            if body.must_answer and body.answer is Answer.SILENT
        )
    )


def _unconsidered(work: Work) -> Iterable[Found]:
    yield Found(
        tuple(
            (occasion.entry, occasion.key)
            for occasion in work.record.occasions
            if not occasion.linked and not occasion.considered
        )
    )


def _unanswered_remarks(work: Work) -> Iterable[Found]:
    for kind in PlanKind:
        remarks = (entry for entry, plan in work.remarks if plan is kind)
        yield Found(tuple((entry, "") for entry in remarks), plan=kind)


FIND: Mapping[TaskKind, Find] = MappingProxyType(
    {
        TaskKind.ANSWER: _unanswered,
        TaskKind.CLARIFY: _asked(lambda work: work.clarifications),
        TaskKind.COMPLETE: _concepts(
            lambda _work, concept: not concept.outcome.complete
        ),
        TaskKind.PROPOSE: _requested,
        TaskKind.ACKNOWLEDGE: _unacknowledged,
        TaskKind.REGISTER: _unregistered,
        TaskKind.RETURN: _concepts(lambda _work, concept: not concept.outcome.in_time),
        TaskKind.REMIND: _silent,
        TaskKind.OPINE: _asked(lambda work: work.opinions),
        TaskKind.REVIEW: _concepts(_to_review),
        TaskKind.AGREE: _concepts(
            lambda work, concept: (
                _to_conclude(concept) and work.prepared.get(concept.entry) is False
            )
        ),
        TaskKind.SIGN: _concepts(
            lambda work, concept: (
                _to_conclude(concept) and work.prepared.get(concept.entry) is True
            )
        ),
        TaskKind.NOTIFY: _concepts(
            lambda _work, concept: (
                concept.conclusion is not None and concept.notice is None
            )
        ),
        TaskKind.PLACE: _concepts(
            lambda _work, concept: (
                concept.expedient is True
                and concept.row is None
                and concept.outcome.stage is not ConceptStage.EXCLUDED
            )
        ),
        TaskKind.CONSIDER: _unconsidered,
        TaskKind.ANSWER_REMARK: _unanswered_remarks,
        TaskKind.SEND_COMMISSION: _plans(PlanStage.DRAFT),
        TaskKind.SEND_PRESIDENT: _plans(PlanStage.APPROVED),
        TaskKind.DECIDE: _plans(PlanStage.BEFORE_COMMISSION),
        TaskKind.REPLY: _plans(PlanStage.BEFORE_PRESIDENT),
        TaskKind.DISTRIBUTE: _unsent,
    }
)
