"""Stores of what happens before the Commission."""

from jospar.records.fields import plain, wording_columns, wording_kept
from jospar.records.models import Concept, Decision, Plan, Remark, Row, RowDecision
from jospar.records.snapshots.plans import plan_id
from jospar.rules.commission.effects import (
    DraftSent,
    PlanDecided,
    RemarkAnswered,
    RemarkMade,
    RowDecided,
)
from jospar.rules.commission.facts import Outcome, RowOutcome
from jospar.rules.core.nouns import PlanStage, Wording

from .dispatch import At, concept_number, store
from .plans import fix_rows, move, send
from .titles import search_by

TERM = ("conclude_from", "conclude_to")
"""The columns of a term, which the Commission decides as one thing."""


@store.register
def _(effect: DraftSent, at: At) -> None:
    fix_rows(at.year, effect.plan)
    send(
        at,
        kind=effect.plan,
        to="commission",
        stage=PlanStage.BEFORE_COMMISSION,
        document=effect.document,
        number=effect.revision,
        fingerprint=effect.fingerprint,
    )
    move(at.year, effect.plan, PlanStage.BEFORE_COMMISSION, effect.on)


@store.register
def _(effect: PlanDecided, at: At) -> None:
    Decision.objects.create(
        entry=at.entry,
        plan_id=plan_id(at.year, effect.plan),
        on=effect.on,
        number=effect.number,
        outcome=effect.outcome.value,
        present=effect.present,
    )
    approved = effect.outcome is Outcome.APPROVED
    stage = PlanStage.APPROVED if approved else PlanStage.DRAFT
    move(at.year, effect.plan, stage, effect.on)


@store.register
def _(effect: RowDecided, at: At) -> None:
    concept = concept_number(at.year, effect.key)
    decision = Decision.objects.only("entry").get(
        plan_id=plan_id(at.year, effect.plan), number=effect.decision
    )
    RowDecision.objects.create(
        entry=at.entry,
        decision_id=decision.entry,
        concept_id=concept,
        outcome=effect.outcome.value,
        effective=effect.wording is not None,
        remark_kk=effect.remark.kk,
        remark_ru=effect.remark.ru,
    )
    if effect.wording is None or effect.outcome is RowOutcome.KEEP:
        return
    if effect.outcome is RowOutcome.EXCLUDE:
        Row.objects.filter(concept_id=concept).delete()
        return
    _reword(effect, concept, effect.wording, at)


@store.register
def _(effect: RemarkMade, at: At) -> None:
    Remark.objects.create(
        entry=at.entry,
        plan_id=plan_id(at.year, effect.plan),
        revision=effect.revision,
        on=effect.on,
        member=effect.member,
        point=effect.point,
        remark_kk=effect.remark.kk,
        remark_ru=effect.remark.ru,
        document=effect.document,
    )


@store.register
def _(effect: RemarkAnswered, at: At) -> None:
    Remark.objects.filter(entry=effect.remark).update(
        answered_on=effect.on,
        answer_kk=effect.answer.kk,
        answer_ru=effect.answer.ru,
        settled=effect.settled.value,
    )


def _reword(effect: RowDecided, concept: int, wording: Wording, at: At) -> None:
    """Let row and concept read as decided; a moved row goes to the other plan."""
    row = Row.objects.get(concept_id=concept)
    before = wording_columns(wording_kept(row.fixed))
    columns = wording_columns(wording)
    changed = {name: value for name, value in columns.items() if value != before[name]}
    if effect.term_changed:
        changed |= {name: columns[name] for name in TERM} | {"term_on": effect.on}
    Concept.objects.filter(entry=concept).update(**changed, changed_on=effect.on)
    search_by(concept, wording.title)
    row.fixed = plain(wording)
    if effect.outcome is RowOutcome.MOVE:
        row.plan_id = plan_id(at.year, effect.plan.other)
        row.placed_on = effect.on
        stage = Plan.objects.values_list("stage", flat=True).get(id=row.plan_id)
        if stage == PlanStage.DRAFT:
            row.fixed = None
    row.save()
