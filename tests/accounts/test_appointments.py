"""A person may act in an office while an appointment lasts, and not otherwise."""

from datetime import date, timedelta
from typing import Any

import pytest

from jospar.accounts.appointments import (
    actor_of,
    appointments_of,
    holds_office,
)
from jospar.accounts.models import Appointment
from jospar.procedure import journal
from jospar.procedure.clock import Clock
from jospar.procedure.perform import ActRefusedError, perform
from jospar.rules.core.offices import Actor, Office
from tests.procedure.made_orders import order, perform_act
from tests.procedure.small_year import REFERENCE
from tests.rules import made

pytestmark = pytest.mark.django_db

ONE_DAY = timedelta(days=1)
FIRST, LAST = date(2024, 3, 1), date(2024, 3, 29)
HER = Actor("a.akhmetova", Office.REGISTRAR)


def appoint(**changes: Any) -> None:
    """Appoint the registrar from the first day to the last."""
    given = {"first_day": FIRST, "last_day": LAST} | changes
    perform_act(made.appoint(**given))


@pytest.mark.parametrize(
    ("day", "holds"),
    [(FIRST - ONE_DAY, False), (FIRST, True), (LAST, True), (LAST + ONE_DAY, False)],
)
def test_from_a_day_to_a_day(day: date, holds: bool) -> None:
    """Both days are included; yesterday's end opens nothing."""
    appoint()
    assert holds_office(HER, day) is holds


def test_without_an_end() -> None:
    """An open appointment lasts."""
    appoint(last_day=None)
    assert holds_office(HER, date(2099, 1, 1)) is True


@pytest.mark.parametrize(
    "other",
    [
        Actor("b.ospanov", Office.REGISTRAR),
        Actor("a.akhmetova", Office.HEAD),
        Actor("a.akhmetova", Office.REGISTRAR, body="trade"),
        Actor("a.akhmetova", Office.REGISTRAR, standing_in_for="b.ospanov"),
    ],
    ids=["person", "office", "body", "standing in"],
)
def test_an_appointment_opens_nothing_else(other: Actor) -> None:
    """Another person, office, body or stead needs an appointment of its own."""
    appoint()
    assert holds_office(other, FIRST) is False


def test_an_act_of_somebody_without_the_office() -> None:
    """It is refused, naming person, office and day, before anything else is asked."""
    appoint()
    with pytest.raises(ActRefusedError) as error:
        perform_act(made.conclude(), LAST + ONE_DAY, actor=HER, imported=False)
    (objection,) = error.value.objections
    assert (objection.code, objection.provision) == ("office_held", "offices.table")
    assert objection.values == {
        "person": "a.akhmetova",
        "office": Office.REGISTRAR,
        "day": LAST + ONE_DAY,
    }


def test_the_day_that_counts_is_today() -> None:
    """An act of a past day is recorded by whoever holds the office now."""
    for filing in REFERENCE[:2]:
        perform_act(filing)
    appoint(last_day=date(2024, 12, 31))
    received = made.submit_concept(proposers=("trade",))
    order_of_hers = order(received, actor=HER, imported=False)
    assert perform(order_of_hers, Clock(date(2024, 12, 31))).new is True
    with pytest.raises(ActRefusedError):
        perform_act(
            made.submit_concept(key="C-002"),
            date(2025, 1, 1),
            actor=HER,
            imported=False,
        )


def test_standing_in_for_another() -> None:
    """The journal says who acted, and for whom."""
    for filing in REFERENCE[:2]:
        perform_act(filing)
    appoint(standing_in_for="b.ospanov")
    for_him = Actor("a.akhmetova", Office.REGISTRAR, standing_in_for="b.ospanov")
    perform_act(
        made.report_none(received_at=made.AT.replace(month=3, day=4)),
        LAST,
        actor=for_him,
        imported=False,
    )
    *_, entry = journal.entries()
    header = entry.read()
    assert (header.person, header.office) == ("a.akhmetova", "registrar")
    assert header.standing_in_for == "b.ospanov"


def test_an_imported_act_needs_no_appointment() -> None:
    """A file acts for the office; the journal names the file as the person."""
    perform_act(made.open_cycle())
    assert next(journal.entries()).read().person == "test"


def test_an_appointment_is_named_by_person_and_office() -> None:
    """That is how it shows wherever records are listed."""
    appoint()
    assert str(Appointment.objects.get()) == "a.akhmetova registrar"


def test_appointments_of_a_person() -> None:
    """Those that last on the day, the oldest first, and nobody else's."""
    first = perform_act(made.appoint(first_day=FIRST, last_day=LAST)).number
    perform_act(made.appoint(first_day=FIRST, last_day=FIRST, office=Office.HEAD))
    perform_act(made.appoint(person="b.ospanov"))
    last = perform_act(made.appoint(first_day=LAST, office=Office.AUDITOR)).number
    held = appointments_of("a.akhmetova", LAST)
    assert [one.entry for one in held] == [first, last]
    assert [actor_of(one) for one in held] == [
        HER,
        Actor("a.akhmetova", Office.AUDITOR),
    ]
    assert appointments_of("a.akhmetova", FIRST - ONE_DAY) == []


@pytest.mark.parametrize(("day", "holds"), [(FIRST, True), (FIRST + ONE_DAY, False)])
def test_an_appointment_that_was_ended(day: date, holds: bool) -> None:
    """It lasts until the day on which it was ended, that day included."""
    number = perform_act(made.appoint(first_day=FIRST, last_day=LAST)).number
    perform_act(made.end_appointment(appointment=number, last_day=FIRST))
    assert holds_office(HER, day) is holds


def test_an_appointment_that_is_not_there() -> None:
    """It cannot be ended, and the number is told."""
    with pytest.raises(ActRefusedError) as error:
        perform_act(made.end_appointment(appointment=99))
    (objection,) = error.value.objections
    assert (objection.code, objection.field, objection.values) == (
        *("in_the_record", "appointment"),
        {"key": "99"},
    )
