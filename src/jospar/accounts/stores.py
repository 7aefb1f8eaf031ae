"""Stores of appointments; and ways in, which no record keeps, that are closed.

A past that is looked at has no accounts, so nothing is closed there. Where a journal is
folded above a backup, what was closed since does not open again.
"""

from jospar.records.stores.dispatch import At, store
from jospar.rules.reference.effects import (
    AppointmentEnded,
    FactorsForgotten,
    PersonAppointed,
    WayInGiven,
)

from .models import Appointment, Person
from .passwords import forget_password
from .second_factor import forget_factors


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


@store.register
def _(effect: FactorsForgotten, at: At) -> None:
    for person in Person.objects.filter(code=effect.person):
        forget_factors(person)


@store.register
def _(effect: WayInGiven, at: At) -> None:
    for person in Person.objects.filter(code=effect.person):
        forget_password(person)
