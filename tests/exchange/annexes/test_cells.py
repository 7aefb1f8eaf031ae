"""What people do to single cells of tables, and what becomes of it."""

from datetime import date

import pytest
from docx.table import Table
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from jospar.exchange.annexes.reading import read_annex_tables
from jospar.exchange.annexes.values import AnnexTable
from jospar.queries.sentences import fill
from jospar.rules.core.nouns import Language, Term
from jospar.rules.core.ruleset import load
from tests.exchange.annexes.builder import (
    RU,
    merged,
    put,
    row_mark,
    sheets,
    struck,
    table,
    word,
    written,
)
from tests.exchange.annexes.treaties import BORDER, MID, POWER, ROADS

FIRST = ("1", MID.ru, BORDER.ru, "2022 год", "нет", "")
SECOND = ("2", MID.ru, ROADS.ru, "2022 год", "нет", "")
HEADINGS = load("kz-2023").headings


def read(data: bytes, name: str = "x.docx") -> AnnexTable:
    """Return the only table of a document."""
    (found,) = read_annex_tables(data, name, HEADINGS)
    return found


def told(found: AnnexTable) -> list[tuple[str, str]]:
    """Return code and text of each doubt but those about groups."""
    return [
        (one.code, str(one.values.get("text", "")))
        for one in found.doubts
        if not one.code.startswith("group_")
    ]


def changed(xml: str) -> AnnexTable:
    """Return a table in the note of whose only row a piece of a text was put."""
    return read(word(table(RU, FIRST, then=lambda into: put(into.cell(1, 5), xml))))


@pytest.mark.parametrize(
    ("xml", "note", "doubts"),
    [
        (
            '<w:ins w:id="1" w:author="A"><w:r><w:t>да</w:t></w:r></w:ins>',
            "да",
            [("cell_inserted", "")],
        ),
        (
            '<w:moveFrom w:id="1" w:author="A"><w:r><w:t>да</w:t></w:r></w:moveFrom>',
            "",
            [("cell_deleted", "да")],
        ),
        (
            "<w:r><w:rPr><w:dstrike/></w:rPr><w:t>да</w:t></w:r>",
            "",
            [("cell_struck", "да")],
        ),
        ('<w:r><w:rPr><w:strike w:val="0"/></w:rPr><w:t>да</w:t></w:r>', "да", []),
        (
            '<w:r><w:rPr><w:rPrChange w:id="1" w:author="A"><w:rPr><w:strike/></w:rPr>'
            "</w:rPrChange></w:rPr><w:t>да</w:t></w:r>",
            "да",
            [],
        ),
        (
            "<w:r><w:t>а</w:t><w:tab/><w:t>б</w:t><w:br/><w:t>в</w:t></w:r>",
            "а\tб\nв",
            [],
        ),
        ("<w:r><w:t>а</w:t><w:noBreakHyphen/><w:t>б</w:t></w:r>", "а-б", []),
        ("<w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>1</w:t></w:r>", "1", []),
        ("<w:hyperlink><w:r><w:t>да</w:t></w:r></w:hyperlink>", "да", []),
        (
            "<w:r><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl></w:r>",
            "",
            [("cell_nested", "")],
        ),
    ],
)
def test_pieces_of_a_text(xml: str, note: str, doubts: list[tuple[str, str]]) -> None:
    """The text is as if changes were accepted; what was taken out is told."""
    found = changed(xml)
    assert [row.cells[5] for row in found.rows] == [note]
    assert told(found) == doubts


def test_struck_and_left() -> None:
    """A struck row with a remark left in it is out, one with a struck word is not."""

    def strike(into: Table) -> None:
        struck(into.cell(1, 4))
        written(into.cell(1, 4), "не требуется")
        for cell in into.rows[2].cells[:5]:
            struck(cell)
        written(into.cell(2, 5), "исключён")

    found = read(word(table(RU, FIRST, SECOND, then=strike)))
    assert [row.title for row in found.rows] == [BORDER.ru]
    assert told(found) == [
        ("cell_struck", "нет"),
        ("line_struck", f"2 | {MID.ru} | {ROADS.ru} | 2022 год | нет | исключён"),
    ]


def test_a_row_that_begins_later() -> None:
    """A row may leave out columns at its beginning without empty cells."""

    def leave_out(into: Table) -> None:
        row_mark(into, 2, '<w:gridBefore w:val="1"/>')
        row = into.rows[2]._tr  # noqa: SLF001 - python-docx has no other way
        row.remove(row.tc_lst[0])

    found = read(word(table(RU, FIRST, SECOND, then=leave_out)))
    assert [row.title for row in found.rows] == [BORDER.ru, ROADS.ru]
    assert [row.number for row in found.rows] == [1, None]
    assert told(found) == [("number_missing", "")]


def test_headings_in_two_rows_on_each_page() -> None:
    """They are known again as they were the first time."""
    first = [*RU[:3], "Сроки", "", RU[5]]
    second = ["", "", "", "заключения", "внутригосударственных процедур", ""]

    def merge(into: Table) -> None:
        for row in (0, 3):
            merged(into, (row, 3), (row, 4))
            for column in (0, 1, 2, 5):
                merged(into, (row, column), (row + 1, column))

    rows = (first, second, FIRST, first, second, SECOND)
    found = read(word(table(*rows, then=merge)))
    assert [row.title for row in found.rows] == [BORDER.ru, ROADS.ru]
    assert [code for code, _text in told(found)] == ["heading_lines", "heading_again"]


def test_a_cell_beside_the_table() -> None:
    """What stands to the right of the columns of a sheet is kept and told."""

    def fill(sheet: Worksheet) -> None:
        sheet.append(list(RU))
        sheet.append([*FIRST, None, "проверено"])

    found = read(sheets(("a", fill)), "x.xlsx")
    assert [row.further for row in found.rows] == [(("", "проверено"),)]
    assert told(found) == [("column_further", "проверено")]


def test_a_date_for_two_rows() -> None:
    """A date that rows have in common is a term of each; a truth value is none."""

    def fill(sheet: Worksheet) -> None:
        sheet.append(list(RU))
        sheet.append([*FIRST[:3], date(2022, 5, 4), "нет", True])
        sheet.append([2, MID.ru, POWER.ru, None, "нет"])
        sheet.merge_cells("D2:D3")

    found = read(sheets(("a", fill)), "x.xlsx")
    day = Term(date(2022, 5, 4), date(2022, 5, 4))
    assert [row.term for row in found.rows] == [day, day]
    assert [code for code, _text in told(found)] == [
        "cell_broken",
        "term_date",
        "merged_down",
        "term_date",
    ]


def test_a_date_of_a_spreadsheet_says_what_is_doubtful() -> None:
    """The first of a month was typed as that month, as far as one can tell."""

    def fill_in(sheet: Worksheet) -> None:
        sheet.append(list(RU))
        sheet.append([*FIRST[:3], date(2022, 5, 1), "нет", "-"])

    (found,) = (
        one
        for one in read(sheets(("a", fill_in)), "x.xlsx").doubts
        if one.field == "term"
    )
    said = fill(found.message, found.values, Language.EN)
    assert said == (
        "The cell holds the date 1 May 2022, not words; it is read as “May 2022”."
    )


def test_two_cells_under_one_heading() -> None:
    """What stands in both is kept as one text."""
    wide = [*RU[:4], "", RU[4], RU[5]]
    parted = [*FIRST[:3], "2022", "II квартал", *FIRST[4:]]

    def merge(into: Table) -> None:
        merged(into, (0, 3), (0, 4))

    found = read(word(table(wide, parted, then=merge)))
    assert [row.cells[3] for row in found.rows] == ["2022 II квартал"]
    assert told(found) == [("cell_parted", "II квартал")]


def test_the_rest_of_a_row_beside_the_form() -> None:
    """What a row that goes on says in columns of its own is kept too."""
    heads = [*RU, "Исполнитель, тел."]
    rest = ["", "", "", "", "", "", "74-20-33"]
    found = read(word(table(heads, [*FIRST, "Иванов"], rest)))
    assert [row.further for row in found.rows] == [
        ((heads[6], "Иванов"), (heads[6], "74-20-33"))
    ]
    assert told(found)[1:] == [("line_spread", "74-20-33")]


def test_a_struck_row_of_a_sheet() -> None:
    """A row that is struck out in a spreadsheet is left out, with all that it said."""

    def fill(sheet: Worksheet) -> None:
        for row in (RU, FIRST, SECOND):
            sheet.append([value or None for value in row])
        for cell in sheet[3]:
            cell.font = Font(strike=True)

    found = read(sheets(("a", fill)), "x.xlsx")
    assert [row.title for row in found.rows] == [BORDER.ru]
    assert told(found) == [
        ("line_struck", f"2 | {MID.ru} | {ROADS.ru} | 2022 год | нет")
    ]


@pytest.mark.parametrize(
    ("kazakh", "russian"),
    [
        ("Шарттың атауы", "Наименование договора"),
        ("Наименование (на казахском)", "Наименование (на русском)"),
        ("Атауы (қазақша)", "Атауы (орысша)"),
    ],
)
def test_a_column_for_each_language(kazakh: str, russian: str) -> None:
    """Two columns of titles, one in each language, make a table in both."""
    heads = ["№ п/п", "Наименование органа", kazakh, russian, *RU[3:]]
    row = ["1", MID.ru, BORDER.kk, BORDER.ru, "2022", "нет", ""]
    tables = read_annex_tables(word(table(heads, row)), "x.docx", HEADINGS)
    assert [(one.language, one.rows[0].title) for one in tables] == [
        ("kk", BORDER.kk),
        ("ru", BORDER.ru),
    ]
    assert told(tables[0])[0][0] == "languages_both"


def test_a_second_column_of_one_language() -> None:
    """Two columns of the same kind in one language: the second is kept beside."""
    heads = [*RU, "Примечания отдела"]
    found = read(word(table(heads, [*FIRST, "да"])))
    assert [row.further for row in found.rows] == [(("Примечания отдела", "да"),)]
