"""How each part of the installation stands, on both sides of every line."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from jospar.notices.queue import MailQueue
from jospar.procedure.last_backup import Noted
from jospar.queries.installation import LEAST, LITTLE, Installation, JournalState
from jospar.records.models import Reached, Work
from jospar.web.watching.state import Part, Sign, state

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
OK, ADVICE, WRONG = Sign.OK, Sign.ADVICE, Sign.WRONG
WEEK, MOMENT = timedelta(days=7), timedelta(seconds=1)


def works(**ago: timedelta) -> dict[Work, Reached]:
    """Return works that have come to entry 9, each so long ago."""
    return {
        Work(work): Reached(work=work, number=9, at=NOW - since)
        for work, since in ago.items()
    }


def chain(**ago: timedelta) -> JournalState:
    """Return a journal of nine entries whose works were done so long ago."""
    given = {"compared": WEEK, "shipped": WEEK, "notices": timedelta()} | ago
    return JournalState(9, NOW - WEEK, works(**given), (9, NOW - WEEK))


MAILS = MailQueue(3, 0, 2, NOW, NOW - timedelta(days=1), "")
WHOLE = Installation(
    database="postgresql",
    size=1,
    free=LITTLE,
    ahead=timedelta(seconds=-5),
    journal=chain(),
    known_years=(2026, 2027),
    backup=Noted(NOW - WEEK, 9, "backup.tar"),
)
EMPTY = JournalState(0, None, works(notices=timedelta()), None)


def parts(found: Installation, mails: MailQueue = MAILS) -> dict[Part, Sign]:
    """Return the parts that are not in order."""
    return {part: how for part, how in state(found, mails, NOW).items() if how != OK}


def test_everything_in_order() -> None:
    """Each part just before it would be told."""
    assert list(state(WHOLE, MAILS, NOW)) == list(Part)
    assert parts(WHOLE) == {}


def test_an_empty_journal_needs_nothing() -> None:
    """There is nothing to prove, to ship or to copy; notices are made all the same."""
    assert parts(replace(WHOLE, journal=EMPTY, backup=None)) == {}
    unserved = replace(EMPTY, works={})
    assert parts(replace(WHOLE, journal=unserved)) == {Part.NOTICES: WRONG}


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"free": LITTLE - 1}, {Part.DISK: ADVICE}),
        ({"free": LEAST}, {Part.DISK: ADVICE}),
        ({"free": LEAST - 1}, {Part.DISK: WRONG}),
        ({"ahead": None}, {}),
        ({"ahead": timedelta(seconds=-6)}, {Part.CLOCK: ADVICE}),
        ({"ahead": timedelta(seconds=60)}, {Part.CLOCK: ADVICE}),
        ({"ahead": timedelta(seconds=61)}, {Part.CLOCK: WRONG}),
        ({"known_years": (2026,)}, {Part.CALENDAR: ADVICE}),
        ({"known_years": (2027,)}, {Part.CALENDAR: WRONG}),
        ({"known_years": None}, {Part.CALENDAR: WRONG}),
        ({"backup": None}, {Part.BACKUP: ADVICE}),
        ({"backup": Noted(NOW - WEEK - MOMENT, 9, "")}, {Part.BACKUP: ADVICE}),
    ],
)
def test_what_stands_around_the_record(
    changed: dict[str, object], expected: dict[Part, Sign]
) -> None:
    """The disk, the clock of the database, the calendar and the backup."""
    assert parts(replace(WHOLE, **changed)) == expected  # type: ignore[arg-type] # fields of several types


@pytest.mark.parametrize(
    ("journal", "expected"),
    [
        (chain(notices=timedelta(minutes=15)), {}),
        (chain(notices=timedelta(minutes=16)), {Part.NOTICES: WRONG}),
        (chain(compared=WEEK + MOMENT), {Part.JOURNAL: ADVICE}),
        (replace(chain(), signed=None), {Part.KEPT: ADVICE}),
        (replace(chain(), signed=(9, NOW - WEEK - MOMENT)), {Part.KEPT: ADVICE}),
        (replace(chain(), last=10), {Part.KEPT: ADVICE}),
        (replace(chain(), last=10, recorded_at=NOW - MOMENT), {}),
        (replace(chain(), last=10, recorded_at=None), {}),
        (
            replace(chain(), works=works(notices=MOMENT)),
            {Part.JOURNAL: ADVICE, Part.KEPT: ADVICE},
        ),
        (replace(chain(), recorded_at=NOW + MOMENT), {Part.CLOCK: WRONG}),
    ],
)
def test_works_along_the_journal(
    journal: JournalState, expected: dict[Part, Sign]
) -> None:
    """Notices, proving, shipping and signing; and a clock that went back."""
    assert parts(replace(WHOLE, journal=journal)) == expected


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"oldest": None}, {}),
        ({"tried_again": 1}, {Part.MAIL: ADVICE}),
        ({"oldest": NOW - timedelta(days=1) - MOMENT}, {Part.MAIL: WRONG}),
    ],
)
def test_the_mail(changed: dict[str, object], expected: dict[Part, Sign]) -> None:
    """It waits, was refused at first, or waits too long."""
    assert parts(WHOLE, replace(MAILS, **changed)) == expected  # type: ignore[arg-type] # fields of several types
