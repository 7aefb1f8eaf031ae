"""The record of reading as people look through it: who read what, the newest first."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from django.db.models import Q

from jospar.accounts.models import Appointment, Reading
from jospar.records.models import (
    AttachedFile,
    Concept,
    Dossier,
    JournalEntry,
    ListedBody,
)
from jospar.records.rulesets import ruleset_of
from jospar.rules.core.deadlines import ASTANA
from jospar.rules.core.forms import Body
from jospar.rules.core.nouns import Text

from .journal_page import names_by_code
from .years import cycle_years

A_PAGE = 50
"""How many readings stand on a page."""


class ReadingKind(StrEnum):
    """What was read; a reading says its number or its year next."""

    CONCEPT = "concept"
    SHOWN = "shown"
    """A concept for official use stood on another page, which the reading names."""
    DOSSIER = "dossier"
    RECEIPT = "receipt"
    FILE = "file"
    ENTRY = "entry"
    EVIDENCE = "evidence"
    """An evidence file was taken; its SHA-256 follows."""
    PLAN = "plan"
    SHEET = "sheet"
    PAPER = "paper"
    COMMISSION = "commission"
    DECIDING = "deciding"
    DISAGREEMENTS = "disagreements"
    DECISION = "decision"
    EXTRACT = "extract"
    PRESIDENT = "president"
    CONFORMITY = "conformity"
    CONTROL = "control"


_ENDINGS = (".docx", ".pdf", "xlsx", "xml", "json")
"""How a reading of a document ends: ``kk.docx``, or ``xlsx`` for both languages."""
OF_ENTRIES = frozenset(
    {
        ReadingKind.CONCEPT,
        ReadingKind.SHOWN,
        ReadingKind.DOSSIER,
        ReadingKind.RECEIPT,
        ReadingKind.FILE,
        ReadingKind.ENTRY,
        ReadingKind.DECISION,
        ReadingKind.EVIDENCE,
        ReadingKind.EXTRACT,
    }
)
"""What goes by the number of an entry of the journal; all else goes by a year."""


@dataclass(frozen=True, slots=True)
class ReadingFilter:
    """Which readings are asked for; what is empty asks for nothing.

    ``person`` is a code or a part of a name, ``body`` a code. The days are those of
    Astana, both included.
    """

    person: str = ""
    body: str = ""
    kind: ReadingKind | None = None
    first_day: date | None = None
    last_day: date | None = None


@dataclass(frozen=True, slots=True)
class ReadThing:
    """What was read, taken apart.

    ``number`` is the entry or the year; ``rest`` is what followed it. ``year`` is empty
    for an entry that is not in the journal, ``name`` the key of a concept or the name
    of a file.
    """

    kind: ReadingKind
    number: int
    rest: tuple[str, ...]
    year: int | None
    name: str = ""

    @property
    def downloaded(self) -> bool:
        """Whether it was a file that was sent to be kept."""
        if self.kind is ReadingKind.EVIDENCE:
            return True
        last = self.rest[-1] if self.rest else ""
        return self.kind is ReadingKind.FILE or last.endswith(_ENDINGS)


@dataclass(frozen=True, slots=True)
class ReadingLine:
    """Somebody read something; ``thing`` is None where an older version noted it."""

    person: str
    office: str
    body: str
    at: datetime
    what: str
    thing: ReadThing | None


@dataclass(frozen=True, slots=True)
class ReadingsPage:
    """Readings, the newest first; ``older`` is where the next page begins.

    ``names`` are those of the persons by their codes, as their appointments have them.
    """

    lines: tuple[ReadingLine, ...]
    older: int | None
    names: Mapping[str, str]


def readings_page(chosen: ReadingFilter, before: int | None = None) -> ReadingsPage:
    """Return the readings before a number; six queries."""
    found = Reading.objects.filter(*_conditions(chosen))
    if before is not None:
        found = found.filter(id__lt=before)
    rows = list(found.order_by("-id")[: A_PAGE + 1])
    shown = rows[:A_PAGE]
    things = _named([taken_apart(row.what) for row in shown])
    return ReadingsPage(
        lines=tuple(
            ReadingLine(row.person, row.office, row.body, row.at, row.what, thing)
            for row, thing in zip(shown, things, strict=True)
        ),
        older=shown[-1].pk if len(rows) > A_PAGE else None,
        names=names_by_code({row.person for row in shown}),
    )


def readers_bodies() -> dict[str, Body]:
    """Return the bodies of all cycles and who is sent the plans, by their codes.

    A body is called as in the latest cycle that has it; three queries at most.
    """
    listed = ListedBody.objects.order_by("cycle_id", "position")
    found = {
        one.code: Body(
            one.code, Text(one.name_kk, one.name_ru), one.position, one.name_en
        )
        for one in listed
    }
    ruleset = next(filter(None, map(ruleset_of, cycle_years()[:1])), None)
    sent = ruleset.recipients.always if ruleset else {}
    for code, name in sent.items():
        text = Text(name["kk"], name["ru"])
        found.setdefault(code, Body(code, text, len(found), name["en"]))
    return found


def taken_apart(what: str) -> ReadThing | None:
    """Return what a reading noted, or None where that is not of today's shape."""
    kind, *rest = what.split(" ")
    if kind not in set(ReadingKind) or not rest or not rest[0].isdecimal():
        return None
    known, number = ReadingKind(kind), int(rest[0])
    year = None if known in OF_ENTRIES else number
    return ReadThing(known, number, tuple(rest[1:]), year)


def _conditions(chosen: ReadingFilter) -> Iterator[Q]:
    if chosen.person:
        named = Appointment.objects.filter(name__contains=chosen.person)
        yield Q(person=chosen.person) | Q(person__in=named.values("person"))
    if chosen.body:
        yield Q(body=chosen.body)
    if chosen.kind is not None:
        yield Q(what__startswith=f"{chosen.kind} ")
    if chosen.first_day:
        yield Q(at__gte=_midnight(chosen.first_day))
    if chosen.last_day:
        yield Q(at__lt=_midnight(chosen.last_day + timedelta(days=1)))


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), ASTANA)


def _named(things: list[ReadThing | None]) -> list[ReadThing | None]:
    """Return the things with the year of each entry, and with keys and files' names."""
    entries = {one.number for one in things if one and one.kind in OF_ENTRIES}
    years = dict(
        JournalEntry.objects.filter(number__in=entries).values_list("number", "year")
    )
    keys = {
        entry: key
        for records in (Concept, Dossier)
        for entry, key in records.objects.filter(entry__in=entries).values_list(
            "entry", "key"
        )
    }
    files = {
        (entry, sha256): name
        for entry, sha256, name in AttachedFile.objects.filter(
            entry__in=entries
        ).values_list("entry", "sha256", "name")
    }

    def name(one: ReadThing) -> str:
        if one.kind is ReadingKind.FILE:
            return files.get((one.number, one.rest[0] if one.rest else ""), "")
        return keys.get(one.number, "")

    return [
        replace(one, year=years.get(one.number), name=name(one))
        if one and one.kind in OF_ENTRIES
        else one
        for one in things
    ]
