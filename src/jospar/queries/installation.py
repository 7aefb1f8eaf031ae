"""What an administrator watches of the installation itself, as plain values."""

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import connection

from jospar.procedure import checkpoints, journal
from jospar.procedure.clock import Clock
from jospar.procedure.days import calendar_of
from jospar.procedure.last_backup import Noted, last_noted
from jospar.procedure.reached import reached
from jospar.records.models import Reached, Work
from jospar.rules.core.sentences import ToldError

LITTLE, LEAST = 5 * 2**30, 2**28
"""Bytes that a disk should have left, and without which work would stop."""
BEAT = timedelta(minutes=15)
"""How long there may be no pass of notices, which are made every five minutes."""
OLD = timedelta(days=7)
"""How long ago the journal may have been proven, signed or backed up."""
_SIZES = {
    "sqlite": "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size",
    "postgresql": "SELECT pg_database_size(current_database())",
}
_NOW = "SELECT clock_timestamp()"


@dataclass(frozen=True, slots=True)
class JournalState:
    """How far the journal goes, and how far works along it have come.

    ``recorded_at`` is the moment of the last entry, unless a rehearsal pretends it;
    ``signed`` the last checkpoint: the entry and the moment. Each may be None.
    """

    last: int
    recorded_at: datetime | None
    works: Mapping[Work, Reached]
    signed: tuple[int, datetime] | None

    def behind(self, work: Work) -> int:
        """Return how many entries ``work`` has not come to yet."""
        known = self.works.get(work)
        return self.last - (known.number if known else 0)


@dataclass(frozen=True, slots=True)
class Installation:
    """What stands around the record, and how it is kept.

    ``size`` and ``free`` are bytes. ``known_years`` are the years around this one whose
    transfers of days off were entered, or None where the calendar cannot be read.
    ``ahead`` is how far the clock of the database's machine is ahead of ours, None
    where both are one.
    """

    database: str
    size: int
    free: int
    ahead: timedelta | None
    journal: JournalState
    known_years: tuple[int, ...] | None
    backup: Noted | None


def installation() -> Installation:
    """Return how the installation stands; four queries, and one more on PostgreSQL."""
    return Installation(
        database=connection.vendor,
        size=_asked(_SIZES[connection.vendor]),
        free=free_disk(),
        ahead=_ahead(),
        journal=journal_state(),
        known_years=_known_years(),
        backup=last_noted(),
    )


def free_disk() -> int:
    """Return how many bytes the disk of JOSPAR_DATA has left."""
    return shutil.disk_usage(settings.DATA).free


def journal_state() -> JournalState:
    """Return how the journal stands; two queries."""
    last = journal.latest()
    header = last.read() if last else None
    real = header if header and not header.rehearsal else None
    return JournalState(
        last=header.number if header else 0,
        recorded_at=datetime.fromisoformat(real.recorded_at) if real else None,
        works=reached(),
        signed=_signed(),
    )


def _signed() -> tuple[int, datetime] | None:
    try:
        found = checkpoints.latest(settings.CHECKPOINTS)
    except (ToldError, OSError):  # “jospar check” says what is wrong with the file
        return None
    return (
        (found.point.number, datetime.fromisoformat(found.point.at)) if found else None
    )


def _known_years() -> tuple[int, ...] | None:
    this = Clock().today().year
    try:
        days = calendar_of(this)
    except ToldError:
        return None
    return tuple(year for year in range(this - 1, this + 3) if days.is_known(year))


def _ahead() -> timedelta | None:
    """Return how far the database's clock is ahead; asking it takes no time to say."""
    if connection.vendor != "postgresql":
        return None
    there: datetime = _asked(_NOW)
    return there - Clock().now()


def _asked(sql: str) -> Any:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        (value,) = cursor.fetchone()
    return value
