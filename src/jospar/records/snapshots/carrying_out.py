"""Snapshots for the acts of carrying out."""

from datetime import date

from django.db.models import Exists, OuterRef, Q

from jospar.records.models import (
    Concept,
    PlannedStage,
    Progress,
    Proposer,
    ReportRequest,
    Row,
    TreatyName,
)
from jospar.records.models import Plan as PlanRecord
from jospar.records.models import PutForward as PutForwardRecord
from jospar.rules.carrying_out.facts import (
    CorrectName,
    PlanProgress,
    PutForward,
    RecordName,
    RecordSigning,
    Report,
    RequestFacts,
    RequestReport,
    RowFacts,
)
from jospar.rules.core.act import Case
from jospar.rules.core.calendar import Calendar
from jospar.rules.core.nouns import Entry, PlanKind, PlanStage, ProgressStage, Text

from .agreed_rows import agreed_row
from .concepts import known_bodies
from .dispatch import facts_for
from .plans import plan_id
from .successions import answered_for, answering, successors


@facts_for.register(Report)
@facts_for.register(PlanProgress)
@facts_for.register(PutForward)
@facts_for.register(RecordSigning)
@facts_for.register(RecordName)
@facts_for.register(CorrectName)
def _(
    filing: Report
    | PlanProgress
    | PutForward
    | RecordSigning
    | RecordName
    | CorrectName,
    case: Case,
    calendar: Calendar,
) -> RowFacts:
    row, concept = agreed_row(case, filing.plan, filing.key)
    planned = PlannedStage.objects.filter(concept_id=concept, on__lte=case.on)
    forward = PutForwardRecord.objects.filter(
        concept_id=concept, on__year=case.on.year
    ).order_by("on")
    entry = Concept.objects.values_list("entry_kind", flat=True).get(entry=concept)
    return RowFacts(
        case=case,
        row=row,
        name=_name(concept, case.on) or row.wording.title,
        answering=answering(row.proposers, successors(case.on)),
        stage=_stage(concept, case.on),
        entry=Entry(entry),
        planned={
            ProgressStage(stage): planned_on
            for stage, planned_on in planned.values_list("stage", "planned_on")
        },
        put_forward_on=forward.values_list("on", flat=True).first(),
        replaced_on=_replaced_on(case.year, filing.plan),
    )


@facts_for.register
def _(filing: RequestReport, case: Case, calendar: Calendar) -> RequestFacts:
    known = successors(case.on)
    if filing.body not in known.values():
        known_bodies(case.year, [filing.body])
    asked = ReportRequest.objects.filter(
        cycle_id=case.year,
        body=filing.body,
        year=filing.year,
        quarter=int(filing.quarter),
    )
    bodies = answered_for(filing.body, known)
    # Row by row of two plans: a body has proposed far more in all its years.
    proposed = Proposer.objects.filter(concept=OuterRef("concept"), body__in=bodies)
    rows = Row.objects.filter(
        Q(removed_on=None) | Q(removed_on__gt=case.on),
        Exists(proposed),
        plan_id__in=[plan_id(case.year, kind) for kind in PlanKind],
        plan__stage=PlanStage.AGREED.value,
        plan__stage_on__lte=case.on,
        fixed__isnull=False,
    )
    return RequestFacts(
        case,
        asked_on=asked.values_list("on", flat=True).first(),
        has_rows=rows.exists(),
    )


def _stage(concept: int, day: date) -> ProgressStage:
    """Return the stage that was known of a row by ``day``."""
    reports = Progress.objects.filter(concept_id=concept, on__lte=day)
    stage = reports.exclude(stage="").values_list("stage", flat=True).last()
    return ProgressStage(stage) if stage else ProgressStage.NOT_BEGUN


def _name(concept: int, day: date) -> Text | None:
    """Return what a treaty was called on ``day``, if otherwise than agreed."""
    names = TreatyName.objects.filter(concept_id=concept, on__lte=day)
    name = names.values_list("name_kk", "name_ru").last()
    return Text(*name) if name else None


def _replaced_on(year: int, kind: PlanKind) -> date | None:
    """Return the day on which a newer long-term plan was agreed."""
    if kind is PlanKind.CURRENT:
        return None
    later = PlanRecord.objects.filter(
        kind=kind.value, cycle_id__gt=year, stage=PlanStage.AGREED.value
    )
    return later.order_by("stage_on").values_list("stage_on", flat=True).first()
