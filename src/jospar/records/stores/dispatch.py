"""Which store an effect goes to."""

from dataclasses import dataclass
from datetime import date
from functools import singledispatch

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
