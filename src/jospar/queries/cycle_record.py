"""A whole cycle as plain values: what the figures of the Rules are counted from.

It is read once; what another reading of an open word would make of it is then counted
without asking again.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Count

from jospar.procedure.days import calendar_of
from jospar.records.models import (
    Concept,
    Cycle,
    Explanation,
    JournalEntry,
    LetterOfNone,
    Occasion,
)
from jospar.records.snapshots.plans import bodies_of
from jospar.rules.core.calendar import Calendar
from jospar.rules.core.forms import Body
from jospar.rules.core.nouns import PlanKind, Term, Text
from jospar.rules.core.ruleset import Ruleset

from .amendment_grounds import GroundLine, grounds
from .carried_rows import CarriedRow
from .cycle import (
    BodyAnswer,
    ConceptOutcome,
    ConceptStage,
    body_answers,
    concept_outcomes,
)
from .deadline_lines import DeadlineLine, deadline_lines
from .dossiers import DossierStanding, all_dossiers
from .plan_papers import PlanPapers, plan_papers


@dataclass(frozen=True, slots=True)
class Happened:
    """An act that was performed: its entry and its day."""

    entry: int
    on: date


@dataclass(frozen=True, slots=True)
class RecordedConcept:
    """A concept with what became of it; ``row`` is its placement in ``plan``."""

    outcome: ConceptOutcome
    entry: int
    title: Text
    term: Term
    received_at: datetime
    sent_on: date | None
    complete_on: date | None
    expedient: bool | None
    conclusion: Happened | None
    notice: Happened | None
    returned: Happened | None
    row: Happened | None
    plan: PlanKind | None

    @property
    def stands(self) -> bool:
        """Whether the concept was neither withdrawn nor returned."""
        stages = {ConceptStage.WITHDRAWN, ConceptStage.RETURNED}
        return self.outcome.stage not in stages


@dataclass(frozen=True, slots=True)
class RecordedLetter:
    """A letter that a body has no proposals."""

    entry: int
    body: str
    document: str
    received_at: datetime
    received_on: date


@dataclass(frozen=True, slots=True)
class RecordedOccasion:
    """An agreement or event; ``linked`` when a concept of the record is its."""

    entry: int
    key: str
    title: str
    first_day: date
    years: tuple[int, ...]
    linked: bool
    considered: bool


@dataclass(frozen=True, slots=True)
class Explained:
    """Why something under a provision was late; without ``subject``, all under it."""

    entry: int
    provision: str
    subject: int | None
    on: date
    text: Text


@dataclass(frozen=True, slots=True)
class CycleRecord:
    """Everything that a cycle's figures are counted from, as of ``today``.

    ``acts`` says how often each act was performed in the cycle; ``carried`` are the
    rows of its agreed plans, where figures of their carrying out are asked for. One
    that was ``brought_in`` has what followed its agreed plans, and nothing else.
    """

    year: int
    today: date
    calendar: Calendar
    opened: int
    bodies: Mapping[str, Body]
    concepts: tuple[RecordedConcept, ...]
    letters: tuple[RecordedLetter, ...]
    answers: tuple[BodyAnswer, ...]
    deadlines: tuple[DeadlineLine, ...]
    plans: tuple[PlanPapers, ...]
    occasions: tuple[RecordedOccasion, ...]
    dossiers: tuple[DossierStanding, ...]
    grounds: tuple[GroundLine, ...]
    explanations: tuple[Explained, ...]
    acts: Mapping[str, int]
    carried: tuple[CarriedRow, ...] = ()
    brought_in: bool = False


def cycle_record(ruleset: Ruleset, year: int, today: date) -> CycleRecord:
    """Return the open cycle of ``year``.

    The number of queries hangs on nothing but which plans were drafted and agreed.
    """
    cycles = Cycle.objects.filter(year=year).values_list("entry", "brought_in")
    opened, brought_in = cycles.get()
    if brought_in:
        return _brought_in(ruleset, year, today, opened)
    outcomes = concept_outcomes(ruleset, year)
    answers = body_answers(ruleset, year, outcomes)
    concepts = _concepts(year, outcomes)
    return CycleRecord(
        year=year,
        today=today,
        calendar=calendar_of(year),
        opened=opened,
        bodies=bodies_of(year),
        concepts=concepts,
        letters=_letters(year),
        answers=tuple(answers),
        deadlines=deadline_lines(ruleset, year, outcomes, answers, today),
        plans=plan_papers(ruleset, year),
        occasions=_occasions(year, {concept.outcome.key for concept in concepts}),
        dossiers=tuple(all_dossiers(ruleset, year)),
        grounds=tuple(grounds(year)),
        explanations=_explanations(year),
        acts=_acts(year),
    )


def _brought_in(ruleset: Ruleset, year: int, today: date, opened: int) -> CycleRecord:
    """Return a cycle that was not planned here: only what followed its agreed plans."""
    return CycleRecord(
        year=year,
        today=today,
        calendar=calendar_of(year),
        opened=opened,
        bodies=bodies_of(year),
        concepts=(),
        letters=(),
        answers=(),
        deadlines=tuple(
            line
            for line in deadline_lines(ruleset, year, [], [], today)
            if line.plan is None
        ),
        plans=(),
        occasions=(),
        dossiers=tuple(all_dossiers(ruleset, year)),
        grounds=tuple(grounds(year)),
        explanations=(),
        acts=_acts(year),
        brought_in=True,
    )


def _acts(year: int) -> dict[str, int]:
    """Return how often each act was performed in the cycle; one query."""
    return dict(
        JournalEntry.objects.filter(year=year)
        .order_by("act")
        .values_list("act")
        .annotate(Count("number"))
    )


_HAPPENED = ("conclusion", "notice", "return", "row")
_CONCEPT = (
    "entry",
    "key",
    "title_kk",
    "title_ru",
    "conclude_from",
    "conclude_to",
    "received_at",
    "sent_on",
    "complete_on",
    "conclusion__expedient",
    "row__placed_on",
    "row__plan__kind",
    *(f"{name}__entry" for name in _HAPPENED),
    *(f"{name}__on" for name in _HAPPENED[:-1]),
)


def _concepts(year: int, outcomes: list[ConceptOutcome]) -> tuple[RecordedConcept, ...]:
    """Return the concepts with their outcomes; one filed meanwhile is left out."""
    known = {outcome.key: outcome for outcome in outcomes}
    rows = Concept.objects.filter(cycle_id=year).order_by("entry").values(*_CONCEPT)
    return tuple(
        _concept(row, known[row["key"]]) for row in rows if row["key"] in known
    )


def _concept(row: Mapping[str, Any], outcome: ConceptOutcome) -> RecordedConcept:
    def happened(name: str, day: str) -> Happened | None:
        entry = row[f"{name}__entry"]
        return None if entry is None else Happened(entry, row[f"{name}__{day}"])

    kind = row["row__plan__kind"]
    return RecordedConcept(
        outcome=outcome,
        entry=row["entry"],
        title=Text(row["title_kk"], row["title_ru"]),
        term=Term(row["conclude_from"], row["conclude_to"]),
        received_at=row["received_at"],
        sent_on=row["sent_on"],
        complete_on=row["complete_on"],
        expedient=row["conclusion__expedient"],
        conclusion=happened("conclusion", "on"),
        notice=happened("notice", "on"),
        returned=happened("return", "on"),
        row=happened("row", "placed_on"),
        plan=PlanKind(kind) if kind else None,
    )


def _letters(year: int) -> tuple[RecordedLetter, ...]:
    letters = LetterOfNone.objects.filter(cycle_id=year).order_by("entry")
    columns = ("entry", "body", "document", "received_at", "received_on")
    return tuple(RecordedLetter(*row) for row in letters.values_list(*columns))


def _occasions(year: int, keys: set[str]) -> tuple[RecordedOccasion, ...]:
    return tuple(
        RecordedOccasion(
            entry=occasion.entry,
            key=occasion.key,
            title=occasion.title,
            first_day=occasion.first_day,
            years=tuple(occasion.years),
            linked=not keys.isdisjoint(occasion.concepts),
            considered=bool(occasion.considered),
        )
        for occasion in Occasion.objects.filter(cycle_id=year).order_by("entry")
    )


def _explanations(year: int) -> tuple[Explained, ...]:
    """Return the explanations that stand: of several on the same, the last one."""
    standing = {
        (row.provision, row.subject): Explained(
            entry=row.entry,
            provision=row.provision,
            subject=row.subject,
            on=row.on,
            text=Text(row.text_kk, row.text_ru),
        )
        for row in Explanation.objects.filter(cycle_id=year)
    }
    return tuple(standing.values())
