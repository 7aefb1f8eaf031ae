"""A long form in pages."""

from dataclasses import dataclass

import pytest

from jospar.web.paging import part_of


@dataclass(frozen=True, slots=True)
class Group:
    """A group of a form, with its name."""

    name: str
    rows: tuple[int, ...]


def groups(*sizes: int) -> list[Group]:
    """Return groups of so many rows, which are numbered through."""
    made, begins = [], 1
    for name, size in zip("abc", sizes, strict=False):
        made.append(Group(name, tuple(range(begins, begins + size))))
        begins += size
    return made


@pytest.mark.parametrize(
    ("sizes", "asked", "found"),
    [
        ((1, 1, 0), "1", [("a", 1), ("b", 1), ("c", 0)]),
        ((1, 2, 0), "1", [("a", 1), ("b", 1)]),
        ((0, 0, 0), "1", [("a", 0), ("b", 0), ("c", 0)]),
        ((3, 2, 0), "1", [("a", 2)]),
        ((3, 2, 0), "2", [("a", 1), ("b", 1)]),
        ((3, 2, 0), "3", [("b", 1), ("c", 0)]),
        ((2, 0, 2), "1", [("a", 2)]),
        ((2, 0, 2), "2", [("b", 0), ("c", 2)]),
        ((0, 4, 0), "1", [("a", 0), ("b", 2)]),
        ((0, 4, 0), "2", [("b", 2), ("c", 0)]),
    ],
)
def test_each_page_has_its_rows_and_groups(
    sizes: tuple[int, ...], asked: str, found: list[tuple[str, int]]
) -> None:
    """A group without rows stands once, where its rows would begin."""
    part = part_of(groups(*sizes), asked, size=2)
    assert [(group.name, len(rows)) for group, rows in part.groups] == found


@pytest.mark.parametrize(
    ("asked", "page"),
    [
        *(("", 1), ("x", 1), ("0", 1), ("1", 1), ("-1", 1), ("²", 1)),
        *(("2", 2), ("3", 2), ("9" * 5000, 2)),
    ],
)
def test_a_page_that_is_not_there_is_the_nearest(asked: str, page: int) -> None:
    """Whatever stands in the address, there is a page."""
    part = part_of(groups(3), asked, size=2)
    assert (part.page, part.pages) == (page, 2)


def test_the_pages_hold_every_row_once() -> None:
    """In their order."""
    form = groups(5, 0, 4)
    parts = [part_of(form, str(page), size=2) for page in range(1, 6)]
    rows = [row for part in parts for _group, rows in part.groups for row in rows]
    assert rows == list(range(1, 10))
