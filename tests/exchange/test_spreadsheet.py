"""What openpyxl's parser leaves out: formulas, errors, merged cells, empty formats."""

from collections.abc import Callable
from datetime import datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest
import xlsxwriter
from openpyxl.worksheet.worksheet import Worksheet

from jospar.exchange.cells import Broken
from jospar.exchange.faults import WorkbookError
from jospar.exchange.package import unpack
from jospar.exchange.spreadsheet import Grid, Spreadsheet, elements

NEVER_CALCULATED = Broken(
    "The formula in this cell was never calculated; open the file in a spreadsheet "
    "program and save it, or write the value itself.",
    {},
)


def grid(path: Path) -> Grid:
    """Return the grid of the first sheet of the workbook at ``path``."""
    book = Spreadsheet(unpack(path.read_bytes(), path))
    return book.grid(book.sheets[0][1])


def made(path: Path, fill: Callable[[Worksheet], None]) -> Path:
    """Write a workbook whose only sheet ``fill`` has filled."""
    book = openpyxl.Workbook()
    fill(book.worksheets[0])
    book.save(path)
    return path


def with_cells(path: Path, rows: str, *, styles: bool = True) -> Path:
    """Write a workbook whose sheet has the XML ``rows``, as other programs write it."""
    made(path, lambda sheet: sheet.append(["a"]))
    with ZipFile(path) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    name = "xl/worksheets/sheet1.xml"
    before, _, after = parts[name].decode().partition("<sheetData>")
    after = after.partition("</sheetData>")[2]
    parts[name] = f"{before}<sheetData>{rows}</sheetData>{after}".encode()
    if not styles:
        del parts["xl/styles.xml"]
    with ZipFile(path, "w") as file:
        for part, content in parts.items():
            file.writestr(part, content)
    return path


def test_values_as_the_spreadsheet_has_them(tmp_path: Path) -> None:
    """Texts, numbers, truth values and dates come as such, gaps don't come at all."""
    moment = datetime(2024, 9, 25, 13, 13)  # noqa: DTZ001 -- Excel knows no zones

    def fill(sheet: Worksheet) -> None:
        for row in (["a", 1.5], [], [None, moment, True]):
            sheet.append(row)

    path = made(tmp_path / "a.xlsx", fill)
    assert grid(path).rows == {1: {1: "a", 2: 1.5}, 3: {2: moment, 3: True}}


def test_inline_texts(tmp_path: Path) -> None:
    """A text of several formats is put together, its readings are left out."""
    path = with_cells(
        tmp_path / "a.xlsx",
        '<row r="1"><c r="A1" t="inlineStr"><is><r><t>Ша</t></r><r><t>рт</t></r>'
        "<rPh><t>x</t></rPh></is></c>"
        '<c r="B1" t="inlineStr"><is><t>келісім</t></is></c></row>',
    )
    assert grid(path).rows == {1: {1: "Шарт", 2: "келісім"}}


def test_shared_texts(tmp_path: Path) -> None:
    """Texts that stand apart from the sheets are put together in the same way."""
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        bold = book.add_format({"bold": True})
        sheet.write_rich_string("A1", bold, "Ша", "рт")
        sheet.write_string("B1", "келісім")
    assert grid(path).rows == {1: {1: "Шарт", 2: "келісім"}}


def test_formulas(tmp_path: Path) -> None:
    """A formula is worth its result; one without is broken, unless it is no text."""
    path = with_cells(
        tmp_path / "a.xlsx",
        '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f>1+1</f></c>'
        '<c r="C1"><f>1+1</f><v></v></c><c r="D1" t="str"><f>""</f><v></v></c>'
        '<c r="E1" t="str"><f>D1</f></c></row>',
    )
    assert grid(path).rows == {
        1: {1: 2, 2: NEVER_CALCULATED, 3: NEVER_CALCULATED, 5: NEVER_CALCULATED}
    }


def test_errors(tmp_path: Path) -> None:
    """An error of the spreadsheet, and a date that it can't show, are broken cells."""
    path = with_cells(
        tmp_path / "a.xlsx",
        '<row r="1"><c r="A1" t="e"><v>#REF!</v></c>'
        '<c r="B1" t="e"><f>A1</f><v>#N/A</v></c></row>',
    )
    cells = grid(path).rows[1]
    assert [
        str(cell.values) for cell in cells.values() if isinstance(cell, Broken)
    ] == [
        "{'error': '#REF!'}",
        "{'error': '#N/A'}",
    ]


def test_cells_that_have_a_format_only(tmp_path: Path) -> None:
    """They are nothing, wherever the sheet says that it ends."""
    path = with_cells(
        tmp_path / "a.xlsx",
        '<row r="1"><c r="A1" s="0"/><c r="XFD1" s="0"/><c><v>7</v></c></row>'
        '<row r="1048576"><c r="A1048576" s="0"/></row><row/><row><c/></row>',
        styles=False,
    )
    assert grid(path).rows == {1: {1: 7}}


def test_merged_cells(tmp_path: Path) -> None:
    """Each cell merged away leads to the one with the value, in filled rows only."""

    def fill(sheet: Worksheet) -> None:
        for row in (["a", "b", "c"], [1, 2, 3], [4, 5, 6]):
            sheet.append(row)
        sheet.merge_cells("B2:C3")
        sheet.merge_cells("A3:A1000")
        sheet.merge_cells("D1:XFD1")

    assert grid(made(tmp_path / "a.xlsx", fill)).merged == {
        (2, 3): "B2",
        (3, 2): "B2",
        (3, 3): "B2",
    }


def test_sheets_in_the_order_of_the_file(tmp_path: Path) -> None:
    """Hidden sheets are sheets like others."""
    book = openpyxl.Workbook()
    book.worksheets[0].title = "b"
    book.create_sheet("a").sheet_state = "veryHidden"
    book.save(tmp_path / "a.xlsx")
    data = (tmp_path / "a.xlsx").read_bytes()
    found = Spreadsheet(unpack(data, tmp_path)).sheets
    assert [title for title, _part in found] == ["b", "a"]


def test_too_many_elements() -> None:
    """One element over the bound refuses the workbook."""
    content = b"<a><b/><c/></a>"
    assert [item.tag for item in elements(BytesIO(content), 3)] == ["b", "c", "a"]
    with pytest.raises(WorkbookError):
        list(elements(BytesIO(content), 2))
