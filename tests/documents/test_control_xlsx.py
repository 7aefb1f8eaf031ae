"""The control report as a workbook, read back with openpyxl."""

import zipfile
from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Any

import openpyxl
import pytest

from jospar.documents.control_xlsx import control_xlsx
from tests.documents.made_control import EMPTY, ROWS, STAGES, paper


def opened(**changes: Any) -> Any:
    """Return the workbook as openpyxl opens it."""
    return openpyxl.load_workbook(BytesIO(control_xlsx(paper(**changes))))


def values(sheet: Any) -> list[tuple[Any, ...]]:
    """Return the lines of a sheet that are not empty, without empty cells at ends."""
    lines = [
        tuple(value for value in line if value is not None) for line in sheet.values
    ]
    return [line for line in lines if line]


def test_figures_are_numbers_and_days_are_days() -> None:
    """A sheet for the first page, and one for each table."""
    book = opened()
    assert book.sheetnames == ["Көрсеткіштер", "Жолдар", "Өткен"]
    figures, rows, empty = book
    assert values(figures) == [
        ("Бақылау есебі",),
        *((line,) for line in paper().lead),
        ("Көрсеткіштер",),
        ("Не", "Күні", "Кезең"),
        ("Жолдар", 3),
        ("Қол қойылғаны", 1, 0),
        ("Кезеңдер",),
        *STAGES.bars,
        ("Себептер",),
        *STAGES.bars,
    ]
    assert values(rows)[2:] == [
        ("C-001", "Соглашение о торговле", rows["C3"].value),
        ("C-002", "Білім туралы келісім"),
    ]
    assert rows["C3"].value.date() == date(2025, 12, 31)
    assert rows["C3"].number_format == "dd.mm.yyyy"
    assert values(empty)[-1] == (EMPTY.empty,)


def test_an_english_workbook_writes_days_its_own_way() -> None:
    """The year first."""
    assert opened(language="en")["Жолдар"]["C3"].number_format == "yyyy-mm-dd"


def test_charts_are_drawn_from_their_figures() -> None:
    """Native ones, each with what it shows in words."""
    with zipfile.ZipFile(BytesIO(control_xlsx(paper()))) as package:
        charts = [name for name in package.namelist() if "charts/chart" in name]
        drawing = package.read("xl/drawings/drawing1.xml").decode()
        first = package.read(charts[0]).decode()
    assert len(charts) == 2
    assert f'descr="{STAGES.said}"' in drawing
    assert "<c:f>Көрсеткіштер!$B$11:$B$13</c:f>" in first
    sheet = opened()["Көрсеткіштер"]
    assert [sheet[f"B{line}"].value for line in (11, 12, 13)] == [2, 1, 0]


def test_rows_are_as_high_as_their_texts_and_charts_hide_none() -> None:
    """A long title takes lines; charts stand under the tables, beside their figures."""
    long = replace(ROWS, rows=(("C-1", "келісім " * 30, None), ("C-2", "", None)))
    sheet = opened(tables=(long,))["Жолдар"]
    heights = [sheet.row_dimensions[line].height for line in (3, 4)]
    assert heights == [13.5 * 4, 13.5]
    charts = opened()["Көрсеткіштер"]._charts  # noqa: SLF001 - openpyxl does not name it
    places = [(one.anchor._from.row, one.anchor._from.col) for one in charts]  # noqa: SLF001 - the same
    assert places == [(10, 2), (20, 2)]


def test_sheets_are_ready_to_filter_and_to_print() -> None:
    """Headings stay in sight; the mark is on every page."""
    figures, rows, empty = opened()
    assert (rows.freeze_panes, rows.auto_filter.ref) == ("A3", "A2:C4")
    assert (rows.page_setup.orientation, rows.print_title_rows) == (
        "landscape",
        "$2:$2",
    )
    assert empty.auto_filter.ref is None
    for sheet in (figures, rows, empty):
        assert sheet.oddHeader.right.text == paper().mark
        assert sheet.oddFooter.right.text == "&P-бет, барлығы &N"
    assert opened(mark="")["Жолдар"].oddHeader.right.text is None


def test_hostile_texts_are_only_texts() -> None:
    """What looks like a formula or an address is a text."""
    hostile = ["=1+1", '=HYPERLINK("http://x")', "@SUM(1)", "https://example.org", "+7"]
    table = replace(ROWS, rows=tuple((text, text, None) for text in hostile))
    sheet = opened(tables=(table,))["Жолдар"]
    cells = [sheet.cell(3 + line, column) for line in range(5) for column in (1, 2)]
    assert [cell.value for cell in cells[::2]] == hostile
    assert {cell.data_type for cell in cells} == {"s"}
    assert {cell.hyperlink for cell in cells} == {None}


def test_a_text_that_is_too_long() -> None:
    """The sentence names the place and the cure."""
    table = replace(ROWS, rows=(("x" * 40_000, "", None),))
    with pytest.raises(ValueError, match="row 3, column 1 of the report is too long"):
        control_xlsx(paper(tables=(table,)))


def test_equal_reports_are_equal_bytes() -> None:
    """Nothing in the file depends on when it is made."""
    assert control_xlsx(paper()) == control_xlsx(paper())
