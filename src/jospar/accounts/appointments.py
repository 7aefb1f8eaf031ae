"""Who holds which office on a day."""

from datetime import date
from typing import NamedTuple

from django.db.models import Q

from jospar.records.prepared import Prepared
from jospar.rules.core.act import Kind, Objection
from jospar.rules.core.offices import Actor, Office
from jospar.rules.core.sentences import _

from .models import Appointment


def _lasting(day: date) -> Q:
    """Return the condition that an appointment holds on ``day``, ends included."""
    return (Q(last_day=None) | Q(last_day__gte=day)) & Q(first_day__lte=day)


_APPOINTMENTS = Prepared(
    lambda day, **whose: Appointment.objects.filter(_lasting(day), **whose).values_list(
        "entry"
    ),
    day=date.min,
    person="person",
    office="office",
    body="body",
    standing_in_for="standing_in_for",
)


def holds_office(actor: Actor, day: date) -> bool:
    """Tell whether the actor's person holds that office of that body on ``day``."""
    return bool(
        _APPOINTMENTS.rows(
            day=day,
            person=actor.person,
            office=actor.office.value,
            body=actor.body,
            standing_in_for=actor.standing_in_for,
        )
    )


def not_appointed(actor: Actor, day: date) -> Objection:
    """Return the refusal of an act in an office that the person does not hold."""
    return Objection(
        kind=Kind.REFUSAL,
        code="office_held",
        provision="offices.table",
        message=_("“{person}” does not hold the office “{office}” on {day}."),
        cure=_(
            "Ask the administrator for an appointment that has begun and not ended."
        ),
        field="",
        values={"person": actor.person, "office": actor.office, "day": day},
    )


def appointments_of(person: str, day: date) -> list[Appointment]:
    """Return what the person with that code holds on ``day``, the oldest first."""
    return list(
        Appointment.objects.filter(_lasting(day), person=person).order_by("entry")
    )


class Held(NamedTuple):
    """An appointment that somebody holds, in short; ``entry`` names it."""

    entry: int
    office: str
    body: str
    name: str


def held_on(day: date) -> list[Held]:
    """Return what everybody holds on ``day``, the oldest first; one query."""
    held = Appointment.objects.filter(_lasting(day)).order_by("entry")
    return [Held(*row) for row in held.values_list(*Held._fields)]


def actor_of(appointment: Appointment) -> Actor:
    """Return who acts under the appointment."""
    return Actor(
        person=appointment.person,
        office=Office(appointment.office),
        body=appointment.body,
        standing_in_for=appointment.standing_in_for,
    )
