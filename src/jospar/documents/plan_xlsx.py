"""A plan in its annex form as a workbook, a sheet for each language."""

from datetime import UTC, datetime
from io import BytesIO

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from jospar.rules.core.forms import FORM_LANGUAGES, PlanEdition

from . import words
from .characters import printable

_CREATED = datetime(1980, 1, 1, tzinfo=UTC)
"""The format wants a moment; a fixed one keeps the bytes the same every time."""

_WIDTHS = (6, 28, 52, 20, 26, 24)
_MARKED_WIDTH = 10
"""Of the first column where numbers bear a mark."""
_HEADER_ROW = 2
_A4 = 9
_FONT = {"font_name": "Times New Roman", "font_size": 10, "valign": "top"}
_BOX = _FONT | {"text_wrap": True, "border": 1, "border_color": "#404040"}
_CENTRED = {"align": "center", "valign": "vcenter", "text_wrap": True, "bold": True}
_FORMATS = {
    "stage": _FONT | {"align": "right", "bold": True},
    "title": _FONT | _CENTRED | {"font_size": 14},
    "column": _BOX | _CENTRED,
    "group": _BOX | _CENTRED | {"bg_color": "#F2F2F2"},
    "number": _BOX | {"align": "center"},
    "below": _FONT,
    "cell": _BOX,
} | {
    # The mark is a part of how the number is shown: the cell stays a number.
    f"marked_{language}": _BOX
    | {"align": "center", "num_format": f'0" {words.OFFICIAL_ROW[language]}"'}
    for language in FORM_LANGUAGES
}


def plan_xlsx(edition: PlanEdition) -> bytes:
    """Return the plan as XLSX, equal bytes for equal editions.

    Numbers of rows are numbers; every other cell is text, also one that looks like
    a formula or an address.

    Raises:
        ValueError: if a text is longer than a cell of a workbook can be.
    """
    target = BytesIO()
    with xlsxwriter.Workbook(target, {"in_memory": True}) as book:
        book.set_properties(
            {
                "title": edition.form.title[FORM_LANGUAGES[0]],
                "comments": edition.fingerprint,
                "created": _CREATED,
            }
        )
        formats = {
            name: book.add_format(properties) for name, properties in _FORMATS.items()
        }
        for language in FORM_LANGUAGES:
            sheet = book.add_worksheet(words.SHEET[language])
            _set_up(sheet, edition, language)
            _fill(sheet, edition, language, formats)
    return target.getvalue()


def _set_up(sheet: Worksheet, edition: PlanEdition, language: str) -> None:
    """Make the sheet ready for the screen and for landscape A4."""
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width)
    if edition.marked:
        sheet.set_column(0, 0, _MARKED_WIDTH)
    sheet.freeze_panes(_HEADER_ROW + 1, 0)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.set_margins(left=0.6, right=0.5, top=0.6, bottom=0.7)
    sheet.repeat_rows(_HEADER_ROW)
    sheet.fit_to_pages(1, 0)
    revision = words.REVISION[language].format(number=edition.revision)
    fingerprint = words.fingerprint_line(edition.fingerprint, language)
    pages = words.PAGES[language].format(page="&P", pages="&N")
    mark = words.page_mark(
        language, official_use=bool(edition.marked), rehearsal=edition.rehearsal
    )
    if mark:
        sheet.set_header(f"&R&8{mark}")
    # The size ends with the font: digits that followed it would be read as its own.
    sheet.set_footer(f'&L&8&"-,Regular"{revision} · {fingerprint}&R&8{pages}')


def _fill(
    sheet: Worksheet, edition: PlanEdition, language: str, formats: dict[str, Format]
) -> None:
    form = edition.form
    last = len(_WIDTHS) - 1
    mark = words.edition_mark(edition, language)
    _write(sheet, 0, last, mark, formats["stage"])
    sheet.merge_range(1, 0, 1, last, "", formats["title"])
    _write(sheet, 1, 0, form.title[language], formats["title"])
    sheet.set_row(1, 40)
    for column, heading in enumerate(form.columns[language]):
        _write(sheet, _HEADER_ROW, column, heading, formats["column"])
    line = _HEADER_ROW
    for group in form.groups:
        line += 1
        sheet.merge_range(line, 0, line, last, "", formats["group"])
        _write(sheet, line, 0, group.heading[language], formats["group"])
        sheet.set_row(line, 30)
        for row in group.rows:
            line += 1
            marked = row.concept in edition.marked
            look = formats[f"marked_{language}" if marked else "number"]
            sheet.write_number(line, 0, row.number, look)
            for column, text in enumerate(row.cells[language][1:], start=1):
                _write(sheet, line, column, text, formats["cell"])
    # A footer takes no more than 255 letters, so that the ground stands under the rows.
    if amended := words.amended_line(edition, language):
        _write(sheet, line + 1, 0, amended, formats["below"])


def _write(sheet: Worksheet, line: int, column: int, text: str, look: Format) -> None:
    if sheet.write_string(line, column, printable(text), look) != 0:
        raise ValueError(
            f"The text in row {line + 1}, column {column + 1} of the plan is too long "
            "for a workbook, which holds 32,767 letters in a cell: shorten it."
        )
