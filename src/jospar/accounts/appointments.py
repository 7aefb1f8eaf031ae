"""Who holds which office on a day."""

from datetime import date

from django.db.models import Q

from jospar.records.prepared import Prepared
from jospar.rules.core.offices import Actor

from .models import Appointment

_APPOINTMENTS = Prepared(
    lambda day, **whose: Appointment.objects.filter(
        Q(last_day=None) | Q(last_day__gte=day), first_day__lte=day, **whose
    ).values_list("entry"),
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
