"""Stores of review."""

from jospar.records.models import (
    Clarification,
    Conclusion,
    Notice,
    Opinion,
    PreparedConclusion,
)
from jospar.rules.review.effects import (
    ClarificationAnswered,
    ClarificationAsked,
    ConclusionAgreed,
    ConclusionGiven,
    ConclusionNotified,
    ConclusionPrepared,
    OpinionAsked,
    OpinionGiven,
)

from .dispatch import At, concept_number, store


@store.register
def _(effect: OpinionAsked, at: At) -> None:
    Opinion.objects.create(
        entry=at.entry,
        concept_id=concept_number(at.year, effect.key),
        on=effect.on,
        by=effect.by,
        answer_by=effect.answer_by,
        department=effect.department,
        question=effect.question,
    )


@store.register
def _(effect: OpinionGiven, at: At) -> None:
    Opinion.objects.filter(
        concept_id=concept_number(at.year, effect.key),
        department=effect.department,
        on__lte=effect.on,
        answered_on=None,
    ).update(
        answer_entry=at.entry,
        answered_on=effect.on,
        answered_by=effect.by,
        favourable=effect.favourable,
        opinion=effect.opinion,
    )


@store.register
def _(effect: ClarificationAsked, at: At) -> None:
    Clarification.objects.create(
        entry=at.entry,
        concept_id=concept_number(at.year, effect.key),
        on=effect.on,
        by=effect.by,
        answer_by=effect.answer_by,
        question_kk=effect.question.kk,
        question_ru=effect.question.ru,
    )


@store.register
def _(effect: ClarificationAnswered, at: At) -> None:
    Clarification.objects.filter(
        concept_id=concept_number(at.year, effect.key),
        on__lte=effect.on,
        answered_on=None,
    ).update(
        answer_entry=at.entry,
        answered_on=effect.on,
        answered_by=effect.by,
        answer_kk=effect.answer.kk,
        answer_ru=effect.answer.ru,
        document=effect.document,
    )


@store.register
def _(effect: ConclusionPrepared, at: At) -> None:
    # Saved under its concept, it takes the place of what was prepared before.
    PreparedConclusion(
        concept_id=concept_number(at.year, effect.key),
        entry=at.entry,
        on=effect.on,
        expedient=effect.expedient,
        reasons_kk=effect.reasons.kk,
        reasons_ru=effect.reasons.ru,
        by=effect.by,
    ).save()


@store.register
def _(effect: ConclusionAgreed, at: At) -> None:
    PreparedConclusion.objects.filter(
        concept_id=concept_number(at.year, effect.key)
    ).update(agreement_entry=at.entry, agreed_on=effect.on, agreed_by=effect.by)


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
