"""Snapshots for the acts on appointments."""

from jospar.records.snapshots import NotInRecordError, facts_for
from jospar.rules.core.act import Case
from jospar.rules.core.calendar import Calendar
from jospar.rules.reference.facts import AppointmentFacts, EndAppointment

from .models import Appointment


@facts_for.register
def _(filing: EndAppointment, case: Case, calendar: Calendar) -> AppointmentFacts:
    found = Appointment.objects.filter(entry=filing.appointment).first()
    if found is None:
        raise NotInRecordError("appointment", str(filing.appointment))
    return AppointmentFacts(case, found.first_day, found.last_day)
