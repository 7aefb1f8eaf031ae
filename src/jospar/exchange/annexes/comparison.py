"""A signed original beside the revision that the record holds, cell by cell."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from typing import Any

from rapidfuzz import fuzz

from jospar.rules.core.titles import WordChange, compare_words, fold

from .values import FIELDS, AnnexRow, AnnexTable, Place


class Kind(StrEnum):
    """What differs: a row, its group, words, or but blanks, quotes and dashes."""

    MISSING = "missing"
    ADDED = "added"
    GROUP = "group"
    WORDS = "words"
    SIGNS = "signs"


@dataclass(frozen=True, slots=True)
class Difference:
    """What the original and the revision do not say alike.

    A row that is ``missing`` is not in the original, one that is ``added`` is not in
    the revision. ``number`` is the row's in the revision, 0 where it has none;
    ``field`` the column, "" for a whole row. ``place`` is in the original.
    """

    kind: Kind
    number: int
    concept: str
    field: str
    original: str
    revision: str
    place: Place | None
    words: tuple[WordChange, ...] = ()


_QUOTES = str.maketrans(dict.fromkeys("«»“”„‟‘’‚‹›″", '"') | dict.fromkeys("'`´", '"'))
_DASHES = re.compile(r"(?<!\s)\s*+[-‐‑‒–—―−]+\s*")
_UNSEEN = re.compile("[\xad\u200b\u200c\u200d\u2060\ufeff]")
_ALIKE = 80.0
_BY_NUMBER = 50.0
_MOST_COMPARED = 500
"""So many rows at most are looked for among all that are left over."""


@dataclass(frozen=True, slots=True)
class _Kept:
    """A row of the revision in one language."""

    number: int
    concept: str
    level: str
    cells: Sequence[str]


def compare_with_revision(
    table: AnnexTable, plan: Mapping[str, Any]
) -> tuple[Difference, ...]:
    """Return where ``table`` and a revision differ, in the order of the revision.

    Args:
        table: the original, in one language; a plan in two is compared table by table.
        plan: the revision as its JSON says it ("plans.forms").
    """
    kept = [
        _Kept(
            row["number"], row["concept"], group["level"], row["cells"][table.language]
        )
        for group in plan["groups"]
        for row in group["rows"]
    ]
    pairs = _pairs(table.rows, kept)
    found: list[Difference] = []
    for at, row in enumerate(kept):
        if at in pairs:
            found += _differences(table.rows[pairs[at]], row)
        else:
            found.append(_whole(Kind.MISSING, row=row))
    taken = set(pairs.values())
    for at, original in enumerate(table.rows):
        if at not in taken:
            found.append(_whole(Kind.ADDED, original=original))
    return tuple(found)


def plain(text: str) -> str:
    """Return ``text`` with one kind of blank, quote and dash: what it says in words."""
    text = _UNSEEN.sub("", unicodedata.normalize("NFC", text)).translate(_QUOTES)
    return " ".join(_DASHES.sub("-", text).split())


def _differences(original: AnnexRow, row: _Kept) -> Iterator[Difference]:
    level = original.level.value if original.level else ""
    if level != row.level:
        yield Difference(
            Kind.GROUP, row.number, row.concept, "", level, row.level, original.place
        )
    for name, said, kept in zip(FIELDS, original.cells, row.cells, strict=True):
        if said == kept:
            continue
        if name == "number" and original.number == row.number:
            kind = Kind.SIGNS
        else:
            kind = Kind.SIGNS if plain(said) == plain(kept) else Kind.WORDS
        words = tuple(compare_words(said, kept)) if kind is Kind.WORDS else ()
        yield Difference(
            kind, row.number, row.concept, name, said, kept, original.place, words
        )


def _whole(
    kind: Kind, *, row: _Kept | None = None, original: AnnexRow | None = None
) -> Difference:
    return Difference(
        kind=kind,
        number=row.number if row else 0,
        concept=row.concept if row else "",
        field="",
        original=" | ".join(original.cells) if original else "",
        revision=" | ".join(row.cells) if row else "",
        place=original.place if original else None,
    )


def _pairs(rows: Sequence[AnnexRow], kept: Sequence[_Kept]) -> dict[int, int]:
    """Return the places in the original by those in the revision.

    Rows of the same title belong together, those of one number first; then those of
    one number whose titles are not quite different; then those whose titles are most
    alike.
    """
    said = [fold(row.title) for row in rows]
    titles = [fold(row.cells[2]) for row in kept]
    pairs: dict[int, int] = {}
    free = dict.fromkeys(range(len(rows)))
    places: dict[str, list[int]] = {}
    for at, title in enumerate(said):
        places.setdefault(title, []).append(at)
    for numbered in (True, False):
        for at, title in enumerate(titles):
            same = [
                place
                for place in places.get(title, ())
                if place in free
                and (not numbered or rows[place].number == kept[at].number)
            ]
            if at not in pairs and same:
                pairs[at] = min(same, key=lambda place: _apart(rows[place], kept[at]))
                del free[pairs[at]]
    scored = sorted(
        (-score, at, place)
        for at in islice(
            (at for at in range(len(kept)) if at not in pairs), _MOST_COMPARED
        )
        for place in islice(free, _MOST_COMPARED)
        if (score := _likeness(titles[at], said[place], rows[place], kept[at]))
    )
    for _score, at, place in scored:
        if at not in pairs and place in free:
            pairs[at] = place
            del free[place]
    return pairs


def _apart(row: AnnexRow, kept: _Kept) -> tuple[int, int]:
    """Return how far apart two rows of one title stand: numbers, then other cells."""
    other = sum(map(str.__ne__, row.cells, kept.cells))
    return abs((row.number or 0) - kept.number), other


def _likeness(title: str, said: str, row: AnnexRow, kept: _Kept) -> float:
    """Return how much two rows are alike, 0 where they are none."""
    least = _BY_NUMBER if row.number == kept.number else _ALIKE
    score = fuzz.ratio(title, said, score_cutoff=least)
    return score + 100 * (row.number == kept.number) if score else 0.0
