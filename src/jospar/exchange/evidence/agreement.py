"""Whether the journal of this installation is the one that an evidence file names."""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum

from django.conf import settings

from jospar.procedure import checkpoints, journal
from jospar.procedure.checkpoints import Checkpoint, CheckpointError

from .reading import EvidenceRead


class Agreement(StrEnum):
    """How the journal of this installation stands to that of a file."""

    AGREES = "agrees"
    DIFFERS = "differs"
    """It begins alike and goes on otherwise, or does not reach so far."""
    FOREIGN = "foreign"


@dataclass(frozen=True, slots=True)
class Compared:
    """What this installation says of a file: ``own_keys`` sign its own checkpoints."""

    agreement: Agreement
    own_keys: frozenset[str]

    def knows(self, checkpoint: Checkpoint) -> bool:
        """Tell whether it is signed by the key that this installation signs with."""
        return checkpoint.key in self.own_keys


def compared(read: EvidenceRead) -> Compared:
    """Return what the journal of this installation says of a file that holds.

    Nothing of the journal is told but whether it is the same. Two queries.
    """
    points = read.evidence.points
    return Compared(_agreement(read), frozenset(_own_keys(points)))


def _agreement(read: EvidenceRead) -> Agreement:
    first = journal.numbered(1)
    if first is None or first.hash != read.evidence.journal:
        return Agreement.FOREIGN
    tree = checkpoints.journal_tree()
    for point in (one.point for one in read.evidence.points):
        if not 1 <= point.number <= len(tree) or tree.root(point.number) != point.tree:
            return Agreement.DIFFERS
    return Agreement.AGREES


def _own_keys(points: Iterable[Checkpoint]) -> set[str]:
    """Return which keys of the points have signed checkpoints of this installation."""
    asked = {one.key for one in points if one.key}
    found: set[str] = set()
    if not asked or not settings.CHECKPOINTS.exists():
        return found
    # Where it cannot be read, no key is known: the reader compares it on paper.
    with suppress(CheckpointError, OSError):
        for own in checkpoints.read(settings.CHECKPOINTS):
            key = checkpoints.key_of(own) if own.key in asked - found else None
            if key and checkpoints.is_signed(own, key):
                found.add(own.key)
    return found
