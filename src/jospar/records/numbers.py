"""Numbers of records of which one entry of the journal makes many.

A record is known by the entry that made it. The rows of a plan that was brought in come
with one entry: they have numbers above those that any journal reaches, made of the
entry and of their place in the plan, so that they are the same in every database.
"""

_ABOVE = 10**12
"""No journal has so many entries."""
_OF_AN_ENTRY = 10_000
"""More rows than one entry brings in (``bounds.ROWS``)."""


def number_in(entry: int, place: int) -> int:
    """Return the number of the record at ``place``, from 1 on, of those of an entry."""
    return _ABOVE + entry * _OF_AN_ENTRY + place


def entry_of(number: int) -> int:
    """Return the entry of the journal that made the record of that number."""
    return number if number < _ABOVE else (number - _ABOVE) // _OF_AN_ENTRY
