"""The concepts of a cycle as a list: filtered, searched, read page by page."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from django.db.models import Q, QuerySet

from jospar.records.models import Clarification, Concept, Proposer, RowDecision
from jospar.records.snapshots.plans import bodies_of
from jospar.records.title_search import titled, vocabulary
from jospar.rules.core.deadlines import Deadline, came_in_time
from jospar.rules.core.forms import Body
from jospar.rules.core.nouns import Level, PlanKind, Term, Text
from jospar.rules.core.offices import Actor
from jospar.rules.core.ruleset import Ruleset
from jospar.rules.core.titles import fold

from . import concept_filters as filters
from .concept_filters import Knowledge, knowledge_of
from .cycle import OUTCOME, ConceptStage, intake_deadline, stage_of
from .title_words import words_meant
from .visible import concepts_seen_by

PAGE = 50
"""Concepts of a page."""
COUNTED = 500
"""How far concepts are counted; more of them are "500+"."""


class View(StrEnum):
    """A list that is asked for often."""

    LATE = "late"
    TO_CONCLUDE = "to_conclude"
    OPINIONS = "opinions"
    TO_AGREE = "to_agree"
    TO_SIGN = "to_sign"
    TO_NOTIFY = "to_notify"
    TO_PLACE = "to_place"


@dataclass(frozen=True, slots=True)
class Asked:
    """What a list is narrowed to; what is left out narrows nothing.

    ``answered`` asks for concepts that the body was asked about: True for those that
    it answered, False for those that it did not. ``text`` is searched in the titles, in
    either language.
    """

    view: View | None = None
    stage: ConceptStage | None = None
    body: str = ""
    level: Level | None = None
    plan: PlanKind | None = None
    year: int | None = None
    late: bool | None = None
    answered: bool | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class ConceptLine:
    """A concept as a line of the list, as far as the reader may know of it.

    ``answered`` is None where the body was asked nothing.
    """

    entry: int
    key: str
    title: Text
    level: Level
    term: Term
    bodies: tuple[Body, ...]
    received_on: date
    in_time: bool
    complete: bool
    stage: ConceptStage
    plan: PlanKind | None
    concluded_on: date | None
    notified_on: date | None
    answered: bool | None


@dataclass(frozen=True, slots=True)
class ConceptList:
    """A page of the list, in the order in which the concepts came.

    ``count`` is that of the whole list; where there are ``more``, it says how far was
    counted. ``after`` asks for the next page, where there is one. ``bodies`` are those
    of the cycle, by their codes.
    """

    lines: tuple[ConceptLine, ...]
    bodies: Mapping[str, Body]
    count: int
    more: bool
    after: int | None


_COLUMNS = (
    *OUTCOME,
    "title_kk",
    "title_ru",
    "level",
    "conclude_from",
    "conclude_to",
)


def concept_list(
    actor: Actor,
    ruleset: Ruleset,
    year: int,
    asked: Asked | None = None,
    *,
    after: int = 0,
    size: int = PAGE,
) -> ConceptList:
    """Return the page that begins after entry ``after`` of what ``actor`` may see.

    The number of queries hangs on whether a text is searched, not on the rows.
    """
    knows = knowledge_of(actor)
    deadline = intake_deadline(ruleset, year)
    asked = asked or Asked()
    found = concepts_seen_by(actor, year).filter(
        *_conditions(asked, ruleset, year, deadline, knows)
    )
    words = _meant(asked.text)
    count, entries = _entries(found, words, after, size + 1)
    rows = Concept.objects.filter(entry__in=entries[:size]).order_by("entry")
    bodies = bodies_of(year)
    known = [*rows.values(*_COLUMNS)]
    return ConceptList(
        lines=tuple(_lines(known, bodies, ruleset, deadline, knows)),
        bodies=bodies,
        count=min(count, COUNTED),
        more=count > COUNTED,
        after=entries[size - 1] if len(entries) > size else None,
    )


def _entries(
    found: QuerySet[Concept], words: list[list[str]], after: int, size: int
) -> tuple[int, list[int]]:
    """Return how many there are, as far as is counted, and the first of the page.

    They are asked for before their columns: what is joined to a concept is then looked
    up for those of the page alone.
    """
    page = _listed(found, words, after).values_list("entry", flat=True)
    if not words and not after:
        counted = list(page[: COUNTED + 1])
        return len(counted), counted[:size]
    # A common word's titles are soon read in their order, a rare one's by the index:
    # only where no order is asked for can the database choose.
    asked = _listed(found, words).order_by()
    return asked[: COUNTED + 1].count(), list(page[:size])


def _conditions(
    asked: Asked,
    ruleset: Ruleset,
    year: int,
    deadline: Deadline,
    knows: Knowledge,
) -> Iterator[Q]:
    if asked.view is not None:
        yield _view(asked.view, ruleset, deadline, knows)
    if asked.stage is not None:
        yield filters.at_stage(asked.stage, knows)
    if asked.body:
        yield filters.proposed_by(asked.body)
    if asked.level is not None:
        yield Q(level=asked.level.value)
    if asked.plan is not None:
        yield filters.in_plan(year, asked.plan) if knows.plans else _NOTHING
    if asked.year is not None:
        yield filters.within(asked.year)
    if asked.late is not None:
        came_late = filters.late(ruleset, deadline)
        yield came_late if asked.late else ~came_late
    if asked.answered is not None:
        yield filters.clarified(asked.answered)


_NOTHING = Q(entry__in=())


def _view(view: View, ruleset: Ruleset, deadline: Deadline, knows: Knowledge) -> Q:
    if view is View.LATE:
        return filters.STANDING & filters.late(ruleset, deadline)
    if not knows.review:
        return _NOTHING
    return {
        View.TO_CONCLUDE: filters.to_conclude(ruleset, deadline),
        View.OPINIONS: filters.opinions_awaited(),
        View.TO_AGREE: filters.to_agree(ruleset, deadline),
        View.TO_SIGN: filters.to_sign(ruleset, deadline),
        View.TO_NOTIFY: filters.to_notify(),
        View.TO_PLACE: filters.to_place(),
    }[view]


def _meant(text: str) -> list[list[str]]:
    """Return what each word of ``text`` may stand for among the words of titles."""
    words = fold(text).split()
    known = vocabulary() if words else {}
    return [words_meant(word, known) for word in words]


def _listed(
    found: QuerySet[Concept], words: list[list[str]], after: int = 0
) -> QuerySet[Concept]:
    """Return those after entry ``after`` that are titled so, as they came."""
    if not words:
        return found.filter(entry__gt=after).order_by("entry")
    return titled(found, words, after) if all(words) else found.none()


def _lines(
    rows: list[dict[str, Any]],
    bodies: Mapping[str, Body],
    ruleset: Ruleset,
    deadline: Deadline,
    knows: Knowledge,
) -> Iterator[ConceptLine]:
    entries = [row["entry"] for row in rows]
    proposers, answered = _proposers(entries), _answered(entries)
    excluded = _excluded(entries)
    for row in rows:
        _forget(row, knows)
        entry = row["entry"]
        stage = stage_of(row, knows.plans and entry in excluded)
        placed = stage is ConceptStage.PLACED
        yield ConceptLine(
            entry=entry,
            key=row["key"],
            title=Text(row["title_kk"], row["title_ru"]),
            level=Level(row["level"]),
            term=Term(row["conclude_from"], row["conclude_to"]),
            bodies=tuple(bodies[code] for code in proposers[entry]),
            received_on=row["received_on"],
            in_time=came_in_time(
                ruleset,
                deadline,
                received_at=row["received_at"],
                sent_on=row["sent_on"],
                complete_on=row["complete_on"],
            ),
            complete=row["complete_on"] is not None,
            stage=stage,
            plan=PlanKind(row["row__plan__kind"]) if placed else None,
            concluded_on=row["conclusion__on"],
            notified_on=row["notice__on"],
            answered=answered.get(entry),
        )


def _forget(row: dict[str, Any], knows: Knowledge) -> None:
    """Take out of ``row`` what the reader does not know yet."""
    if not knows.review and row["notice__on"] is None:
        row["conclusion__on"] = row["conclusion__expedient"] = None
    if not knows.plans:
        row["row__plan__kind"] = None


def _proposers(entries: list[int]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for concept, body in (
        Proposer.objects.filter(concept__in=entries)
        .order_by("concept_id", "position")
        .values_list("concept_id", "body")
    ):
        found.setdefault(concept, []).append(body)
    return found


def _excluded(entries: list[int]) -> set[int]:
    found = RowDecision.objects.filter(
        concept__in=entries, effective=True, outcome="exclude"
    )
    return set(found.values_list("concept_id", flat=True))


def _answered(entries: list[int]) -> dict[int, bool]:
    """Return whether the last question about each concept was answered."""
    asked = Clarification.objects.filter(concept__in=entries).order_by("on", "entry")
    return {
        concept: day is not None
        for concept, day in asked.values_list("concept_id", "answered_on")
    }
