"""Which rows of the tables are rows of a plan, and which cell stands for which column.

Headings, repeated headings, numbers of columns, headings of groups, rows that go on
over a page, and whatever is none of these are told apart; nothing is dropped without
a doubt that says so.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from jospar.rules.core.forms import FormHeadings
from jospar.rules.core.nouns import Language, Level

from .doubts import doubt
from .grids import Grid, GridCell, GridLine, RawRow, Sign, cell_doubts
from .headings import (
    FEWEST,
    Column,
    Columns,
    column_doubts,
    columns_of,
    is_numbering,
    level_of,
)
from .values import FIELDS, Doubt, Place

_FORM_WIDTH = len(FIELDS)
_TOTAL = re.compile(r"\b(?:всего|итого|барлығы|жиыны)\b", re.IGNORECASE)
_PLAN = re.compile(r"жоспар|\bплан", re.IGNORECASE)


@dataclass(slots=True)
class Section:
    """The rows of a plan in one language, or in both in the same cells."""

    languages: frozenset[Language]
    columns: Columns
    place: Place
    titles: tuple[str, ...]
    rows: list[RawRow] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    levels: set[Level] = field(default_factory=set)


class Layout:
    """Goes through the tables of a file from the top, and keeps where it is."""

    def __init__(self, headings: FormHeadings) -> None:
        self.sections: list[Section] = []
        self.others: list[Doubt] = []
        self._headings = headings
        self._section: Section | None = None
        self._columns = Columns(())
        self._level: Level | None = None
        self._at_top = False
        self._merged: set[str] = set()
        self._was_empty = False

    def read(self, grid: Grid) -> None:
        """Take in a table."""
        start, columns = _start(grid)
        if any(len(line.texts) >= FEWEST for line in grid.lines[:start]):
            columns = None
        if columns is None and not self._goes_on(grid):
            return
        titles = (
            *grid.above,
            *(text for line in grid.lines[:start] for text in line.texts),
        )
        skip = 0
        if columns:
            self._begin(columns, grid.lines[start].place, titles)
            skip = start + columns.lines
        self._at_top = True
        for at, line in enumerate(grid.lines[skip:], start=skip):
            if at < skip:
                continue
            if again := columns_of(grid.lines[at : at + 2]):
                self._begin(again, line.place, ())
                skip = at + again.lines
            else:
                self._read_line(line)

    def _begin(self, columns: Columns, place: Place, titles: tuple[str, ...]) -> None:
        """Begin another section, or go on with the one that has the same headings."""
        languages = columns.languages
        now = self._section
        other = any(map(_PLAN.search, titles)) and now is not None and now.rows
        same = now and now.languages == languages and place.sheet == now.place.sheet
        if now and same and not other:
            now.doubts.append(doubt("heading_again", place))
        else:
            self._section = Section(languages, columns, place, titles)
            self.sections.append(self._section)
            self._level = None
            self._section.doubts += column_doubts(columns, place)
        self._columns = columns

    def _goes_on(self, grid: Grid) -> bool:
        """Tell whether a table without headings is of a plan, and get ready for it."""
        texts = [text for line in grid.lines for text in line.texts]
        width = max((len(line.cells) for line in grid.lines), default=0)
        if not texts:
            return False
        if self._section and grid.place.sheet == self._section.place.sheet:
            same = len(self._columns.columns) == width
        else:
            same = width == _FORM_WIDTH and _is_plan(grid, self._headings)
        if not same:
            said = " | ".join(texts)
            self.others.append(doubt("table_other", grid.place, "", said, text=said))
            return False
        if self._section is None or grid.place.sheet != self._section.place.sheet:
            columns = tuple(
                Column("", range(n, n + 1), FIELDS[n]) for n in range(width)
            )
            self._columns = Columns(columns)
            empty = frozenset[Language]()
            self._section = Section(empty, self._columns, grid.place, grid.above)
            self.sections.append(self._section)
            self._level = None
        self._section.doubts.append(doubt("heading_missing", grid.place))
        return True

    def _read_line(self, line: GridLine) -> None:
        section = self._section
        if section is None or is_numbering(line):
            return
        if line.hidden:
            section.doubts.append(doubt("line_hidden", line.place))
        was_empty, self._was_empty = self._was_empty, False
        if code := _why_gone(line):
            section.doubts.append(
                doubt(code, line.place, "", line.text, text=line.text)
            )
        elif not line.texts:
            self._was_empty = True
            if not was_empty:
                section.doubts.append(doubt("line_empty", line.place))
        elif len(line.texts) == 1 and self._is_aside(line, line.texts[0]):
            self._read_aside(section, line.place, line.texts[0])
        else:
            self._read_row(section, line)
            self._at_top = False

    def _is_aside(self, line: GridLine, text: str) -> bool:
        """Tell whether a row has one text that is for all of its columns."""
        cell = next(cell for cell in line.cells if cell.says)
        covered = [one for one in self._columns.columns if _meet(one.covers, cell)]
        if text.isdecimal() or any(Sign.CONTINUES in one.signs for one in line.cells):
            return False
        if len(covered) > 1 or _TOTAL.match(text) or level_of(text, self._headings):
            return True
        return not covered or covered[0].field == "number"

    def _read_aside(self, section: Section, place: Place, text: str) -> None:
        found = level_of(text, self._headings)
        if found is None:
            section.doubts.append(doubt("line_stray", place, "", text, text=text))
            return
        self._level, exact = found
        section.levels.add(self._level)
        if not exact:
            section.doubts.append(
                doubt("group_guess", place, "", found[0], text=text, level=found[0])
            )

    def _read_row(self, section: Section, line: GridLine) -> None:
        row = RawRow(line.place, self._level, dict.fromkeys(FIELDS, ""))
        own: dict[str, str] = {}
        owners: dict[str, Column] = {}
        continued: set[str] = set()
        terms = {}
        for cell, column, merged in self._placed(line):
            if not column.field:
                if cell.says:
                    row.further += ((column.text, cell.text),)
                if cell.says and not column.text:
                    section.doubts.append(
                        doubt("column_further", line.place, text=cell.text)
                    )
                continue
            name = column.field
            section.doubts += cell_doubts(cell, name, line.place)
            if merged:
                section.doubts.append(
                    doubt("merged_across", line.place, name, text=cell.text)
                )
            if Sign.CONTINUES in cell.signs:
                continued.add(name)
            else:
                same = owners.setdefault(name, column) is column
                if name in own and cell.text and same:
                    section.doubts.append(
                        doubt("cell_parted", line.place, name, text=cell.text)
                    )
                glue = " " if same else "\n"  # of two languages, each on a line
                own[name] = _joined(own.get(name, ""), cell.text, glue)
                row.automatic |= name == "number" and Sign.AUTOMATIC in cell.signs
                if cell.term:
                    terms[name] = cell.term
        row.texts |= own
        row.terms = terms
        self._add(section, row, own, continued)

    def _add(
        self, section: Section, row: RawRow, own: dict[str, str], continued: set[str]
    ) -> None:
        """Put a row to the others, or its texts to those of the row that it goes on."""
        before = section.rows[-1] if section.rows else None
        filled = {name: text for name, text in own.items() if text}
        if before and self._is_rest(filled, continued, row):
            for name, text in filled.items():
                before.texts[name] = _joined(before.texts[name], text)
            before.further += row.further
            said = " | ".join((*filled.values(), *(text for _, text in row.further)))
            section.doubts.append(doubt("line_spread", row.place, "", said, text=said))
            return
        for name in sorted(continued, key=FIELDS.index):
            text = before.texts[name] if before else ""
            row.texts[name] = text
            if before and name in before.terms:
                row.terms = {**row.terms, name: before.terms[name]}
            if name not in self._merged and text:
                section.doubts.append(
                    doubt("merged_down", row.place, name, text, text=text)
                )
        self._merged = continued
        section.rows.append(row)

    def _is_rest(
        self, filled: dict[str, str], continued: set[str], row: RawRow
    ) -> bool:
        """Tell whether a row only goes on with the one above it."""
        if row.automatic or "number" in filled:
            return False
        if "title" in continued or "title" not in filled:
            return True
        title = filled["title"]
        goes_on = self._at_top or title[0].islower()
        return goes_on and filled.keys() <= {"title", "note"} and not continued

    def _placed(self, line: GridLine) -> Iterable[tuple[GridCell, Column, bool]]:
        """Yield the cells with their columns, and whether they cover several.

        A table in a text that goes on over pages may have another grid: then as many
        cells as there are columns stand in their order.
        """
        columns = self._columns.columns
        if len(line.cells) == len(columns) and not line.place.sheet:
            for cell, column in zip(line.cells, columns, strict=True):
                yield cell, column, False
            return
        for cell in line.cells:
            covered = [one for one in columns if _meet(one.covers, cell)]
            if covered:
                yield cell, covered[0], len(covered) > 1
            elif cell.says:
                yield cell, Column("", range(0), ""), False


def _meet(covers: range, cell: GridCell) -> bool:
    return covers.start < cell.column + cell.span and cell.column < covers.stop


def _joined(before: str, text: str, glue: str = " ") -> str:
    return glue.join(filter(None, (before, text)))


def _start(grid: Grid) -> tuple[int, Columns | None]:
    """Return the row in which the headings stand, and the columns under them."""
    for at in range(len(grid.lines)):
        if columns := columns_of(grid.lines[at : at + 2]):
            return at, columns
    return 0, None


def _is_plan(grid: Grid, headings: FormHeadings) -> bool:
    """Tell whether rows look like those of a plan: groups, or numbers in the first."""
    firsts = [line.texts[0] for line in grid.lines if line.texts]
    numbered = sum(text.strip(" .)").isdecimal() for text in firsts)
    return numbered * 2 >= len(firsts) or any(
        level_of(text, headings) for text in firsts
    )


def _why_gone(line: GridLine) -> str:
    """Return how a row was taken out, "" if it was not; a remark may be left in it."""
    struck = sum(bool(cell.struck) and not cell.says for cell in line.cells)
    deleted = sum(bool(cell.deleted) and not cell.says for cell in line.cells)
    if line.deleted or deleted > len(line.texts):
        return "line_deleted"
    return "line_struck" if struck > len(line.texts) else ""
