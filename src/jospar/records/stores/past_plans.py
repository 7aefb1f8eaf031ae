"""Stores of plans of past years: rows, revision and agreement with one entry."""

from datetime import datetime, time

from jospar.records.fields import plain, wording_columns
from jospar.records.models import (
    Concept,
    Cycle,
    ListedBody,
    Plan,
    Proposer,
    Reply,
    Row,
)
from jospar.records.numbers import number_in
from jospar.records.snapshots.plans import plan_id
from jospar.rules.agreement.facts import ReplyOutcome
from jospar.rules.core.deadlines import ASTANA
from jospar.rules.core.nouns import PlanStage
from jospar.rules.plans.effects import CycleBroughtIn, PlanBroughtIn
from jospar.rules.plans.facts import BroughtBody, BroughtRow

from .dispatch import At, store
from .plans import move, open_plans, send
from .titles import search_by


@store.register
def _(effect: CycleBroughtIn, at: At) -> None:
    Cycle.objects.create(
        year=effect.year,
        entry=at.entry,
        ruleset=effect.ruleset,
        digest=effect.digest,
        content=effect.content,
        brought_in=True,
    )
    open_plans(effect.year)


@store.register
def _(effect: PlanBroughtIn, at: At) -> None:
    plan = plan_id(at.year, effect.plan)
    _list(effect.bodies, at)
    numbered = {
        number_in(at.entry, place): row
        for place, row in enumerate(effect.rows, start=1)
    }
    Concept.objects.bulk_create(
        _concept(number, row, effect, at) for number, row in numbered.items()
    )
    Proposer.objects.bulk_create(
        Proposer(concept_id=number, position=position, body=body)
        for number, row in numbered.items()
        for position, body in enumerate(row.proposers)
    )
    Row.objects.bulk_create(
        Row(
            concept_id=number,
            entry=at.entry,
            plan_id=plan,
            placed_on=effect.on,
            reason="",
            fixed=plain(row.wording),
            place=place,
        )
        for place, (number, row) in enumerate(numbered.items(), start=1)
    )
    for number, row in numbered.items():
        search_by(number, row.wording.title)
    _agree(effect, at)


def _list(bodies: tuple[BroughtBody, ...], at: At) -> None:
    """List the bodies of the plan by the names that they had; none had to answer."""
    listed = ListedBody.objects.filter(cycle_id=at.year).count()
    ListedBody.objects.bulk_create(
        ListedBody(
            entry=number_in(at.entry, position),
            cycle_id=at.year,
            code=body.code,
            position=listed + position,
            name_kk=body.name.kk,
            name_ru=body.name.ru,
            name_en=body.name_en,
            answers=False,
        )
        for position, body in enumerate(bodies, start=1)
    )


def _concept(number: int, row: BroughtRow, effect: PlanBroughtIn, at: At) -> Concept:
    return Concept(
        entry=number,
        cycle_id=at.year,
        key=row.key,
        **wording_columns(row.wording),
        entry_kind=row.entry.value,
        counterparties=list(row.counterparties),
        received_at=datetime.combine(effect.on, time(), tzinfo=ASTANA),
        received_on=effect.on,
        document=effect.number,
        complete_on=effect.on,
        term_on=effect.on,
        changed_on=effect.on,
        treaty=number,
    )


def _agree(effect: PlanBroughtIn, at: At) -> None:
    """Keep the plan's one revision as what the President agreed."""
    Plan.objects.filter(id=plan_id(at.year, effect.plan)).update(only=effect.only or "")
    send(
        at,
        kind=effect.plan,
        to="brought_in",
        stage=PlanStage.AGREED,
        document=effect.number,
        number=1,
        fingerprint=effect.fingerprint,
    )
    Reply.objects.create(
        entry=at.entry,
        plan_id=plan_id(at.year, effect.plan),
        on=effect.on,
        number=effect.number,
        outcome=ReplyOutcome.AGREED.value,
        remark_kk="",
        remark_ru="",
    )
    move(at.year, effect.plan, PlanStage.AGREED, effect.on)
