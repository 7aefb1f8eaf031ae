"""The control report as PDF (PDF/A-2a and PDF/UA-1); its charts are drawn bars."""

from collections.abc import Sequence
from importlib.resources import files

from .characters import printable
from .control_paper import (
    Chart,
    Column,
    ControlPaper,
    Foreign,
    Table,
    Value,
    fitted,
    worded,
)
from .pdf_compiler import PdfCompiler

_LONG = 1_200
"""A row with a text of so many letters may break from one page to the next."""


def control_pdf(paper: ControlPaper, compiler: PdfCompiler) -> bytes:
    """Return the report as PDF, equal bytes for equal reports.

    Raises:
        PdfError: if the PDF could not be made.
    """
    source = files(__package__).joinpath("templates/control.typ").read_text("utf-8")
    rows = sum(len(table.rows) for table in (*paper.front, *paper.tables))
    language = paper.language
    data = {
        "language": language,
        "title": _clean(paper.title),
        "lead": list(map(_clean, paper.lead)),
        "mark": _clean(paper.mark),
        "pages": list(paper.pages),
        "front": [_table(table, language) for table in paper.front],
        "charts": list(map(_chart, paper.charts)),
        "tables": [_table(table, language) for table in paper.tables],
    }
    return compiler.compile(source, data, rows=rows)


def _table(table: Table, language: str) -> dict[str, object]:
    return {
        "heading": _clean(table.heading),
        "columns": list(map(_column, table.columns)),
        "rows": [_row(table, row, language) for row in table.rows],
        "empty": _clean(table.empty),
    }


def _row(table: Table, row: Sequence[Value], language: str) -> dict[str, object]:
    longest = max(len(worded(value, language)) for value in row)
    columns = zip(row, table.columns, strict=True)
    cells = [_cell(value, column, language) for value, column in columns]
    return {"cells": cells, "breakable": longest >= _LONG}


def _column(column: Column) -> dict[str, object]:
    heading = fitted(_clean(column.heading), column)
    return {"heading": heading, "width": column.width, "figures": column.figures}


def _chart(chart: Chart) -> dict[str, object]:
    return {
        "heading": _clean(chart.heading),
        "said": _clean(chart.said),
        "late": chart.late,
        "bars": [
            {"label": _clean(label), "count": count, "share": share}
            for label, count, share in chart.shares()
        ],
    }


def _cell(value: Value, column: Column, language: str) -> str | dict[str, str]:
    """Return the text of a cell, with its language where that is another one."""
    text = fitted(_clean(worded(value, language)), column)
    if isinstance(value, Foreign) and value.language != language:
        return {"text": text, "language": value.language}
    return text


def _clean(text: str) -> str:
    """Return ``text`` without what PDF/A refuses."""
    return printable(text).replace("\t", " ").replace("\ufeff", "")
