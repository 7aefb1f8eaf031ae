"""Stores of drafting."""

from jospar.records.fields import wording_columns
from jospar.records.models import Concept, Occasion, Row, Settlement
from jospar.records.snapshots.plans import plan_id
from jospar.rules.drafting.effects import (
    ConceptPlaced,
    ConceptSettled,
    OccasionRegistered,
)

from .dispatch import At, concept_number, no_earlier, store


@store.register
def _(effect: ConceptSettled, at: At) -> None:
    concept = concept_number(at.year, effect.key)
    changes = wording_columns(effect.wording)
    changes["changed_on"] = no_earlier("changed_on", effect.on)
    if effect.term_changed:
        changes["term_on"] = no_earlier("term_on", effect.on)
    Concept.objects.filter(entry=concept).update(**changes)
    Settlement.objects.create(
        entry=at.entry, concept_id=concept, on=effect.on, reason=effect.reason
    )


@store.register
def _(effect: ConceptPlaced, at: At) -> None:
    Row.objects.create(
        concept_id=concept_number(at.year, effect.key),
        entry=at.entry,
        plan_id=plan_id(at.year, effect.plan),
        placed_on=effect.on,
        reason=effect.reason,
    )


@store.register
def _(effect: OccasionRegistered, at: At) -> None:
    Occasion.objects.create(
        entry=at.entry,
        cycle_id=at.year,
        register="agreement" if effect.kind == "agreement" else "event",
        key=effect.key,
        kind=effect.kind,
        title=effect.title,
        first_day=effect.first_day,
        last_day=effect.last_day,
        place=effect.place,
        years=list(effect.years),
        concepts=list(effect.concepts),
        considered=effect.considered,
    )
