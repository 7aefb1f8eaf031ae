"""Figures of the provisions that name a deadline."""

from datetime import date, timedelta

from jospar.rules.core.calendar import Calendar
from jospar.rules.core.deadlines import Deadline
from jospar.rules.core.ruleset import Ruleset

from .cycle import Answer, BodyAnswer, ConceptStage
from .cycle_record import CycleRecord, Happened, RecordedConcept
from .deadline_lines import DeadlineLine, DeadlineState
from .figures import Behind, Figure, FigureKind, Left, Light, standing
from .plan_papers import PlanPapers

SOON = 5
"""So many working days before a deadline what is not done yet turns amber."""

_LIGHTS = {
    DeadlineState.MET: Light.GREEN,
    DeadlineState.LATE: Light.RED,
    DeadlineState.OVERDUE: Light.RED,
    DeadlineState.DUE: Light.AMBER,
    DeadlineState.IDLE: Light.BLANK,
}


def lines_of(record: CycleRecord, provision: str) -> list[DeadlineLine]:
    """Return the deadlines of a provision: one, or one for each plan."""
    return [line for line in record.deadlines if line.deadline.provision == provision]


def answered(ruleset: Ruleset, record: CycleRecord) -> tuple[Figure, ...]:
    """Return how many bodies answered, and until when the others may."""
    filed = _filed(record)
    answering = [body for body in record.answers if body.must_answer]
    return tuple(
        _figure(
            FigureKind.ANSWERS,
            line,
            tuple(_answer(filed, line.deadline, body) for body in answering),
            record,
        )
        for line in lines_of(record, "concepts.deadline")
    )


def _filed(record: CycleRecord) -> dict[tuple[str, date | None], int]:
    """Return the first entry by which each body filed something on each day."""
    entries: dict[tuple[str, date | None], int] = {
        (letter.body, letter.received_on): letter.entry for letter in record.letters
    }
    for concept in record.concepts:
        for body in concept.outcome.proposers:
            filed = (body, concept.outcome.received_on)
            entries[filed] = min(concept.entry, entries.get(filed, concept.entry))
    return entries


def _answer(
    filed: dict[tuple[str, date | None], int], deadline: Deadline, body: BodyAnswer
) -> Behind:
    late = body.answer is Answer.LATE
    return Behind(
        standing(body.first_on is not None, late=late),
        entry=filed.get((body.code, body.first_on)),
        body=body.code,
        on=body.first_on,
        days_late=deadline.days_late(body.first_on) if body.first_on and late else 0,
    )


def concluded(ruleset: Ruleset, record: CycleRecord) -> tuple[Figure, ...]:
    """Return how many of the concepts that need a conclusion have one."""
    needed = [concept for concept in record.concepts if needs_conclusion(concept)]
    return tuple(
        _figure(
            FigureKind.CONCLUSIONS,
            line,
            tuple(_conclusion(ruleset, line.deadline, concept) for concept in needed),
            record,
        )
        for line in lines_of(record, "conclusions.deadline")
    )


def needs_conclusion(concept: RecordedConcept) -> bool:
    """Tell whether a conclusion is needed: it came in time and was not withdrawn."""
    outcome = concept.outcome
    return outcome.in_time and outcome.stage is not ConceptStage.WITHDRAWN


def given(ruleset: Ruleset, concept: RecordedConcept) -> Happened | None:
    """Return the act by which the conclusion was given, as the reading says."""
    sent = ruleset.reading("given") == "sent"
    return concept.notice if sent else concept.conclusion


def _conclusion(
    ruleset: Ruleset, deadline: Deadline, concept: RecordedConcept
) -> Behind:
    act = given(ruleset, concept)
    return Behind(
        standing(act is not None, late=act is not None and _late(deadline, act.on)),
        entry=act.entry if act else concept.entry,
        key=concept.outcome.key,
        title=concept.title,
        body=concept.outcome.proposers[0],
        on=act.on if act else None,
        days_late=deadline.days_late(act.on) if act else 0,
    )


def sent_to_commission(ruleset: Ruleset, record: CycleRecord) -> tuple[Figure, ...]:
    """Return which drafts went to the Commission; nothing while there is none."""
    return _sendings(record, "commission.deadline", FigureKind.TO_COMMISSION)


def sent_to_president(ruleset: Ruleset, record: CycleRecord) -> tuple[Figure, ...]:
    """Return which plans went to the President; nothing while there is no draft."""
    return _sendings(record, "president.deadline", FigureKind.TO_PRESIDENT)


def _sendings(
    record: CycleRecord, provision: str, kind: FigureKind
) -> tuple[Figure, ...]:
    plans = {plan.kind: plan for plan in record.plans}
    return tuple(
        _figure(kind, line, (_sending(plans[line.plan], kind, line.deadline),), record)
        for line in lines_of(record, provision)
        if line.plan is not None
    ) or (Figure(FigureKind.NO_DRAFT, Light.BLANK),)


def _sending(plan: PlanPapers, kind: FigureKind, deadline: Deadline) -> Behind:
    commission = kind is FigureKind.TO_COMMISSION
    papers = plan.to_commission if commission else plan.to_president
    first = min(papers, key=lambda paper: paper.on, default=None)
    return Behind(
        standing(first is not None, late=bool(first and _late(deadline, first.on))),
        entry=first.entry if first else None,
        key=first.number if first else "",
        on=first.on if first else None,
        days_late=deadline.days_late(first.on) if first else 0,
        plan=plan.kind,
    )


def sent_out(ruleset: Ruleset, record: CycleRecord) -> tuple[Figure, ...]:
    """Return how many recipients were sent each agreed plan."""
    plans = {plan.kind: plan for plan in record.plans}
    return tuple(
        _figure(
            FigureKind.SENT, line, sent_items(plans[line.plan], line.deadline), record
        )
        for line in lines_of(record, "distribution.deadline")
        if line.plan is not None
    ) or (Figure(FigureKind.NOT_AGREED, Light.BLANK),)


def sent_items(plan: PlanPapers, deadline: Deadline | None) -> tuple[Behind, ...]:
    """Return each recipient that must be sent the plan, and when it was."""
    sent = {sent.recipient: sent for sent in plan.sent}

    def item(recipient: str) -> Behind:
        found = sent.get(recipient)
        late = deadline.days_late(found.on) if found and deadline else 0
        return Behind(
            standing(found is not None, late=late > 0),
            entry=found.entry if found else None,
            body=recipient,
            on=found.on if found else None,
            days_late=late,
            plan=plan.kind,
        )

    return tuple(map(item, plan.recipients))


def _figure(
    kind: FigureKind,
    line: DeadlineLine,
    behind: tuple[Behind, ...],
    record: CycleRecord,
) -> Figure:
    left = _left(line.deadline, record) if line.met_on is None and behind else None
    return Figure(
        kind=kind,
        light=_light(line, record),
        behind=behind,
        plan=line.plan,
        left=left,
        days_late=line.days_late or 0,
        met_on=line.met_on,
    )


def _light(line: DeadlineLine, record: CycleRecord) -> Light:
    if line.state is not DeadlineState.AHEAD:
        return _LIGHTS[line.state]
    due = line.deadline.due
    soon = working_days(record.calendar, record.today, due) <= SOON
    return Light.AMBER if soon else Light.GREEN


def _left(deadline: Deadline, record: CycleRecord) -> Left:
    """Return the days until the due day, after it until the outer, then those since."""
    today, last = record.today, deadline.late_after
    if today > last:
        return Left((today - last).days, working=False, over=True)
    until = deadline.due if today <= deadline.due else last
    if deadline.working_days:
        return Left(
            working_days(record.calendar, today, until), working=True, over=False
        )
    return Left((until - today).days, working=False, over=False)


def working_days(calendar: Calendar, today: date, last: date) -> int:
    """Return how many working days lie after ``today`` up to ``last``, which counts."""
    days = (today + timedelta(days=n) for n in range(1, (last - today).days + 1))
    return sum(calendar.is_working(day) for day in days)


def _late(deadline: Deadline, day: date) -> bool:
    return deadline.days_late(day) > 0
