"""The rows of a sheet as typed values, each with what can't be read in it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from jospar.exchange.cells import Broken, clean, is_blank
from jospar.exchange.columns import Column, Sheet
from jospar.exchange.faults import CellError, Fault, WorkbookError
from jospar.exchange.spreadsheet import Grid
from jospar.rules.core.sentences import _


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its number in the sheet, headings counted, and its values by column.

    All columns of the sheet are there. What is empty, or has a fault, is worth what
    an empty cell of its kind is.
    """

    sheet: str
    number: int
    values: Mapping[str, Any]
    faults: tuple[Fault, ...]


def code(heading: object) -> str:
    """Return the code that a heading or the title of a sheet stands for."""
    return clean(heading).lower() if isinstance(heading, str) else ""


def places(sheet: Sheet, grid: Grid) -> Mapping[str, int]:
    """Return where in ``grid`` the columns of ``sheet`` stand, counted from 1.

    Raises:
        WorkbookError: a column is there twice.
    """
    known = {column.name for column in sheet.columns}
    found: dict[str, int] = {}
    for place, heading in sorted(grid.rows.get(1, {}).items()):
        if (name := code(heading)) in found:
            raise WorkbookError(
                _("The sheet “{sheet}” has the column “{column}” twice; delete one."),
                sheet=sheet.name,
                column=name,
            )
        if name in known:
            found[name] = place
    return found


def unknown_headings(sheet: Sheet, grid: Grid) -> tuple[str, ...]:
    """Return the headings, as they are written, that are no column of ``sheet``."""
    known = {column.name for column in sheet.columns}
    return tuple(
        dict.fromkeys(
            clean(str(heading))
            for _place, heading in sorted(grid.rows.get(1, {}).items())
            if not (is_blank(heading) or isinstance(heading, Broken))
            and code(heading) not in known
        )
    )


def rows(sheet: Sheet, grid: Grid, where: Mapping[str, int]) -> Iterator[Row]:
    """Yield the rows of ``sheet``: those below the headings with anything to read.

    Row 2 may hold headings for people; its first cell then begins with ``#``.
    """
    for number, cells in sorted(grid.rows.items()):
        if number == 1 or (number == 2 and code(cells.get(1)).startswith("#")):  # noqa: PLR2004 -- the second row
            continue
        if not all(is_blank(cells.get(place)) for place in where.values()):
            yield _row(sheet, grid, number, where)


def _row(sheet: Sheet, grid: Grid, number: int, where: Mapping[str, int]) -> Row:
    values: dict[str, Any] = {}
    faults: list[Fault] = []
    for column in sheet.columns:
        place = where.get(column.name, 0)
        values[column.name] = column.kind.empty
        try:
            values[column.name] = column.kind.read(grid.rows[number].get(place))
            _check_filled(column, values[column.name], grid.merged.get((number, place)))
        except CellError as error:
            faults.append(Fault(column.name, error.message, error.values))
    return Row(sheet.name, number, values, tuple(faults))


def _check_filled(column: Column, value: object, holder: str | None) -> None:
    """Refuse an empty cell where none may be; ``holder`` is what it is merged with."""
    if not column.filled or value != column.kind.empty:
        return
    if holder is None:
        raise CellError(_("The cell is empty; fill it in."))
    raise CellError(
        _(
            "The cell is empty because it is merged with {cell}; split the merged "
            "cells and fill in each."
        ),
        cell=holder,
    )
