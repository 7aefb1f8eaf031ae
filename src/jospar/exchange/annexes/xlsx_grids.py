"""The sheets of an XLSX workbook, with merged and hidden cells and dates as such."""

from calendar import monthrange
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice
from pathlib import Path
from warnings import catch_warnings, simplefilter

from openpyxl.worksheet.cell_range import CellRange

from jospar.exchange.cells import Broken, clean
from jospar.exchange.cells import text as as_text
from jospar.exchange.faults import CellError, WorkbookError
from jospar.exchange.package import DAMAGED, FOREIGN, unpack
from jospar.exchange.spreadsheet import Grid as SheetGrid
from jospar.exchange.spreadsheet import Spreadsheet
from jospar.rules.core.nouns import Language, Term
from jospar.rules.core.terms import term_phrase
from jospar.rules.core.titles import looks_kazakh

from .doubts import doubt
from .grids import Grid, GridCell, GridLine, Sign, Source
from .values import (
    MOST_CELLS,
    MOST_LETTERS,
    MOST_ROWS,
    AnnexError,
    Doubt,
    Place,
    too_much,
)

_MOST_RANGES = 5_000


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A sheet while its rows are read: its place and the language of its dates."""

    place: Place
    grid: SheetGrid
    language: Language
    ranges: tuple[CellRange, ...]


def xlsx_source(data: bytes, name: str) -> Source:
    """Return the sheets of the workbook ``data``; ``name`` is for the sentences.

    Raises:
        WorkbookError: it is not XLSX, is locked, damaged, or far too large.
        AnnexError: it has far more rows than a plan.
    """
    try:
        with catch_warnings():
            simplefilter("ignore")  # they are about formats and charts
            return _source(Spreadsheet(unpack(data, Path(name))))
    except (WorkbookError, AnnexError):
        raise
    except OSError as error:  # it is of Office, but has no workbook in it
        raise WorkbookError(FOREIGN, file=name) from error
    except Exception as error:  # damage makes zipfile and openpyxl raise anything
        raise WorkbookError(DAMAGED, file=name) from error


def _source(book: Spreadsheet) -> Source:
    grids: list[Grid] = []
    doubts: list[Doubt] = []
    for number, (title, part) in enumerate(book.sheets, start=1):
        place = Place(number, sheet=clean(title))
        grid = book.grid(part)
        if title in book.hidden:
            if grid.rows:
                doubts.append(doubt("sheet_hidden", place, text=title))
            continue
        if len(grid.rows) + sum(len(found.lines) for found in grids) > MOST_ROWS:
            raise too_much()
        grids.append(Grid(place, tuple(_lines(place, grid))))
    return Source(tuple(grids), tuple(doubts))


def _lines(place: Place, grid: SheetGrid) -> Iterator[GridLine]:
    ranges = tuple(map(CellRange, islice(grid.ranges, _MOST_RANGES)))
    values = (value for cells in grid.rows.values() for value in cells.values())
    kazakh = any(isinstance(value, str) and looks_kazakh(value) for value in values)
    language = Language.KK if kazakh else Language.RU
    sheet = _Sheet(place, grid, language, ranges)
    for number, cells in sorted(grid.rows.items()):
        here = Place(place.table, number, place.sheet)
        found = {
            **dict(_merged_above(sheet, number)),
            **dict(_cells(sheet, number, cells)),
        }
        line = tuple(found[column] for column in sorted(found))
        if len(line) > MOST_CELLS or any(
            len(cell.text) > MOST_LETTERS for cell in line
        ):
            raise too_much()
        yield GridLine(here, line, hidden=number in grid.hidden)


def _cells(
    sheet: _Sheet, number: int, cells: Mapping[int, object]
) -> Iterator[tuple[int, GridCell]]:
    """Yield the cells of a row by their column, each with what it spans."""
    starting = {
        area.min_col: area.max_col - area.min_col + 1
        for area in sheet.ranges
        if area.min_row == number
    }
    for column, value in cells.items():
        span = min(starting.get(column, 1), MOST_CELLS)
        cell = _cell(value, column - 1, span, sheet.language)
        if (number, column) in sheet.grid.struck:
            cell = GridCell("", column - 1, span, struck=cell.text)
        yield column, cell


def _merged_above(sheet: _Sheet, number: int) -> Iterator[tuple[int, GridCell]]:
    """Yield the cells that a row has in common with rows above it."""
    for area in sheet.ranges:
        if area.min_row < number <= area.max_row:
            value = sheet.grid.rows.get(area.min_row, {}).get(area.min_col)
            span = min(area.max_col - area.min_col + 1, MOST_CELLS)
            cell = _cell(value, area.min_col - 1, span, sheet.language)
            signs = cell.signs | {Sign.CONTINUES}
            yield area.min_col, GridCell(cell.text, cell.column, span, signs)


def _cell(value: object, column: int, span: int, language: Language) -> GridCell:
    if isinstance(value, date):
        day = value.date() if isinstance(value, datetime) else value
        term = _term(day)
        return GridCell(term_phrase(term, language), column, span, term=term)
    try:
        if value is None or not isinstance(value, Broken):
            text = clean("" if value is None else as_text(value))
            return GridCell(text, column, span)
    except CellError:
        return GridCell(str(value), column, span, frozenset({Sign.BROKEN}))
    return GridCell("", column, span, frozenset({Sign.BROKEN}))


def _term(day: date) -> Term:
    """Return what a date means: spreadsheets make «May 2024» the first of May."""
    if day.day > 1:
        return Term(day, day)
    return Term(day, day.replace(day=monthrange(day.year, day.month)[1]))
