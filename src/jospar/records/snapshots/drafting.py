"""Snapshots for the acts of drafting."""

from django.db.models import Max

from jospar.records.models import Occasion, RowDecision
from jospar.records.prepared import Prepared
from jospar.rules.core.act import Case
from jospar.rules.core.calendar import Calendar
from jospar.rules.drafting.facts import (
    DraftingFacts,
    Place,
    RegisterAgreement,
    RegisterEvent,
    RegisterFacts,
    Settle,
)

from .concepts import concept_of
from .dispatch import facts_for
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
    decided = RowDecision.objects.filter(
        concept_id=entry, effective=True, outcome__in=("move", "exclude")
    ).aggregate(last=Max("decision__on"))
    return DraftingFacts(case, concept, plan, decided_on=decided["last"])


@facts_for.register
def _(filing: Place, case: Case, calendar: Calendar) -> DraftingFacts:
    concept, plan, entry = concept_of(case, calendar, filing.key)
    target = plan_of(case.ruleset, case.year, filing.plan)
    excluded = ("exclude",) in _OUTCOMES.rows(concept=entry)
    return DraftingFacts(case, concept, plan, target, excluded=excluded)


@facts_for.register
def _(filing: RegisterAgreement, case: Case, calendar: Calendar) -> RegisterFacts:
    return _registered(case, "agreement", filing.key)


@facts_for.register
def _(filing: RegisterEvent, case: Case, calendar: Calendar) -> RegisterFacts:
    return _registered(case, "event", filing.key)


def _registered(case: Case, register: str, key: str) -> RegisterFacts:
    entries = Occasion.objects.filter(cycle_id=case.year, register=register, key=key)
    return RegisterFacts(case, entries.exists())
