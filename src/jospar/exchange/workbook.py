"""Read a planning-year workbook whole, or say in one sentence why it is none."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from re import ASCII, fullmatch
from warnings import catch_warnings, simplefilter

from jospar.exchange.cells import clean
from jospar.exchange.faults import WorkbookError
from jospar.exchange.package import DAMAGED, FOREIGN, load, unpack
from jospar.exchange.rows import Row, code, places, rows, unknown_headings
from jospar.exchange.sheets import SHEETS
from jospar.exchange.spreadsheet import Grid, Spreadsheet
from jospar.rules.core.sentences import _


@dataclass(frozen=True, slots=True)
class Unknown:
    """A sheet, a column of a sheet or a key of ``cycle`` that nobody reads."""

    sheet: str
    column: str | None = None


@dataclass(frozen=True, slots=True)
class Workbook:
    """What a workbook holds: the rows of every sheet but ``cycle``, absent ones too.

    ``sha256`` is that of the file, in small hexadecimal letters; ``ruleset`` is
    missing where the workbook doesn't name any.
    """

    year: int
    ruleset: str | None
    sha256: str
    sheets: Mapping[str, tuple[Row, ...]]
    cautions: tuple[Unknown, ...]


def read(path: Path) -> Workbook:
    """Return what the workbook at ``path`` holds.

    Raises:
        WorkbookError: the file is not a workbook of this kind.
    """
    data = load(path)
    found = grids_in(data, path, lambda title: code(title) in SHEETS)
    return workbook_of(found, data, path)


def workbook_of(
    found: Iterable[tuple[str, Grid | None]], data: bytes, path: Path
) -> Workbook:
    """Return what the sheets hold, of which those without a grid are not read.

    Args:
        found: title and grid of each sheet.
        data: the bytes that they came in.
        path: what the file is called where it has faults.

    Raises:
        WorkbookError: they are not a workbook of this kind.
    """
    grids, unknown = _grids(found)
    _check_sheets(grids, path)
    where = {name: places(SHEETS[name], grid) for name, grid in grids.items()}
    _check_columns(where, path)
    sheets = {
        name: tuple(rows(sheet, grids[name], where[name])) if name in grids else ()
        for name, sheet in SHEETS.items()
    }
    settings, unknown_keys = _settings(sheets.pop("cycle"))
    unknown_columns = (
        Unknown(name, heading)
        for name, grid in grids.items()
        for heading in unknown_headings(SHEETS[name], grid)
    )
    return Workbook(
        year=_year(settings.get("year", "")),
        ruleset=settings.get("ruleset"),
        sha256=sha256(data).hexdigest(),
        sheets=sheets,
        cautions=(*unknown, *unknown_keys, *unknown_columns),
    )


def grids_in(
    data: bytes, path: Path, wanted: Callable[[str], bool]
) -> list[tuple[str, Grid | None]]:
    """Return the title of every sheet, and what those hold whose title is wanted.

    Raises:
        WorkbookError: ``data`` is not an XLSX workbook, or a damaged one.
    """
    try:
        with catch_warnings():
            simplefilter("ignore")  # they are about formats and charts
            book = Spreadsheet(unpack(data, path))
            return [
                (title, book.grid(part) if wanted(title) else None)
                for title, part in book.sheets
            ]
    except WorkbookError:
        raise
    except OSError as error:  # it is of Office, but has no workbook in it
        raise WorkbookError(FOREIGN, file=str(path)) from error
    except Exception as error:  # damage makes zipfile and openpyxl raise anything
        raise WorkbookError(DAMAGED, file=str(path)) from error


def _grids(
    found: Iterable[tuple[str, Grid | None]],
) -> tuple[dict[str, Grid], tuple[Unknown, ...]]:
    """Return the sheets of the table that are there, and those that nobody reads.

    Raises:
        WorkbookError: a sheet is there twice.
    """
    grids: dict[str, Grid] = {}
    unknown: list[Unknown] = []
    for title, grid in found:
        if grid is None:
            unknown.append(Unknown(clean(title)))
        elif (name := code(title)) in grids:
            raise WorkbookError(
                _("There are two sheets “{sheet}”; delete or rename one."), sheet=name
            )
        else:
            grids[name] = grid
    return grids, tuple(unknown)


def _check_sheets(grids: Mapping[str, Grid], path: Path) -> None:
    missing = [
        name for name, sheet in SHEETS.items() if sheet.required and name not in grids
    ]
    if missing:
        raise WorkbookError(
            _("{file} lacks sheets that every year has; add these: {sheets}."),
            file=str(path),
            sheets=", ".join(missing),
        )


def _check_columns(where: Mapping[str, Mapping[str, int]], path: Path) -> None:
    """Refuse a workbook in which a sheet lacks a column, and name all of them."""
    missing = {
        name: [
            column.name
            for column in SHEETS[name].columns
            if column.required and column.name not in found
        ]
        for name, found in where.items()
    }
    if any(missing.values()):
        raise WorkbookError(
            _("{file} lacks columns; write these codes into row 1: {columns}."),
            file=str(path),
            columns="; ".join(
                f"{name} ({', '.join(columns)})"
                for name, columns in missing.items()
                if columns
            ),
        )


def _settings(found: Iterable[Row]) -> tuple[dict[str, str], tuple[Unknown, ...]]:
    """Return the settings of the sheet ``cycle``, and the keys that nobody reads.

    Raises:
        WorkbookError: a row can't be read, or has the key of another.
    """
    settings: dict[str, str] = {}
    unknown: list[Unknown] = []
    for row in found:
        key = code(row.values["key"])
        if key and key not in ("year", "ruleset"):
            unknown.append(Unknown("cycle", row.values["key"]))
        elif row.faults:
            raise WorkbookError(
                _(
                    "Row {row} of the sheet “cycle” can't be read; write “year” or "
                    "“ruleset” in the column “key” and its value in “value”."
                ),
                row=row.number,
            )
        elif key in settings:
            raise WorkbookError(
                _("The sheet “cycle” has the key “{key}” twice; delete one row."),
                key=key,
            )
        else:
            settings[key] = row.values["value"]
    return settings, tuple(unknown)


def _year(text: str) -> int:
    if fullmatch(r"20\d\d", text, ASCII):
        return int(text)
    if not text:
        raise WorkbookError(
            _("The sheet “cycle” lacks the year; add a row with “year” and, say, 2024.")
        )
    raise WorkbookError(
        _(
            "“{value}” in the sheet “cycle” is not a year from 2000 to 2099; write it "
            "with its four digits."
        ),
        value=text,
    )
