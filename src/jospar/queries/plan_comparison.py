"""Two editions of a plan compared: rows and words, in the place where they stand."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from jospar.records.snapshots.plans import GroupKept, RowKept
from jospar.rules.core.nouns import Level
from jospar.rules.core.titles import WordChange, compare_words

Words = tuple[WordChange, ...]


class RowChange(StrEnum):
    """What became of a row; its number alone is no change."""

    SAME = "same"
    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """A row of either edition; ``was`` is its number in the older, ``number`` now.

    ``cells`` are those after the number, in words of one language. ``from_level`` is
    the group that it left. ``elsewhere`` says that the other language has changed.
    """

    change: RowChange
    concept: str
    number: int | None
    was: int | None
    cells: tuple[Words, ...]
    from_level: Level | None = None
    elsewhere: bool = False


@dataclass(frozen=True, slots=True)
class ComparedGroup:
    """A group of the newer edition, with the rows that left it in their places."""

    level: Level
    heading: Mapping[str, str]
    rows: tuple[ComparedRow, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """What changed: the groups with their rows, and how many of each there are.

    ``renumbered`` counts rows that have another number and say the same.
    """

    groups: tuple[ComparedGroup, ...]
    counts: Mapping[RowChange, int]
    renumbered: int

    @property
    def equal(self) -> bool:
        """Whether both editions say the same."""
        return set(self.counts) <= {RowChange.SAME}

    def changes(self) -> tuple[ComparedGroup, ...]:
        """Return the groups with those rows alone that say something else."""
        return tuple(
            ComparedGroup(
                group.level,
                group.heading,
                tuple(row for row in group.rows if row.change is not RowChange.SAME),
            )
            for group in self.groups
        )


def compare(
    old: Sequence[GroupKept],
    new: Sequence[GroupKept],
    language: str,
    moved: frozenset[str],
) -> Comparison:
    """Return the way from ``old`` to ``new``, in the words of ``language``.

    ``moved`` are keys of the concepts that the other plan has: what left for it was
    not removed.
    """
    before = {row.concept: (group.level, row) for group in old for row in group.rows}
    kept = {row.concept for group in new for row in group.rows}
    groups = []
    for group in new:
        rows = [
            _row(row, group.level, before.get(row.concept), language)
            for row in group.rows
        ]
        gone = _gone(old, group.level, {row.concept for row in rows}, kept)
        left = {
            above: [_left(row, language, moved) for row in gone[above]]
            for above in gone
        }
        groups.append(
            ComparedGroup(group.level, group.heading, tuple(_laid(rows, left)))
        )
    every = [row for group in groups for row in group.rows]
    return Comparison(
        groups=tuple(groups),
        counts=Counter(row.change for row in every),
        renumbered=sum(
            row.change is RowChange.SAME and row.was != row.number for row in every
        ),
    )


def _row(
    row: RowKept, level: Level, known: tuple[Level, RowKept] | None, language: str
) -> ComparedRow:
    cells = row.cells[language][1:]
    if known is None:
        added = tuple(_all("insert", cell) for cell in cells)
        return ComparedRow(RowChange.ADDED, row.concept, row.number, None, added)
    old_level, old = known
    old_cells = old.cells[language][1:]
    changed = {lang for lang in row.cells if old.cells[lang][1:] != row.cells[lang][1:]}
    left = old_level if old_level is not level else None
    return ComparedRow(
        change=RowChange.CHANGED if changed or left else RowChange.SAME,
        concept=row.concept,
        number=row.number,
        was=old.number,
        cells=tuple(map(_words, old_cells, cells)),
        from_level=left,
        elsewhere=bool(changed) and language not in changed,
    )


def _left(row: RowKept, language: str, moved: frozenset[str]) -> ComparedRow:
    change = RowChange.MOVED if row.concept in moved else RowChange.REMOVED
    cells = tuple(_all("delete", cell) for cell in row.cells[language][1:])
    return ComparedRow(change, row.concept, None, row.number, cells)


def _gone(
    old: Sequence[GroupKept], level: Level, here: set[str], kept: set[str]
) -> dict[str, list[RowKept]]:
    """Return the rows that left the group's plan, by the row that stood above them.

    Above the first ones there is none: they stand under "".
    """
    found: dict[str, list[RowKept]] = {}
    above = ""
    for group in old:
        for row in group.rows if group.level is level else ():
            if row.concept in here:
                above = row.concept
            elif row.concept not in kept:
                found.setdefault(above, []).append(row)
    return found


def _laid(
    rows: list[ComparedRow], left: Mapping[str, list[ComparedRow]]
) -> Iterator[ComparedRow]:
    yield from left.get("", ())
    for row in rows:
        yield row
        yield from left.get(row.concept, ())


def _words(old: str, new: str) -> Words:
    return _all("equal", new) if old == new else tuple(compare_words(old, new))


def _all(kind: Literal["equal", "insert", "delete"], text: str) -> Words:
    """Return a text whose words all stayed, came or went."""
    if not (words := tuple(text.split())):
        return ()
    old, new = (() if kind == "insert" else words), (() if kind == "delete" else words)
    return (WordChange(kind, old, new),)
