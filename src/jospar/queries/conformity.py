"""The conformity report: of each provision whether it was kept, and what proves it."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from jospar.rules.core.provisions import Provision, Source

from .cycle_record import Explained
from .figures import Behind, Figure, Light, Standing
from .living_rules import LivingProvision, LivingRules

MOST_ITEMS = 30
"""So many late or open records are named under a provision; the rest are counted."""

MOST_RANGES = 12
"""So many stretches of entries are named as evidence; the rest are counted."""


class Kept(StrEnum):
    """Whether a provision was kept."""

    DONE = "done"
    LATE = "late"
    NOT_DONE = "not_done"
    AHEAD = "ahead"
    NOTHING = "nothing"
    OUTSIDE = "outside"


@dataclass(frozen=True, slots=True)
class ReportItem:
    """Something late or open, and why."""

    behind: Behind
    explanation: Explained | None


@dataclass(frozen=True, slots=True)
class Evidence:
    """Entries of the journal as stretches from a number to a number.

    ``more`` counts the entries that are not named.
    """

    ranges: tuple[tuple[int, int], ...]
    more: int


@dataclass(frozen=True, slots=True)
class ReportLine:
    """A provision, for one plan or for all, with how it was kept.

    ``items`` are late or open; ``more`` counts those that are not named. ``figure`` is
    None where nothing carries the provision out yet.
    """

    provision: Provision
    figure: Figure | None
    kept: Kept
    days_late: int
    evidence: Evidence
    items: tuple[ReportItem, ...]
    more: int
    explanations: tuple[Explained, ...]


@dataclass(frozen=True, slots=True)
class Conformity:
    """The report on a cycle; ``counts`` says how many lines there are of each kind."""

    lines: tuple[ReportLine, ...]
    counts: Mapping[Kept, int]


def conformity(rules: LivingRules) -> Conformity:
    """Return the report on what the page of the Rules shows; asks nothing more.

    What has no deadline of its own counts as not done once the drafts had to be with
    the Commission.
    """
    ends = [
        line.deadline.late_after
        for line in rules.deadlines
        if line.deadline.provision == "commission.deadline"
    ]
    drafted = bool(ends) and rules.today > max(ends)
    lines = tuple(
        line
        for provision in rules.of(Source.LAW)
        for line in _lines(provision, drafted=drafted)
    )
    counts = Counter(line.kept for line in lines)
    return Conformity(lines, {kept: counts[kept] for kept in Kept})


def _lines(living: LivingProvision, *, drafted: bool) -> list[ReportLine]:
    if living.provision.outside:
        nothing = Evidence((), 0)
        outside = Kept.OUTSIDE
        return [ReportLine(living.provision, None, outside, 0, nothing, (), 0, ())]
    of_entries: dict[int | None, Explained] = {
        explained.subject: explained
        for explained in living.explanations
        if explained.subject is not None
    }
    named = {item.entry for figure in living.figures for item in _left_behind(figure)}
    general = tuple(
        explained
        for explained in living.explanations
        if explained.subject is None or explained.subject not in named
    )
    return [
        _line(living.provision, figure, drafted, of_entries, general)
        for figure in living.figures
    ]


def _line(
    provision: Provision,
    figure: Figure,
    drafted: bool,
    of_entries: Mapping[int | None, Explained],
    general: tuple[Explained, ...],
) -> ReportLine:
    items = [
        ReportItem(item, of_entries.get(item.entry)) for item in _left_behind(figure)
    ]
    return ReportLine(
        provision=provision,
        figure=figure,
        kept=_kept(figure, drafted),
        days_late=figure.days_late,
        evidence=evidence(figure),
        items=tuple(items[:MOST_ITEMS]),
        more=max(0, len(items) - MOST_ITEMS),
        explanations=general,
    )


def _left_behind(figure: Figure) -> list[Behind]:
    """Return what is late, the latest first, and then what is open."""
    late = [item for item in figure.behind if item.standing is Standing.LATE]
    late.sort(key=lambda item: -item.days_late)
    return late + [item for item in figure.behind if item.standing is Standing.OPEN]


def _kept(figure: Figure, drafted: bool) -> Kept:
    if figure.light is Light.BLANK:
        return Kept.NOTHING
    if figure.left is not None:
        return Kept.NOT_DONE if figure.left.over else Kept.AHEAD
    if figure.done < len(figure.behind) and figure.count is None:
        return Kept.NOT_DONE if drafted else Kept.AHEAD
    return Kept.LATE if figure.days_late or figure.late else Kept.DONE


def evidence(figure: Figure) -> Evidence:
    """Return the entries by which what was done was done, as stretches."""
    entries = sorted(
        {
            item.entry
            for item in figure.behind
            if item.entry is not None and item.standing is not Standing.OPEN
        }
    )
    ranges: list[tuple[int, int]] = []
    for entry in entries:
        if ranges and ranges[-1][1] == entry - 1:
            ranges[-1] = (ranges[-1][0], entry)
        else:
            ranges.append((entry, entry))
    more = sum(last - first + 1 for first, last in ranges[MOST_RANGES:])
    return Evidence(tuple(ranges[:MOST_RANGES]), more)
