"""The conformity report as PDF, read back with pypdf."""

import re
from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader

from jospar.documents.conformity_pdf import (
    PrintedItem,
    PrintedLane,
    PrintedLine,
    PrintedPart,
    PrintedReport,
    PrintedYear,
    conformity_pdf,
)
from jospar.documents.pdf_compiler import PdfCompiler
from tests.documents.editions import KAZAKH_LETTERS

ITEM = PrintedItem(
    what="C-1, Сауда туралы келісім", standing="1 күн кешіктірілді", explanation="Пошта"
)
LINE = PrintedLine(
    paragraph="4",
    gist="Тұжырымдамалар мерзімінде келеді.",
    kept="кешігіп орындалды",
    mark="!",
    figure="жауап берген органдар: 25 / 26",
    evidence="Журнал жазбалары: 3–9",
    items=(ITEM,),
    more="және тағы 2",
    explanations=("Жалпы түсініктеме",),
)
REPORT = PrintedReport(
    language="kk",
    title="Қағидалардың сақталуы туралы есеп",
    lead=("2025 жылғы 31 қаңтар күнгі жағдай бойынша.", KAZAKH_LETTERS),
    year=PrintedYear(
        said="Жыл барысы",
        months=((0.0, "қыркүйек"), (50.0, "қазан")),
        lanes=(
            PrintedLane(
                "25 қыркүйек · 4-т.",
                (
                    PrintedPart("track", 0.0, 50.0),
                    PrintedPart("done", 0.0, 20.0),
                    PrintedPart("gold", 50.0, 5.0),
                    PrintedPart("late", 55.0, 10.0),
                ),
                due=50.0,
            ),
        ),
    ),
    mark="Жаттығу",
    explanation="Түсініктеме",
    columns=("Тармақ", "Норма", "Сақталуы", "Дәлелі"),
    lines=(LINE,),
    pages=("", "-бет, барлығы ", ""),
)


def text_of(report: PrintedReport) -> str:
    """Return everything that the PDF says, without blanks."""
    with PdfCompiler() as compiler:
        pdf = conformity_pdf(report, compiler)
        assert conformity_pdf(report, compiler) == pdf
    pages = PdfReader(BytesIO(pdf)).pages
    return re.sub(r"\s", "", "".join(page.extract_text() for page in pages))


def squeezed(text: str) -> str:
    """Return ``text`` without blanks."""
    return re.sub(r"\s", "", text)


@pytest.mark.slow
def test_the_report_says_everything_it_was_given() -> None:
    """Lead, columns, lines, what is late and why; equal reports are equal bytes."""
    text = text_of(REPORT)
    expected = [REPORT.title, REPORT.mark, *REPORT.lead, *REPORT.columns]
    expected += ["қыркүйек", "қазан", "25 қыркүйек · 4-т."]
    expected += [LINE.gist, LINE.kept, LINE.figure, LINE.evidence, LINE.more]
    expected += [ITEM.what, ITEM.standing, f"Түсініктеме: {ITEM.explanation}"]
    expected += [f"Түсініктеме: {LINE.explanations[0]}", "1-бет, барлығы 1"]
    assert [part for part in expected if squeezed(part) not in text] == []


@pytest.mark.slow
def test_no_text_is_read_as_source() -> None:
    """Whatever a title or an explanation holds, it stands there as it is."""
    hostile = '#read("/etc/passwd") *a* $x$ <b> @c \\ `d`'
    line = replace(LINE, items=(replace(ITEM, what=f"\x00{hostile}"),))
    assert squeezed(hostile) in text_of(replace(REPORT, lines=(line,)))


@pytest.mark.slow
def test_a_long_report_has_its_columns_on_every_page() -> None:
    """A hundred lines run over several pages."""
    text = text_of(replace(REPORT, lines=(LINE,) * 100))
    pages = text.count("-бет,барлығы")
    assert pages > 5
    assert text.count("".join(REPORT.columns)) == pages
