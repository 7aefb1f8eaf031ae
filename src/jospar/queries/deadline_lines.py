"""The deadlines of a cycle with the work that was done for each, day by day."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from jospar.procedure.days import calendar_of
from jospar.records.models import Distribution, LetterOfNone
from jospar.records.snapshots.plans import plan_id
from jospar.rules.core.calendar import Calendar
from jospar.rules.core.deadlines import Deadline, in_time
from jospar.rules.core.nouns import Language, PlanKind
from jospar.rules.core.ruleset import Ruleset

from .cycle import BodyAnswer, ConceptOutcome, ConceptStage
from .plans import DeadlineMet, cycle_deadlines, recipients_needed


class DeadlineState(StrEnum):
    """How a deadline stands on a day; ``idle`` means that there was nothing to do."""

    MET = "met"
    LATE = "late"
    OVERDUE = "overdue"
    DUE = "due"
    AHEAD = "ahead"
    IDLE = "idle"


@dataclass(frozen=True, slots=True)
class WorkDay:
    """How many acts were done for a deadline on a day, in time and late."""

    on: date
    in_time: int
    late: int


@dataclass(frozen=True, slots=True)
class DayOff:
    """A day off that a deadline skips, and why it is off, by language."""

    on: date
    reason: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class DeadlineLine:
    """A deadline as the year line and the table show it.

    ``done`` of ``needed`` acts were done, in time or not. ``gist`` says in each
    language what must be done; ``readings`` how its open words are read.
    """

    deadline: Deadline
    paragraph: str | None
    plan: PlanKind | None
    gist: Mapping[str, str]
    readings: tuple[Mapping[str, str], ...]
    days_off: tuple[DayOff, ...]
    met_on: date | None
    days_late: int | None
    done: int
    needed: int
    work: tuple[WorkDay, ...]
    state: DeadlineState


Days = list[tuple[date, bool]]
"""Days on which an act was done, each with whether it came in time."""


def deadline_lines(
    ruleset: Ruleset,
    year: int,
    concepts: list[ConceptOutcome],
    answers: list[BodyAnswer],
    today: date,
) -> tuple[DeadlineLine, ...]:
    """Return the deadlines in the order of the Rules, then of the plans.

    The number of queries hangs on nothing but which plans were drafted and agreed.
    """
    calendar = calendar_of(year)
    lines = []
    for met in cycle_deadlines(ruleset, year, concepts, answers):
        if met.deadline.provision == "concepts.deadline":
            days = _answer_days(met.deadline, year, concepts)
            answering = [body for body in answers if body.must_answer]
            done = sum(body.first_on is not None for body in answering)
            needed = len(answering)
        elif met.deadline.provision == "conclusions.deadline":
            days, needed = _review_days(ruleset, met.deadline, concepts)
            done = len(days)
        elif met.deadline.provision == "distribution.deadline" and met.plan:
            days, needed = _distribution_days(ruleset, met.deadline, year, met.plan)
            done = len(days)
        else:
            days = [(met.met_on, met.days_late == 0)] if met.met_on else []
            done, needed = len(days), 1
        lines.append(_line(ruleset, calendar, met, days, (done, needed), today))
    order = list(ruleset.deadlines)
    return tuple(sorted(lines, key=lambda line: order.index(line.deadline.provision)))


def line_of(
    ruleset: Ruleset, calendar: Calendar, met: DeadlineMet, today: date
) -> DeadlineLine:
    """Return the line of a deadline that is met by one act."""
    days = [(met.met_on, met.days_late == 0)] if met.met_on else []
    return _line(ruleset, calendar, met, days, (len(days), 1), today)


def state_on(
    deadline: Deadline, days_late: int | None, needed: int, today: date
) -> DeadlineState:
    """Return how the deadline stands on ``today``."""
    if days_late is not None:
        return DeadlineState.LATE if days_late else DeadlineState.MET
    if needed == 0:
        return DeadlineState.IDLE
    if today > deadline.late_after:
        return DeadlineState.OVERDUE
    return DeadlineState.AHEAD if today < deadline.due else DeadlineState.DUE


def _line(
    ruleset: Ruleset,
    calendar: Calendar,
    met: DeadlineMet,
    days: Days,
    progress: tuple[int, int],
    today: date,
) -> DeadlineLine:
    deadline = met.deadline
    done, needed = progress
    provision = ruleset.provisions[deadline.provision]
    return DeadlineLine(
        deadline=deadline,
        paragraph=provision.paragraph,
        plan=met.plan,
        gist=provision.gist,
        readings=tuple(
            reading.text
            for reading in ruleset.readings.values()
            if reading.provision == deadline.provision
        ),
        days_off=tuple(
            DayOff(
                day,
                {
                    language.value: calendar.reason_text(reason, language)
                    for language in Language
                },
            )
            for day, reason in deadline.skipped
        ),
        met_on=met.met_on,
        days_late=met.days_late,
        done=done,
        needed=needed,
        work=_by_day(days),
        state=state_on(deadline, met.days_late, needed, today),
    )


def _by_day(days: Days) -> tuple[WorkDay, ...]:
    counts = Counter(days)
    return tuple(
        WorkDay(day, counts[day, True], counts[day, False])
        for day in sorted({day for day, _in_time in days})
    )


def _answer_days(
    deadline: Deadline, year: int, concepts: Iterable[ConceptOutcome]
) -> Days:
    """Return the days of the concepts and of the letters of none; one query."""
    letters = LetterOfNone.objects.filter(cycle_id=year)
    return [
        *((concept.received_on, concept.in_time) for concept in concepts),
        *(
            (day, in_time(deadline, moment))
            for moment, day in letters.values_list("received_at", "received_on")
        ),
    ]


def _review_days(
    ruleset: Ruleset, deadline: Deadline, concepts: Iterable[ConceptOutcome]
) -> tuple[Days, int]:
    """Return the days of the conclusions that were needed, and how many were."""
    sent = ruleset.reading("given") == "sent"
    needed = [
        concept.notified_on if sent else concept.concluded_on
        for concept in concepts
        if concept.in_time and concept.stage is not ConceptStage.WITHDRAWN
    ]
    days = [(day, day <= deadline.late_after) for day in needed if day is not None]
    return days, len(needed)


def _distribution_days(
    ruleset: Ruleset, deadline: Deadline, year: int, kind: PlanKind
) -> tuple[Days, int]:
    """Return the days on which needed recipients were sent the plan; two queries."""
    needed = recipients_needed(ruleset, year, kind)
    sent = Distribution.objects.filter(
        plan_id=plan_id(year, kind), recipient__in=needed
    )
    days = [
        (day, day <= deadline.late_after) for day in sent.values_list("on", flat=True)
    ]
    return days, len(needed)
