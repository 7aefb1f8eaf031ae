"""Stores of reference data."""

from jospar.records.models import (
    CalendarEdition,
    Cycle,
    Explanation,
    ListedBody,
    Plan,
    Treaty,
)
from jospar.records.snapshots.plans import plan_id
from jospar.rules.core.nouns import PlanKind, PlanStage
from jospar.rules.reference.effects import (
    BodiesOrdered,
    BodyListed,
    CalendarSet,
    CycleOpened,
    LatenessExplained,
    TreatyListed,
)

from .dispatch import At, store
from .titles import search_by


@store.register
def _(effect: CycleOpened, at: At) -> None:
    Cycle.objects.create(
        year=effect.year,
        entry=at.entry,
        ruleset=effect.ruleset,
        digest=effect.digest,
        content=effect.content,
    )
    Plan.objects.bulk_create(
        Plan(
            id=plan_id(effect.year, kind),
            cycle_id=effect.year,
            kind=kind.value,
            stage=PlanStage.DRAFT.value,
        )
        for kind in PlanKind
    )


@store.register
def _(effect: BodyListed, at: At) -> None:
    ListedBody.objects.create(
        entry=at.entry,
        cycle_id=at.year,
        code=effect.code,
        position=effect.position,
        name_kk=effect.name.kk,
        name_ru=effect.name.ru,
        name_en=effect.name_en,
        answers=effect.answers,
    )


@store.register
def _(effect: BodiesOrdered, at: At) -> None:
    bodies = {body.code: body for body in ListedBody.objects.filter(cycle_id=at.year)}
    for position, code in enumerate(effect.codes, start=1):
        bodies[code].position = position
    ListedBody.objects.bulk_update(bodies.values(), ["position"])


@store.register
def _(effect: CalendarSet, at: At) -> None:
    CalendarEdition.objects.create(
        entry=at.entry, edition=effect.edition, content=effect.content
    )


@store.register
def _(effect: TreatyListed, at: At) -> None:
    Treaty.objects.create(
        number=-at.entry,
        title_kk=effect.title.kk,
        title_ru=effect.title.ru,
        signed_on=effect.signed_on,
    )
    search_by(-at.entry, effect.title)


@store.register
def _(effect: LatenessExplained, at: At) -> None:
    Explanation.objects.create(
        entry=at.entry,
        cycle_id=at.year,
        provision=effect.provision,
        subject=effect.subject,
        on=effect.on,
        text_kk=effect.text.kk,
        text_ru=effect.text.ru,
    )
