"""Stores of what happens to treaties through the years, and to their bodies."""

from django.db.models import F

from jospar.records.models import Concept, Succession, ToldApart, TreatyLink
from jospar.records.snapshots.treaties import concept_of_year
from jospar.rules.reference.effects import BodySucceeded
from jospar.rules.treaty.effects import (
    ConceptLinked,
    ConceptsToldApart,
    ConceptUnlinked,
)

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
def _(effect: ConceptUnlinked, at: At) -> None:
    concept = concept_of_year(at.year, effect.key)
    earlier = concept_of_year(effect.earlier_year, effect.earlier)
    standing = TreatyLink.objects.filter(undone_on=None)
    standing.filter(concept=concept, earlier=earlier).update(
        undone_on=effect.on,
        undone_entry=at.entry,
        undone_kk=effect.reason.kk,
        undone_ru=effect.reason.ru,
    )
    # Those that the other links leave together stay so: they are made anew in order.
    of_treaty = Concept.objects.filter(treaty=concept.treaty)
    numbers = list(of_treaty.values_list("entry", flat=True))
    of_treaty.update(treaty=F("entry"))
    among = Concept.objects.filter(entry__in=numbers)
    links = standing.filter(concept__in=numbers).order_by("entry")
    for later, first in links.values_list("concept_id", "earlier_id"):
        treaty = dict(among.values_list("entry", "treaty"))
        among.filter(treaty=treaty[later]).update(treaty=treaty[first])


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
