"""Stores of drafting."""

from django.db.models import Value
from django.db.models.functions import Coalesce, Greatest

from jospar.records.fields import wording_columns
from jospar.records.models import (
    Concept,
    Occasion,
    Plan,
    RequestForConcept,
    Row,
    Settlement,
)
from jospar.records.snapshots.drafting import occasion_of
from jospar.records.snapshots.plans import plan_id
from jospar.rules.drafting.effects import (
    ConceptPlaced,
    ConceptRequested,
    ConceptSettled,
    OccasionConsidered,
    OccasionRegistered,
    RowMoved,
)

from .dispatch import At, concept_number, no_earlier, store
from .titles import search_by


@store.register
def _(effect: ConceptSettled, at: At) -> None:
    concept = concept_number(at.year, effect.key)
    changes = wording_columns(effect.wording)
    changes["changed_on"] = no_earlier("changed_on", effect.on)
    if effect.term_changed:
        changes["term_on"] = no_earlier("term_on", effect.on)
    Concept.objects.filter(entry=concept).update(**changes)
    search_by(concept, effect.wording.title)
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
def _(effect: RowMoved, at: At) -> None:
    Row.objects.filter(concept_id=concept_number(at.year, effect.key)).update(
        plan_id=plan_id(at.year, effect.plan),
        placed_on=effect.on,
        reason=effect.reason,
        fixed=None,
    )
    day = Value(effect.on)
    Plan.objects.filter(id=plan_id(at.year, effect.plan.other)).update(
        lost_row_on=Greatest(Coalesce("lost_row_on", day), day)
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
        registered_on=at.on,
    )


@store.register
def _(effect: OccasionConsidered, at: At) -> None:
    Occasion.objects.filter(
        cycle_id=at.year, register=effect.register.value, key=effect.key
    ).update(
        concepts=list(effect.concepts),
        considered=effect.considered,
        considered_on=effect.on,
    )


@store.register
def _(effect: ConceptRequested, at: At) -> None:
    RequestForConcept.objects.create(
        entry=at.entry,
        occasion=occasion_of(at.year, effect.register, effect.key),
        body=effect.body,
        on=effect.on,
        answer_by=effect.answer_by,
        question_kk=effect.question.kk,
        question_ru=effect.question.ru,
    )
