"""Stores of the grounds of amendments, and of what changes under them."""

from datetime import datetime, time

from jospar.records.fields import plain
from jospar.records.fingerprints import fingerprint
from jospar.records.models import (
    AmendingDecision,
    Amendment,
    Consent,
    Instruction,
    Revision,
    RevisionSending,
    Row,
    RowChange,
    TreatyName,
)
from jospar.records.rulesets import ruleset_of
from jospar.records.snapshots import NotInRecordError
from jospar.records.snapshots.dossiers import amending_entry
from jospar.records.snapshots.plans import content_of, form_of, plan_id
from jospar.rules.amendment.effects import (
    AmendmentDecided,
    ChangeDropped,
    ConsentRecorded,
    InstructionRecorded,
    PlanAmended,
    RevisionAcknowledged,
    RevisionSent,
    RowStaged,
)
from jospar.rules.amendment.nouns import ChangeOutcome, RowMade
from jospar.rules.core.deadlines import ASTANA
from jospar.rules.core.nouns import PlanKind, PlanStage, Text

from .dispatch import At, store
from .dossiers import keep_concept
from .plans import RevisionMismatchError
from .titles import search_by


@store.register
def _(effect: InstructionRecorded, at: At) -> None:
    Instruction.objects.create(
        entry=at.entry,
        cycle_id=at.year,
        number=effect.number,
        on=effect.on,
        by=effect.instructed_by.value,
        outcome=effect.outcome.value,
        dossiers=list(effect.dossiers),
    )


@store.register
def _(effect: AmendmentDecided, at: At) -> None:
    AmendingDecision.objects.create(
        entry=at.entry,
        cycle_id=at.year,
        number=effect.number,
        on=effect.on,
        present=effect.present,
    )


@store.register
def _(effect: ConsentRecorded, at: At) -> None:
    decision = AmendingDecision.objects.only("entry").get(
        cycle_id=at.year, number=effect.decision
    )
    Consent.objects.create(
        entry=at.entry,
        decision_id=decision.entry,
        number=effect.number,
        on=effect.on,
        outcome=effect.outcome.value,
    )


@store.register
def _(effect: RowStaged, at: At) -> None:
    added, kept = effect.wording, plan_id(at.year, effect.plan)
    if added is not None and not effect.from_dossier:
        concept = keep_concept(
            at,
            effect.plan,
            effect.key,
            added,
            effect.proposers,
            entry_kind=effect.entry.value,
            counterparties=list(effect.counterparties),
            received_at=datetime.combine(effect.on, time(), tzinfo=ASTANA),
            received_on=effect.on,
            document=effect.ground,
            complete_on=effect.on if effect.complete else None,
            term_on=effect.on,
            changed_on=effect.on,
        )
    else:
        concept = _entering(at.year, effect.plan, effect.key)
    changed = effect.outcome is ChangeOutcome.CHANGE
    cells = {"cells": plain(effect.changes), "procedure": plain(effect.procedure)}
    RowChange.objects.create(
        entry=at.entry,
        plan_id=kept,
        route=effect.route.value,
        ground=effect.ground,
        concept_id=concept,
        on=effect.on,
        outcome=effect.outcome.value,
        wording=None if added is None else plain(added),
        changes=cells if changed else None,
        reason_kk=effect.reason.kk,
        reason_ru=effect.reason.ru,
    )


@store.register
def _(effect: ChangeDropped, at: At) -> None:
    RowChange.objects.filter(
        plan_id=plan_id(at.year, effect.plan),
        route=effect.route.value,
        ground=effect.ground,
        concept__key=effect.key,
        revision=None,
    ).delete()


@store.register
def _(effect: PlanAmended, at: At) -> None:
    kept = plan_id(at.year, effect.plan)
    for row in effect.rows:
        _make(row, effect, at)
    RowChange.objects.filter(
        plan_id=kept, route=effect.route.value, ground=effect.ground, revision=None
    ).update(revision=effect.revision)
    ruleset = ruleset_of(at.year)
    if ruleset is None:
        raise LookupError(f"The cycle of {at.year} is not open.")
    form = form_of(ruleset, at.year, effect.plan, PlanStage.AGREED)
    if fingerprint(form.content()) != effect.fingerprint:
        told = f"Revision {effect.revision} of the {effect.plan} plan reads otherwise."
        raise RevisionMismatchError(told)
    Revision.objects.create(
        entry=at.entry,
        plan_id=kept,
        number=effect.revision,
        on=effect.on,
        fingerprint=effect.fingerprint,
        content=content_of(form),
    )
    Amendment.objects.create(
        entry=at.entry,
        plan_id=kept,
        revision=effect.revision,
        route=effect.route.value,
        ground=effect.ground,
        ground_on=effect.ground_on,
        effective_on=effect.effective_on,
    )


@store.register
def _(effect: RevisionSent, at: At) -> None:
    RevisionSending.objects.create(
        entry=at.entry,
        plan_id=plan_id(at.year, effect.plan),
        revision=effect.revision,
        recipient=effect.recipient,
        on=effect.on,
        document=effect.document,
        means=effect.means,
    )


@store.register
def _(effect: RevisionAcknowledged, at: At) -> None:
    RevisionSending.objects.filter(
        plan_id=plan_id(at.year, effect.plan),
        revision=effect.revision,
        recipient=effect.recipient,
    ).update(acknowledged_on=effect.on)


def _entering(year: int, plan: PlanKind, key: str) -> int:
    """Return the number of the concept of a row, or of one that would enter."""
    rows = Row.objects.filter(plan_id=plan_id(year, plan), concept__key=key)
    concept = rows.values_list("concept_id", flat=True).first()
    if concept is None:
        concept = amending_entry(year, plan, key)
    if concept is None:
        raise NotInRecordError("row", key, "key")
    return concept


def _make(row: RowMade, effect: PlanAmended, at: At) -> None:
    """Let the plan's row be as the revision says."""
    concept = _entering(at.year, effect.plan, row.key)
    rows = Row.objects.filter(concept_id=concept)
    if row.wording is None:
        rows.update(removed_on=effect.effective_on)
        return
    if row.outcome is ChangeOutcome.ADD:
        Row.objects.create(
            concept_id=concept,
            entry=at.entry,
            plan_id=plan_id(at.year, effect.plan),
            placed_on=effect.effective_on,
            reason="",
            fixed=plain(row.wording),
        )
    else:
        rows.update(fixed=plain(row.wording))
    name = TreatyName.objects.filter(concept_id=concept).last()
    called = Text(name.name_kk, name.name_ru) if name else Text()
    search_by(concept, row.wording.title, called)
