"""Whatever file is given, its tables are read or one sentence says why not."""

import random
import re
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
import xlsxwriter

from jospar.documents.docx_cells import LARGEST, LARGEST_PART
from jospar.exchange.annexes.reading import read_annex_tables, years_of
from jospar.exchange.annexes.values import MOST_CELLS, MOST_LETTERS, MOST_ROWS
from jospar.rules.core.ruleset import load
from jospar.rules.core.sentences import ToldError
from tests.exchange.annexes import ten_docx, ten_xlsx
from tests.exchange.annexes.builder import RU, table, word
from tests.exchange.annexes.treaties import BORDER, MID
from tests.records.made_files import OLE, PDF, PNG, container

DOCUMENT = "word/document.xml"
SHEET = "xl/worksheets/sheet1.xml"


def read(data: bytes, name: str = "x.docx") -> int:
    """Return how many rows are read from a file."""
    tables = read_annex_tables(data, name, load("kz-2023").headings)
    return sum(len(table.rows) for table in tables)


def refusal(data: bytes, name: str = "x.docx") -> str:
    """Return why a file is not read."""
    with pytest.raises(ToldError) as error:
        read(data, name)
    return str(error.value)


def with_part(data: bytes, part: str, content: bytes) -> bytes:
    """Return a package with another content of a part."""
    changed = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(changed, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, content if name == part else old.read(name))
    return changed.getvalue()


def part_of(data: bytes, part: str) -> str:
    """Return a part of a package."""
    with ZipFile(BytesIO(data)) as package:
        return package.read(part).decode()


def one_row() -> bytes:
    """Return a document with one row."""
    return word(table(RU, ["1", MID.ru, BORDER.ru, "2022 год", "нет", ""]))


def rows(count: int, cell: str = "1", cells: int = 2) -> bytes:
    """Return a document with a table of ``count`` equal rows."""
    one = f"<w:tc><w:p><w:r><w:t>{cell}</w:t></w:r></w:p></w:tc>"
    row = f"<w:tr>{one * cells}</w:tr>"
    xml = part_of(one_row(), DOCUMENT)
    head, _, tail = xml.partition("<w:tbl>")
    return with_part(
        one_row(), DOCUMENT, f"{head}<w:tbl>{row * count}<w:tbl>{tail}".encode()
    )


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (OLE, "of the old kind DOC or XLS or is protected by a password"),
        (PDF, "is a scan or of another kind"),
        (PNG, "is a scan or of another kind"),
        (b"{\\rtf1 }", "is a scan or of another kind"),
        (b"", "is a scan or of another kind"),
        (container("application/vnd.etsi.asic-e+zip"), "is a scan or of another kind"),
        (b"PK\3\4", "is damaged or cut off"),
        (word(), "has no table of a plan"),
        (word(table(["a", "b", "c"])), "has no table of a plan"),
        (b"PK" + bytes(LARGEST), "far too large"),
    ],
    ids=range(10),
)
def test_what_holds_no_plan(data: bytes, said: str) -> None:
    """A file of another kind is refused in a sentence with its name and the cure."""
    assert said in refusal(data)


def test_a_document_named_otherwise() -> None:
    """What a file is goes by what it holds, not by its name."""
    assert read(one_row(), "plan.doc") == 1
    assert read(ten_xlsx.transport(), "plan.xls") == 4


def test_a_bomb() -> None:
    """A small file that swells when it is unpacked is refused before it has swollen."""
    swollen = with_part(one_row(), DOCUMENT, b" " * (LARGEST_PART + 1))
    assert len(swollen) < LARGEST_PART // 100
    assert "far too large" in refusal(swollen)
    swollen = with_part(ten_xlsx.transport(), SHEET, b" " * 50_000_000)
    assert "far too large" in refusal(swollen, "x.xlsx")


def test_entities() -> None:
    """Nothing that a document defines itself is taken in."""
    dtd = '<!DOCTYPE x [<!ENTITY e "1">]>'
    for data, part, name in (
        (one_row(), DOCUMENT, "x.docx"),
        (ten_xlsx.transport(), SHEET, "x.xlsx"),
    ):
        xml = re.sub(r"^(<\?xml[^>]*\?>)?", rf"\1{dtd}", part_of(data, part), count=1)
        assert "damaged" in refusal(with_part(data, part, xml.encode()), name)


def test_huge_tables() -> None:
    """More rows, cells or letters than any plan has are refused."""
    said = "The file holds more than any plan"
    assert said in refusal(rows(MOST_ROWS))
    assert said in refusal(rows(1, cells=MOST_CELLS + 1))
    assert said in refusal(rows(1, "а" * (MOST_LETTERS + 1)))


@pytest.mark.parametrize(
    ("count", "cells", "letters"),
    [(MOST_ROWS + 1, 1, 1), (1, MOST_CELLS + 1, 1), (1, 1, MOST_LETTERS + 1)],
)
def test_huge_sheets(count: int, cells: int, letters: int) -> None:
    """So are sheets."""
    target = BytesIO()
    with xlsxwriter.Workbook(target, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        for row in range(count):
            sheet.write_row(row, 0, ["а" * letters] * cells)
    assert "more than any plan" in refusal(target.getvalue(), "x.xlsx")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "windows-1251"])
def test_encodings(encoding: str) -> None:
    """The text may be stored in any encoding that it declares."""
    xml = re.sub(
        r"encoding=.UTF-8.", f'encoding="{encoding}"', part_of(one_row(), DOCUMENT)
    )
    content = xml.replace("\xa0", " ").encode(encoding, "xmlcharrefreplace")
    data = with_part(one_row(), DOCUMENT, content)
    (found,) = read_annex_tables(data, "x.docx", load("kz-2023").headings)
    assert [row.title for row in found.rows] == [BORDER.ru]


def test_an_encoding_that_is_not_the_declared_one() -> None:
    """Bytes that are no text of the declared encoding are damage."""
    xml = part_of(one_row(), DOCUMENT).encode("windows-1251", "xmlcharrefreplace")
    assert "damaged" in refusal(with_part(one_row(), DOCUMENT, xml))


@pytest.mark.slow
@pytest.mark.parametrize(
    ("data", "part", "name"),
    [
        (ten_docx.corrected(), DOCUMENT, "x.docx"),
        (ten_docx.over_pages(), DOCUMENT, "x.docx"),
        (ten_xlsx.transport(), SHEET, "x.xlsx"),
    ],
    ids=["corrected", "over pages", "sheet"],
)
def test_any_damage_is_told(data: bytes, part: str, name: str) -> None:
    """Whatever bytes are changed, tables are read or it is told, and nothing fails."""
    chance = random.Random(5)  # noqa: S311 - not for secrets
    xml = part_of(data, part).encode()
    told = 0
    for time in range(80):
        content = bytearray(data if time % 2 else xml)
        for _byte in range(chance.randint(1, 4)):
            content[chance.randrange(len(content))] = chance.randrange(256)
        file = bytes(content) if time % 2 else with_part(data, part, bytes(content))
        try:
            read(file, name)
        except ToldError as error:
            told += bool(str(error))
    assert told > 20


@pytest.mark.slow
def test_elements_left_out() -> None:
    """With any one empty element of a document missing, rows are read from it."""
    frame = one_row()
    xml = part_of(ten_docx.corrected(), DOCUMENT)
    body = xml.index("<w:body>")
    for found in list(re.finditer(r"<w:(\w+)[^>]*/>", xml[body:]))[:150]:
        start, end = (body + place for place in found.span())
        data = with_part(frame, DOCUMENT, (xml[:start] + xml[end:]).encode())
        assert read(data) > 0


@pytest.mark.parametrize(
    ("titles", "years"),
    [
        (("План на 2022 год",), (2022,)),
        (("2021", "Жоспар 2026–2028 жылдарға"), (2026, 2027, 2028)),
        (("от 5.07.2023 № 1", "План"), (2023,)),
        (("2028-2026",), ()),
        (("План",), ()),
        ((), ()),
    ],
)
def test_years_of_headings(titles: tuple[str, ...], years: tuple[int, ...]) -> None:
    """The years of a plan are those that the heading next to the table names."""
    assert years_of(titles) == years
