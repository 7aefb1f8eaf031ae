"""Read the filled cells of an XLSX workbook with openpyxl's own parser of sheets.

openpyxl's worksheets keep either formulas or their results, no merged cells in the
mode that spares memory, and fill up every gap. So only its parser is used, which
knows dates, numbers and shared texts; formulas that nobody calculated, errors of the
spreadsheet and merged cells are noticed here.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Any
from xml.etree.ElementTree import iterparse

from openpyxl.reader.excel import ExcelReader
from openpyxl.styles.stylesheet import Stylesheet
from openpyxl.worksheet._reader import (
    FORMULA_TAG,
    INLINE_STRING,
    MERGE_TAG,
    ROW_TAG,
    VALUE_TAG,
    WorkSheetParser,
)
from openpyxl.worksheet.cell_range import CellRange
from openpyxl.xml.constants import ARC_STYLE, SHARED_STRINGS, SHEET_MAIN_NS
from openpyxl.xml.functions import fromstring

from jospar.exchange.cells import Broken
from jospar.exchange.faults import WorkbookError
from jospar.rules.core.sentences import _

MOST_ELEMENTS = 5_000_000
"""A sheet with more elements is not read: cells, filled or not, and what is in them."""

TEXT_TAG = f"{{{SHEET_MAIN_NS}}}t"
RUN_TEXT_PATH = f"{{{SHEET_MAIN_NS}}}r/{TEXT_TAG}"
SHARED_TEXT_TAG = f"{{{SHEET_MAIN_NS}}}si"


@dataclass(frozen=True, slots=True)
class Grid:
    """The filled cells of a sheet, rows and columns counted from 1.

    ``rows`` lead from the number of each filled row to its cells by column;
    ``merged`` from the row and column of a cell that was merged away to the name of
    the cell that holds the value, such as ``B5``; ``ranges`` are all merged ranges.
    ``hidden`` are the rows that are not shown, ``struck`` row and column of the cells
    that are struck out as a whole.
    """

    rows: Mapping[int, Mapping[int, object]]
    merged: Mapping[tuple[int, int], str]
    ranges: tuple[str, ...] = ()
    hidden: frozenset[int] = frozenset()
    struck: frozenset[tuple[int, int]] = frozenset()


class Spreadsheet:
    """An open workbook: ``sheets`` are the titles and parts of its sheets.

    ``hidden`` are the titles of those that are not shown.
    """

    def __init__(self, package: BytesIO) -> None:
        reader = ExcelReader(package, read_only=True, data_only=True, keep_links=False)
        reader.read_manifest()
        reader.read_workbook()
        self._reader = reader
        self._texts = self._shared_texts()
        self._styles: Any = Stylesheet()  # the stubs don't know of its date formats
        if ARC_STYLE in reader.valid_files:
            root: Any = fromstring(reader.archive.read(ARC_STYLE))
            self._styles = Stylesheet.from_tree(root)
        self.sheets: tuple[tuple[str, str], ...] = tuple(
            (sheet.name, relation.target)
            for sheet, relation in reader.parser.find_sheets()
        )
        self.hidden = frozenset(
            sheet.name
            for sheet, _relation in reader.parser.find_sheets()
            if sheet.state != "visible"
        )

    def _shared_texts(self) -> list[str]:
        package: Any = self._reader.package
        part = package.find(SHARED_STRINGS)
        if part is None:
            return []
        with self._reader.archive.open(part.PartName.lstrip("/")) as source:
            texts = []
            for element in elements(source):
                if element.tag == SHARED_TEXT_TAG:
                    texts.append(_plain(element))
                    element.clear()
            return texts

    def grid(self, part: str) -> Grid:
        """Return the filled cells of the sheet that ``part`` of the file holds.

        Raises:
            WorkbookError: it has more than any year needs.
        """
        with self._reader.archive.open(part) as source:
            parser = _Parser(
                source,
                self._texts,
                data_only=True,
                epoch=self._reader.wb.epoch,
                date_formats=self._styles.date_formats,
                timedelta_formats=self._styles.timedelta_formats,
                struck=self._struck_styles(),
            )
            rows = dict(parser.filled_rows())
        return Grid(
            rows,
            _merged(parser.merged, rows),
            parser.merged,
            frozenset(parser.hidden),
            frozenset(parser.struck),
        )

    def _struck_styles(self) -> frozenset[int]:
        """Return the styles whose letters are struck out."""
        fonts = self._styles.fonts
        return frozenset(
            number
            for number, style in enumerate(self._styles.cell_styles)
            if style.fontId < len(fonts) and fonts[style.fontId].strike
        )


class _Parser(WorkSheetParser):
    """openpyxl's parser, which also sees what was merged and what is broken."""

    merged: tuple[str, ...] = ()

    def __init__(self, *args: Any, struck: frozenset[int], **settings: Any) -> None:
        super().__init__(*args, **settings)
        self._struck_styles = struck
        self.hidden: set[int] = set()
        self.struck: set[tuple[int, int]] = set()

    def filled_rows(self) -> Iterator[tuple[int, Mapping[int, object]]]:
        """Yield number and filled cells of each row that has any."""
        for element in elements(self.source):
            if element.tag == ROW_TAG:
                number, cells = self.parse_row(element)
                if element.get("hidden") in {"1", "true"}:
                    self.hidden.add(number)
                self.row_dimensions.clear()
                element.clear()
                if filled := {cell["column"]: cell["value"] for cell in cells if cell}:
                    yield number, filled
            elif element.tag == MERGE_TAG:
                self.merged = tuple(merge.attrib["ref"] for merge in element)

    def parse_cell(self, element: Any) -> dict[str, Any]:
        """Return the cell, or nothing at all for one that has a format only."""
        if len(element) == 0 and "r" in element.attrib:
            return {}
        if (inline := element.find(INLINE_STRING)) is not None:
            element.remove(inline)  # openpyxl would make four objects of each text
        cell: dict[str, Any] = super().parse_cell(element)
        if inline is not None:
            cell["value"] = _plain(inline)
        elif cell["value"] is None:
            if element.find(FORMULA_TAG) is None or _is_empty_text(element):
                return {}
            cell["value"] = Broken(
                _(
                    "The formula in this cell was never calculated; open the file in "
                    "a spreadsheet program and save it, or write the value itself."
                ),
                {},
            )
        elif cell["data_type"] == "e":
            cell["value"] = Broken(
                _("The cell shows {error}; correct it or write the value itself."),
                {"error": cell["value"]},
            )
        if cell["style_id"] in self._struck_styles:
            self.struck.add((cell["row"], cell["column"]))
        return cell


def elements(source: Any, most: int = MOST_ELEMENTS) -> Iterator[Any]:
    """Yield the XML elements of ``source`` as they end; it must have no DTD.

    Raises:
        WorkbookError: there are more than ``most``.
    """
    for seen, (_event, element) in enumerate(iterparse(source), start=1):  # noqa: S314 -- no DTD
        if seen > most:
            raise WorkbookError(
                _(
                    "The workbook has far more cells than a planning year; delete all "
                    "rows and columns beyond the tables and save it again."
                )
            )
        yield element


def _plain(element: Any) -> str:
    """Return a text of cells without the formats of its runs and its readings."""
    if (text := element.findtext(TEXT_TAG)) is not None:
        return str(text)
    return "".join(part.text or "" for part in element.iterfind(RUN_TEXT_PATH))


def _is_empty_text(element: Any) -> bool:
    """Tell whether the result of a formula was calculated: a text without letters."""
    return element.get("t") == "str" and element.find(VALUE_TAG) is not None


def _merged(
    ranges: Iterable[str], rows: Mapping[int, Mapping[int, object]]
) -> Mapping[tuple[int, int], str]:
    """Return the cells that were merged away, and where their value is.

    A merged range may span the whole sheet: only what is filled is looked at.
    """
    numbers = sorted(rows)
    width = max(rows.get(1, ()), default=0)
    merged: dict[tuple[int, int], str] = {}
    for place in map(CellRange, ranges):
        first = place.coord.partition(":")[0]
        low, high = bisect_left(numbers, place.min_row), place.max_row
        for row in numbers[low : bisect_right(numbers, high)]:
            for column in range(place.min_col, min(place.max_col, width) + 1):
                merged[row, column] = first
        merged.pop((place.min_row, place.min_col), None)
    return merged
