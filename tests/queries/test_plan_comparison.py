"""Two editions of a plan compared."""

from typing import Any

import pytest

from jospar.queries.plan_comparison import ComparedRow, RowChange, compare
from jospar.records.snapshots.plans import GroupKept, RowKept
from jospar.rules.core.nouns import Level
from jospar.rules.core.titles import WordChange

BODY, TITLE, TERM = ("орган", "a b c", "2025")
SAME = WordChange("equal", ("a", "b", "c"), ("a", "b", "c"))


def row(number: int, concept: str, title: str = TITLE, ru: str = TITLE) -> RowKept:
    """Return a row; ``title`` is its Kazakh one."""
    return RowKept(
        number,
        concept,
        {
            "kk": [str(number), BODY, title, TERM, "–", ""],
            "ru": [str(number), BODY, ru, TERM, "–", ""],
        },
    )


def plan(*rows: RowKept, **levels: tuple[RowKept, ...]) -> list[GroupKept]:
    """Return a plan: interstate rows, and those of the other levels by their names."""
    by_level: dict[str, Any] = {"interstate": rows, **levels}
    return [
        GroupKept(level, {"kk": level, "ru": level}, list(by_level.get(level, ())))
        for level in Level
    ]


def compared(
    old: list[GroupKept], new: list[GroupKept], *moved: str, language: str = "kk"
) -> list[ComparedRow]:
    """Return the rows of the comparison, group after group."""
    found = compare(old, new, language, frozenset(moved))
    return [one for group in found.groups for one in group.rows]


def test_equal_plans_show_no_change() -> None:
    """Every row stays, and every word of it."""
    plans = plan(row(1, "C-1"), interagency=(row(2, "C-2"),))
    found = compare(plans, plans, "kk", frozenset())
    assert (found.equal, found.counts, found.renumbered) == (
        True,
        {RowChange.SAME: 2},
        0,
    )
    assert [group.level for group in found.groups] == list(Level)
    only = found.groups[0].rows[0]
    assert (only.number, only.was, only.cells[1], only.cells[4]) == (1, 1, (SAME,), ())
    assert [group.rows for group in found.changes()] == [(), (), ()]


def test_a_row_that_came_is_added_whole() -> None:
    """It has no older number."""
    (added,) = compared(plan(), plan(row(1, "C-1")))
    assert (added.change, added.number, added.was) == (RowChange.ADDED, 1, None)
    assert added.cells[1] == (WordChange("insert", (), ("a", "b", "c")),)


@pytest.mark.parametrize(
    ("moved", "change"), [((), RowChange.REMOVED), (("C-1",), RowChange.MOVED)]
)
def test_a_row_that_left_stands_where_it_was(
    moved: tuple[str, ...], change: RowChange
) -> None:
    """What the other plan has now was moved there, else it was removed."""
    (gone,) = compared(plan(row(1, "C-1")), plan(), *moved)
    assert (gone.change, gone.number, gone.was) == (change, None, 1)
    assert gone.cells[1] == (WordChange("delete", ("a", "b", "c"), ()),)


@pytest.mark.parametrize(
    ("gone", "order"),
    [
        ((1,), ["C-1", "C-2", "C-3", "C-4"]),
        ((3,), ["C-1", "C-2", "C-3", "C-4"]),
        ((1, 2), ["C-1", "C-2", "C-3", "C-4"]),
        ((2, 4), ["C-1", "C-2", "C-3", "C-4"]),
    ],
)
def test_rows_that_left_keep_their_order(
    gone: tuple[int, ...], order: list[str]
) -> None:
    """Each stands under the row that it stood under, wherever they left."""
    old = plan(*(row(n, f"C-{n}") for n in range(1, 5)))
    left = [n for n in range(1, 5) if n not in gone]
    new = plan(*(row(n, f"C-{m}") for n, m in enumerate(left, start=1)))
    assert [one.concept for one in compared(old, new)] == order


def test_changed_words_stand_in_their_places() -> None:
    """Only the cells that differ show marks."""
    (changed,) = compared(plan(row(1, "C-1")), plan(row(1, "C-1", "a x c d")))
    assert (changed.change, changed.elsewhere) == (RowChange.CHANGED, False)
    assert changed.cells[1] == (
        WordChange("equal", ("a",), ("a",)),
        WordChange("replace", ("b",), ("x",)),
        WordChange("equal", ("c",), ("c",)),
        WordChange("insert", (), ("d",)),
    )
    assert changed.cells[2] == (WordChange("equal", (TERM,), (TERM,)),)


def test_a_change_in_the_other_language_is_told() -> None:
    """The row is changed, though nothing is marked in the language shown."""
    old, new = plan(row(1, "C-1")), plan(row(1, "C-1", ru="x"))
    (kazakh,) = compared(old, new)
    assert (kazakh.change, kazakh.elsewhere) == (RowChange.CHANGED, True)
    assert kazakh.cells[1] == (SAME,)
    (russian,) = compared(old, new, language="ru")
    assert (russian.change, russian.elsewhere) == (RowChange.CHANGED, False)


def test_another_number_alone_is_no_change() -> None:
    """Rows that only moved down are counted apart."""
    old = plan(row(1, "C-1"), row(2, "C-2"))
    new = plan(row(1, "C-0"), row(2, "C-1"), row(3, "C-2", "x"))
    found = compare(old, new, "kk", frozenset())
    assert found.counts == {RowChange.ADDED: 1, RowChange.SAME: 1, RowChange.CHANGED: 1}
    assert (found.renumbered, found.equal) == (1, False)
    assert [(one.was, one.number) for one in found.groups[0].rows] == [
        (None, 1),
        (1, 2),
        (2, 3),
    ]
    assert [one.concept for one in found.changes()[0].rows] == ["C-0", "C-2"]


def test_a_row_in_another_group_says_where_it_was() -> None:
    """It stands in its new group alone."""
    old = plan(row(1, "C-1"), row(2, "C-2"))
    new = plan(row(1, "C-2"), interagency=(row(2, "C-1"),))
    stayed, settled = compared(old, new)
    assert (stayed.concept, stayed.from_level) == ("C-2", None)
    assert (settled.change, settled.from_level) == (RowChange.CHANGED, Level.INTERSTATE)
