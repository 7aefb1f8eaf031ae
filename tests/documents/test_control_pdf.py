"""The control report as PDF, read back with pypdf."""

import re
from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from jospar.documents.control_paper import ControlPaper
from jospar.documents.control_pdf import control_pdf
from jospar.documents.pdf_compiler import PdfCompiler
from tests.documents.made_control import EMPTY, ROWS, STAGES, paper

pytestmark = pytest.mark.slow


def made(report: ControlPaper) -> bytes:
    """Return the PDF, which is the same when it is made again."""
    with PdfCompiler() as compiler:
        pdf = control_pdf(report, compiler)
        assert control_pdf(report, compiler) == pdf
    return pdf


def squeezed(text: str) -> str:
    """Return ``text`` without blanks and hyphens."""
    return re.sub(r"[\s\u00ad\u200b\u2010-]", "", text)


def pages(report: ControlPaper) -> list[str]:
    """Return what each page says, without blanks."""
    reader = PdfReader(BytesIO(made(report)))
    return [squeezed(page.extract_text()) for page in reader.pages]


def test_the_first_page_stands_alone_and_the_tables_after_it() -> None:
    """The first stands upright, the others lie."""
    report = paper()
    first, second = pages(report)
    expected = [report.title, *report.lead, report.mark, "Көрсеткіштер", "Жолдар"]
    expected += [STAGES.heading, *(label for label, _count in STAGES.bars)]
    assert [part for part in expected if squeezed(part) not in first] == []
    expected = [ROWS.heading, "C-001", "Соглашение о торговле", "31.12.2025"]
    expected += [EMPTY.heading, EMPTY.empty, report.mark]
    assert [part for part in expected if squeezed(part) not in second] == []
    boxes = [page.mediabox for page in PdfReader(BytesIO(made(report))).pages]
    assert [box.height > box.width for box in boxes] == [True, False]


def test_bars_and_foreign_texts_are_told_to_those_who_hear_them() -> None:
    """The structure has what a chart shows, and the language of a title."""
    catalog: Any = PdfReader(BytesIO(made(paper()))).trailer["/Root"]
    told: set[tuple[str, str]] = set()

    def walk(node: Any) -> None:
        node = node.get_object()
        if isinstance(node, list):
            for one in node:
                walk(one)
        elif isinstance(node, dict):
            told.update(
                (name, str(node[name])) for name in ("/Alt", "/Lang") if name in node
            )
            if "/K" in node:
                walk(node["/K"])

    walk(catalog["/StructTreeRoot"]["/K"])
    assert ("/Alt", STAGES.said) in told
    assert ("/Lang", "ru") in {(name, value[:2]) for name, value in told}


def test_no_text_is_read_as_source() -> None:
    """Whatever a title holds, it stands there as it is."""
    hostile = '#read("/etc/passwd") *a* $x$ <b> @c `d`'
    table = replace(ROWS, rows=(("\x00", hostile, None),))
    assert squeezed(hostile) in pages(paper(tables=(table,)))[1]


def test_a_long_row_may_break_and_columns_are_named_on_every_page() -> None:
    """Many rows run over several pages, and one longer than a page too."""
    many = replace(ROWS, rows=ROWS.rows * 60)
    found = pages(paper(tables=(many,)))[1:]
    assert len(found) > 2
    assert all("Белгісі" in page for page in found)
    long = replace(ROWS, rows=(("C-1", "сөз " * 3_000, None),))
    assert len(pages(paper(tables=(long,)))) > 2
