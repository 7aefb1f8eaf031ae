"""What happened in a treaty's life, day by day, and where it lies on a line of time."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from jospar.queries.treaty_life import ConceptLife, TreatyLife
from jospar.queries.treaty_rows import RowLife
from jospar.rules.core.nouns import PlanKind, ProgressStage


class EventKind(StrEnum):
    """What an event was."""

    RECEIVED = "received"
    RETURNED = "returned"
    WITHDRAWN = "withdrawn"
    PLACED = "placed"
    PRINTED = "printed"
    CHANGED = "changed"
    REMOVED = "removed"
    FORWARD = "forward"
    PLANNED = "planned"
    REPORTED = "reported"
    NAMED = "named"
    SIGNED = "signed"
    LINKED = "linked"
    UNLINKED = "unlinked"
    APART = "apart"


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened on a day to a concept of the treaty, or to its row.

    ``what`` is what the record says of it, where it says more than the day.
    """

    on: date
    kind: EventKind
    concept: ConceptLife
    what: Any = None

    @property
    def order(self) -> tuple[date, int]:
        """Its place among the others: by the days, then as they were recorded."""
        return self.on, getattr(self.what, "entry", 0)


def events_of(life: TreatyLife) -> tuple[Event, ...]:
    """Return what happened in the treaty's life, in its order."""
    found = [event for concept in life.concepts for event in _of_concept(concept)]
    known = {concept.entry: concept for concept in life.concepts}
    for link in life.links:
        mine = known.get(link.concept) or known[link.earlier]
        found.append(Event(link.on, EventKind.LINKED, mine, link))
        if link.undone:
            found.append(Event(link.undone.on, EventKind.UNLINKED, mine, link.undone))
    for apart in life.apart:
        mine = known.get(apart.concept) or known[apart.other]
        found.append(Event(apart.on, EventKind.APART, mine, apart))
    return tuple(sorted(found, key=lambda event: event.order))


def _of_concept(concept: ConceptLife) -> Iterator[Event]:
    yield Event(concept.received_on, EventKind.RECEIVED, concept)
    if concept.returned_on:
        yield Event(concept.returned_on, EventKind.RETURNED, concept)
    if concept.withdrawn_on:
        yield Event(concept.withdrawn_on, EventKind.WITHDRAWN, concept)
    if concept.row:
        yield from _of_row(concept, concept.row)


def _of_row(concept: ConceptLife, row: RowLife) -> Iterator[Event]:
    yield Event(row.placed_on, EventKind.PLACED, concept)
    records: tuple[tuple[EventKind, Sequence[Any]], ...] = (
        (EventKind.PRINTED, row.revisions),
        (EventKind.CHANGED, row.changes),
        (EventKind.FORWARD, row.put_forward),
        (EventKind.PLANNED, row.planned),
        (EventKind.NAMED, row.names),
    )
    for kind, of in records:
        for record in of:
            yield Event(record.on, kind, concept, record)
    for report in row.reports:
        # The signing has an event of its own, which says more.
        if report.stage is not ProgressStage.SIGNED:
            yield Event(report.on, EventKind.REPORTED, concept, report)
    if row.signing:
        yield Event(row.signing.on, EventKind.SIGNED, concept, row.signing)
    if row.removed_on:
        yield Event(row.removed_on, EventKind.REMOVED, concept)


@dataclass(frozen=True, slots=True)
class Mark:
    """An event on the line: where it lies, as a share of the line's width."""

    x: str
    event: Event


@dataclass(frozen=True, slots=True)
class Span:
    """The term of a row on the line, at the height ``y`` in pixels, and its plan."""

    x: str
    width: str
    y: int
    label: str
    before: bool
    plan: PlanKind
    year: int


@dataclass(frozen=True, slots=True)
class LifeLine:
    """The life on one line, from the first day of a year to the last one of another.

    ``in_force`` is the part from the entry into force on; ``years`` are where years
    begin. Places are shares of the width, heights are pixels.
    """

    years: tuple[tuple[str, int], ...]
    marks: tuple[Mark, ...]
    spans: tuple[Span, ...]
    in_force: str | None
    today: str
    axis: int
    height: int


_TOP, _LANE, _AXIS = 24, 24, 26
"""Heights of the years' names, of the lane of a term, and of that of the events."""
_HALF = 50.0
_SAID = {EventKind.APART, EventKind.LINKED, EventKind.UNLINKED}
_SHOWN = frozenset(EventKind) - {EventKind.PLANNED} - _SAID
"""What is drawn: what became of the treaty, not what was said of it."""


def life_line(life: TreatyLife, events: Sequence[Event], today: date) -> LifeLine:
    """Return the line of a treaty's life; terms lie above the events."""
    rows = [(one, one.row) for one in life.concepts if one.row and one.row.wording]
    days = [today, *(event.on for event in events)]
    days += [one.term.first_day for one in life.concepts]
    days += [one.term.last_day for one in life.concepts]
    first = date(min(days).year, 1, 1)
    whole = (date(max(days).year + 1, 1, 1) - first).days

    def at(day: date) -> float:
        return (day - first).days / whole * 100

    spans = []
    for lane, (concept, row) in enumerate(rows):
        term = row.wording.conclude if row.wording else concept.term
        start, end = at(term.first_day), at(term.last_day)
        before = start > _HALF
        spans.append(
            Span(
                x=f"{start:.2f}%",
                width=f"{max(end - start, 1.0):.2f}%",
                y=_TOP + lane * _LANE,
                label=f"{start if before else end:.2f}%",
                before=before,
                plan=row.plan,
                year=concept.year,
            )
        )
    axis = _TOP + len(spans) * _LANE + _AXIS // 2
    forces = [row.in_force_on for _one, row in rows if row.in_force_on]
    return LifeLine(
        years=tuple(
            (f"{at(date(year, 1, 1)):.2f}%", year)
            for year in range(first.year, max(days).year + 1)
        ),
        marks=tuple(
            Mark(f"{at(event.on):.2f}%", event)
            for event in events
            if event.kind in _SHOWN
        ),
        spans=tuple(spans),
        in_force=f"{at(min(forces)):.2f}%" if forces else None,
        today=f"{at(today):.2f}%",
        axis=axis,
        height=axis + _AXIS // 2,
    )
