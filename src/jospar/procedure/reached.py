"""Noting how far works along the journal have come, and reading it."""

from collections.abc import Mapping

from jospar.records.models import JournalEntry, Reached, Work
from jospar.rules.core.deadlines import day_in_astana
from jospar.rules.core.sentences import _

from . import journal
from .clock import Clock


def note(work: Work, number: int, digest: str = "") -> None:
    """Note that ``work`` has come to an entry now, by the real clock."""
    Reached.objects.update_or_create(
        work=work, defaults={"number": number, "hash": digest, "at": Clock().now()}
    )


def reached() -> Mapping[Work, Reached]:
    """Return how far each work has come that was ever begun; a query."""
    return {Work(one.work): one for one in Reached.objects.all()}


def verified_before() -> tuple[int, str]:
    """Return the entry up to which the chain was verified before, and its hash.

    Raises:
        journal.JournalError: when it is not there, or another one is in its place.
    """
    known = Reached.objects.filter(work=Work.VERIFIED).first()
    if known is None or not known.number:
        return 0, journal.FIRST_HASH
    entry = JournalEntry.objects.filter(number=known.number).values_list("hash")
    if entry.first() != (known.hash,):
        raise journal.JournalError(
            _(
                "Entry {number} is not the one that was verified on {day}: it, or one "
                "before it, was written anew or is gone."
            ),
            number=known.number,
            day=day_in_astana(known.at),
        )
    return known.number, known.hash
