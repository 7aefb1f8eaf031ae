"""The desk: what an office can or must do now, what it waits for, what was missed."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from jospar.records.rulesets import ruleset_of
from jospar.rules.core.deadlines import Deadline
from jospar.rules.core.nouns import PlanKind
from jospar.rules.core.offices import Actor, Office, Sight, sees

from .carrying_tasks import Carried
from .cycle import Answer
from .cycle_record import CycleRecord, RecordedConcept, RecordedLetter, cycle_record
from .days_left import day_to_meet, working_days_left
from .deadline_lines import DeadlineLine, DeadlineState, state_on
from .desk_tasks import DOES, OF_PLANS_IN_FORCE, PROVISIONS, WAITS
from .tasks import FIND, TaskKind
from .work import Found, Work, work_of
from .years import cycle_years


class Urgency(StrEnum):
    """How a task stands on the day: late, due now, or with time left."""

    LATE = "late"
    DUE = "due"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Task:
    """A task: ``count`` things, due ``by`` a day, which may be one of ``deadline``.

    ``working_days`` are those left until then, from today on; they are empty without a
    day. ``records`` are the first few things, by entry and key.
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


def tasks_before(actor: Actor, year: int, today: date) -> tuple[int, int] | None:
    """Return the cycle before that of ``year``, and how many tasks wait in it alone.

    Its plans are amended and acknowledged while the next ones are made, so that the
    later desk must tell of them. None where nothing waits.
    """
    before = next((one for one in cycle_years() if one < year), None)
    ruleset = None if before is None else ruleset_of(before)
    if before is None or ruleset is None:
        return None
    kinds = (
        kind for kind in DOES.get(actor.office, ()) if kind not in OF_PLANS_IN_FORCE
    )
    record = cycle_record(ruleset, before, today)
    tasks = _tasks(work_of(actor, record, Carried(today)), kinds)
    return (before, len(tasks)) if tasks else None


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
    provision = PROVISIONS[kind]
    deadline = found.deadline or _deadline(work.record, provision, found.plan)
    today = work.record.today
    first = found.by or (deadline.due if deadline else None)
    last = found.by or (deadline.late_after if deadline else None)
    by = day_to_meet(first, last, today) if first and last else None
    return Task(
        kind=kind,
        count=len(found.records),
        provision=provision,
        deadline=None if found.by else deadline,
        by=by,
        urgency=_urgency(today, first, last),
        working_days=working_days_left(work.record.calendar, today, by),
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
