"""What an office's tasks are found in: the record of a cycle, and open questions."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from jospar.records.models import (
    Clarification,
    Opinion,
    PreparedConclusion,
    Registration,
    Remark,
    RequestForConcept,
)
from jospar.records.rulesets import ruleset_of
from jospar.rules.core.deadlines import Deadline
from jospar.rules.core.nouns import PlanKind
from jospar.rules.core.offices import OF_ONE_BODY, Actor, Office

from .carrying_tasks import Carried, carried_of
from .cycle_record import CycleRecord, RecordedConcept
from .next_cycle import RowAgain, rows_again


@dataclass(frozen=True, slots=True)
class Found:
    """Things that make a task: their entries and keys, and the day if it is theirs.

    ``deadline`` is their own where it is not one of the cycle's.
    """

    records: tuple[tuple[int, str], ...]
    by: date | None = None
    plan: PlanKind | None = None
    deadline: Deadline | None = None


@dataclass(frozen=True, slots=True)
class Work:
    """What tasks are found in: the record, and the questions that are open.

    ``concepts`` are the body's own for an office of one body, else all. ``carried`` is
    what the office has work with in the plans in force, ``again`` what a body may
    still propose again in time.
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
    carried: Carried
    again: tuple[RowAgain, ...]


Find = Callable[[Work], Iterable[Found]]


def work_of(actor: Actor, record: CycleRecord, carried: Carried | None = None) -> Work:
    """Return what the actor's tasks are found in; agreed rows are read if not given.

    Six queries, and as many for every office that has work with agreed rows; a body
    that may still answer is also asked about those of earlier plans.
    """
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
        carried=carried_of(actor, record.today) if carried is None else carried,
        again=_again(actor, record),
    )


def _again(actor: Actor, record: CycleRecord) -> tuple[RowAgain, ...]:
    """Return the rows that the body has not proposed again; none after the deadline."""
    deadline = next(
        line.deadline.late_after
        for line in record.deadlines
        if line.deadline.provision == "concepts.deadline"
    )
    if actor.office is not Office.BODY_OFFICER or record.today > deadline:
        return ()
    if (ruleset := ruleset_of(record.year)) is None:
        return ()
    rows = rows_again(actor, ruleset, record.year, record.today, actor.body)
    return tuple(one for one in rows if not one.proposed)
