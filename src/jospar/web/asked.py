"""What an address or a form asks for, as a value; what is no such value is left out."""

from datetime import date
from uuid import UUID, uuid4

_LONGEST = 15
"""Digits of a number that every database and the journal's JSON can hold."""
_YEARS = range(1900, 3000)
"""Days of other years are slips of the hand, and leave the calendar at either end."""


def number_asked(text: str) -> int | None:
    """Return the number from 0 on that is asked for, if it is one."""
    known = text.isascii() and text.isdecimal() and len(text) <= _LONGEST
    return int(text) if known else None


def day_asked(text: str) -> date | None:
    """Return the day that is asked for, if it is one of our times."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if day.year in _YEARS else None


def id_asked(text: str) -> UUID:
    """Return the id of a form that is sent, or a new one for a form that has none.

    Acts have their ids from it, so that sending a form twice performs them once.
    """
    try:
        return UUID(text)
    except ValueError:
        return uuid4()
