"""Stores of what happens to agreed rows while they are carried out."""

from jospar.records.fields import wording_kept
from jospar.records.models import (
    PlannedStage,
    Progress,
    PutForward,
    ReportRequest,
    Row,
    Signing,
    TreatyName,
)
from jospar.records.snapshots import NotInRecordError
from jospar.records.snapshots.plans import plan_id
from jospar.rules.carrying_out.effects import (
    NameRecorded,
    ReportRequested,
    RowPutForward,
    RowReported,
    StagePlanned,
    TreatySigned,
)
from jospar.rules.core.nouns import PlanKind, ProgressStage, Text

from .dispatch import At, store
from .titles import search_by


@store.register
def _(effect: RowReported, at: At) -> None:
    concept = _row(at.year, effect.plan, effect.key)
    Progress.objects.create(
        entry=at.entry,
        concept_id=concept,
        on=effect.on,
        document=effect.document,
        stage=effect.stage.value if effect.stage else "",
        reached_on=effect.reached_on,
        note_kk=effect.note.kk,
        note_ru=effect.note.ru,
    )
    _move(concept)


@store.register
def _(effect: StagePlanned, at: At) -> None:
    PlannedStage.objects.create(
        entry=at.entry,
        concept_id=_row(at.year, effect.plan, effect.key),
        on=effect.on,
        stage=effect.stage.value,
        planned_on=effect.planned_on,
    )


@store.register
def _(effect: ReportRequested, at: At) -> None:
    ReportRequest.objects.create(
        entry=at.entry,
        cycle_id=at.year,
        body=effect.body,
        on=effect.on,
        year=effect.year,
        quarter=effect.quarter,
        answer_by=effect.answer_by,
    )


@store.register
def _(effect: RowPutForward, at: At) -> None:
    PutForward.objects.create(
        entry=at.entry,
        concept_id=_row(at.year, effect.plan, effect.key),
        on=effect.on,
        document=effect.document,
        reason_kk=effect.reason.kk,
        reason_ru=effect.reason.ru,
    )


@store.register
def _(effect: TreatySigned, at: At) -> None:
    concept = _row(at.year, effect.plan, effect.key)
    Signing.objects.create(
        concept_id=concept,
        entry=at.entry,
        on=effect.on,
        place=effect.place,
        signatories=effect.signatories,
        name_kk=effect.name.kk,
        name_ru=effect.name.ru,
        document=effect.document,
    )
    Progress.objects.create(
        entry=at.entry,
        concept_id=concept,
        on=effect.on,
        document=effect.document,
        stage=ProgressStage.SIGNED.value,
        reached_on=effect.on,
        note_kk="",
        note_ru="",
    )
    _move(concept)


@store.register
def _(effect: NameRecorded, at: At) -> None:
    number = _row(at.year, effect.plan, effect.key)
    TreatyName.objects.create(
        entry=at.entry,
        concept_id=number,
        on=effect.on,
        name_kk=effect.name.kk,
        name_ru=effect.name.ru,
        ground=effect.ground.value if effect.ground else "",
        from_side=effect.from_side,
        judged_by=effect.judged_by,
        document=effect.document,
        reason_kk=effect.reason.kk,
        reason_ru=effect.reason.ru,
    )
    names = TreatyName.objects.filter(concept_id=number)
    name = names.values_list("name_kk", "name_ru").last()
    fixed = Row.objects.values_list("fixed", flat=True).get(concept_id=number)
    search_by(number, wording_kept(fixed).title, Text(*name) if name else Text())


def _row(year: int, kind: PlanKind, key: str) -> int:
    rows = Row.objects.filter(plan_id=plan_id(year, kind), concept__key=key)
    number = rows.values_list("concept_id", flat=True).first()
    if number is None:
        raise NotInRecordError("row", key, "key")
    return number


def _move(concept: int) -> None:
    """Put a row at the stage of its last report; an older one does not move it."""
    reports = Progress.objects.filter(concept_id=concept).exclude(stage="")
    stage = reports.values_list("stage", flat=True).last()
    if stage:
        Row.objects.filter(concept_id=concept).update(progress=stage)
