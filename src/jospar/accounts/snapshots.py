"""Snapshots for the acts on appointments, and on the ways in of persons."""

from jospar.records.models import AttachedFile, JournalEntry
from jospar.records.snapshots import NotInRecordError, facts_for
from jospar.rules.core.act import Case
from jospar.rules.core.calendar import Calendar
from jospar.rules.reference.facts import (
    AppointmentFacts,
    EndAppointment,
    Repair,
    RepairFacts,
)

from .models import Appointment, Person
from .second_factor import factors_of


@facts_for.register
def _(filing: EndAppointment, case: Case, calendar: Calendar) -> AppointmentFacts:
    found = Appointment.objects.filter(entry=filing.appointment).first()
    if found is None:
        raise NotInRecordError("appointment", str(filing.appointment))
    return AppointmentFacts(case, found.first_day, found.last_day)


@facts_for.register
def _(filing: Repair, case: Case, calendar: Calendar) -> RepairFacts:
    entries = JournalEntry.objects.filter(number=filing.up_to or 0, hash=filing.hash)
    if filing.hash and not entries.exists():
        raise NotInRecordError("hash", filing.hash)
    files = AttachedFile.objects.filter(sha256=filing.file)
    if filing.file and not files.exists():
        raise NotInRecordError("file", filing.file)
    if not filing.person:
        return RepairFacts(case)
    person = Person.objects.filter(code=filing.person).first()
    if person is None:
        raise NotInRecordError("person", filing.person)
    return RepairFacts(case, has_factors=factors_of(person).any)
