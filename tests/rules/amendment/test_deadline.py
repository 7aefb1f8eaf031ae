"""Until when the Ministry concludes on a dossier, by both readings."""

from datetime import date

import pytest

from jospar.procedure.calendars import kazakhstan
from jospar.rules.amendment.deadline import conclusion_deadline
from tests.rules import made

pytestmark = pytest.mark.provision("amendments.conclusion")
CALENDAR = kazakhstan(2022, 2032, [])


@pytest.mark.parametrize(
    ("received_on", "due", "outer"),
    [
        (date(2024, 3, 12), date(2024, 3, 28), date(2024, 3, 29)),
        (date(2024, 3, 16), date(2024, 4, 3), date(2024, 4, 3)),
        (date(2024, 7, 1), date(2024, 7, 15), date(2024, 7, 16)),
    ],
    ids=["across Nauryz", "on a Saturday", "before Capital Day"],
)
def test_ten_working_days(received_on: date, due: date, outer: date) -> None:
    """The strict day counts the day of receipt as the first, the wide one does not.

    Received on a day off, the count begins on the next working day for both.
    """
    deadline = conclusion_deadline(made.RULES, received_on, CALENDAR)
    assert (deadline.start, deadline.due, deadline.outer) == (received_on, due, outer)
    assert deadline.known


@pytest.mark.parametrize(
    ("reading", "given_on", "late"),
    [
        ("next", date(2024, 3, 28), 0),
        ("next", date(2024, 3, 29), 0),
        ("next", date(2024, 3, 30), 1),
        ("receipt", date(2024, 3, 28), 0),
        ("receipt", date(2024, 3, 29), 1),
    ],
)
def test_the_tenth_and_the_eleventh_day(
    reading: str, given_on: date, late: int
) -> None:
    """Lateness counts from the wide day, or from the strict one by the reading."""
    rules = made.rules(first_day=reading)
    deadline = conclusion_deadline(rules, date(2024, 3, 12), CALENDAR)
    assert deadline.days_late(given_on) == late


def test_at_the_end_of_a_year_whose_next_is_not_known() -> None:
    """The days are counted, and it is said that transfers may move them."""
    deadline = conclusion_deadline(made.RULES, date(2029, 12, 27), CALENDAR)
    assert deadline.outer.year == 2030
    assert not deadline.known
