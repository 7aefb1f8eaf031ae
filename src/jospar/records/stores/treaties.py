"""Stores of what happens to treaties through the years, and to their bodies."""

from jospar.records.models import Concept, Succession, ToldApart, TreatyLink
from jospar.records.snapshots.treaties import concept_of_year
from jospar.rules.reference.effects import BodySucceeded
from jospar.rules.treaty.effects import ConceptLinked, ConceptsToldApart

from .dispatch import At, store


@store.register
def _(effect: ConceptLinked, at: At) -> None:
    concept = concept_of_year(at.year, effect.key)
    earlier = concept_of_year(effect.earlier_year, effect.earlier)
    TreatyLink.objects.create(
        entry=at.entry,
        concept=concept,
        earlier=earlier,
        on=effect.on,
        how=effect.how.value,
        reason_kk=effect.reason.kk,
        reason_ru=effect.reason.ru,
    )
    # What was linked to the concept before comes along with it.
    Concept.objects.filter(treaty=concept.treaty).update(treaty=earlier.treaty)


@store.register
def _(effect: ConceptsToldApart, at: At) -> None:
    ToldApart.objects.create(
        entry=at.entry,
        concept=concept_of_year(at.year, effect.key),
        other=concept_of_year(effect.other_year, effect.other),
        on=effect.on,
        reason_kk=effect.reason.kk,
        reason_ru=effect.reason.ru,
    )


@store.register
def _(effect: BodySucceeded, at: At) -> None:
    Succession.objects.create(
        entry=at.entry,
        body=effect.body,
        successor=effect.successor,
        on=effect.on,
        document=effect.document,
    )
