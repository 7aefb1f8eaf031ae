"""Evidence files made of what the record holds."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.metadata import version

import msgspec

from jospar.procedure.tree import Tree
from jospar.queries.evidence import EntryGiven, EvidenceSources
from jospar.records.files import open_kept
from jospar.records.fingerprints import canonical
from jospar.rules.core.calendar import Calendar

from .calendar_used import calendar_used
from .contents import (
    EVIDENCE,
    FORMAT,
    PAGES,
    RULESET,
    About,
    CalendarUsed,
    Day,
    Evidence,
    Paper,
    Proof,
    Reader,
    RulesetUsed,
    entry_path,
    revision_name,
)
from .days import days_of
from .package import pack
from .reading import EvidenceRead, read_evidence

MakePage = Callable[[EvidenceRead, str], bytes]
"""Makes the page for people in a language."""
VERSION = version("jospar")


@dataclass(frozen=True, slots=True)
class _PaperGiven:
    paper: Paper
    content: bytes


def made(sources: EvidenceSources, make_page: MakePage) -> bytes:
    """Return the evidence file.

    Raises:
        FileError: when a paper is not kept any more.
        EvidenceError: when an entry cannot be read.
    """
    papers = list(_papers(sources))
    evidence = _evidence(sources, tuple(one.paper for one in papers))
    parts = {EVIDENCE: canonical(msgspec.to_builtins(evidence))}
    parts |= {one.paper.path: one.content for one in papers}
    parts[RULESET] = sources.ruleset.content.encode()
    for given in sources.entries:
        for part in ("header", *given.parts) if given.parts else ():
            text: str = getattr(given.entry, part)
            parts[entry_path(given.entry.number, part)] = text.encode()
    parts |= dict.fromkeys(PAGES.values(), b"")
    ordered = {name: parts[name] for name in evidence.names()}
    found = read_evidence(ordered)
    for language, name in PAGES.items():
        ordered[name] = make_page(found, language)
    return pack(ordered)


def file_name(sources: EvidenceSources) -> str:
    """Return what the file is called: ``evidence-2024-17.zip``."""
    return f"evidence-{sources.subject.year}-{sources.decision}.zip"


def _evidence(sources: EvidenceSources, papers: tuple[Paper, ...]) -> Evidence:
    subject, ruleset = sources.subject, sources.ruleset
    about = About(subject.kind, subject.year, subject.name)
    effects = [
        (one.entry.number, one.entry.value("effects"))
        for one in sources.entries
        if one.own and "effects" in one.parts
    ]
    days = days_of(about, effects, ruleset, sources.calendar)
    last = max(one.entry.number for one in sources.entries)
    signed = sources.points[0].point.number >= last
    points = sources.points[:1] if signed else sources.points
    sizes = [one.point.number for one in points]
    return Evidence(
        format=FORMAT,
        version=VERSION,
        about=about,
        decision=sources.decision,
        reader=Reader(sources.reader.office.value, sources.reader.body),
        official_use=bool(sources.marked),
        journal=points[0].point.journal,
        points=points,
        entries=tuple(_proof(one, sizes, sources.tree) for one in sources.entries),
        papers=papers,
        ruleset=RulesetUsed(ruleset.code, ruleset.digest),
        calendar=_used(sources.calendar, days) if days else None,
        days=days,
    )


def _proof(given: EntryGiven, sizes: list[int], tree: Tree) -> Proof:
    """Return that the entry stands under the first point that is not before it."""
    entry = given.entry
    point = next(at for at, size in enumerate(sizes) if size >= entry.number)
    path = tree.path(entry.number, sizes[point])
    return Proof(entry.number, entry.hash, point, path, given.parts, given.own)


def _used(calendar: Calendar, days: tuple[Day, ...]) -> CalendarUsed:
    first = min(min(day.start, day.due).year for day in days)
    last = max(max(day.outer, day.late_after).year for day in days)
    return calendar_used(calendar, first, last)


def _papers(sources: EvidenceSources) -> Iterator[_PaperGiven]:
    """Yield the papers in the order of their entries."""
    positions: dict[int, int] = {}
    for file in sources.files:
        positions[file.entry] = positions.get(file.entry, 0) + 1
        paper = Paper(file.entry, positions[file.entry], file.name, file.sha256)
        with open_kept(file.sha256, file.name) as stream:
            yield _PaperGiven(paper, stream.read())
    for revision in sources.revisions:
        positions[revision.entry] = positions.get(revision.entry, 0) + 1
        name = revision_name(sources.subject.name, revision.number)
        paper = Paper(
            revision.entry, positions[revision.entry], name, revision.fingerprint
        )
        yield _PaperGiven(paper, revision.content.encode())
