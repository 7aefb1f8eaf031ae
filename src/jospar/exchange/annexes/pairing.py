"""A plan's Kazakh and Russian tables put together, row to row."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from jospar.rules.core.grammar import grammar
from jospar.rules.core.nouns import Language, Level, Text
from jospar.rules.core.parties import states
from jospar.rules.core.terms import term_phrase

from .doubts import doubt
from .values import AnnexRow, AnnexTable, Doubt

_LEAST = 4
"""Rows belong together from so many points on; see ``_points``."""
_MOST_COMPARED = 500
"""So many rows at most are looked for among all that are left over."""


@dataclass(frozen=True, slots=True)
class PairedRow:
    """A row of the plan in both languages; None where one could not be found."""

    kk: AnnexRow | None
    ru: AnnexRow | None

    @property
    def level(self) -> Level | None:
        """The group, as the Kazakh row has it, or else the Russian."""
        rows = (self.kk, self.ru)
        return next((row.level for row in rows if row and row.level), None)


@dataclass(frozen=True, slots=True)
class PairedTable:
    """The rows of a plan in both languages, and what is doubtful about the pairs.

    What is doubtful about each table alone stands there.
    """

    rows: tuple[PairedRow, ...]
    doubts: tuple[Doubt, ...]


@dataclass(frozen=True, slots=True)
class _Known:
    """A row with what can be compared between languages."""

    row: AnnexRow
    states: frozenset[str]


def pair_tables(kk: AnnexTable, ru: AnnexTable) -> PairedTable:
    """Return the rows of both tables, each once, in the order of the Kazakh one.

    Rows of one number go together unless too much speaks against it; the rest by what
    agrees: body, term, procedure, states in the title. A Russian row without a pair
    stands behind the one that it follows in its table.
    """
    left, right = _known(kk, Language.KK), _known(ru, Language.RU)
    pairs = _by_number(left, right)
    pairs |= _by_likeness(
        [at for at in range(len(left)) if at not in pairs],
        sorted(set(range(len(right))) - set(pairs.values())),
        left,
        right,
    )
    rows = tuple(_laid(kk.rows, ru.rows, pairs))
    return PairedTable(rows, tuple(found for row in rows for found in _doubts(row)))


def _known(table: AnnexTable, language: Language) -> list[_Known]:
    return [_Known(row, frozenset(states(row.title, language))) for row in table.rows]


def _by_number(left: Sequence[_Known], right: Sequence[_Known]) -> dict[int, int]:
    """Return the places of rows with the same number, by those of the Kazakh ones.

    Where a number repeats, as it does when each group counts anew, the group decides.
    """
    numbered: dict[object, list[int]] = {}
    for at, known in enumerate(right):
        if known.row.number is not None:
            numbered.setdefault((known.row.level, known.row.number), []).append(at)
    pairs: dict[int, int] = {}
    for at, known in enumerate(left):
        same = numbered.get((known.row.level, known.row.number), [])
        if fitting := [one for one in same if _points(known, right[one]) >= _LEAST]:
            pairs[at] = fitting[0]
            same.remove(fitting[0])
    return pairs


def _by_likeness(
    left_over: Sequence[int],
    right_over: Sequence[int],
    left: Sequence[_Known],
    right: Sequence[_Known],
) -> dict[int, int]:
    """Return pairs of what is left over, those that agree most first."""
    scored = sorted(
        (-points, abs(at - other), at, other)
        for at in islice(left_over, _MOST_COMPARED)
        for other in islice(right_over, _MOST_COMPARED)
        if (points := _points(left[at], right[other])) >= _LEAST
    )
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _points_of, _apart, at, other in scored:
        if at not in pairs and other not in taken:
            pairs[at] = other
            taken.add(other)
    return pairs


def _points(one: _Known, other: _Known) -> int:
    """Return how much speaks for two rows to be one: what agrees less what does not."""
    kk, ru = one.row, other.row
    points = 2 * (kk.number is not None and kk.number == ru.number)
    points += _agree(kk.level, ru.level)
    points += 2 * _agree(kk.bodies, ru.bodies)
    points += _agree(kk.term, ru.term)
    points += _agree(kk.procedure, ru.procedure)
    if one.states and other.states:
        points += 3 if one.states == other.states else -4
    return points


def _agree(one: object, other: object) -> int:
    """Return 1 for the same, -1 for different, 0 where one of them is not known."""
    if not one or not other:
        return 0
    return 1 if one == other else -1


def _laid(
    kk: Sequence[AnnexRow], ru: Sequence[AnnexRow], pairs: Mapping[int, int]
) -> Iterator[PairedRow]:
    paired = set(pairs.values())
    following: dict[int, list[AnnexRow]] = {}
    above = -1
    for at, row in enumerate(ru):
        if at in paired:
            above = at
        else:
            following.setdefault(above, []).append(row)
    yield from (PairedRow(None, row) for row in following.get(-1, ()))
    for at, row in enumerate(kk):
        if at not in pairs:
            yield PairedRow(row, None)
            continue
        yield PairedRow(row, ru[pairs[at]])
        yield from (PairedRow(None, other) for other in following.get(pairs[at], ()))


def _doubts(pair: PairedRow) -> Iterator[Doubt]:
    kk, ru = pair.kk, pair.ru
    if kk is None or ru is None:
        if row := kk or ru:
            yield doubt("pair_missing", row.place, "", text=row.title or row.body)
        return
    if kk.number != ru.number:
        yield doubt("pair_differs", kk.place, "number", kk=kk.cells[0], ru=ru.cells[0])
    if kk.bodies and ru.bodies and kk.bodies != ru.bodies:
        yield doubt("pair_differs", kk.place, "body", kk=kk.body, ru=ru.body)
    if kk.term and ru.term and kk.term != ru.term:
        said = (term_phrase(kk.term, "kk"), term_phrase(ru.term, "ru"))
        yield doubt("pair_differs", kk.place, "term", kk=said[0], ru=said[1])
    if (kk.procedure, kk.procedure_term) != (ru.procedure, ru.procedure_term):
        said = (kk.cells[4], ru.cells[4])
        yield doubt("pair_differs", kk.place, "procedure", kk=said[0], ru=said[1])
    if bool(kk.note) != bool(ru.note):
        yield doubt("pair_differs", kk.place, "note", kk=kk.note, ru=ru.note)
    for found in grammar(Text(kk.title, ru.title), kk.level or Level.INTERSTATE):
        if found.aspect != "level":
            yield doubt("pair_titles", kk.place, "title", kk=found.kk, ru=found.ru)
