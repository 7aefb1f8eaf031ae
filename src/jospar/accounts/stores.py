"""Stores of appointments."""

from jospar.records.stores.dispatch import At, store
from jospar.rules.reference.effects import AppointmentEnded, PersonAppointed

from .models import Appointment


@store.register
def _(effect: PersonAppointed, at: At) -> None:
    Appointment.objects.create(
        entry=at.entry,
        person=effect.person,
        name=effect.name,
        office=effect.office.value,
        body=effect.body,
        first_day=effect.first_day,
        last_day=effect.last_day,
        standing_in_for=effect.standing_in_for,
    )


@store.register
def _(effect: AppointmentEnded, at: At) -> None:
    Appointment.objects.filter(entry=effect.appointment).update(
        last_day=effect.last_day
    )
