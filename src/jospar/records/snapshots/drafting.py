"""Snapshots for the acts of drafting."""

from datetime import date

from django.db.models import Max

from jospar.records.models import Occasion, Row, RowDecision
from jospar.records.prepared import Prepared
from jospar.rules.core.act import Case
from jospar.rules.core.calendar import Calendar
from jospar.rules.drafting.facts import (
    AskForConcept,
    Consider,
    DraftingFacts,
    Move,
    OccasionFacts,
    Place,
    Register,
    RegisterAgreement,
    RegisterEvent,
    RegisterFacts,
    Settle,
)

from .concepts import concept_of, known_bodies, unknown_concepts
from .dispatch import NotInRecordError, facts_for
from .plans import plan_of

_OUTCOMES = Prepared(
    lambda concept: RowDecision.objects.filter(
        concept_id=concept, effective=True
    ).values_list("outcome"),
    concept=0,
)


@facts_for.register
def _(filing: Settle, case: Case, calendar: Calendar) -> DraftingFacts:
    concept, plan, entry = concept_of(case, calendar, filing.key)
    return DraftingFacts(case, concept, plan, decided_on=_decided_on(entry))


@facts_for.register
def _(filing: Place, case: Case, calendar: Calendar) -> DraftingFacts:
    concept, plan, entry = concept_of(case, calendar, filing.key)
    target = plan_of(case.ruleset, case.year, filing.plan)
    excluded = ("exclude",) in _OUTCOMES.rows(concept=entry)
    return DraftingFacts(case, concept, plan, target, excluded=excluded)


@facts_for.register
def _(filing: Move, case: Case, calendar: Calendar) -> DraftingFacts:
    concept, plan, entry = concept_of(case, calendar, filing.key)
    placed = Row.objects.filter(concept_id=entry).values_list("placed_on", flat=True)
    return DraftingFacts(
        case,
        concept,
        plan,
        plan_of(case.ruleset, case.year, filing.plan),
        placed_on=placed.first(),
        decided_on=_decided_on(entry),
    )


@facts_for.register
def _(filing: RegisterAgreement, case: Case, calendar: Calendar) -> RegisterFacts:
    return _registered(case, Register.AGREEMENT, filing.key)


@facts_for.register
def _(filing: RegisterEvent, case: Case, calendar: Calendar) -> RegisterFacts:
    return _registered(case, Register.EVENT, filing.key)


@facts_for.register
def _(filing: Consider, case: Case, calendar: Calendar) -> OccasionFacts:
    unknown = unknown_concepts(case.year, filing.concepts)
    return _occasion_facts(case, filing.register, filing.key, unknown)


@facts_for.register
def _(filing: AskForConcept, case: Case, calendar: Calendar) -> OccasionFacts:
    known_bodies(case.year, [filing.body])
    return _occasion_facts(case, filing.register, filing.key)


def occasion_of(year: int, register: Register, key: str) -> Occasion:
    """Return the entry of the register.

    Raises:
        NotInRecordError: when the register of the cycle has no such entry.
    """
    found = Occasion.objects.filter(cycle_id=year, register=register.value, key=key)
    if (occasion := found.first()) is None:
        raise NotInRecordError("occasion", key, "key")
    return occasion


def _occasion_facts(
    case: Case, register: Register, key: str, unknown: tuple[str, ...] = ()
) -> OccasionFacts:
    occasion = occasion_of(case.year, register, key)
    return OccasionFacts(case, occasion.registered_on, occasion.considered_on, unknown)


def _decided_on(concept: int) -> date | None:
    """Return the last day on which the Commission moved or excluded the row."""
    decided = RowDecision.objects.filter(
        concept_id=concept, effective=True, outcome__in=("move", "exclude")
    ).aggregate(last=Max("decision__on"))
    last: date | None = decided["last"]
    return last


def _registered(case: Case, register: Register, key: str) -> RegisterFacts:
    entries = Occasion.objects.filter(
        cycle_id=case.year, register=register.value, key=key
    )
    return RegisterFacts(case, entries.exists())
