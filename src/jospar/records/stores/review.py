"""Stores of review."""

from jospar.records.models import Conclusion, Notice
from jospar.rules.review.effects import ConclusionGiven, ConclusionNotified

from .dispatch import At, concept_number, store


@store.register
def _(effect: ConclusionGiven, at: At) -> None:
    Conclusion.objects.create(
        concept_id=concept_number(at.year, effect.key),
        entry=at.entry,
        on=effect.on,
        expedient=effect.expedient,
        number=effect.number,
        reasons_kk=effect.reasons.kk,
        reasons_ru=effect.reasons.ru,
        signed_by=effect.signed_by,
    )


@store.register
def _(effect: ConclusionNotified, at: At) -> None:
    Notice.objects.create(
        concept_id=concept_number(at.year, effect.key),
        entry=at.entry,
        on=effect.on,
        document=effect.document,
    )
