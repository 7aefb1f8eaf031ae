"""The control report as a workbook: figures as numbers, days as days, and charts."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from io import BytesIO
from typing import Any

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from jospar.rules.core.nouns import Language

from .characters import printable
from .control_paper import Chart, ControlPaper, Foreign, Table, Value

_CREATED = datetime(1980, 1, 1, tzinfo=UTC)
"""The format wants a moment; a fixed one keeps the bytes the same every time."""
_A4 = 9
_LETTERS = 0.62
"""Letters that a column takes for each millimetre of its width on paper."""
_NARROWEST = 12
_CHART_COLUMN = 4
"""Charts stand beside the figures that they show."""
_HEIGHT, _WIDTH, _BAR, _ROW = 90, 620, 22, 20
"""Of a chart, its bars and a row of the sheet, in pixels."""
_FONT = {"font_name": "Times New Roman", "font_size": 10, "valign": "top"}
_LOOKS: dict[str, dict[str, Any]] = {
    "title": _FONT | {"bold": True, "font_size": 14},
    "lead": _FONT,
    "heading": _FONT | {"bold": True, "font_size": 12},
    "column": _FONT
    | {"bold": True, "text_wrap": True, "border": 1, "bg_color": "#E3EEEE"},
    "text": _FONT | {"text_wrap": True, "border": 1, "border_color": "#A0A0A0"},
    "number": _FONT | {"border": 1, "border_color": "#A0A0A0", "align": "right"},
}


def control_xlsx(paper: ControlPaper) -> bytes:
    """Return the report as XLSX, equal bytes for equal reports.

    No text in it is ever taken for a formula or an address.

    Raises:
        ValueError: if a text is longer than a cell of a workbook can be.
    """
    target = BytesIO()
    with xlsxwriter.Workbook(target, {"in_memory": True}) as book:
        book.set_properties({"title": paper.title, "created": _CREATED})
        sheets = _Sheets(book, paper)
        sheets.figures()
        for table in paper.tables:
            sheets.of_table(table)
    return target.getvalue()


class _Sheets:
    """The sheets of one workbook, with the looks of their cells."""

    def __init__(self, book: Any, paper: ControlPaper) -> None:
        self._book, self._paper = book, paper
        english = paper.language == Language.EN
        day = {"num_format": "yyyy-mm-dd" if english else "dd.mm.yyyy"}
        looks = _LOOKS | {"day": _LOOKS["number"] | day}
        self._looks = {name: book.add_format(look) for name, look in looks.items()}

    def figures(self) -> None:
        """Add the sheet of the first page: its tables, and the charts with theirs."""
        first, *_others = self._paper.front
        sheet = self._added(first.sheet)
        sheet.set_column(0, 0, 44)
        sheet.set_column(1, 2, _NARROWEST)
        self._write(sheet, 0, 0, self._paper.title, "title")
        for line, said in enumerate(self._paper.lead, start=1):
            self._write(sheet, line, 0, said, "lead")
        line = len(self._paper.lead) + 2
        for table in self._paper.front:
            line = self._table(sheet, line, table) + 1
        beside = 0
        for chart in self._paper.charts:
            self._write(sheet, line, 0, chart.heading, "heading")
            line += 1
            self._insert(sheet, line, beside, chart)
            beside += -(-(_HEIGHT + _BAR * len(chart.bars)) // _ROW) + 1
            for label, count in chart.bars:
                self._row(sheet, line, (label, count))
                line += 1
            line += 1

    def of_table(self, table: Table) -> None:
        """Add a sheet for a table, to be filtered by its columns."""
        sheet = self._added(table.sheet)
        sheet.set_landscape()
        for number, column in enumerate(table.columns):
            width = max(_NARROWEST, column.width * _LETTERS)
            sheet.set_column(number, number, width)
        last = self._table(sheet, 0, table) - 1
        sheet.freeze_panes(2, 0)
        sheet.repeat_rows(1)
        if table.rows:
            sheet.autofilter(1, 0, last, len(table.columns) - 1)

    def _added(self, name: str) -> Worksheet:
        sheet = self._book.add_worksheet(name)
        sheet.set_paper(_A4)
        sheet.fit_to_pages(1, 0)
        if self._paper.mark:
            sheet.set_header(f"&R&8{self._paper.mark}")
        before, between, after = self._paper.pages
        sheet.set_footer(f"&L&8{self._paper.title}&R&8{before}&P{between}&N{after}")
        return sheet

    def _table(self, sheet: Worksheet, line: int, table: Table) -> int:
        """Write the table from ``line`` on, and return the line after it."""
        self._write(sheet, line, 0, table.heading, "heading")
        for number, column in enumerate(table.columns):
            self._write(sheet, line + 1, number, column.heading, "column")
        if not table.rows:
            self._write(sheet, line + 2, 0, table.empty, "lead")
            return line + 3
        for number, row in enumerate(table.rows, start=line + 2):
            self._row(sheet, number, row)
        return line + 2 + len(table.rows)

    def _row(self, sheet: Worksheet, line: int, row: Sequence[Value]) -> None:
        for number, value in enumerate(row):
            match value:
                case None:
                    sheet.write_blank(line, number, None, self._looks["text"])
                case int():
                    sheet.write_number(line, number, value, self._looks["number"])
                case date():
                    sheet.write_datetime(line, number, value, self._looks["day"])
                case Foreign():
                    self._write(sheet, line, number, value.text, "text")
                case _:
                    self._write(sheet, line, number, value, "text")

    def _insert(self, sheet: Worksheet, line: int, beside: int, chart: Chart) -> None:
        """Put a chart of the bars that stand from ``line`` on, under those before."""
        last = line + len(chart.bars) - 1
        drawn = self._book.add_chart({"type": "bar"})
        colour = "#C62F2A" if chart.late else "#0B5D63"
        drawn.add_series(
            {
                "name": chart.heading,
                "categories": [sheet.name, line, 0, last, 0],
                "values": [sheet.name, line, 1, last, 1],
                "fill": {"color": colour},
                "data_labels": {"value": True},
                "gap": 40,
            }
        )
        drawn.set_title({"name": chart.heading, "name_font": {"size": 11}})
        drawn.set_legend({"none": True})
        drawn.set_y_axis({"reverse": True})
        drawn.set_x_axis({"visible": False, "major_gridlines": {"visible": False}})
        drawn.set_size({"width": _WIDTH, "height": _HEIGHT + _BAR * len(chart.bars)})
        sheet.insert_chart(beside, _CHART_COLUMN, drawn, {"description": chart.said})

    def _write(
        self, sheet: Worksheet, line: int, column: int, text: str, look: str
    ) -> None:
        place = (line, column, printable(text), self._looks[look])
        if sheet.write_string(*place) != 0:
            raise ValueError(
                f"The text in row {line + 1}, column {column + 1} of the report is too "
                "long for a workbook, which holds 32,767 letters in a cell: shorten it."
            )
