"""Make documents as offices make them: tables typed, merged, split and corrected."""

from collections.abc import Callable, Sequence
from io import BytesIO

import docx
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.table import Table, _Cell
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

Row = Sequence[str]

RU = (
    "№ п/п",
    "Наименование центрального государственного органа",
    "Наименование международного договора",
    "Предполагаемые сроки заключения",
    "Сроки выполнения внутригосударственных процедур",
    "Примечания",
)
KK = (
    "Р/с №",
    "Орталық мемлекеттік органның атауы",
    "Халықаралық шарттың атауы",
    "Жасасудың болжамды мерзімдері",
    "Мемлекетішілік рәсімдерді орындау мерзімдері",
    "Ескертпелер",
)


def word(*fillings: Callable[[Document], object]) -> bytes:
    """Return a DOCX that ``fillings`` have filled, one after another."""
    document = docx.Document()
    for fill in fillings:
        fill(document)
    target = BytesIO()
    document.save(target)
    return target.getvalue()


def heading(text: str) -> Callable[[Document], object]:
    """Return what writes a paragraph."""
    return lambda document: document.add_paragraph(text)


def table(
    *rows: Row, then: Callable[[Table], object] = lambda _table: None
) -> Callable[[Document], object]:
    """Return what adds a table; a row of one text goes over its whole width."""

    def add(document: Document) -> None:
        then(filled(document.add_table(0, len(rows[0])), *rows))

    return add


def filled(into: Table, *rows: Row) -> Table:
    """Return a table with ``rows`` added to it."""
    for texts in rows:
        into.add_row()  # type: ignore[no-untyped-call] # python-docx leaves it so
        cells = into.rows[-1].cells
        if len(texts) == 1 and len(cells) > 1:
            cells[0].merge(cells[-1])
        for cell, text in zip(cells, texts, strict=False):
            written(cell, text)
    return into


def written(cell: _Cell, text: str) -> None:
    """Write ``text`` into a cell, each line of it a paragraph."""
    first, *others = text.split("\n")
    cell.paragraphs[0].add_run(first)
    for line in others:
        cell.add_paragraph(line)


def merged(into: Table, first: tuple[int, int], last: tuple[int, int]) -> None:
    """Merge the cells from one row and column to another, counted from 0."""
    into.cell(*first).merge(into.cell(*last))


def put(cell: _Cell, xml: str) -> None:
    """Add a piece of WordprocessingML to the first paragraph of a cell."""
    paragraph = cell.paragraphs[0]._p  # noqa: SLF001 - python-docx has no other way
    for element in parse_xml(f"<w:p {nsdecls('w')}>{xml}</w:p>"):
        paragraph.append(element)


def row_mark(into: Table, row: int, xml: str) -> None:
    """Add a property to a row, as tracked changes of whole rows do."""
    element = into.rows[row]._tr.get_or_add_trPr()  # noqa: SLF001 - the same
    element.append(parse_xml(xml.replace(" ", f" {nsdecls('w')} ", 1)))


def deleted(cell: _Cell) -> None:
    """Delete what a cell says by a tracked change."""
    text = cell.text
    cell.paragraphs[0].clear()
    put(
        cell,
        '<w:del w:id="9" w:author="A"><w:r>'
        f"<w:delText>{text}</w:delText></w:r></w:del>",
    )


def struck(cell: _Cell) -> None:
    """Strike out all that a cell says."""
    for paragraph in cell.paragraphs:
        for run in paragraph.runs:
            run.font.strike = True


def counted(cell: _Cell) -> None:
    """Let the office program count in a cell."""
    paragraph = cell.paragraphs[0]._p  # noqa: SLF001 - the same
    paragraph.get_or_add_pPr().append(
        parse_xml(
            f'<w:numPr {nsdecls("w")}><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
        )
    )


def text_box(text: str) -> str:
    """Return a text box as older office programs draw it."""
    return (
        '<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox>'
        f"<w:txbxContent><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:txbxContent>"
        "</v:textbox></v:shape></w:pict></w:r>"
    )


def in_paragraph(xml: str) -> Callable[[Document], object]:
    """Return what adds a paragraph of WordprocessingML."""

    def add(document: Document) -> None:
        paragraph = parse_xml(f"<w:p {nsdecls('w')}>{xml}</w:p>")
        document.element.body.insert_element_before(paragraph, "w:sectPr")

    return add


def sheets(*fillings: tuple[str, Callable[[Worksheet], object]]) -> bytes:
    """Return an XLSX with a sheet of each title, filled in turn."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for title, fill in fillings:
        fill(book.create_sheet(title))
    target = BytesIO()
    book.save(target)
    return target.getvalue()
