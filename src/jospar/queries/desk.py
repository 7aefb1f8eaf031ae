"""The desk: what an office can or must do now, what it waits for, what was missed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from jospar.rules.core.calendar import Calendar
from jospar.rules.core.deadlines import Deadline
from jospar.rules.core.nouns import PlanKind
from jospar.rules.core.offices import Actor, Office, Sight, sees

from .cycle import Answer
from .cycle_record import CycleRecord, RecordedConcept, RecordedLetter
from .deadline_lines import DeadlineLine, DeadlineState, state_on
from .tasks import FIND, TaskKind
from .work import Found, Work, work_of


class Urgency(StrEnum):
    """How a task stands on the day: late, due now, or with time left."""

    LATE = "late"
    DUE = "due"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Task:
    """A task: ``count`` things, due on a day of ``deadline`` or on ``by`` alone.

    ``working_days`` are those left until the last of its days, from today on; they are
    empty without a day. ``records`` are the first few things, by entry and key.
    """

    kind: TaskKind
    count: int
    provision: str
    deadline: Deadline | None
    by: date | None
    urgency: Urgency
    working_days: int | None
    plan: PlanKind | None
    records: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Desk:
    """What stands on the desk of an office.

    ``waits`` are tasks of others that the office's own work waits for. ``position`` is
    how the actor's body answered in the cycle, ``own`` and ``letters`` are what it
    filed; they are empty for other offices. ``lines`` are the deadlines of the cycle,
    with the work of others only where the office sees figures.
    """

    tasks: tuple[Task, ...]
    waits: tuple[Task, ...]
    position: Answer | None
    own: tuple[RecordedConcept, ...]
    letters: tuple[RecordedLetter, ...]
    lines: tuple[DeadlineLine, ...]


_SHOWN = 5
"""How many things a task names; the others are on the page that it leads to."""


def desk(actor: Actor, record: CycleRecord) -> Desk:
    """Return the desk of the actor's office in the cycle.

    Six queries; a body officer's and the controller's also ask for agreed rows, and
    who sends out revisions asks once more where one was made.
    """
    work = work_of(actor, record)
    tasks = _tasks(work, DOES.get(actor.office, ()))
    waits = _tasks(work, WAITS.get(actor.office, ()))
    whole = sees(actor.office, Sight.FIGURES)
    lines = record.deadlines if whole else _days_alone(record)
    if actor.office is not Office.BODY_OFFICER:
        return Desk(tasks, waits, None, (), (), lines)
    position = next(
        (body.answer for body in record.answers if body.code == actor.body), None
    )
    letters = tuple(one for one in record.letters if one.body == actor.body)
    # A conclusion that was not sent is not known to be missing either.
    waits = tuple(task for task in waits if task.urgency is not Urgency.LATE)
    return Desk(tasks, waits, position, work.concepts, letters, lines)


def _days_alone(record: CycleRecord) -> tuple[DeadlineLine, ...]:
    """Return the deadlines of the cycle by their days, without the work of others."""
    return tuple(
        replace(
            line,
            met_on=None,
            days_late=None,
            done=0,
            needed=0,
            work=(),
            state=(
                DeadlineState.IDLE
                if record.today > line.deadline.late_after
                else state_on(line.deadline, None, 1, record.today)
            ),
        )
        for line in record.deadlines
        if line.plan is None
    )


def _tasks(work: Work, kinds: Iterable[TaskKind]) -> tuple[Task, ...]:
    """Return the tasks of those kinds, the most urgent first."""
    tasks = [
        _task(kind, found, work)
        for kind in kinds
        for found in FIND[kind](work)
        if found.records
    ]
    order = list(Urgency)
    last = date.max
    return tuple(
        sorted(tasks, key=lambda task: (order.index(task.urgency), task.by or last))
    )


def _task(kind: TaskKind, found: Found, work: Work) -> Task:
    provision = _PROVISIONS[kind]
    deadline = found.deadline or _deadline(work.record, provision, found.plan)
    by = found.by or (deadline.due if deadline else None)
    last = found.by or (deadline.late_after if deadline else None)
    return Task(
        kind=kind,
        count=len(found.records),
        provision=provision,
        deadline=None if found.by else deadline,
        by=by,
        urgency=_urgency(work.record.today, by, last),
        working_days=_working_days(work.record.calendar, work.record.today, last),
        plan=found.plan,
        records=found.records[:_SHOWN],
    )


def _deadline(
    record: CycleRecord, provision: str, plan: PlanKind | None
) -> Deadline | None:
    for line in record.deadlines:
        if line.deadline.provision == provision and plan in {line.plan, None}:
            return line.deadline
    return None


def _urgency(today: date, by: date | None, last: date | None) -> Urgency:
    if by is None or last is None or today < by:
        return Urgency.OPEN
    return Urgency.LATE if today > last else Urgency.DUE


def _working_days(calendar: Calendar, today: date, last: date | None) -> int | None:
    """Return how many working days are left after today, the last one included."""
    if last is None or last < today or not calendar.is_known(last.year):
        return None
    days = (last - today).days
    return sum(
        calendar.is_working(date.fromordinal(today.toordinal() + step))
        for step in range(1, days + 1)
    )


_PROVISIONS: Mapping[TaskKind, str] = MappingProxyType(
    {
        TaskKind.ANSWER: "concepts.deadline",
        TaskKind.CLARIFY: "review.clarifications",
        TaskKind.COMPLETE: "concepts.languages",
        TaskKind.PROPOSE: "agreements.considered",
        TaskKind.ACKNOWLEDGE: "distribution.acknowledgement",
        TaskKind.REGISTER: "record.numbers",
        TaskKind.RETURN: "concepts.late",
        TaskKind.REMIND: "concepts.deadline",
        TaskKind.OPINE: "review.opinions",
        TaskKind.REVIEW: "conclusions.deadline",
        TaskKind.AGREE: "conclusions.deadline",
        TaskKind.SIGN: "conclusions.deadline",
        TaskKind.NOTIFY: "conclusions.notice",
        TaskKind.PLACE: "placement.term",
        TaskKind.CONSIDER: "agreements.considered",
        TaskKind.ANSWER_REMARK: "commission.remarks",
        TaskKind.SEND_COMMISSION: "commission.deadline",
        TaskKind.SEND_PRESIDENT: "president.deadline",
        TaskKind.DECIDE: "commission.decision",
        TaskKind.REPLY: "president.agreement",
        TaskKind.DISTRIBUTE: "distribution.deadline",
        TaskKind.COMPLETE_DOSSIER: "amendments.grounds",
        TaskKind.ASK_INSTRUCTION: "amendments.instruction",
        TaskKind.CONCLUDE_DOSSIER: "amendments.conclusion",
        TaskKind.INSTRUCT: "amendments.instruction",
        TaskKind.CONSENT: "amendments.decision",
        TaskKind.ADD_ROW: "amendments.revision",
        TaskKind.AMEND: "amendments.revision",
        TaskKind.MAKE_REVISION: "amendments.revision",
        TaskKind.SEND_REVISION: "amendments.sending",
        TaskKind.REPORT: "control.requests",
        TaskKind.REPORT_QUARTER: "control.requests",
        TaskKind.OVERDUE: "control.general",
        TaskKind.ASK_REPORT: "control.requests",
    }
)
"""What each task stands on; a deadline of that name is the task's."""
DOES: Mapping[Office, tuple[TaskKind, ...]] = MappingProxyType(
    {
        Office.BODY_OFFICER: (
            TaskKind.ANSWER,
            TaskKind.CLARIFY,
            TaskKind.COMPLETE,
            TaskKind.PROPOSE,
            TaskKind.ACKNOWLEDGE,
            TaskKind.REPORT,
            TaskKind.REPORT_QUARTER,
            TaskKind.OVERDUE,
            TaskKind.COMPLETE_DOSSIER,
            TaskKind.ASK_INSTRUCTION,
        ),
        Office.REGISTRAR: (
            TaskKind.RETURN,
            TaskKind.NOTIFY,
            TaskKind.DISTRIBUTE,
            TaskKind.REGISTER,
            TaskKind.REMIND,
            TaskKind.INSTRUCT,
            TaskKind.CONSENT,
            TaskKind.SEND_REVISION,
        ),
        Office.REVIEWER: (TaskKind.REVIEW, TaskKind.AGREE, TaskKind.OPINE),
        Office.HEAD: (
            TaskKind.SIGN,
            TaskKind.AGREE,
            TaskKind.SEND_COMMISSION,
            TaskKind.SEND_PRESIDENT,
            TaskKind.RETURN,
            TaskKind.REMIND,
            TaskKind.CONCLUDE_DOSSIER,
            TaskKind.MAKE_REVISION,
            TaskKind.SEND_REVISION,
        ),
        Office.PLANNER: (
            TaskKind.PLACE,
            TaskKind.CONSIDER,
            TaskKind.ANSWER_REMARK,
            TaskKind.ADD_ROW,
            TaskKind.AMEND,
            TaskKind.MAKE_REVISION,
        ),
        Office.CONTROLLER: (TaskKind.OVERDUE, TaskKind.ASK_REPORT),
        Office.COMMISSION_SECRETARY: (TaskKind.DECIDE,),
        Office.ADMINISTRATION_OFFICER: (
            TaskKind.REPLY,
            TaskKind.INSTRUCT,
            TaskKind.CONSENT,
        ),
        Office.RECIPIENT: (TaskKind.ACKNOWLEDGE,),
    }
)
"""What an office has to do."""
WAITS: Mapping[Office, tuple[TaskKind, ...]] = MappingProxyType(
    {
        Office.BODY_OFFICER: (
            TaskKind.REVIEW,
            TaskKind.CONCLUDE_DOSSIER,
        ),
        Office.REGISTRAR: (TaskKind.SIGN,),
        Office.REVIEWER: (
            TaskKind.CLARIFY,
            TaskKind.SIGN,
            TaskKind.CONCLUDE_DOSSIER,
        ),
        Office.HEAD: (
            TaskKind.REVIEW,
            TaskKind.CLARIFY,
            TaskKind.DECIDE,
            TaskKind.REPLY,
            TaskKind.CONSENT,
        ),
        Office.COMMISSION_SECRETARY: (TaskKind.CONSENT,),
        Office.PLANNER: (
            TaskKind.REVIEW,
            TaskKind.SIGN,
            TaskKind.DECIDE,
            TaskKind.REPLY,
            TaskKind.CONCLUDE_DOSSIER,
            TaskKind.CONSENT,
        ),
    }
)
"""What an office waits for, done by others."""
