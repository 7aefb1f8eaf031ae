"""The two sheets that go with the drafts, as things stood at the end of a day."""

from dataclasses import dataclass
from datetime import date

import msgspec
from django.db.models import Max

from jospar.documents.papers import (
    CompletenessSheet,
    ConsiderationSheet,
    HighLevelAgreement,
    InternationalEvent,
    PlanConsiderations,
    UnsettledConcept,
)
from jospar.records.models import (
    Concept,
    JournalEntry,
    Occasion,
    RowDecision,
    Sending,
)
from jospar.records.snapshots.plans import bodies_of
from jospar.rules.core.deadlines import came_in_time
from jospar.rules.core.horizon import plan_years
from jospar.rules.core.nouns import PlanKind, Term, Text
from jospar.rules.core.ruleset import Ruleset
from jospar.rules.drafting.facts import Register
from jospar.rules.drafting.place import place

from .cycle import intake_deadline
from .form_titles import empty_form, form_title
from .letter_sources import first_proposers
from .occasions import considerations
from .official_use import marked_concepts
from .plans import drafted_plans


class _Header(msgspec.Struct):
    on: date


class _Placement(msgspec.Struct):
    key: str
    on: date


class _Filing(msgspec.Struct):
    value: _Placement


@dataclass(frozen=True, slots=True)
class _Seen:
    """A concept on a day; ``has_row`` is False where the Commission excluded it."""

    unsettled: UnsettledConcept
    withdrawn: bool
    expedient: bool | None
    has_row: bool | None


_MOMENTS = ("received_at", "sent_on", "complete_on")
_COLUMNS = (
    *_MOMENTS,
    "entry",
    "key",
    "title_kk",
    "title_ru",
    "received_on",
    "withdrawal__on",
    "conclusion__on",
    "conclusion__expedient",
)


def day_of_sending(year: int) -> date | None:
    """Return the day when a draft last went to the Commission, None before; a query."""
    sendings = Sending.objects.filter(plan__cycle_id=year, to="commission")
    sent_on: date | None = sendings.aggregate(last=Max("on"))["last"]
    return sent_on


def sheet_day(year: int) -> date:
    """Return the day of the sheets: when a draft last went to the Commission.

    Before the first draft went there it is the last day of the record; two queries.
    """
    if (sent_on := day_of_sending(year)) is not None:
        return sent_on
    headers = JournalEntry.objects.filter(year=year).values_list("header", flat=True)
    days = (msgspec.json.decode(header, type=_Header).on for header in headers)
    return max(days, default=date(year, 1, 1))


def consideration_sheet(ruleset: Ruleset, year: int, day: date) -> ConsiderationSheet:
    """Return the sheet on agreements and events of the drafts' years; six queries.

    They are linked and considered as they were on ``day``, and linked by concepts that
    were in the record by then.
    """
    concepts = Concept.objects.filter(cycle_id=year, received_on__lte=day)
    keys = set(concepts.values_list("key", flat=True))
    occasions = list(Occasion.objects.filter(cycle_id=year).order_by("entry"))
    considered, marked = considerations(year, day), marked_concepts(year)
    for occasion in occasions:
        register = Register(occasion.register)
        occasion.concepts, occasion.considered = considered[register, occasion.key]
    linked = {key for occasion in occasions for key in occasion.concepts}
    return ConsiderationSheet(
        official_use=not linked.isdisjoint(keys & marked.keys()),
        day=day,
        plans=tuple(
            _considerations(ruleset, year, kind, occasions, keys)
            for kind in drafted_plans(year)
        ),
    )


def _considerations(
    ruleset: Ruleset,
    year: int,
    kind: PlanKind,
    occasions: list[Occasion],
    keys: set[str],
) -> PlanConsiderations:
    years = set(plan_years(ruleset, kind, year))
    agreements, events = [], []
    for occasion in occasions:
        if not years.intersection(occasion.years):
            continue
        linked = tuple(key for key in occasion.concepts if key in keys)
        if occasion.register == "agreement":
            agreements.append(_agreement(occasion, linked))
        else:
            events.append(_event(occasion, linked))
    return PlanConsiderations(
        title=form_title(empty_form(ruleset, year, kind)),
        agreements=tuple(agreements),
        events=tuple(events),
    )


def _agreement(occasion: Occasion, linked: tuple[str, ...]) -> HighLevelAgreement:
    return HighLevelAgreement(
        key=occasion.key,
        title=occasion.title,
        reached_on=occasion.first_day,
        place=occasion.place,
        concepts=linked,
        considered=occasion.considered,
    )


def _event(occasion: Occasion, linked: tuple[str, ...]) -> InternationalEvent:
    return InternationalEvent(
        key=occasion.key,
        title=occasion.title,
        attended_by=occasion.kind,
        days=Term(occasion.first_day, occasion.last_day),
        place=occasion.place,
        concepts=linked,
        considered=occasion.considered,
    )


def completeness_sheet(ruleset: Ruleset, year: int, day: date) -> CompletenessSheet:
    """Return the sheet on what holds the drafts up; seven queries.

    Its figures add up: what was not withdrawn has a conclusion or is listed as open.
    """
    concepts = _concepts_in_time(ruleset, year, day)
    standing = [concept for concept in concepts if not concept.withdrawn]
    without_conclusion = tuple(
        concept.unsettled for concept in standing if concept.expedient is None
    )
    without_plan = tuple(
        concept.unsettled
        for concept in standing
        if concept.expedient and concept.has_row is None
    )
    listed = {concept.key for concept in (*without_conclusion, *without_plan)}
    return CompletenessSheet(
        official_use=not listed.isdisjoint(marked_concepts(year)),
        day=day,
        cycle=year,
        received_in_time=len(concepts),
        withdrawn=len(concepts) - len(standing),
        concluded=sum(concept.expedient is not None for concept in standing),
        placed=sum(concept.has_row is True for concept in standing),
        without_conclusion=without_conclusion,
        without_plan=without_plan,
    )


def _concepts_in_time(ruleset: Ruleset, year: int, day: date) -> list[_Seen]:
    deadline = intake_deadline(ruleset, year)
    concepts = Concept.objects.filter(cycle_id=year, received_on__lte=day)
    rows = list(concepts.order_by("entry").values(*_COLUMNS))
    names, bodies = bodies_of(year), first_proposers(year)
    has_row = _rows_on(year, day)

    def happened(on: date | None) -> bool:
        return on is not None and on <= day

    return [
        _Seen(
            unsettled=UnsettledConcept(
                key=row["key"],
                body=names[bodies[row["entry"]]].name,
                title=Text(row["title_kk"], row["title_ru"]),
                received_on=row["received_on"],
                complete=happened(row["complete_on"]),
            ),
            withdrawn=happened(row["withdrawal__on"]),
            expedient=row["conclusion__expedient"]
            if happened(row["conclusion__on"])
            else None,
            has_row=has_row.get(row["key"]),
        )
        for row in rows
        if came_in_time(ruleset, deadline, **{name: row[name] for name in _MOMENTS})
    ]


def _rows_on(year: int, day: date) -> dict[str, bool]:
    """Return which concepts had a row on ``day``, and which had lost it."""
    filings = JournalEntry.objects.filter(year=year, act=place.code)
    events = []
    for number, filing in filings.values_list("number", "filing"):
        placement = msgspec.json.decode(filing, type=_Filing).value
        events.append((placement.on, number, placement.key, True))
    excluded = RowDecision.objects.filter(
        concept__cycle_id=year, effective=True, outcome="exclude"
    )
    for on, number, key in excluded.values_list(
        "decision__on", "entry", "concept__key"
    ):
        events.append((on, number, key, False))
    return {key: has_row for on, _entry, key, has_row in sorted(events) if on <= day}
