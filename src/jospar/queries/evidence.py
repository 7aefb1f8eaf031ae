"""What an evidence file is made of: a decision's entries, and what they refer to."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import msgspec
from django.conf import settings

from jospar.accounts.models import Appointment
from jospar.procedure import checkpoints, journal
from jospar.procedure.checkpoints import Checkpoint, CheckpointError, Point
from jospar.procedure.days import calendar_of
from jospar.procedure.tree import Tree
from jospar.records.models import (
    AttachedFile,
    CalendarEdition,
    JournalEntry,
    ListedBody,
    Revision,
)
from jospar.records.rulesets import ruleset_of
from jospar.records.snapshots.plans import plan_id
from jospar.rules.core.calendar import Calendar
from jospar.rules.core.offices import Actor
from jospar.rules.core.ruleset import Ruleset
from jospar.rules.core.sentences import ToldError, _

from .evidence_subjects import Subject, SubjectKind, numbers_of, subject_of
from .official_use import marked_concepts
from .visible_entries import EntrySight, sight_of

MOST_ENTRIES = 2_000
"""More belong to nothing; a package of more could not be checked either."""


_SAID = ("filing",)
"""What is shown of an entry that others refer to: days off and names are no secret."""


@dataclass(frozen=True, slots=True)
class EntryGiven:
    """An entry with the parts that the reader may see; none of a withheld one.

    ``own`` entries are of the subject, the others say what those refer to.
    """

    entry: journal.Entry
    parts: tuple[str, ...]
    own: bool


@dataclass(frozen=True, slots=True)
class FileGiven:
    """A file that came with an entry."""

    entry: int
    sha256: str
    name: str


@dataclass(frozen=True, slots=True)
class RevisionGiven:
    """A revision of a plan, which an entry fixed: the canonical JSON of its content."""

    entry: int
    number: int
    fingerprint: str
    content: str


@dataclass(frozen=True, slots=True)
class EvidenceSources:
    """Everything that a file on the entry ``decision`` is made of, for ``reader``.

    ``points`` are the last signed checkpoint, if there is one, and the last entry; the
    entries are in their order. ``marked`` are the entries of concepts for official use
    that it tells of.
    """

    subject: Subject
    decision: int
    reader: Actor
    entries: tuple[EntryGiven, ...]
    files: tuple[FileGiven, ...]
    revisions: tuple[RevisionGiven, ...]
    ruleset: Ruleset
    calendar: Calendar
    tree: Tree
    points: tuple[Checkpoint, ...]
    marked: tuple[int, ...]


def evidence_sources(actor: Actor, year: int, decision: int) -> EvidenceSources | None:
    """Return what the file on an entry is made of, for the actor's eyes.

    None where the cycle has no such entry, or the actor may not see it. The number of
    queries is the same however much there is.

    Raises:
        ToldError: when too much belongs to it.
        CheckpointError: when the journal is not the one that was signed.
    """
    entry, ruleset = journal.numbered(decision), ruleset_of(year)
    if entry is None or entry.year != year or ruleset is None:
        return None
    subject = subject_of(entry)
    own = _entries(numbers_of(subject) | {decision})
    sight = sight_of(actor, subject, own)
    if sight is None or not sight.parts(entry):
        return None
    given = [EntryGiven(one, sight.parts(one), own=True) for one in own]
    given += [
        EntryGiven(one, _SAID, own=False)
        for one in _entries(_references(year, given, sight) - {e.number for e in own})
    ]
    tree = checkpoints.journal_tree()
    revisions = tuple(_revisions(subject, given))
    return EvidenceSources(
        subject=subject,
        decision=decision,
        reader=actor,
        entries=tuple(sorted(given, key=lambda one: one.entry.number)),
        files=tuple(_files(given)),
        revisions=revisions,
        ruleset=ruleset,
        calendar=calendar_of(year),
        tree=tree,
        points=tuple(_points(tree)),
        marked=tuple(_marked(subject, revisions)),
    )


def _entries(numbers: set[int]) -> list[journal.Entry]:
    if len(numbers) > MOST_ENTRIES:
        raise ToldError(
            _("{count} entries belong to it, and a file holds {most}: name another."),
            count=len(numbers),
            most=MOST_ENTRIES,
        )
    rows = JournalEntry.objects.filter(number__in=numbers).order_by("number")
    return [
        journal.Entry(number, str(act_id), *texts)
        for number, act_id, *texts in rows.values_list(
            *("number", "act_id", "act", "year", "header"), *journal.PARTS, "hash"
        )
    ]


def _references(year: int, given: Iterable[EntryGiven], sight: EntrySight) -> set[int]:
    """Return the entries that say which days are off, and who is called how."""
    shown = [one.entry for one in given if one.parts]
    headers = [entry.read() for entry in shown]
    codes = {header.body for header in headers}
    for entry in shown:
        codes |= set(_bodies(entry.value("filing")))
    bodies = ListedBody.objects.filter(cycle_id=year, code__in=codes)
    numbers = {
        *CalendarEdition.objects.values_list("entry", flat=True),
        *bodies.values_list("entry", flat=True),
    }
    if sight.names_persons():
        persons = {one.person for one in headers}
        persons |= {one.standing_in_for for one in headers}
        appointed = Appointment.objects.filter(person__in=persons).order_by("entry")
        numbers |= set(dict(appointed.values_list("person", "entry")).values())
    return numbers


def _bodies(filing: dict[str, Any]) -> Iterator[str]:
    yield from filing.get("proposers", ())
    yield filing.get("body", "")
    yield filing.get("recipient", "")


def _files(given: Iterable[EntryGiven]) -> Iterator[FileGiven]:
    """Yield the files of the entries whose effects, which name them, are shown."""
    shown = [one.entry.number for one in given if "effects" in one.parts]
    files = AttachedFile.objects.filter(entry__in=shown).order_by("entry", "position")
    for entry, sha256, name in files.values_list("entry", "sha256", "name"):
        yield FileGiven(entry, sha256, name)


def _revisions(
    subject: Subject, given: Iterable[EntryGiven]
) -> Iterator[RevisionGiven]:
    """Yield the revisions of the plan that the entries that are shown fixed."""
    if subject.kind is not SubjectKind.PLAN:
        return
    shown = [one.entry.number for one in given if "effects" in one.parts]
    plan = plan_id(subject.year, subject.plan)
    fixed = Revision.objects.filter(plan_id=plan, entry__in=shown)
    columns = ("entry", "number", "fingerprint", "content")
    for row in fixed.order_by("number").values_list(*columns):
        yield RevisionGiven(*row)


def _marked(subject: Subject, revisions: Iterable[RevisionGiven]) -> Iterator[int]:
    """Yield the marked concepts that the file tells of: its own, or rows; one query."""
    keys = {subject.name} if subject.kind is SubjectKind.CONCEPT else set()
    for revision in revisions:
        groups = msgspec.json.decode(revision.content)["groups"]
        keys |= {row["concept"] for group in groups for row in group["rows"]}
    for key, one in marked_concepts(subject.year).items():
        if key in keys:
            yield one.entry


def _points(tree: Tree) -> Iterator[Checkpoint]:
    """Yield the last point that was signed, and the journal's end as it is now."""
    signed = checkpoints.latest(settings.CHECKPOINTS)
    first = journal.numbered(1)
    if signed is not None and (point := signed.point).tree:
        if point.number > len(tree) or tree.root(point.number) != point.tree:
            raise CheckpointError(
                _("Entry {number} or one before it is not the one that was signed."),
                number=point.number,
            )
        yield signed
    last = journal.numbered(len(tree))
    if first is None or last is None:
        raise journal.JournalError(
            _("Entry {number} of the journal is missing."), number=len(tree)
        )
    point = Point(first.hash, last.number, last.hash, "", tree.root(last.number))
    yield Checkpoint(point, "")
