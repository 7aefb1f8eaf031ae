"""The control report as a workbook: figures as numbers, days as days, and charts."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from io import BytesIO
from textwrap import wrap
from typing import Any

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from jospar.rules.core.nouns import Language

from .characters import printable
from .control_paper import Chart, ControlPaper, Foreign, Table, Value, worded

_CREATED = datetime(1980, 1, 1, tzinfo=UTC)
"""The format wants a moment; a fixed one keeps the bytes the same every time."""
_A4 = 9
_LETTERS = 0.62
"""Letters that a column takes for each millimetre of its width on paper."""
_NARROWEST = 12
_WIDEST = 44
"""The width of the column in which the first page says what is counted."""
_SMALLER = 1.2
"""So many letters stand where the sheet's width counts one of its larger digits."""
_LINE = 13.5
"""The height of a line of text, in points."""
_CHART_COLUMN = 2
"""Charts stand beside the figures that they show."""
_HEIGHT, _WIDTH, _BAR, _ROW = 90, 540, 22, 20
"""Of a chart, its bars and a row of the sheet, in pixels."""
_FONT = {"font_name": "Times New Roman", "font_size": 10, "valign": "top"}
_LOOKS: dict[str, dict[str, Any]] = {
    "title": _FONT | {"bold": True, "font_size": 14},
    "lead": _FONT,
    "sentence": _FONT | {"text_wrap": True},
    "heading": _FONT | {"bold": True, "font_size": 12},
    "column": _FONT
    | {"bold": True, "text_wrap": True, "border": 1, "bg_color": "#E3EEEE"},
    "text": _FONT | {"text_wrap": True, "border": 1, "border_color": "#A0A0A0"},
    "number": _FONT
    | {"border": 1, "border_color": "#A0A0A0", "align": "right", "indent": 1},
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
        pattern = "yyyy-mm-dd" if english else "dd.mm.yyyy"
        day = {"num_format": pattern, "align": "left"}
        looks = _LOOKS | {"day": _LOOKS["text"] | day}
        self._looks = {name: book.add_format(look) for name, look in looks.items()}

    def figures(self) -> None:
        """Add the sheet of the first page: its tables, and the charts with theirs."""
        first, *_others = self._paper.front
        sheet = self._added(first.sheet)
        columns = max(len(table.columns) for table in self._paper.front)
        widths = [_WIDEST, *[_NARROWEST] * (columns - 1)]
        self._set_widths(sheet, widths)
        self._write(sheet, 0, 0, self._paper.title, "title")
        for line, said in enumerate(self._paper.lead, start=1):
            self._lead(sheet, line, said, widths)
        line = len(self._paper.lead) + 2
        for table in self._paper.front:
            line = self._table(sheet, line, table, widths) + 1
        for chart in self._paper.charts:
            self._write(sheet, line, 0, chart.heading, "heading")
            self._insert(sheet, line + 1, chart)
            for number, bar in enumerate(chart.bars, start=line + 1):
                self._row(sheet, number, bar)
            # A chart is higher than its figures.
            line += -(-(_HEIGHT + _BAR * len(chart.bars)) // _ROW) + 2

    def _lead(
        self, sheet: Worksheet, line: int, said: str, widths: Sequence[float]
    ) -> None:
        """Write a sentence over all columns, on as many lines as it takes."""
        sheet.merge_range(line, 0, line, len(widths) - 1, "", self._looks["sentence"])
        self._heighten(sheet, line, [said], [sum(widths)])
        self._write(sheet, line, 0, said, "sentence")

    def of_table(self, table: Table) -> None:
        """Add a sheet for a table, to be filtered by its columns."""
        sheet = self._added(table.sheet)
        sheet.set_landscape()
        widths = [max(_NARROWEST, one.width * _LETTERS) for one in table.columns]
        self._set_widths(sheet, widths)
        last = self._table(sheet, 0, table, widths) - 1
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

    def _set_widths(self, sheet: Worksheet, widths: Sequence[float]) -> None:
        for number, width in enumerate(widths):
            sheet.set_column(number, number, width)

    def _table(
        self, sheet: Worksheet, line: int, table: Table, widths: Sequence[float]
    ) -> int:
        """Write the table from ``line`` on, and return the line after it."""
        self._write(sheet, line, 0, table.heading, "heading")
        headings = [column.heading for column in table.columns]
        self._heighten(sheet, line + 1, headings, widths)
        for number, heading in enumerate(headings):
            self._write(sheet, line + 1, number, heading, "column")
        if not table.rows:
            self._write(sheet, line + 2, 0, table.empty, "lead")
            return line + 3
        for number, row in enumerate(table.rows, start=line + 2):
            self._heighten(sheet, number, row, widths)
            self._row(sheet, number, row)
        return line + 2 + len(table.rows)

    def _heighten(
        self,
        sheet: Worksheet,
        line: int,
        row: Sequence[Value],
        widths: Sequence[float],
    ) -> None:
        """Give a row the height of its longest text: not every program finds it."""
        lines = (
            len(wrap(worded(value, self._paper.language), int(width * _SMALLER)))
            for value, width in zip(row, widths, strict=False)
        )
        sheet.set_row(line, _LINE * max(1, *lines))

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

    def _insert(self, sheet: Worksheet, line: int, chart: Chart) -> None:
        """Put a chart beside the bars that stand from ``line`` on."""
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
        sheet.insert_chart(line, _CHART_COLUMN, drawn, {"description": chart.said})

    def _write(
        self, sheet: Worksheet, line: int, column: int, text: str, look: str
    ) -> None:
        place = (line, column, printable(text), self._looks[look])
        if sheet.write_string(*place) != 0:
            raise ValueError(
                f"The text in row {line + 1}, column {column + 1} of the report is too "
                "long for a workbook, which holds 32,767 letters in a cell: shorten it."
            )
