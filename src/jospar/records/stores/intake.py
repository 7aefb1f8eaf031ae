"""Stores of intake."""

from jospar.records.fields import wording_columns
from jospar.records.models import (
    Concept,
    HandlingMark,
    LetterOfNone,
    Registration,
    Reminder,
    Return,
    Supplement,
    Withdrawal,
)
from jospar.rules.intake.effects import (
    BodyReminded,
    ConceptReceived,
    ConceptReturned,
    ConceptSupplemented,
    ConceptWithdrawn,
    HandlingMarked,
    NoneReported,
    PaperRegistered,
)

from .concepts import keep_proposers, received_columns
from .dispatch import At, concept_number, no_earlier, store
from .titles import search_by


@store.register
def _(effect: ConceptReceived, at: At) -> None:
    Concept.objects.create(
        entry=at.entry,
        cycle_id=at.year,
        key=effect.key,
        **wording_columns(effect.wording),
        **received_columns(effect),
        treaty=at.entry,
    )
    keep_proposers(at.entry, effect.proposers)
    search_by(at.entry, effect.wording.title)


@store.register
def _(effect: NoneReported, at: At) -> None:
    LetterOfNone.objects.create(
        entry=at.entry,
        cycle_id=at.year,
        body=effect.body,
        received_at=effect.received_at,
        received_on=effect.received_on,
        document=effect.document,
    )


@store.register
def _(effect: ConceptSupplemented, at: At) -> None:
    concept = Concept.objects.get(cycle_id=at.year, key=effect.key)
    changes = {**wording_columns(effect.wording), "further": dict(effect.further)}
    changes["changed_on"] = no_earlier("changed_on", effect.on)
    if effect.complete and concept.complete_on is None:
        changes["complete_on"] = effect.on
    if effect.term_changed:
        changes["term_on"] = no_earlier("term_on", effect.on)
    Concept.objects.filter(entry=concept.entry).update(**changes)
    search_by(concept.entry, effect.wording.title)
    Supplement.objects.create(
        entry=at.entry,
        concept_id=concept.entry,
        on=effect.on,
        document=effect.document,
    )


@store.register
def _(effect: ConceptWithdrawn, at: At) -> None:
    concept = concept_number(at.year, effect.key)
    Withdrawal.objects.create(
        concept_id=concept, entry=at.entry, on=effect.on, document=effect.document
    )
    Concept.objects.filter(entry=concept).update(
        changed_on=no_earlier("changed_on", effect.on)
    )


@store.register
def _(effect: ConceptReturned, at: At) -> None:
    Return.objects.create(
        concept_id=concept_number(at.year, effect.key),
        entry=at.entry,
        on=effect.on,
        document=effect.document,
    )


@store.register
def _(effect: HandlingMarked, at: At) -> None:
    concept = concept_number(at.year, effect.key)
    if effect.official_use:
        HandlingMark.objects.create(
            entry=at.entry, concept_id=concept, on=effect.on, reason=effect.reason
        )
    else:
        HandlingMark.objects.filter(concept_id=concept, lifted_on=None).update(
            lifted_on=effect.on, lift_entry=at.entry, lift_reason=effect.reason
        )


@store.register
def _(effect: BodyReminded, at: At) -> None:
    Reminder.objects.create(
        entry=at.entry,
        cycle_id=at.year,
        body=effect.body,
        on=effect.on,
        text_kk=effect.text.kk,
        text_ru=effect.text.ru,
    )


@store.register
def _(effect: PaperRegistered, at: At) -> None:
    Registration.objects.create(
        entry=at.entry,
        cycle_id=at.year,
        paper=effect.paper,
        number=effect.number,
        on=effect.on,
    )
