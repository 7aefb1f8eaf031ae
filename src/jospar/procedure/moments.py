"""Moments of the journal, which never go back, and the place of the next entry."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from jospar.rules.core.act import Kind, Objection
from jospar.rules.core.deadlines import ASTANA
from jospar.rules.core.sentences import _
from jospar.rules.reference.facts import Repair, RepairKind

from . import journal

APART = timedelta(minutes=1)
"""How far the clocks of machines that serve one journal may be apart."""

_EVER = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Place:
    """What the next entry will be: its number, and what it follows.

    ``previous`` is the hash of the entry before, ``since`` the moment of that one, in
    UTC, before which no other is recorded.
    """

    number: int
    previous: str
    since: datetime

    def behind(self, filing: object, now: datetime) -> tuple[Objection, ...]:
        """Return what refuses an act by a clock that stands before the last entry.

        By such a clock what is late would be in time. Repairs are what may help.
        """
        if isinstance(filing, Repair) or now + APART >= self.since:
            return ()
        here, last = now.astimezone(ASTANA), self.since.astimezone(ASTANA)
        refusal = Objection(
            kind=Kind.REFUSAL,
            code="clock_goes_on",
            provision="record.day",
            message=_(
                "The clock of this machine stands at {time} on {day}, before the last "
                "entry of the journal, made at {last_time} on {last_day}."
            ),
            cure=_("Ask the administrator to set the clock right, then send it again."),
            field="",
            values={
                "time": f"{here:%H:%M:%S}",
                "day": here.date(),
                "last_time": f"{last:%H:%M:%S}",
                "last_day": last.date(),
            },
        )
        return (refusal,)

    def moment(self, now: datetime) -> datetime:
        """Return when the next entry is recorded: two clocks may differ a little."""
        return max(now, self.since)


def next_place(filing: object) -> Place:
    """Return where the entry of ``filing`` goes; the caller holds the lock.

    The clock of a rehearsal stands wherever somebody put it. After a repair by hand
    moments are counted anew: the entries before may be of a clock that was ahead.
    """
    last = journal.last_header()
    if last is None:
        return Place(1, journal.FIRST_HASH, _EVER)
    header, digest = last
    by_hand = isinstance(filing, Repair) and filing.repair is RepairKind.BY_HAND
    anew = header.rehearsal or by_hand
    since = _EVER if anew else datetime.fromisoformat(header.recorded_at)
    return Place(header.number + 1, digest, since)
