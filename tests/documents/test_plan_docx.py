"""A plan as DOCX, read back with python-docx."""

import zipfile
from collections.abc import Iterator
from io import BytesIO

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Mm
from docx.table import _Row

from jospar.documents.characters import printable
from jospar.documents.plan_docx import plan_docx
from jospar.rules.core.forms import FORM_LANGUAGES, PlanEdition
from jospar.rules.core.nouns import PlanStage, Text
from tests.documents.editions import KAZAKH_LETTERS, cells, grouped, make

HOSTILE = [
    Text('<w:br/> & "{cell1}" {title}', "=1+1"),
    Text("]]>&amp;&#0; {group}{{cell2}}", "строка\nдругая\tтретья"),
    Text(f"{KAZAKH_LETTERS} № ₸", "\x00\x08ӘҒ\x1f"),
]


def opened(edition: PlanEdition, language: str) -> Document:
    """Return the plan's DOCX as python-docx opens it."""
    return docx.Document(BytesIO(plan_docx(edition, language)))


def rows_of(document: Document) -> Iterator[tuple[str, ...]]:
    """Yield each row's texts; a cell that spans the row comes once."""
    for row in document.tables[0].rows:
        yield tuple(
            "\n".join(paragraph.text for paragraph in cell.paragraphs)
            for cell in dict.fromkeys(row.cells)
        )


def expected_rows(edition: PlanEdition, language: str) -> Iterator[tuple[str, ...]]:
    """Yield what the rows should say, headings first."""
    yield edition.form.columns[language]
    for group in edition.form.groups:
        yield (group.heading[language],)
        yield from (row.cells[language] for row in group.rows)


@pytest.mark.parametrize("language", FORM_LANGUAGES)
@pytest.mark.parametrize("rows", [0, 1, 120])
def test_the_text_read_back_is_the_form(rows: int, language: str) -> None:
    """Title, headings and each cell are read back letter by letter."""
    edition = make(rows)
    document = opened(edition, language)
    title = document.paragraphs[0].text
    assert title == edition.form.title[language]
    assert list(rows_of(document)) == list(expected_rows(edition, language))


@pytest.mark.slow
@pytest.mark.parametrize("language", FORM_LANGUAGES)
def test_three_thousand_rows_are_read_back(language: str) -> None:
    """A plan many times the usual size is written in full."""
    edition = make(3_000)
    found = list(rows_of(opened(edition, language)))
    assert found == list(expected_rows(edition, language))


@pytest.mark.parametrize("language", FORM_LANGUAGES)
def test_hostile_texts_are_only_texts(language: str) -> None:
    """Markup, markers and control characters in a title change nothing else."""
    edition = make(3, titles=HOSTILE)
    found = [row[2] for row in rows_of(opened(edition, language)) if len(row) > 1]
    assert found[1:] == [printable(row[2]) for row in cells(edition, language)]


def test_the_same_edition_gives_the_same_bytes() -> None:
    """Nothing in the file depends on when or how often it is made."""
    assert plan_docx(make(20), "kk") == plan_docx(make(20), "kk")


@pytest.mark.parametrize(("language", "locale"), [("kk", "kk-KZ"), ("ru", "ru-RU")])
def test_the_language_of_the_text_is_set(language: str, locale: str) -> None:
    """Styles, every run and the properties name the language, for spelling."""
    document = opened(make(2), language)
    section = document.sections[0]
    trees = [document.styles.element, document.element]
    trees += [section.header.part.element, section.footer.part.element]
    langs = [lang for tree in trees for lang in tree.iter(qn("w:lang"))]
    runs = [run for tree in trees for run in tree.iter(qn("w:r"))]
    assert {lang.get(qn("w:val")) for lang in langs} == {locale}
    assert [run for run in runs if run.find(f".//{qn('w:lang')}") is None] == []
    assert document.core_properties.language == locale


def test_the_properties_name_the_plan_and_its_fingerprint() -> None:
    """Title and identifier are those of the edition; there is no date."""
    edition = make(1)
    properties = opened(edition, "kk").core_properties
    assert properties.title == edition.form.title["kk"]
    assert properties.identifier == edition.fingerprint
    assert properties.created is None


def test_rows_stay_whole_and_headings_stay_with_rows() -> None:
    """The header repeats, no row breaks, and a group's heading keeps with the next."""
    document = opened(make(5), "kk")
    rows = list(document.element.iter(qn("w:tr")))
    repeated = [row for row in rows if row.find(f".//{qn('w:tblHeader')}") is not None]
    breaking = [row for row in rows if row.find(f".//{qn('w:cantSplit')}") is None]
    assert repeated == rows[:1]
    assert breaking == []
    headings = [row.cells[0] for row in document.tables[0].rows if spans(row)]
    styles = [heading.paragraphs[0].style for heading in headings]
    kept = [style and style.paragraph_format.keep_with_next for style in styles]
    assert kept == [True, True, True]


def spans(row: _Row) -> bool:
    """Tell whether a row is one cell over six columns."""
    return [cell.grid_span for cell in row.cells] == [6] * 6


def test_the_page_is_landscape_a4() -> None:
    """The form lies on its side."""
    section = opened(make(1), "kk").sections[0]
    sides = (section.page_width or 0, section.page_height or 0)
    assert sides == pytest.approx((Mm(297), Mm(210)), abs=Mm(0.1))


@pytest.mark.parametrize(
    ("language", "revision", "label", "page"),
    [
        ("kk", "7-редакция", "Бақылау сомасы: ", "1-бет, барлығы 1"),
        ("ru", "Редакция № 7", "Контрольная сумма: ", "Страница 1 из 1"),
    ],
)
def test_each_page_carries_revision_fingerprint_and_page(
    language: str, revision: str, label: str, page: str
) -> None:
    """The footer says which revision this is; the page numbers are fields."""
    edition = make(1, revision=7)
    footer = opened(edition, language).sections[0].footer
    line = f"{revision} · {label}{grouped(edition.fingerprint)}\t{page}"
    assert footer.paragraphs[0].text == line
    codes = [code.text for code in footer.part.element.iter(qn("w:instrText"))]
    assert codes == [" PAGE ", " NUMPAGES "]


@pytest.mark.parametrize(
    ("stage", "language", "mark"),
    [
        (PlanStage.DRAFT, "kk", "ЖОБА"),
        (PlanStage.DRAFT, "ru", "ПРОЕКТ"),
        (PlanStage.AGREED, "kk", ""),
    ],
)
def test_a_plan_not_agreed_is_marked(
    stage: PlanStage, language: str, mark: str
) -> None:
    """A draft says on each page that it is one; an agreed plan carries no mark."""
    header = opened(make(1, stage=stage), language).sections[0].header
    assert header.paragraphs[0].text == mark


def test_the_parts_have_a_fixed_time() -> None:
    """No part of the package tells when it was written."""
    with zipfile.ZipFile(BytesIO(plan_docx(make(1), "kk"))) as package:
        times = {part.date_time for part in package.infolist()}
        names = package.namelist()
    assert times == {(1980, 1, 1, 0, 0, 0)}
    assert names[0] == "[Content_Types].xml"
    assert len(names) == len(set(names))


def test_a_plan_of_a_rehearsal_says_so_on_each_page() -> None:
    """Its header bears the words, though it was agreed."""
    header = opened(make(1, rehearsal=True), "kk").sections[0].header
    text = "\n".join(paragraph.text for paragraph in header.paragraphs)
    assert text.strip() == "ЖАТТЫҒУ ҚҰЖАТЫ: ЗАҢДЫҚ КҮШІ ЖОҚ"


def test_an_amended_plan_says_on_what_ground() -> None:
    """Under the line of the footer; the form itself stays as it is."""
    edition = make(1, amended=Text("№ 5 <тапсырма>", "поручение № 5"))
    plain, amended = (opened(one, "kk") for one in (make(1), edition))
    assert list(rows_of(amended)) == list(rows_of(plain))
    footer = amended.sections[0].footer.paragraphs[0].text
    assert footer.endswith("\nӨзгерістердің негізі: № 5 <тапсырма>")
