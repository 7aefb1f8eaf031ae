"""A person's private calendar: the deadlines of their offices, each with its why."""

import hashlib
import secrets
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Alarm, Calendar, Event

from jospar.procedure.days import calendar_of
from jospar.queries.deadline_lines import DeadlineLine
from jospar.rules.core.deadlines import ASTANA
from jospar.rules.core.terms import day_phrase

from .models import FeedToken
from .staff import Staff
from .texts import texts_in
from .today import year_lines
from .whom import DEADLINES

ALARMS = (5, 1)
"""Working days before a deadline on whose mornings the calendar rings."""

ALARM_AT = time(9)
"""The hour in Astana at which it rings."""


def calendar_feed(
    person: str, years: Iterable[int], language: str, moment: datetime, day: date
) -> bytes:
    """Return the deadlines of the offices that the person holds on ``day``, as ICS.

    Args:
        person: The code of the person.
        years: The cycles; those that are not open have no deadlines.
        language: The language that the calendar is read in.
        moment: When it is asked for, aware.
        day: The day in Astana of that moment.
    """
    t = texts_in(language)
    years = sorted(years)
    feed = Calendar()
    feed.add("prodid", "-//Jospar//deadlines//")
    feed.add("version", "2.0")
    feed.add("x-wr-calname", t("calendar.name", year=", ".join(map(str, years))))
    posts = Staff(day).posts(person)
    offices = {post.office for post in posts}
    for year in years:
        known = year_lines(year, day)
        for line in known.lines if known else ():
            if offices.intersection(DEADLINES[line.deadline.provision]):
                feed.add_component(_event(line, year, language, moment))
    return bytes(feed.to_ical())


def new_feed(person: str, moment: datetime) -> str:
    """Give the person's feed a new secret and return it; a former one is no more.

    The secret is kept as its hash alone, so it is shown this once.
    """
    secret = secrets.token_urlsafe(32)
    FeedToken.objects.update_or_create(
        person=person, defaults={"secret_hash": _hash(secret), "created_at": moment}
    )
    return secret


def close_feed(person: str) -> None:
    """Let the person's feed be no more."""
    FeedToken.objects.filter(person=person).delete()


def feed_made_at(person: str) -> datetime | None:
    """Return when the address of the person's feed was made, if there is one."""
    found = FeedToken.objects.filter(person=person)
    return found.values_list("created_at", flat=True).first()


def person_of_feed(secret: str) -> str | None:
    """Return whose feed has that secret, if anybody's has."""
    found = FeedToken.objects.filter(secret_hash=_hash(secret))
    return found.values_list("person", flat=True).first()


def _hash(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()


def _event(line: DeadlineLine, year: int, language: str, moment: datetime) -> Event:
    due = line.deadline.due
    event = Event()
    plan = f".{line.plan.value}" if line.plan else ""
    # The same through all its changes, so that calendars move it.
    event.add("uid", f"{year}.{line.deadline.provision}{plan}@jospar")
    event.add("dtstamp", moment)
    event.add("dtstart", due)
    event.add("dtend", due + timedelta(days=1))
    event.add("transp", "TRANSPARENT")
    event.add("summary", _summary(line, language))
    event.add("description", "\n".join(_why(line, language)))
    if line.met_on is None:
        for alarm in _alarms(due, year, line.gist[language]):
            event.add_component(alarm)
    return event


def _summary(line: DeadlineLine, language: str) -> str:
    gist = line.gist[language]
    if line.plan is None:
        return gist
    name = texts_in(language)(f"plan_whom.{line.plan.value}")
    return f"{gist} ({name})"


def _why(line: DeadlineLine, language: str) -> Iterator[str]:
    t = texts_in(language)
    deadline = line.deadline
    start = day_phrase(deadline.start, language)
    if line.paragraph:
        yield t(
            "calendar.ground", paragraph=line.paragraph, provision=deadline.provision
        )
    if deadline.working_days:
        yield t("calendar.counted", day=start, count=deadline.working_days)
    else:
        yield t("calendar.named", day=start)
    if deadline.before:
        yield t("calendar.before", day=day_phrase(deadline.due, language))
    for off in line.days_off:
        day = day_phrase(off.on, language)
        yield t("calendar.skipped", day=day, reason=off.reason[language])
    if deadline.outer != deadline.due:
        yield t("calendar.outer", day=day_phrase(deadline.outer, language))
    if line.met_on is not None:
        yield t("calendar.met", day=day_phrase(line.met_on, language))
    yield t("calendar.edition", edition=deadline.calendar)


def _alarms(due: date, year: int, text: str) -> Iterator[Alarm]:
    calendar = calendar_of(year)
    for mark in ALARMS:
        morning = datetime.combine(
            calendar.subtract_working_days(due, mark), ALARM_AT, tzinfo=ASTANA
        )
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", text)
        alarm.add("trigger", morning.astimezone(UTC), {"value": "DATE-TIME"})
        yield alarm
