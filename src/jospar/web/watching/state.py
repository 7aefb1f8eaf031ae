"""How the parts of the installation stand, each with a sign."""

from datetime import datetime, timedelta
from enum import StrEnum

from jospar.notices.queue import MailQueue
from jospar.queries.installation import (
    BEAT,
    LEAST,
    LITTLE,
    OLD,
    Installation,
    JournalState,
)
from jospar.records.models import Work
from jospar.rules.core.deadlines import day_in_astana


class Sign(StrEnum):
    """How a part stands: well, something is better done, or it does not work."""

    OK = "ok"
    ADVICE = "advice"
    WRONG = "wrong"


class Part(StrEnum):
    """What is looked at, in the order of the page."""

    NOTICES = "notices"
    MAIL = "mail"
    CALENDAR = "calendar"
    JOURNAL = "journal"
    KEPT = "kept"
    BACKUP = "backup"
    DISK = "disk"
    CLOCK = "clock"


_AHEAD, _FAR_AHEAD = timedelta(seconds=5), timedelta(minutes=1)
"""By how much two clocks may differ before it is noticed, and before it matters."""
_WAITED = timedelta(days=1)
"""How long no mail should wait."""
_SHIPPED = timedelta(minutes=15)
"""How long the last entries may stand in no second place."""


def state(found: Installation, mails: MailQueue, now: datetime) -> dict[Part, Sign]:
    """Return how each part stands at the moment ``now``."""
    chain = found.journal
    backup = found.backup.at if found.backup else None
    return {
        Part.NOTICES: _notices(chain, now),
        Part.MAIL: _mail(mails, now),
        Part.CALENDAR: _calendar(found, now),
        Part.JOURNAL: _done_of_late(chain, _at(chain, Work.COMPARED), now),
        Part.KEPT: _kept(chain, now),
        Part.BACKUP: _done_of_late(chain, backup, now),
        Part.DISK: _worse(wrong=found.free < LEAST, advice=found.free < LITTLE),
        Part.CLOCK: _clock(found, now),
    }


def _notices(chain: JournalState, now: datetime) -> Sign:
    at = _at(chain, Work.NOTICES)
    return _worse(wrong=at is None or now - at > BEAT)


def _mail(mails: MailQueue, now: datetime) -> Sign:
    late = mails.oldest is not None and now - mails.oldest > _WAITED
    return _worse(wrong=late, advice=mails.tried_again > 0)


def _calendar(found: Installation, now: datetime) -> Sign:
    this, known = day_in_astana(now).year, found.known_years or ()
    return _worse(wrong=this not in known, advice=this + 1 not in known)


def _kept(chain: JournalState, now: datetime) -> Sign:
    shipped = _at(chain, Work.SHIPPED)
    waits = chain.recorded_at is not None and now - chain.recorded_at > _SHIPPED
    is_behind = shipped is None or (waits and chain.behind(Work.SHIPPED) > 0)
    if chain.last and is_behind:
        return Sign.ADVICE
    return _done_of_late(chain, chain.signed[1] if chain.signed else None, now)


def _clock(found: Installation, now: datetime) -> Sign:
    ahead, last = abs(found.ahead or timedelta()), found.journal.recorded_at
    is_back = last is not None and now < last
    return _worse(wrong=is_back or ahead > _FAR_AHEAD, advice=ahead > _AHEAD)


def _done_of_late(chain: JournalState, at: datetime | None, now: datetime) -> Sign:
    """Return whether something was done within a week, if there was anything to do."""
    return _worse(advice=bool(chain.last) and (at is None or now - at > OLD))


def _at(chain: JournalState, work: Work) -> datetime | None:
    known = chain.works.get(work)
    return known.at if known else None


def _worse(*, wrong: bool = False, advice: bool = False) -> Sign:
    if wrong:
        return Sign.WRONG
    return Sign.ADVICE if advice else Sign.OK
