"""A plan as PDF, read back with pypdf and, by its tags, with poppler."""

import re
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from jospar.documents.pdf_compiler import PdfCompiler
from jospar.documents.plan_pdf import plan_pdf
from jospar.rules.core.forms import FORM_LANGUAGES, PlanEdition
from jospar.rules.core.nouns import PlanStage, Text
from tests.documents.editions import KAZAKH_LETTERS, TITLES, cells, make

HOSTILE = [
    Text('#read("/etc/passwd") *қою* _курсив_', "$x^2$ <метка> @ссылка"),
    Text("= Бас // түсініктеме", '"; #panic("!") \\ `код`'),
    Text(f"{KAZAKH_LETTERS} № ₸", "\x00\x1b[31m №\u00a0148 ₸\ufeff"),
    Text("бір\nекі\tүш", "один -- два … ''три''"),
]
needs_poppler = pytest.mark.skipif(
    shutil.which("pdfinfo") is None,
    reason="pdfinfo (poppler-utils) is not installed: the tags are not read back",
)


@pytest.fixture(scope="module")
def compiler() -> Iterator[PdfCompiler]:
    """Give one compiler to all tests of this file."""
    with PdfCompiler() as opened:
        yield opened


def squeezed(text: str) -> str:
    """Return ``text`` without blanks: PDF does not tell where lines were folded."""
    return re.sub(r"\s", "", text)


def pages_of(pdf: bytes) -> list[str]:
    """Return the text of each page, without blanks."""
    return [squeezed(page.extract_text()) for page in PdfReader(BytesIO(pdf)).pages]


def body_of(pages: Sequence[str], edition: PlanEdition, language: str) -> str:
    """Return the text between title and end, without repeated headers and footers."""
    title = squeezed(edition.form.title[language])
    header = squeezed("".join(edition.form.columns[language]))
    pages = [pages[0].removeprefix(title), *pages[1:]]
    assert [page for page in pages if not page.startswith(header)] == []
    bodies = [page.removeprefix(header) for page in pages]
    return "".join(re.split(r"(?:1-редакция|Редакция№1)·", body)[0] for body in bodies)


def expected_body(edition: PlanEdition, language: str) -> str:
    """Return what stands under the header of the table, without blanks."""
    texts = []
    for group in edition.form.groups:
        texts.append(group.heading[language])
        texts += [cell for row in group.rows for cell in row.cells[language]]
    return squeezed("".join(texts))


@pytest.mark.parametrize("language", FORM_LANGUAGES)
@pytest.mark.parametrize("rows", [0, 1, 120])
def test_the_text_read_back_is_the_form(
    rows: int, language: str, compiler: PdfCompiler
) -> None:
    """Title, headings and cells stand in order; the header stands on each page."""
    edition = make(rows)
    pdf = plan_pdf(edition, language, compiler)
    found = body_of(pages_of(pdf), edition, language)
    assert found == expected_body(edition, language)


@pytest.mark.slow
@needs_poppler
@pytest.mark.parametrize("language", FORM_LANGUAGES)
def test_three_thousand_rows_are_read_back(
    language: str, compiler: PdfCompiler
) -> None:
    """A plan many times the usual size is written in full.

    Poppler reads its hundreds of pages in a second, pypdf in ten.
    """
    edition = make(3_000)
    pdf = plan_pdf(edition, language, compiler)
    said = subprocess.run(
        ["pdftotext", "-raw", "-", "-"], input=pdf, capture_output=True, check=True
    )
    *pages, end = map(squeezed, said.stdout.decode().split("\f"))
    assert end == ""
    assert body_of(pages, edition, language) == expected_body(edition, language)


def tagged_cells(pdf: bytes, folder: Path) -> list[str]:
    """Return the text of each data cell as the tags of the PDF give it."""
    path = folder / "plan.pdf"
    path.write_bytes(pdf)
    found = subprocess.run(
        ["pdfinfo", "-enc", "UTF-8", "-struct-text", path],
        check=True,
        capture_output=True,
    ).stdout.decode(errors="replace")
    elements = re.split(r"^ +(?=T(?:D|H|R|Body)\b)", found, flags=re.MULTILINE)
    return [
        "".join(re.findall(r'^ *"(.*)"$', element, re.MULTILINE))
        for element in elements
        if element.startswith("TD")
    ]


@needs_poppler
@pytest.mark.parametrize("language", FORM_LANGUAGES)
def test_each_tagged_cell_is_a_cell_of_the_form(
    language: str, compiler: PdfCompiler, tmp_path: Path
) -> None:
    """A reader that follows the tags reads cell after cell, letter by letter."""
    letters = Text(f"{KAZAKH_LETTERS} № ₸", f"{KAZAKH_LETTERS} № ₸")
    edition = make(9, titles=[*TITLES[:5], letters, *TITLES[5:8]])
    found = tagged_cells(plan_pdf(edition, language, compiler), tmp_path)
    assert found == [cell for row in cells(edition, language) for cell in row]


@pytest.mark.parametrize("language", FORM_LANGUAGES)
def test_hostile_texts_are_only_texts(language: str, compiler: PdfCompiler) -> None:
    """What looks like source or a control character changes nothing else."""
    edition = make(4, titles=HOSTILE)
    pages = pages_of(plan_pdf(edition, language, compiler))
    body = body_of(pages, edition, language)
    expected = expected_body(edition, language)
    assert body == re.sub("[\x00\x1b\ufeff]", "", expected)


def test_words_wider_than_their_column_are_broken(compiler: PdfCompiler) -> None:
    """A long word gets a hyphen at a syllable, and a row of capitals is folded."""
    note = Text("межправительственного келісім", "внутригосударственных дел")
    edition = make(1, titles=[Text("Ә" * 358, "Ж" * 358)], notes=[note])
    for language in FORM_LANGUAGES:
        text = "".join(pages_of(plan_pdf(edition, language, compiler)))
        assert text.count("\u00ad") > 0
        assert squeezed(note[language]) in text.replace("\u00ad", "")
    wide = plan_pdf(edition, "kk", compiler)
    lines = PdfReader(BytesIO(wide)).pages[0].extract_text().splitlines()
    assert [len(line.strip()) for line in lines if set(line.strip()) == {"Ә"}] == [
        *[33] * 10,
        28,
    ]


def test_words_that_fit_are_left_whole(compiler: PdfCompiler) -> None:
    """No word of the real titles is broken."""
    pages = pages_of(plan_pdf(make(37), "kk", compiler))
    assert "".join(pages).count("\u00ad") == 0


def test_the_same_edition_gives_the_same_bytes(compiler: PdfCompiler) -> None:
    """Neither the child process nor the moment shows in the file."""
    with PdfCompiler() as another:
        second = plan_pdf(make(20), "kk", another)
    assert plan_pdf(make(20), "kk", compiler) == second


@pytest.mark.parametrize("language", FORM_LANGUAGES)
def test_the_file_says_what_it_is(language: str, compiler: PdfCompiler) -> None:
    """PDF/A-2a and PDF/UA-1, tagged, with title, language and fingerprint."""
    edition = make(2)
    reader = PdfReader(BytesIO(plan_pdf(edition, language, compiler)))
    root: Any = reader.trailer["/Root"]  # pypdf types all objects alike
    metadata = root["/Metadata"].get_data().decode()
    assert root["/Lang"] == f"{language}-KZ"
    assert root["/MarkInfo"]["/Marked"]
    assert reader.metadata is not None
    assert reader.metadata.title == edition.form.title[language]
    assert str(reader.metadata["/Keywords"]) == edition.fingerprint
    for claim in ("pdfaid:part>2<", "pdfaid:conformance>A<", "pdfuaid:part>1<"):
        assert metadata.count(claim) == 1


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("kk", "7-редакция · Бақылау сомасы: {digits} {page}-бет, барлығы {pages}"),
        ("ru", "Редакция № 7 · Контрольная сумма: {digits} Страница {page} из {pages}"),
    ],
)
def test_each_page_carries_revision_fingerprint_and_page(
    language: str, line: str, compiler: PdfCompiler
) -> None:
    """The last line of every page says which revision and page it is."""
    edition = make(20, revision=7)
    pages = pages_of(plan_pdf(edition, language, compiler))
    assert len(pages) > 2
    for number, page in enumerate(pages, start=1):
        values = {"page": number, "pages": len(pages), "digits": edition.fingerprint}
        assert page.endswith(squeezed(line.format(**values)))


@pytest.mark.parametrize(
    ("stage", "language", "mark"),
    [
        (PlanStage.DRAFT, "kk", "ЖОБА"),
        (PlanStage.DRAFT, "ru", "ПРОЕКТ"),
        (PlanStage.AGREED, "kk", ""),
    ],
)
def test_a_plan_not_agreed_is_marked(
    stage: PlanStage, language: str, mark: str, compiler: PdfCompiler
) -> None:
    """A draft says on each page that it is one; an agreed plan carries no mark."""
    edition = make(12, stage=stage)
    title = squeezed(edition.form.title[language])
    header = squeezed(edition.form.columns[language][0])
    first, *others = pages_of(plan_pdf(edition, language, compiler))
    assert first.startswith(mark + title)
    assert [page for page in others if not page.startswith(mark + header)] == []


def test_a_heading_is_never_alone_at_the_end_of_a_page(compiler: PdfCompiler) -> None:
    """Wherever the page ends, a group's heading has a row under it."""
    titles = [Text("Келісім туралы хаттама", "Протокол о соглашении")]
    for rows in range(20, 44):
        edition = make(rows, titles=titles)
        headings = [squeezed(group.heading["kk"]) for group in edition.form.groups]
        pages = pages_of(plan_pdf(edition, "kk", compiler))
        ends = [page.split("1-редакция")[0] for page in pages]
        assert [end for end in ends if end.endswith(tuple(headings))] == []


def test_a_row_stays_whole_unless_it_outgrows_a_page(compiler: PdfCompiler) -> None:
    """A usual row is on one page; one of many pages is not cut off."""
    usual = make(40)
    pages = pages_of(plan_pdf(usual, "kk", compiler))
    for row in cells(usual, "kk"):
        whole = squeezed("".join(row))
        assert [page.count(whole) for page in pages if whole in page] != []
    long = Text("ұзын сөз " * 600, "длинное слово " * 600)
    edition = make(2, notes=[Text(long.kk.strip(), long.ru.strip())])
    pages = pages_of(plan_pdf(edition, "kk", compiler))
    words = "".join(pages).count("сөз")
    assert (words, len(pages) > 10) == (1200, True)


def test_an_amended_plan_says_on_what_ground(compiler: PdfCompiler) -> None:
    """At the foot of every page, under the line that says which revision it is."""
    edition = make(20, amended=Text("№ 5 тапсырма", "поручение № 5"))
    pages = pages_of(plan_pdf(edition, "ru", compiler))
    assert len(pages) > 2
    said = squeezed("Основание изменений: поручение № 5")
    assert all(page.endswith(said) for page in pages)
