"""An appointment ends earlier than was said."""

from datetime import date

import pytest

from jospar.rules.core.act import Verdict
from jospar.rules.reference.effects import AppointmentEnded
from jospar.rules.reference.end_appointment import end_appointment
from tests.rules import made


@pytest.mark.provision("offices.table")
def test_end_appointment() -> None:
    """The appointment of that entry lasts until that day."""
    facts, filing = made.appointment_facts(), made.end_appointment()
    assert end_appointment.verdict(facts, filing) == Verdict((), ())
    assert end_appointment.effect(facts, filing) == (
        AppointmentEnded(6, date(2024, 6, 28)),
    )


@pytest.mark.provision("record.terms")
@pytest.mark.parametrize(
    ("ends", "last_day", "refused"),
    [
        (None, date(2024, 1, 1), ()),
        (None, date(2023, 12, 31), ("record.terms: ends_once_begun",)),
        (None, date(2099, 1, 1), ()),
        (date(2024, 6, 30), date(2024, 6, 29), ()),
        (date(2024, 6, 30), date(2024, 6, 30), ("record.terms: ends_earlier",)),
        (date(2024, 6, 30), date(2024, 7, 1), ("record.terms: ends_earlier",)),
    ],
)
def test_end_appointment_on_a_day(
    ends: date | None, last_day: date, refused: tuple[str, ...]
) -> None:
    """It ends once it has begun, and before the day on which it ends anyway."""
    facts = made.appointment_facts(last_day=ends)
    filing = made.end_appointment(last_day=last_day)
    assert made.said(end_appointment.verdict(facts, filing)) == (refused, ())
