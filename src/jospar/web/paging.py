"""A long form in pages: its rows run through the groups from one page to the next."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from django.http import QueryDict

from .asked import number_asked

ROWS = 100
"""Rows of a page: more than a plan has had in any year."""


def older_page(asked: QueryDict, number: int | None) -> str:
    """Return the query of the next page of a list whose newest stands first.

    It is what was asked for, before ``number``; empty where there is none older.
    """
    if number is None:
        return ""
    query = asked.copy()
    query["before"] = str(number)
    # What was asked of the page once is not asked again.
    for once in ("verify", "done"):
        query.pop(once, None)
    return query.urlencode()


class Group(Protocol):
    """A group of a form."""

    @property
    def rows(self) -> Sequence[object]:
        """Its rows."""


G = TypeVar("G", bound=Group)


@dataclass(frozen=True, slots=True)
class Part(Generic[G]):
    """The groups of a page, each with its rows there; pages count from 1."""

    groups: tuple[tuple[G, Sequence[object]], ...]
    page: int
    pages: int


def part_of(groups: Sequence[G], asked: str, size: int = ROWS) -> Part[G]:
    """Return the page that was asked for, or the nearest that there is.

    A group stands on the pages that have rows of it; one without rows stands where
    its rows would begin.
    """
    total = sum(len(group.rows) for group in groups)
    pages = max(1, -(-total // size))
    page = min(max(1, number_asked(asked[:9]) or 1), pages)
    first, last = (page - 1) * size, page * size
    found, begins = [], 0
    for group in groups:
        ends = begins + len(group.rows)
        rows = group.rows[max(first - begins, 0) : max(last - begins, 0)]
        here = first <= min(begins, size * pages - 1) < last
        if rows or (here and not group.rows):
            found.append((group, rows))
        begins = ends
    return Part(tuple(found), page, pages)
