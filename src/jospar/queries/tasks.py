"""What there is to do in a cycle, found in its record: one finder for each task."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from jospar.rules.core.nouns import PlanKind, PlanStage
from jospar.rules.core.offices import OF_ONE_BODY

from . import amendment_tasks, carrying_tasks
from .amendment_tasks import (
    dossiers_at,
    to_acknowledge,
    to_amend,
    to_conclude,
    to_consent,
    to_make,
    to_send,
)
from .carrying_tasks import (
    names_unjudged,
    not_asked,
    not_reported,
    rows_overdue,
    to_report,
)
from .cycle import Answer, ConceptStage
from .cycle_record import RecordedConcept
from .dossiers import DossierStage
from .work import Find, Found, Work


class TaskKind(StrEnum):
    """Something that an office has to do."""

    ANSWER = "answer"
    CLARIFY = "clarify"
    COMPLETE = "complete"
    PROPOSE = "propose"
    PROPOSE_AGAIN = "propose_again"
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
    COMPLETE_DOSSIER = "complete_dossier"
    ASK_INSTRUCTION = "ask_instruction"
    CONCLUDE_DOSSIER = "conclude_dossier"
    INSTRUCT = "instruct"
    CONSENT = "consent"
    ADD_ROW = "add_row"
    AMEND = "amend"
    MAKE_REVISION = "make_revision"
    SEND_REVISION = "send_revision"
    ACKNOWLEDGE_REVISION = "acknowledge_revision"
    REPORT = "report"
    REPORT_QUARTER = "report_quarter"
    OVERDUE = "overdue"
    ASK_REPORT = "ask_report"
    NAMES = "names"


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


def _not_again(work: Work) -> Iterable[Found]:
    yield Found(tuple((one.row.entry, one.row.key) for one in work.again))


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


def _carrying_out(find: carrying_tasks.Find) -> Find:
    """Return what finds work on agreed rows, which the work's ``carried`` has."""

    def found(work: Work) -> Iterable[Found]:
        for one in find(work.actor, work.carried):
            yield Found(one.records, by=one.by)

    return found


def _amending(find: amendment_tasks.Find) -> Find:
    """Return what finds work on amendments, which stands in the cycle's record."""

    def found(work: Work) -> Iterable[Found]:
        for one in find(work.actor, work.record):
            yield Found(one.records, plan=one.plan, deadline=one.deadline)

    return found


FIND: Mapping[TaskKind, Find] = MappingProxyType(
    {
        TaskKind.ANSWER: _unanswered,
        TaskKind.CLARIFY: _asked(lambda work: work.clarifications),
        TaskKind.COMPLETE: _concepts(
            lambda _work, concept: not concept.outcome.complete
        ),
        TaskKind.PROPOSE: _requested,
        TaskKind.PROPOSE_AGAIN: _not_again,
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
        TaskKind.COMPLETE_DOSSIER: _amending(dossiers_at(DossierStage.INCOMPLETE)),
        TaskKind.ASK_INSTRUCTION: _amending(dossiers_at(DossierStage.CONCLUDED)),
        TaskKind.CONCLUDE_DOSSIER: _amending(to_conclude),
        TaskKind.INSTRUCT: _amending(dossiers_at(DossierStage.REQUESTED)),
        TaskKind.CONSENT: _amending(to_consent),
        TaskKind.ADD_ROW: _amending(dossiers_at(DossierStage.INSTRUCTED)),
        TaskKind.AMEND: _amending(to_amend),
        TaskKind.MAKE_REVISION: _amending(to_make),
        TaskKind.SEND_REVISION: _amending(to_send),
        TaskKind.ACKNOWLEDGE_REVISION: _amending(to_acknowledge),
        TaskKind.REPORT: _carrying_out(to_report),
        TaskKind.REPORT_QUARTER: _carrying_out(not_reported),
        TaskKind.OVERDUE: _carrying_out(rows_overdue),
        TaskKind.ASK_REPORT: _carrying_out(not_asked),
        TaskKind.NAMES: _carrying_out(names_unjudged),
    }
)
