"""Which store an effect goes to."""

from dataclasses import dataclass
from datetime import date
from functools import singledispatch

from django.db.models import F, Value
from django.db.models.functions import Greatest

from jospar.records.snapshots import NotInRecordError
from jospar.records.snapshots.concepts import entry_of


@dataclass(frozen=True, slots=True)
class At:
    """Where an effect stands: its entry's number, its cycle and its day."""

    entry: int
    year: int
    on: date


@singledispatch
def store(effect: object, at: At) -> None:
    """Put ``effect`` into the record."""
    raise TypeError(f"No store takes {type(effect).__name__}.")


def concept_number(year: int, key: str) -> int:
    """Return the number of a concept.

    Raises:
        NotInRecordError: when the cycle has no such concept.
    """
    if (number := entry_of(year, key)) is None:
        raise NotInRecordError("concept", key)
    return number


def no_earlier(column: str, day: date) -> Greatest:
    """Return the later of ``column``'s day and ``day``.

    A paper that turns up late with an earlier day does not make later days undone.
    """
    return Greatest(F(column), Value(day))
