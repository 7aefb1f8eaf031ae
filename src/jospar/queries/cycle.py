"""What became of a cycle: its bodies, concepts and deadlines, computed when asked."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from jospar.procedure.days import calendar_of
from jospar.records.models import (
    Concept,
    LetterOfNone,
    ListedBody,
    Proposer,
    RowDecision,
)
from jospar.rules.core.deadlines import Deadline, came_in_time, deadline_in, in_time
from jospar.rules.core.nouns import PlanKind
from jospar.rules.core.ruleset import Ruleset


class Answer(StrEnum):
    """How a body answered in a cycle."""

    SUBMITTED = "submitted"
    NONE = "none"
    LATE = "late"
    SILENT = "silent"


class ConceptStage(StrEnum):
    """What became of a concept."""

    WITHDRAWN = "withdrawn"
    RETURNED = "returned"
    NOT_EXPEDIENT = "not_expedient"
    PLACED = "placed"
    EXCLUDED = "excluded"
    RECEIVED = "received"


@dataclass(frozen=True, slots=True)
class ConceptOutcome:
    """What became of a concept; ``plan`` is given while it is placed."""

    key: str
    in_time: bool
    complete: bool
    stage: ConceptStage
    plan: PlanKind | None
    proposers: tuple[str, ...]
    received_on: date
    concluded_on: date | None
    notified_on: date | None


@dataclass(frozen=True, slots=True)
class BodyAnswer:
    """How a body answered, and the day of its first answer."""

    code: str
    must_answer: bool
    answer: Answer
    first_on: date | None


OUTCOME = (
    "entry",
    "key",
    "received_at",
    "received_on",
    "sent_on",
    "complete_on",
    "conclusion__on",
    "conclusion__expedient",
    "notice__on",
    "return__on",
    "withdrawal__on",
    "row__plan__kind",
)
"""The columns that tell what became of a concept; see ``stage_of``."""


def concept_outcomes(ruleset: Ruleset, year: int) -> list[ConceptOutcome]:
    """Return what became of each concept, in the order of the record; three queries."""
    deadline = intake_deadline(ruleset, year)
    # First: what is filed meanwhile is not among them, and has its proposers later.
    concepts = list(
        Concept.objects.filter(cycle_id=year).order_by("entry").values(*OUTCOME)
    )
    excluded = set(
        RowDecision.objects.filter(
            concept__cycle_id=year, effective=True, outcome="exclude"
        ).values_list("concept_id", flat=True)
    )
    proposers: dict[int, tuple[str, ...]] = {}
    for concept, body in (
        Proposer.objects.filter(concept__cycle_id=year)
        .order_by("concept_id", "position")
        .values_list("concept_id", "body")
    ):
        proposers[concept] = (*proposers.get(concept, ()), body)
    return [
        ConceptOutcome(
            key=row["key"],
            in_time=came_in_time(
                ruleset,
                deadline,
                received_at=row["received_at"],
                sent_on=row["sent_on"],
                complete_on=row["complete_on"],
            ),
            complete=row["complete_on"] is not None,
            stage=stage_of(row, row["entry"] in excluded),
            plan=_plan(row),
            proposers=proposers[row["entry"]],
            received_on=row["received_on"],
            concluded_on=row["conclusion__on"],
            notified_on=row["notice__on"],
        )
        for row in concepts
    ]


def stage_of(row: Mapping[str, Any], excluded: bool) -> ConceptStage:
    """Return what became of the concept whose days and plan ``row`` has."""
    if row["withdrawal__on"] is not None:
        return ConceptStage.WITHDRAWN
    if row["return__on"] is not None:
        return ConceptStage.RETURNED
    if row["conclusion__expedient"] is False:
        return ConceptStage.NOT_EXPEDIENT
    if row["row__plan__kind"] is not None:
        return ConceptStage.PLACED
    return ConceptStage.EXCLUDED if excluded else ConceptStage.RECEIVED


def _plan(row: Mapping[str, Any]) -> PlanKind | None:
    if stage_of(row, excluded=False) is not ConceptStage.PLACED:
        return None
    return PlanKind(row["row__plan__kind"])


def body_answers(
    ruleset: Ruleset, year: int, concepts: list[ConceptOutcome]
) -> list[BodyAnswer]:
    """Return how each body answered, in the official order; two queries."""
    deadline = intake_deadline(ruleset, year)
    letters: dict[str, list[tuple[datetime, date]]] = {}
    for body, moment, day in LetterOfNone.objects.filter(cycle_id=year).values_list(
        "body", "received_at", "received_on"
    ):
        letters.setdefault(body, []).append((moment, day))
    own: dict[str, list[ConceptOutcome]] = {}
    for concept in concepts:
        for body in concept.proposers:
            own.setdefault(body, []).append(concept)
    return [
        _answer(code, answers, own.get(code, []), letters.get(code, []), deadline)
        for code, answers in ListedBody.objects.filter(cycle_id=year).values_list(
            "code", "answers"
        )
    ]


def _answer(
    code: str,
    must_answer: bool,
    concepts: list[ConceptOutcome],
    letters: list[tuple[datetime, date]],
    deadline: Deadline,
) -> BodyAnswer:
    if any(concept.in_time for concept in concepts):
        answer = Answer.SUBMITTED
    elif any(in_time(deadline, moment) for moment, _day in letters):
        answer = Answer.NONE
    elif concepts or letters:
        answer = Answer.LATE
    else:
        answer = Answer.SILENT
    days = [concept.received_on for concept in concepts]
    days += (day for _moment, day in letters)
    return BodyAnswer(code, must_answer, answer, min(days, default=None))


def intake_deadline(ruleset: Ruleset, year: int) -> Deadline:
    """Return the deadline of the bodies in the cycle."""
    return deadline_in(ruleset, "concepts.deadline", year, calendar_of(year))


def review_met_on(ruleset: Ruleset, concepts: list[ConceptOutcome]) -> date | None:
    """Return the day of the last conclusion that was needed, or None.

    Conclusions are needed on what came in time and was not withdrawn; by the reading
    "sent" they are given when they were sent to the body.
    """
    sent = ruleset.reading("given") == "sent"
    return last_of_all(
        concept.notified_on if sent else concept.concluded_on
        for concept in concepts
        if concept.in_time and concept.stage is not ConceptStage.WITHDRAWN
    )


def last_of_all(days: Iterator[date | None]) -> date | None:
    """Return the last of the days, or None where one is missing or there are none."""
    known = list(days)
    if not known or None in known:
        return None
    return max(day for day in known if day is not None)
