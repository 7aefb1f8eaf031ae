"""That the days of an evidence file are what its Rules, calendar and entries give."""

from collections.abc import Iterator, Mapping
from datetime import date

from jospar.procedure.calendars import CalendarFileError, kazakhstan, read_calendar
from jospar.queries.evidence_subjects import SubjectKind
from jospar.rules.core.sentences import ToldError, _

from .calendar_used import calendar_used
from .contents import RULESET, CalendarUsed, Day
from .days import days_of
from .proofs import sha256
from .reading import NO_VALUE, EvidenceRead, effects_of


class DoubtError(ToldError):
    """Something that this program cannot tell of a file, which may hold."""


def ruleset_faults(
    read: EvidenceRead, parts: Mapping[str, bytes]
) -> Iterator[ToldError]:
    """Yield that the ruleset is another than that of the acts."""
    used = read.evidence.ruleset
    digests = {one.header.ruleset_digest for one in read.own if one.header}
    given = sha256(parts[RULESET]), read.ruleset.code
    if given != (used.digest, used.code) or used.digest not in digests:
        yield ToldError(
            _("The ruleset of the file is not the one that its acts were performed by.")
        )


def subject_faults(read: EvidenceRead) -> Iterator[ToldError]:
    """Yield that the file is about something else than its decision."""
    about, decision = read.evidence.about, read.decision
    named = "plan" if about.kind is SubjectKind.PLAN else "key"
    names = [one.filing.get(named) for one in read.own if one.filing]
    if (
        decision is None
        or decision.header is None
        or not decision.proof.own
        or decision.header.year != about.year
        or (about.kind is not SubjectKind.ACT and about.name not in names)
    ):
        yield ToldError(
            _("The file is not about its decision, entry {number}."),
            number=read.evidence.decision,
        )


def day_faults(read: EvidenceRead) -> Iterator[ToldError]:
    """Yield which days are said otherwise than the kernel counts them anew."""
    evidence, year = read.evidence, read.evidence.about.year
    calendar = read.calendar or kazakhstan(year, year + 2)
    try:
        counted = days_of(evidence.about, effects_of(read.own), read.ruleset, calendar)
    except NO_VALUE as error:
        yield ToldError(
            _("The days of the file cannot be counted anew: {error}."), error=error
        )
        return
    provisions = {day.provision for day in counted}
    for day in counted:
        if day not in evidence.days:
            yield _other_day(day)
    for day in evidence.days:
        if day.provision not in provisions:
            yield ToldError(
                _("No entry of the file gives its deadline “{provision}”."),
                provision=day.provision,
            )
    if provisions and evidence.days != counted and set(evidence.days) == set(counted):
        yield ToldError(_("The deadlines of the file are not in their order."))


def _other_day(day: Day) -> ToldError:
    return ToldError(
        _(
            "The deadline “{provision}” is not the one that the entries, the ruleset "
            "and the calendar give: counted anew, it is {due}, at the latest {outer}."
        ),
        provision=day.provision,
        due=day.due,
        outer=day.outer,
    )


def calendar_faults(read: EvidenceRead) -> Iterator[ToldError]:
    """Yield what this program's own calendar says otherwise.

    That is a fault where both go by the same sources; where this program has later
    ones, which may know more, it is a doubt.
    """
    used = read.evidence.calendar
    if used is None:
        return
    try:
        own = _own_calendar(read, used)
    except (CalendarFileError, *NO_VALUE) as error:
        yield ToldError(
            _("The calendar of the file is not in order: {error}."), error=error
        )
        return
    kind = ToldError if own.edition == used.edition else DoubtError
    for day in sorted(_differing(own, used))[:1]:
        yield kind(
            _(
                "Whether {day} was a day off, and why, is said otherwise by the "
                "calendar of the file, “{edition}”, than by that of this program."
            ),
            day=day,
            edition=used.edition,
        )
    if kind is ToldError and own != used:
        yield ToldError(_("The calendar of the file was changed."))


def _own_calendar(read: EvidenceRead, used: CalendarUsed) -> CalendarUsed:
    """Return what this program says of the same years, with what the file entered."""
    entered = [
        read_calendar(one.filing["content"], one.filing["edition"])
        for one in read.entries
        if one.filing and one.header and one.header.act == "reference.set_calendar"
    ]
    calendar = kazakhstan(used.first_year, used.last_year, entered)
    return calendar_used(calendar, used.first_year, used.last_year)


def _differing(own: CalendarUsed, used: CalendarUsed) -> set[date]:
    off = {
        day
        for day in own.days_off.keys() | used.days_off.keys()
        if own.days_off.get(day) != used.days_off.get(day)
    }
    return off | set(own.working_weekends) ^ set(used.working_weekends)
