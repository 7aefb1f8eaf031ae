"""What was repaired of the installation, as the journal has it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import msgspec

from jospar.procedure import journal
from jospar.records.models import JournalEntry
from jospar.rules.reference.facts import Repair
from jospar.rules.reference.repair import repair

LAST = 5
"""So many repairs are shown; the journal has all of them."""
_PART = msgspec.json.Decoder(journal.Part)


@dataclass(frozen=True, slots=True)
class RepairLine:
    """A repair: its entry, its day, who made it, and what was repaired why."""

    entry: int
    on: date
    by: str
    filing: Repair


def last_repairs() -> tuple[RepairLine, ...]:
    """Return the last repairs, the newest first; one query."""
    found = JournalEntry.objects.filter(act=repair.code).order_by("-number")
    return tuple(_lines(tuple(found[:LAST])))


def _lines(entries: tuple[JournalEntry, ...]) -> Iterator[RepairLine]:
    for entry, header in zip(entries, journal.headers(entries), strict=True):
        filing = msgspec.convert(_PART.decode(entry.filing).value, Repair)
        yield RepairLine(header.number, header.on, header.person, filing)
