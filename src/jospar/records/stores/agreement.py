"""Stores of what happens before the President and after."""

from jospar.records.models import Distribution, Reply
from jospar.records.snapshots.plans import plan_id
from jospar.rules.agreement.effects import (
    PlanDistributed,
    PlanReplied,
    PlanSentToPresident,
    ReceiptAcknowledged,
)
from jospar.rules.agreement.facts import ReplyOutcome
from jospar.rules.core.nouns import PlanStage

from .dispatch import At, store
from .plans import move, send


@store.register
def _(effect: PlanSentToPresident, at: At) -> None:
    send(
        at,
        kind=effect.plan,
        to="president",
        stage=PlanStage.BEFORE_PRESIDENT,
        document=effect.document,
        number=effect.revision,
        fingerprint=effect.fingerprint,
    )
    move(at.year, effect.plan, PlanStage.BEFORE_PRESIDENT, effect.on)


@store.register
def _(effect: PlanReplied, at: At) -> None:
    Reply.objects.create(
        entry=at.entry,
        plan_id=plan_id(at.year, effect.plan),
        on=effect.on,
        number=effect.number,
        outcome=effect.outcome.value,
        remark_kk=effect.remark.kk,
        remark_ru=effect.remark.ru,
    )
    agreed = effect.outcome is ReplyOutcome.AGREED
    stage = PlanStage.AGREED if agreed else PlanStage.DRAFT
    move(at.year, effect.plan, stage, effect.on)


@store.register
def _(effect: PlanDistributed, at: At) -> None:
    Distribution.objects.create(
        entry=at.entry,
        plan_id=plan_id(at.year, effect.plan),
        recipient=effect.recipient,
        on=effect.on,
        means=effect.means,
        document=effect.document,
    )


@store.register
def _(effect: ReceiptAcknowledged, at: At) -> None:
    Distribution.objects.filter(
        plan_id=plan_id(at.year, effect.plan), recipient=effect.recipient
    ).update(acknowledged_on=effect.on)
