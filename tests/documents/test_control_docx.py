"""The control report as DOCX, read back with python-docx."""

from dataclasses import replace
from io import BytesIO
from typing import Any

from docx import Document

from jospar.documents.control_docx import control_docx
from tests.documents.made_control import EMPTY, ROWS, STAGES, paper

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def opened(**changes: Any) -> Any:
    """Return the report as python-docx opens it."""
    return Document(BytesIO(control_docx(paper(**changes))))


def cells(table: Any) -> list[list[str]]:
    """Return the texts of a table, each cell once."""
    return [
        ["".join(text.text or "" for text in cell.iter(f"{W}t")) for cell in row.tc_lst]
        for row in table._tbl.tr_lst  # noqa: SLF001 - merged cells stand once there
    ]


def test_everything_stands_in_it() -> None:
    """Title, lead, figures, charts and tables, in their order."""
    document = opened()
    texts = [line.text for line in document.paragraphs if line.text]
    assert texts == [
        "Бақылау есебі",
        *paper().lead,
        "Көрсеткіштер",
        "Кезеңдер",
        "Себептер",
        ROWS.heading,
        EMPTY.heading,
        EMPTY.empty,
    ]
    figures, stages, _late, rows = document.tables
    assert cells(figures) == [
        ["Не", "Күні", "Кезең"],
        ["Жолдар", "3", ""],
        ["Қол қойылғаны", "1", "0"],
    ]
    assert cells(stages) == [
        ["басталмаған", "", "2"],
        ["қол қойылған", "", "1"],
        ["бас тартылған", "0"],
    ]
    assert cells(rows)[1] == ["C-001", "Соглашение о торговле", "31.12.2025"]


def test_charts_are_shaded_cells_that_say_what_they_show() -> None:
    """The longest bar is twice as long as that of half the rows."""
    tables = opened().tables
    told = [table._tbl.find(f".//{W}tblDescription") for table in tables]  # noqa: SLF001 - python-docx does not name it
    assert [one.get(f"{W}val") for one in told if one is not None] == [
        STAGES.said,
        "Себептер: жоқ.",
    ]
    bars = tables[1]._tbl.iter(f"{W}tc")  # noqa: SLF001 - the same
    long = [
        int(cell.find(f".//{W}gridSpan").get(f"{W}val"))
        for cell in bars
        if cell.find(f".//{W}shd") is not None
    ]
    assert long == [31, 16]


def test_a_text_in_another_language_says_so() -> None:
    """For those who hear it read."""
    runs = opened().tables[3]._tbl.iter(f"{W}lang")  # noqa: SLF001 - python-docx does not name it
    assert [run.get(f"{W}val") for run in runs] == ["ru-RU"]


def test_a_word_too_wide_for_its_column_is_broken_between_syllables() -> None:
    """The places are those that word processors know; the text stays as it is."""
    column = replace(ROWS.columns[0], heading="Белгісі мен кілті", width=18)
    table = replace(ROWS, columns=(column, *ROWS.columns[1:]))
    heading = opened(tables=(table,)).tables[3]._tbl.tr_lst[0].tc_lst[0]  # noqa: SLF001 - python-docx does not name it
    assert len(list(heading.iter(f"{W}softHyphen"))) == 2
    assert "".join(text.text for text in heading.iter(f"{W}t")) == column.heading


def test_the_first_page_stands_upright_and_the_others_lie() -> None:
    """The tables are wide; each page bears the mark and its number."""
    document = opened()
    first, others = document.sections
    assert first.page_height > first.page_width
    assert others.page_width > others.page_height
    assert first.header.paragraphs[0].text == paper().mark
    footer = "".join(line.text for line in first.footer.paragraphs)
    assert footer == "Бақылау есебі · 1-бет, барлығы 1"
    assert opened(mark="").sections[0].header.is_linked_to_previous


def test_hostile_texts_are_only_texts() -> None:
    """What looks like markup or a placeholder is neither."""
    hostile = "<w:p>{{ paper }} {% if %} & \x00\x0b =1+1"
    table = replace(ROWS, rows=((hostile, hostile, None),))
    document = opened(title=hostile, tables=(table,))
    kept = "<w:p>{{ paper }} {% if %} & "
    assert document.paragraphs[0].text.startswith(kept)
    assert cells(document.tables[3])[1][1].startswith(kept)


def test_equal_reports_are_equal_bytes() -> None:
    """Nothing in the file depends on when it is made."""
    assert control_docx(paper()) == control_docx(paper())
    assert control_docx(paper()) != control_docx(paper(mark=""))
