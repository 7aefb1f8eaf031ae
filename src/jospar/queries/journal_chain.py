"""How far the chain of the journal was verified, carried on a stretch at a time.

A chain is verified in one direction, and half a million entries are not verified while
a page is waited for. So each look goes on from where the last one ended, and begins
anew after a day: what stands is then proven again, from the first entry on.
"""

from dataclasses import dataclass
from itertools import islice

from django.core.cache import cache

from jospar.procedure import journal
from jospar.rules.core.sentences import ToldError

A_LOOK = 500
"""How many entries a look verifies: what one query reads."""

FURTHER = 20_000
"""How many are verified when it is asked for: about a second."""

_KEY, _A_DAY = "journal.verified", 24 * 60 * 60


@dataclass(frozen=True, slots=True)
class Chain:
    """How far the chain holds: up to entry ``verified`` of ``last``.

    ``fault`` names the first entry that does not hold, if one was found.
    """

    verified: int
    last: int
    fault: ToldError | None = None

    @property
    def whole(self) -> bool:
        """Whether every entry was verified."""
        return self.fault is None and self.verified == self.last


def chain(entries: int = A_LOOK) -> Chain:
    """Verify up to so many entries more, and return how far the chain holds."""
    last, _hash = journal.last()
    number, previous = _known()
    try:
        more = islice(journal.entries(number), entries)
        number, previous = journal.verify(more, number, previous)
    except journal.JournalError as error:
        cache.delete(_KEY)
        return Chain(number, last, error)
    cache.set(_KEY, (number, previous), _A_DAY)
    return Chain(number, last)


def _known() -> tuple[int, str]:
    """Return the last entry that was verified, if it still stands as it stood."""
    number, previous = cache.get(_KEY, (0, journal.FIRST_HASH))
    entry = journal.numbered(number) if number else None
    if entry is not None and entry.hash == previous:
        return number, previous
    return 0, journal.FIRST_HASH
