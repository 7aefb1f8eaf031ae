"""How a plan moves: its stage, the fixing of its rows, its revisions."""

from datetime import date

from jospar.records.fields import WORDING, plain, wording_from
from jospar.records.models import Plan, Revision, Row, Sending
from jospar.records.rulesets import ruleset_of
from jospar.records.snapshots.plans import content_of, form_of, plan_id, revision_of
from jospar.rules.core.nouns import PlanKind, PlanStage

from .dispatch import At


class RevisionMismatchError(RuntimeError):
    """What a plan says is not what the journal's fingerprint was taken of."""


def open_plans(year: int) -> None:
    """Make the two plans of a cycle, as drafts."""
    Plan.objects.bulk_create(
        Plan(
            id=plan_id(year, kind),
            cycle_id=year,
            kind=kind.value,
            stage=PlanStage.DRAFT.value,
        )
        for kind in PlanKind
    )


def move(year: int, kind: PlanKind, stage: PlanStage, on: date) -> None:
    """Put the plan at ``stage`` since ``on``."""
    Plan.objects.filter(id=plan_id(year, kind)).update(stage=stage.value, stage_on=on)


def fix_rows(year: int, kind: PlanKind) -> None:
    """Fix the rows of a draft as their concepts read; withdrawn ones leave."""
    rows = Row.objects.filter(plan_id=plan_id(year, kind))
    columns = {name: f"concept__{name}" for name in WORDING}
    found = rows.filter(concept__withdrawal=None).values(
        "concept_id", *columns.values()
    )
    wordings = {
        row["concept_id"]: plain(
            wording_from({name: row[column] for name, column in columns.items()})
        )
        for row in found
    }
    changed = list(rows)
    for row in changed:
        row.fixed = wordings.get(row.concept_id)
    Row.objects.bulk_update(changed, ["fixed"], batch_size=500)


def send(
    at: At,
    *,
    kind: PlanKind,
    to: str,
    stage: PlanStage,
    document: str,
    number: int,
    fingerprint: str,
) -> None:
    """Keep what the plan says as a revision, and record where it was sent.

    Raises:
        RevisionMismatchError: when the plan does not have that fingerprint.
    """
    ruleset = ruleset_of(at.year)
    if ruleset is None:
        raise LookupError(f"The cycle of {at.year} is not open.")
    form = form_of(ruleset, at.year, kind, stage)
    if revision_of(form, at.year) != (number, fingerprint):
        told = f"The {kind} plan sent on {at.on} has not the fingerprint {fingerprint}."
        raise RevisionMismatchError(told)
    plan = plan_id(at.year, kind)
    if not Revision.objects.filter(plan_id=plan, number=number).exists():
        Revision.objects.create(
            entry=at.entry,
            plan_id=plan,
            number=number,
            on=at.on,
            fingerprint=fingerprint,
            content=content_of(form),
        )
    Sending.objects.create(
        entry=at.entry,
        plan_id=plan,
        to=to,
        on=at.on,
        document=document,
        revision=number,
    )
