"""Reminders: computed from the dates of a day, never counted up.

A program that was off on some days tells afterwards what still helps, once.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from jospar.procedure.days import calendar_of
from jospar.records.snapshots.plans import bodies_of
from jospar.rules.core.calendar import Calendar
from jospar.rules.core.offices import Office

from .models import Notice
from .tell import tell
from .today import Today, YearLines
from .whom import DAY_BEFORE, DEADLINES, REMINDED

Drafts = Callable[[int], Mapping[str, int]]
"""How many concepts of a cycle each body has written and not filed, if it has any."""


def no_drafts(year: int) -> Mapping[str, int]:
    """Return that nobody has written anything."""
    return {}


def remind(today: Today, drafts_of: Drafts) -> int:
    """Tell people of deadlines that are near and not met; return how many were told.

    Bodies are reminded on each of ``REMINDED`` ("concepts.deadline"), everybody else
    on the working day before.
    """
    return tell(
        notice
        for year in today.years
        for notice in (*_to_bodies(today, year, drafts_of), *_to_offices(today, year))
    )


def mark_reached(
    calendar: Calendar, due: date, today: date, marks: Iterable[int]
) -> int | None:
    """Return the last mark that has come, in working days before ``due``.

    There is none before the first mark, and none when the deadline has passed.
    """
    if today > due:
        return None
    reached = (
        mark for mark in marks if calendar.subtract_working_days(due, mark) <= today
    )
    return min(reached, default=None)


def _to_bodies(today: Today, year: YearLines, drafts_of: Drafts) -> Iterator[Notice]:
    """Remind bodies that have not answered, and those with something not filed."""
    due = year.answers_due
    mark = mark_reached(calendar_of(year.year), due, today.day, REMINDED)
    if mark is None:
        return
    drafts, names = drafts_of(year.year), bodies_of(year.year)
    for body in sorted({*year.silent, *drafts} & names.keys()):
        name = names[body]
        parameters: dict[str, Any] = {
            "due": due.isoformat(),
            "body": {"kk": name.name.kk, "ru": name.name.ru, "en": name.name_en},
        }
        kind = "answer_awaited"
        if body in drafts:
            kind = "drafts_unfiled"
            parameters["count"] = drafts[body]
        key = f"concepts.deadline.{year.year}.{body}.{mark}"
        for person in today.staff.holders(Office.BODY_OFFICER, [body]):
            yield _notice(today, person, key, kind, year.year, parameters, mark)


def _to_offices(today: Today, year: YearLines) -> Iterator[Notice]:
    """Tell offices on the working day before what is not done yet."""
    calendar = calendar_of(year.year)
    for line in year.open_lines:
        due, provision = line.deadline.due, line.deadline.provision
        mark = mark_reached(calendar, due, today.day, DAY_BEFORE)
        if mark is None or provision == "concepts.deadline":
            continue
        # Both plans of a cycle have some deadlines in common: that is one notice.
        key = f"{provision}.{year.year}.{due}"
        parameters = {"due": due.isoformat(), "gist": dict(line.gist)}
        for office in DEADLINES[provision]:
            for person in today.staff.holders(office):
                yield _notice(
                    today, person, key, "day_before", year.year, parameters, mark
                )


def _notice(
    today: Today,
    person: str,
    key: str,
    kind: str,
    year: int,
    parameters: Mapping[str, Any],
    mark: int,
) -> Notice:
    return Notice(
        person=person,
        key=key,
        kind=kind,
        year=year,
        parameters=parameters,
        at_once=mark == 1,
        created_at=today.moment,
    )
