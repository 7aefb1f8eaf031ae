"""An appointment ends earlier than was said."""

from collections.abc import Iterator

from jospar.rules.core.act import Unmet, _, act, check, unmet

from .effects import AppointmentEnded
from .facts import AppointmentFacts, EndAppointment


@check(
    "record.terms",
    _("The appointment would end on {last_day}, before it begins on {first_day}."),
    _("Give the day on which it begins, or a later one."),
)
def ends_once_begun(facts: AppointmentFacts, filing: EndAppointment) -> Iterator[Unmet]:
    """No appointment ends before it begins."""
    if filing.last_day < facts.first_day:
        yield unmet("last_day", first_day=facts.first_day, last_day=filing.last_day)


@check(
    "record.terms",
    _("The appointment ends on {last_day} already."),
    _("Give an earlier day; for a longer time, appoint the person anew."),
)
def ends_earlier(facts: AppointmentFacts, filing: EndAppointment) -> Iterator[Unmet]:
    """An appointment is shortened; a longer one is an appointment of its own."""
    if facts.last_day is not None and filing.last_day >= facts.last_day:
        yield unmet("last_day", last_day=facts.last_day)


@act(
    "reference.end_appointment",
    "offices.table",
    filing=EndAppointment,
    requirements=(ends_once_begun, ends_earlier),
)
def end_appointment(
    facts: AppointmentFacts, filing: EndAppointment
) -> tuple[AppointmentEnded, ...]:
    """The person may act under the appointment until that day."""
    return (AppointmentEnded(filing.appointment, filing.last_day),)
