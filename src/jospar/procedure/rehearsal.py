"""The clock of a rehearsal stands at a day that somebody chose."""

from datetime import date, datetime

from jospar.accounts.models import Rehearsal
from jospar.rules.core.deadlines import day_in_astana

from . import journal
from .clock import Clock

_ONLY = 1
"""The key of the one rehearsal that a database can be."""


def clock_now() -> Clock:
    """Return the clock of this journal: the real one, or that of the rehearsal.

    Where no day was chosen a rehearsal stands at the day of its last entry.
    """
    if not journal.is_rehearsal():
        return Clock()
    day = Rehearsal.objects.values_list("day", flat=True).first()
    return Clock(day or _last_day())


def rehearse_on(day: date) -> None:
    """Let the rehearsal pretend from now on that it is ``day``."""
    Rehearsal.objects.update_or_create(pk=_ONLY, defaults={"day": day})


def _last_day() -> date | None:
    last = journal.latest()
    if last is None:
        return None
    return day_in_astana(datetime.fromisoformat(last.read().recorded_at))
