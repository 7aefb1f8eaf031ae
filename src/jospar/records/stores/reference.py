"""Stores of reference data."""

from jospar.records.listed_treaties import digest_of, listed_as
from jospar.records.models import (
    CalendarEdition,
    Cycle,
    Explanation,
    ListedBody,
    Treaty,
)
from jospar.rules.reference.effects import (
    BodiesOrdered,
    BodyListed,
    CalendarSet,
    CycleOpened,
    LatenessExplained,
    TreatyDated,
    TreatyListed,
)

from .dispatch import At, store
from .plans import open_plans
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
    open_plans(effect.year)


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
        digest=digest_of(effect.title.kk, effect.title.ru),
    )
    search_by(-at.entry, effect.title)


@store.register
def _(effect: TreatyDated, at: At) -> None:
    listed_as(effect.title).filter(signed_on=None).update(signed_on=effect.signed_on)


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
