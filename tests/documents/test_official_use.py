"""Documents that tell of what is for official use say so on every page."""

from dataclasses import replace
from io import BytesIO

import docx
import openpyxl
import pytest
from pypdf import PdfReader

from jospar.documents.letters import render
from jospar.documents.papers import Paper
from jospar.documents.pdf_compiler import PdfCompiler
from jospar.documents.plan_docx import plan_docx
from jospar.documents.plan_json import plan_json
from jospar.documents.plan_pdf import plan_pdf
from jospar.documents.plan_xlsx import plan_xlsx
from jospar.documents.plan_xml import plan_xml
from jospar.documents.words import edition_mark
from jospar.rules.core.nouns import PlanStage
from tests.documents import made_papers
from tests.documents.editions import make

PLAIN = make(3)
MARKED = make(3, marked=frozenset({"C-002"}))
PAPERS: dict[str, Paper] = {
    "return_letter": made_papers.return_letter(),
    "conclusion_notice": made_papers.expedient_notice(),
    "dispatch_letter": made_papers.dispatch_letter(),
    "receipt": made_papers.concept_receipt(),
}
HEADS = {"kk": "Қызмет бабында пайдалану үшін", "ru": "Для служебного пользования"}
IN_SHORT = {"kk": "ҚБПҮ", "ru": "ДСП"}

in_both = pytest.mark.parametrize("language", ["kk", "ru"])


@in_both
def test_the_head_of_a_plan_says_it_with_where_the_plan_stands(language: str) -> None:
    """A plan without such a row says nothing of it."""
    draft = replace(MARKED, stage=PlanStage.DRAFT)
    stage = {"kk": "ЖОБА", "ru": "ПРОЕКТ"}[language]
    assert edition_mark(MARKED, language) == HEADS[language]
    assert edition_mark(draft, language) == f"{HEADS[language]} · {stage}"
    assert edition_mark(PLAIN, language) == ""


@in_both
def test_docx_marks_the_page_and_the_row(language: str) -> None:
    """Under the number of the row; the other rows bear their numbers alone."""
    document = docx.Document(BytesIO(plan_docx(MARKED, language)))
    header = document.sections[0].header
    assert HEADS[language] in "".join(part.text for part in header.paragraphs)
    numbers = [row.cells[0].text for row in document.tables[0].rows]
    rows = [number for number in numbers if number[:1].isdecimal()]
    assert rows == ["1", f"2\n{IN_SHORT[language]}", "3"]


def test_xlsx_marks_the_sheet_and_the_number() -> None:
    """The number stays a number: the mark is a part of how it is shown."""
    book = openpyxl.load_workbook(BytesIO(plan_xlsx(MARKED)))
    for sheet, language in zip(book.worksheets, ("kk", "ru"), strict=True):
        assert sheet["F1"].value == HEADS[language]
        formats = {
            cell.value: cell.number_format
            for (cell,) in sheet.iter_rows(max_col=1)
            if isinstance(cell.value, int)
        }
        marked = f'0" {IN_SHORT[language]}"'
        assert formats == {1: "General", 2: marked, 3: "General"}


@in_both
def test_pdf_marks_the_page_and_the_row(language: str) -> None:
    """As the others do."""
    with PdfCompiler() as compiler:
        reader = PdfReader(BytesIO(plan_pdf(MARKED, language, compiler)))
    text = "".join(page.extract_text() for page in reader.pages)
    assert (text.count(HEADS[language]), text.count(IN_SHORT[language])) == (1, 1)


def test_what_machines_read_does_not_change() -> None:
    """Marks are no part of a plan's content: JSON, XML and fingerprint stay."""
    assert plan_json(MARKED) == plan_json(PLAIN)
    assert plan_xml(MARKED) == plan_xml(PLAIN)


@in_both
@pytest.mark.parametrize("template", PAPERS)
def test_papers_say_it_on_every_page(template: str, language: str) -> None:
    """Above the mark of a rehearsal, and not at all where nothing is marked."""
    marked = replace(PAPERS[template], official_use=True)
    lines = head(render(template, marked, language, rehearsal=True))
    assert (lines[0], lines[1].isupper()) == (HEADS[language], True)
    assert HEADS[language] not in head(render(template, PAPERS[template], language))


def head(document: bytes) -> list[str]:
    """Return what stands at the top of the first page of a DOCX file."""
    header = docx.Document(BytesIO(document)).sections[0].header
    return [paragraph.text for paragraph in header.paragraphs]


def test_what_is_approved_bears_no_mark() -> None:
    """A mark is set and lifted without asking for another approval."""
    letter = made_papers.return_letter()
    assert replace(letter, official_use=True).unsent() == letter.unsent()
