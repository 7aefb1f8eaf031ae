"""Figures of the provisions that name no deadline: what is done, and what is open."""

from jospar.rules.core.horizon import (
    cycle_years,
    lies_within,
    plan_years,
    plans_for,
)
from jospar.rules.core.nouns import PlanKind, Text
from jospar.rules.core.ruleset import Ruleset
from jospar.rules.core.titles import looks_kazakh

from .cycle import ConceptStage
from .cycle_record import CycleRecord, Happened, RecordedConcept
from .deadline_figures import lines_of
from .figures import Behind, Figure, FigureKind, Light, Standing, standing, tally

Figures = tuple[Figure, ...]


def plans_made(ruleset: Ruleset, record: CycleRecord) -> Figures:
    """Return which of the two plans have a row or were sent; none at the beginning."""
    drafted = {concept.plan for concept in record.concepts if concept.row}
    drafted |= {plan.kind for plan in record.plans if plan.to_commission}
    figure = tally(
        FigureKind.PLANS,
        (
            Behind(standing(kind in drafted), entry=record.opened, plan=kind)
            for kind in PlanKind
        ),
    )
    return (figure if drafted else Figure(FigureKind.NO_DRAFT, Light.BLANK),)


def rows_in_years(ruleset: Ruleset, record: CycleRecord) -> Figures:
    """Return how many rows have a term in the years of their plan."""

    def fits(concept: RecordedConcept, kind: PlanKind) -> bool:
        term, years = concept.term, plan_years(ruleset, kind, record.year)
        return term.first_day.year <= years[-1] and term.last_day.year >= years[0]

    return (
        tally(
            FigureKind.YEARS,
            (
                _concept(concept, fits(concept, concept.plan), concept.row)
                for concept in record.concepts
                if concept.plan
            ),
        ),
    )


def rows_with_concepts(ruleset: Ruleset, record: CycleRecord) -> Figures:
    """Return the rows of the plans: each has a concept behind it."""
    return (
        tally(
            FigureKind.BASIS,
            (
                _concept(concept, True, concept.row)
                for concept in record.concepts
                if concept.row
            ),
        ),
    )


def terms_in_years(ruleset: Ruleset, record: CycleRecord) -> Figures:
    """Return how many concepts have a term wholly within the years of the plans."""
    years = cycle_years(ruleset, record.year)
    return (
        tally(
            FigureKind.TERMS,
            (
                _concept(concept, lies_within(concept.term, years))
                for concept in record.concepts
                if concept.stands
            ),
        ),
    )


def complete(ruleset: Ruleset, record: CycleRecord) -> Figures:
    """Return how many concepts lack no text in either language."""
    return (
        tally(
            FigureKind.LANGUAGES,
            (
                _concept(concept, concept.outcome.complete)
                for concept in record.concepts
                if concept.stands
            ),
        ),
    )


def late_returned(ruleset: Ruleset, record: CycleRecord) -> Figures:
    """Return how many late concepts went back to their bodies."""
    return (
        tally(
            FigureKind.RETURNS,
            (
                _concept(concept, concept.returned is not None, concept.returned)
                for concept in record.concepts
                if not concept.outcome.in_time
                and concept.outcome.stage is not ConceptStage.WITHDRAWN
            ),
        ),
    )


def letters_of_none(ruleset: Ruleset, record: CycleRecord) -> Figures:
    """Return the letters without proposals, and which of them came late."""
    (line,) = lines_of(record, "concepts.deadline")
    items = []
    for letter in record.letters:
        late = line.deadline.days_late(letter.received_on)
        items.append(
            Behind(
                standing(True, late=late > 0),
                entry=letter.entry,
                key=letter.document,
                body=letter.body,
                on=letter.received_on,
                days_late=late,
            )
        )
    return (tally(FigureKind.LETTERS, items),)


def expedient(ruleset: Ruleset, record: CycleRecord) -> Figures:
    """Return how many of the concluded concepts were found expedient."""
    items = tuple(
        _concept(concept, True, concept.conclusion)
        for concept in record.concepts
        if concept.conclusion
    )
    found = sum(bool(concept.expedient) for concept in record.concepts)
    light = Light.GREEN if items else Light.BLANK
    return (Figure(FigureKind.EXPEDIENT, light, items, count=found),)


def notified(ruleset: Ruleset, record: CycleRecord) -> Figures:
    """Return how many bodies were told that their treaty was found not expedient."""
    return (
        tally(
            FigureKind.NOTICES,
            (
                _concept(concept, concept.notice is not None, concept.notice)
                for concept in record.concepts
                if concept.expedient is False
            ),
        ),
    )


def placed(ruleset: Ruleset, record: CycleRecord) -> Figures:
    """Return how many expedient treaties stand in the plan that their term names."""
    left = {ConceptStage.WITHDRAWN, ConceptStage.EXCLUDED}
    return (
        tally(
            FigureKind.PLACEMENTS,
            (
                _concept(
                    concept,
                    concept.plan in plans_for(ruleset, record.year, concept.term),
                    concept.row,
                )
                for concept in record.concepts
                if concept.expedient and concept.outcome.stage not in left
            ),
        ),
    )


def considered(ruleset: Ruleset, record: CycleRecord) -> Figures:
    """Return how many agreements and events of the plans' years were considered."""
    years = cycle_years(ruleset, record.year)
    return (
        tally(
            FigureKind.OCCASIONS,
            (
                Behind(
                    standing(occasion.linked or occasion.considered),
                    entry=occasion.entry,
                    key=occasion.key,
                    title=_titled(occasion.title),
                    on=occasion.first_day,
                )
                for occasion in record.occasions
                if not set(years).isdisjoint(occasion.years)
            ),
        ),
    )


def _titled(title: str) -> Text:
    """Return the title of an entry in the language that it is written in."""
    return Text(kk=title) if looks_kazakh(title) else Text(ru=title)


def explained(ruleset: Ruleset, record: CycleRecord) -> Figures:
    """Return the explanations that stand."""
    return (
        tally(
            FigureKind.EXPLAINED,
            (
                Behind(Standing.DONE, explanation.entry, on=explanation.on)
                for explanation in record.explanations
            ),
        ),
    )


def _concept(
    concept: RecordedConcept, done: bool, act: Happened | None = None
) -> Behind:
    """Return the concept, with the act that was done on it if there was one."""
    return Behind(
        standing(done),
        entry=act.entry if act else concept.entry,
        key=concept.outcome.key,
        title=concept.title,
        body=concept.outcome.proposers[0],
        on=act.on if act else concept.outcome.received_on,
        plan=concept.plan,
    )
