"""Which treaties of a plan are new, carried over or moved, and which are gone.

A treaty is known again by its title and its parties alone: the record of a cycle does
not say which earlier concept a concept goes on from.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz import fuzz, process

from jospar.rules.core.forms import FormRow, PlanEdition
from jospar.rules.core.nouns import PlanKind, Text
from jospar.rules.core.titles import fold

ALIKE = 92
"""The score from which titles with the same parties are one treaty's, of 100."""
_TITLE = 2
"""Which cell of a row has its title."""

Parties = Mapping[str, frozenset[str]]
"""The other parties of treaties, by the keys of concepts."""


class Fate(StrEnum):
    """What a row is, beside the agreed plans before it."""

    NEW = "new"
    CARRIED = "carried"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class EarlierRow:
    """A row of an agreed plan of an earlier cycle."""

    kind: PlanKind
    years: tuple[int, ...]
    number: int
    title: Text
    parties: frozenset[str]


@dataclass(frozen=True, slots=True)
class FateOfRow:
    """A row, what it is, and the earlier row that it goes on from, if any."""

    row: FormRow
    title: Text
    fate: Fate
    earlier: EarlierRow | None = None


def earlier_rows(editions: Iterable[PlanEdition], parties: Parties) -> list[EarlierRow]:
    """Return the rows of agreed plans, with the parties of their treaties."""
    return [
        EarlierRow(
            kind=edition.form.kind,
            years=edition.form.years,
            number=row.number,
            title=_title(row),
            parties=parties.get(row.concept, frozenset()),
        )
        for edition in editions
        for group in edition.form.groups
        for row in group.rows
    ]


def fates(
    edition: PlanEdition, parties: Parties, earlier: Sequence[EarlierRow]
) -> list[FateOfRow]:
    """Return what each row of the plan is beside the ``earlier`` ones.

    The same words in either language, in whatever order, are the same treaty; so are
    titles that differ in little where the parties are the same. A row of the same kind
    of plan comes first.
    """
    kind = edition.form.kind
    known = sorted(earlier, key=lambda row: row.kind is not kind)
    words = {
        language: {
            place: _words(row.title[language]) for place, row in enumerate(known)
        }
        for language in ("kk", "ru")
    }
    found = []
    for group in edition.form.groups:
        for row in group.rows:
            title = _title(row)
            with_them = parties.get(row.concept, frozenset())
            near = {
                place for place, one in enumerate(known) if one.parties == with_them
            }
            place = _same(title, words)
            if place is None and with_them:
                place = _like(title, words, near)
            before = None if place is None else known[place]
            found.append(FateOfRow(row, title, _fate(kind, before), before))
    return found


def gone(
    kind: PlanKind, earlier: Sequence[EarlierRow], found: Iterable[FateOfRow]
) -> list[EarlierRow]:
    """Return the earlier rows of that kind of plan that no row goes on from."""
    going_on = {row.earlier for row in found}
    return [row for row in earlier if row.kind is kind and row not in going_on]


def _fate(kind: PlanKind, before: EarlierRow | None) -> Fate:
    if before is None:
        return Fate.NEW
    return Fate.CARRIED if before.kind is kind else Fate.MOVED


def _title(row: FormRow) -> Text:
    return Text(row.cells["kk"][_TITLE], row.cells["ru"][_TITLE])


def _words(title: str) -> str:
    """Return the words of a title in one order, folded."""
    return " ".join(sorted(fold(title).split()))


def _same(title: Text, known: Mapping[str, Mapping[int, str]]) -> int | None:
    for language, titles in known.items():
        words = _words(title[language])
        for place, other in titles.items():
            if words and words == other:
                return place
    return None


def _like(
    title: Text, known: Mapping[str, Mapping[int, str]], near: set[int]
) -> int | None:
    """Return the place of the title most like it, in the language that is most like."""
    best: tuple[float, int] | None = None
    for language, titles in known.items():
        if not (words := _words(title[language])):
            continue
        alike = process.extractOne(
            words,
            {place: titles[place] for place in sorted(near)},
            scorer=fuzz.ratio,
            score_cutoff=ALIKE,
        )
        if alike is not None and (best is None or alike[1] > best[0]):
            best = (alike[1], alike[2])
    return best[1] if best else None
