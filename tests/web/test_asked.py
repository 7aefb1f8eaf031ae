"""What is asked for, and what is no such value."""

from datetime import date
from uuid import UUID

import pytest

from jospar.web.asked import day_asked, id_asked, number_asked


@pytest.mark.parametrize(
    ("text", "number"),
    [
        *(("0", 0), ("17", 17), ("9" * 15, 10**15 - 1)),
        *(("9" * 16, None), ("", None), ("-1", None), ("²", None), ("٣", None)),
    ],
)
def test_a_number(text: str, number: int | None) -> None:
    """From 0 on, in digits, as long as the journal can hold."""
    assert number_asked(text) == number


@pytest.mark.parametrize(
    ("text", "day"),
    [
        *(("1900-01-01", date(1900, 1, 1)), ("2999-12-31", date(2999, 12, 31))),
        *(("1899-12-31", None), ("3000-01-01", None), ("2024-02-30", None)),
        *(("20.10.2024", None), ("", None)),
    ],
)
def test_a_day(text: str, day: date | None) -> None:
    """Of our times: the calendar's ends are slips of the hand."""
    assert day_asked(text) == day


def test_an_id() -> None:
    """A form's own is kept; each that has none gets another."""
    known = UUID("0b1f8f43-6c4b-4d8e-9f6a-2f1f1d1f1d1f")
    assert id_asked(str(known)) == known
    assert id_asked("") != id_asked("none")
