"""The journal as people look through it: entries by what is asked for, newest first."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import JSONField, Q, QuerySet, TextField
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Cast

from jospar.accounts.models import Appointment
from jospar.procedure import journal
from jospar.records.models import Concept, JournalEntry

A_PAGE = 50
"""How many entries stand on a page."""

_SAID = ("person", "office", "body", "on")
"""What an entry is looked up by of all that its header says."""


@dataclass(frozen=True, slots=True)
class JournalFilter:
    """Which entries are asked for; what is empty asks for nothing.

    ``record`` is the key or the entry of a concept, or the number of any entry;
    ``person`` a code. The days are those of effect, both included.
    """

    act: str = ""
    person: str = ""
    office: str = ""
    body: str = ""
    record: str = ""
    first_day: date | None = None
    last_day: date | None = None


@dataclass(frozen=True, slots=True)
class JournalPage:
    """Entries of a cycle, the newest first; ``older`` is where the next page begins.

    ``names`` are those of the persons by their codes, as their appointments have them.
    """

    entries: tuple[journal.Header, ...]
    older: int | None
    names: Mapping[str, str]


def journal_page(
    year: int, chosen: JournalFilter, before: int | None = None
) -> JournalPage:
    """Return the entries of the cycle before a number; two queries, or three.

    Only the entries of one year are looked through: their column has an index, what
    stands within the texts has none.
    """
    found = _chosen(JournalEntry.objects.filter(year=year), year, chosen)
    if before is not None:
        found = found.filter(number__lt=before)
    rows = list(found.order_by("-number").only("number", "header")[: A_PAGE + 1])
    entries = tuple(journal.headers(rows[:A_PAGE]))
    older = entries[-1].number if len(rows) > A_PAGE else None
    return JournalPage(entries, older, person_names(entries))


def acts_of(year: int) -> list[str]:
    """Return the acts that were performed in the cycle, by their codes; one query."""
    entries = JournalEntry.objects.filter(year=year).order_by("act")
    return list(entries.values_list("act", flat=True).distinct())


def person_names(entries: tuple[journal.Header, ...]) -> dict[str, str]:
    """Return the names of who acted and for whom; one query."""
    codes = {entry.person for entry in entries}
    codes |= {entry.standing_in_for for entry in entries}
    return names_by_code(codes)


def names_by_code(codes: set[str]) -> dict[str, str]:
    """Return what the persons are called in their last appointments; one query."""
    named = Appointment.objects.filter(person__in=codes).order_by("entry")
    return dict(named.values_list("person", "name"))


def entries_on(year: int, acts: Iterable[str], key: str) -> QuerySet[JournalEntry]:
    """Return the entries of those acts whose filing names the key."""
    entries = JournalEntry.objects.filter(year=year, act__in=acts)
    return entries.alias(said_key=_said("filing", "value", "key")).filter(said_key=key)


def _chosen(
    entries: QuerySet[JournalEntry], year: int, chosen: JournalFilter
) -> QuerySet[JournalEntry]:
    said = {f"said_{name}": _said("header", name) for name in _SAID}
    asked: dict[str, str] = {
        "act": chosen.act,
        "said_person": chosen.person,
        "said_office": chosen.office,
        "said_body": chosen.body,
        "said_on__gte": str(chosen.first_day or ""),
        "said_on__lte": str(chosen.last_day or ""),
    }
    entries = entries.alias(**said).filter(
        **{name: value for name, value in asked.items() if value}
    )
    return _of_record(entries, year, chosen.record) if chosen.record else entries


def _of_record(
    entries: QuerySet[JournalEntry], year: int, record: str
) -> QuerySet[JournalEntry]:
    """Return the entries whose filing names the concept, or the entry itself."""
    keys = [record]
    wanted = Q()
    if record.isascii() and record.isdecimal() and len(record) < len(str(2**63)):
        of_entry = Concept.objects.filter(cycle_id=year, entry=int(record))
        keys += of_entry.values_list("key", flat=True)
        wanted = Q(number=int(record))
    return entries.alias(said_key=_said("filing", "value", "key")).filter(
        wanted | Q(said_key__in=keys)
    )


def _said(column: str, *path: str) -> Cast:
    """Return what stands in the JSON of a column, as text that is compared as such."""
    found: Cast | KeyTextTransform = Cast(column, JSONField())
    for name in path:
        found = KeyTextTransform(name, found)
    return Cast(found, TextField())
