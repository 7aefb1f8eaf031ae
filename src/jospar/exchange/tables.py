"""The sheets of a workbook written as TOML: an array of tables is a sheet."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from .sheets import SHEETS
from .spreadsheet import Grid


def sheets_in(text: str) -> Iterator[tuple[str, Grid]]:
    """Yield title and grid of each sheet; a table is a row, the first one is row 2.

    Every column that the sheet may have is there, filled where a table has its key.
    """
    for title, rows in tomllib.loads(text).items():
        yield title, _grid(title, rows)


def _grid(title: str, rows: Sequence[Mapping[str, Any]]) -> Grid:
    known = [column.name for column in SHEETS[title].columns]
    further = (key for row in rows for key in row)
    columns = list(dict.fromkeys((*known, *further)))
    cells = {1: dict(enumerate(columns, start=1))}
    for number, row in enumerate(rows, start=2):
        cells[number] = {columns.index(key) + 1: value for key, value in row.items()}
    return Grid(cells, {})
