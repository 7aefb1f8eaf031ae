"""Stores of dossiers, and of concepts that stand outside of the cycles."""

from typing import Any

from jospar.records.fields import wording_columns
from jospar.records.models import Concept, Dossier, Proposer
from jospar.records.snapshots.dossiers import amending_entry
from jospar.records.snapshots.plans import plan_id
from jospar.rules.amendment.effects import (
    DossierConceptBrought,
    DossierConcluded,
    GroundsBrought,
    InstructionRequested,
)
from jospar.rules.core.nouns import PlanKind, Wording

from .concepts import keep_proposers, received_columns
from .dispatch import At, store
from .titles import search_by


@store.register
def _(effect: GroundsBrought, at: At) -> None:
    _dossier(
        at,
        effect.plan,
        effect.key,
        body=effect.body,
        grounds_kk=effect.grounds.kk,
        grounds_ru=effect.grounds.ru,
        grounds_on=effect.received_on,
        grounds_document=effect.document,
        grounds_by=effect.by,
    )


@store.register
def _(effect: DossierConceptBrought, at: At) -> None:
    concept = keep_concept(
        at,
        effect.plan,
        effect.key,
        effect.wording,
        effect.proposers,
        **received_columns(effect),
    )
    place = {"plan_id": plan_id(at.year, effect.plan), "key": effect.key}
    known = Dossier.objects.filter(**place, grounds_on__isnull=False)
    body = known.values_list("body", flat=True).first() or effect.proposers[0]
    _dossier(
        at,
        effect.plan,
        effect.key,
        body=body,
        concept_id=concept,
        concept_on=effect.received_on,
        concept_by=effect.by,
    )


@store.register
def _(effect: DossierConcluded, at: At) -> None:
    _dossier(
        at,
        effect.plan,
        effect.key,
        concluded_on=effect.on,
        expedient=effect.expedient,
        number=effect.number,
        reasons_kk=effect.reasons.kk,
        reasons_ru=effect.reasons.ru,
        signed_by=effect.signed_by,
    )


@store.register
def _(effect: InstructionRequested, at: At) -> None:
    _dossier(
        at,
        effect.plan,
        effect.key,
        requested_on=effect.on,
        request_document=effect.document,
    )


def keep_concept(
    at: At,
    plan: PlanKind,
    key: str,
    wording: Wording,
    proposers: tuple[str, ...],
    **values: Any,
) -> int:
    """Keep a concept outside of the cycles, in place of one of its key; its number."""
    values |= wording_columns(wording)
    entry = amending_entry(at.year, plan, key)
    if entry is None:
        entry = at.entry
        kept = {"amends_id": plan_id(at.year, plan), "treaty": entry}
        Concept.objects.create(entry=entry, key=key, **kept, **values)
    else:
        Concept.objects.filter(entry=entry).update(**values)
        Proposer.objects.filter(concept_id=entry).delete()
    keep_proposers(entry, proposers)
    search_by(entry, wording.title)
    return entry


def _dossier(at: At, plan: PlanKind, key: str, **values: Any) -> None:
    """Put ``values`` into the dossier; the first paper opens it."""
    place = {"plan_id": plan_id(at.year, plan), "key": key}
    if not Dossier.objects.filter(**place).update(**values):
        Dossier.objects.create(entry=at.entry, **place, **values)
