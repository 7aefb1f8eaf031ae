"""What the record says of the clock, the calendar and the files."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from jospar.procedure import journal
from jospar.procedure.clock import Clock
from jospar.procedure.days import calendar_of
from jospar.procedure.rehearsal import clock_now
from jospar.records.kept import kept_files
from jospar.records.kept.faults import StoreError
from jospar.records.models import AttachedFile
from jospar.rules.core.sentences import ToldError, _

from .finding import Finding, advice, wrong

_LONG = timedelta(days=120)
"""A planning year has no quiet time as long as this."""


def calendar() -> Iterator[Finding]:
    """Find years whose transfers of days off were not entered."""
    this = clock_now().today().year
    try:
        days = calendar_of(this)
    except ToldError as error:
        yield wrong(
            error.message,
            _("Last days cannot be counted without the calendar."),
            _("Enter a corrected file with “jospar days --enter FILE”."),
            **error.values,
        )
        return
    for year, found in ((this, wrong), (this + 1, advice)):
        if not days.is_known(year):
            yield found(
                _("The official transfers of days off of {year} are not entered."),
                _("Days that are counted in that year may be wrong."),
                _("Enter them with “jospar days --enter FILE” once published."),
                year=year,
            )


def clock() -> Iterator[Finding]:
    """Find a clock that stands before the last entry, or long after it."""
    last = journal.latest()
    if last is None or journal.is_rehearsal():
        return
    now, then = Clock().now(), datetime.fromisoformat(last.read().recorded_at)
    if now < then:
        yield wrong(
            _("The clock stands before the moment of entry {number}, {moment} UTC."),
            _("By the day of the clock it is decided which act is in time."),
            _("Set the clock of the machine right before anybody works."),
            number=last.number,
            moment=f"{then:%Y-%m-%d %H:%M}",
        )
    elif now - then > _LONG:
        yield advice(
            _("Nothing was recorded since {day}, which is long ago."),
            _("A clock that is ahead makes acts late; or people work elsewhere."),
            _("See that the clock is right and that people use this installation."),
            day=then.date(),
        )


def files() -> Iterator[Finding]:
    """Find files of acts that are not there; what they hold is not read."""
    kept = kept_files()
    try:
        there = set(kept.all())
    except StoreError:  # which is told of the place of files itself
        return
    sums = AttachedFile.objects.order_by("sha256").values_list("sha256", flat=True)
    missing = [sha256 for sha256 in sums.distinct() if sha256 not in there]
    if missing:
        yield wrong(
            _("Files that came with acts are missing: {count}; the first is {place}."),
            _("The papers that those acts rest on can be neither read nor proven."),
            _("Put them back from a backup, then run “jospar journal verify”."),
            count=len(missing),
            place=kept.place(missing[0]),
        )
