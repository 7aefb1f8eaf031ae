"""Stores of the outbox."""

from jospar.records.models import PaperApproval, Reminder
from jospar.rules.outbox.effects import PaperApproved, ReminderSent

from .dispatch import At, store


@store.register
def _(effect: PaperApproved, at: At) -> None:
    PaperApproval.objects.create(
        entry=at.entry,
        cycle_id=at.year,
        paper=effect.paper.value,
        subject=effect.subject,
        on=effect.on,
        sha256_kk=effect.sha256_kk,
        sha256_ru=effect.sha256_ru,
        text_kk=effect.text.kk,
        text_ru=effect.text.ru,
    )


@store.register
def _(effect: ReminderSent, at: At) -> None:
    Reminder.objects.filter(cycle_id=at.year, body=effect.body, sent_on=None).update(
        sent_on=effect.on, document=effect.document
    )
