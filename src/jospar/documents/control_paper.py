"""The control report as its documents print it: plain values, in words already."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from jospar.rules.core.nouns import Language

from .hyphens import hyphenated

_LETTERS = 0.33
"""Letters that a column surely takes in a line, for each share of its width."""


@dataclass(frozen=True, slots=True)
class Foreign:
    """A text in another language than the report."""

    text: str
    language: str


Value = str | int | date | Foreign | None


@dataclass(frozen=True, slots=True)
class Column:
    """A column: ``width`` is its share of the page's; figures stand at its right."""

    heading: str
    width: int
    figures: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table; ``sheet`` is its short name, ``empty`` what it says without rows."""

    sheet: str
    heading: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]
    empty: str = ""


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars, each with its label; ``said`` tells in a sentence what they show.

    ``late`` bars count what is overdue.
    """

    heading: str
    said: str
    bars: tuple[tuple[str, int], ...]
    late: bool = False

    def shares(self) -> Iterator[tuple[str, int, float]]:
        """Yield each bar with its length, from 0 to 1 for the longest."""
        longest = max((count for _label, count in self.bars), default=0) or 1
        for label, count in self.bars:
            yield label, count, count / longest


@dataclass(frozen=True, slots=True)
class ControlPaper:
    """The report: a first page of ``front`` tables and charts, then ``tables``.

    ``mark`` stands on every page; ``pages`` are the parts around its two numbers.
    """

    language: str
    title: str
    lead: tuple[str, ...]
    mark: str
    front: tuple[Table, ...]
    charts: tuple[Chart, ...]
    tables: tuple[Table, ...]
    pages: tuple[str, ...]


def worded(value: Value, language: str) -> str:
    """Return a value of a cell as text; a day as it is written in a narrow column."""
    match value:
        case None:
            return ""
        case Foreign():
            return value.text
        case date():
            pattern = "%Y-%m-%d" if language == Language.EN else "%d.%m.%Y"
            return value.strftime(pattern)
        case _:
            return str(value)


def fitted(text: str, column: Column) -> str:
    """Return ``text`` with places to break in words that may be too wide for a column.

    The others stay whole, and so do days and numbers: they go to the next line.
    """
    letters = int(column.width * _LETTERS)
    long_word = rf"(?=\S*[^\W\d])\S{{{letters + 1},}}"
    return re.sub(long_word, lambda word: hyphenated(word[0], letters=letters), text)
