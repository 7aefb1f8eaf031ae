"""A plan as XLSX, read back with openpyxl."""

from dataclasses import replace
from io import BytesIO
from typing import Any

import openpyxl
import pytest

from jospar.documents.plan_xlsx import plan_xlsx
from jospar.rules.core.forms import FORM_LANGUAGES
from jospar.rules.core.nouns import PlanStage, Text
from tests.documents.editions import KAZAKH_LETTERS, cells, grouped, make


def opened(content: bytes) -> Any:
    """Return the workbook as openpyxl opens it."""
    return openpyxl.load_workbook(BytesIO(content))


@pytest.mark.parametrize("rows", [0, 1, 120])
def test_the_text_read_back_is_the_form(rows: int) -> None:
    """Each sheet holds title, headings and cells of its language."""
    edition = make(rows)
    book = opened(plan_xlsx(edition))
    assert book.sheetnames == ["Қазақша", "Русский"]
    for sheet, language in zip(book, FORM_LANGUAGES, strict=True):
        lines = [tuple(str(x or "") for x in line) for line in sheet.values]
        groups = edition.form.groups
        headings = {(g.heading[language], "", "", "", "", "") for g in groups}
        assert lines[1][0] == edition.form.title[language]
        assert lines[2] == edition.form.columns[language]
        assert [x for x in lines[3:] if x not in headings] == cells(edition, language)
        assert len(lines) == 3 + 3 + rows


def test_hostile_texts_are_only_texts() -> None:
    """What looks like a formula, an address or an escape is a text."""
    titles = [
        Text("=1+1", '=HYPERLINK("http://x")'),
        Text("https://example.org", "mailto:a@b"),
        Text("_x0041_ 007", "+7 @SUM(1) -1"),
        Text(f"{KAZAKH_LETTERS} № ₸", "01.02.2025"),
    ]
    book = opened(plan_xlsx(make(4, titles=titles)))
    for sheet, language in zip(book, FORM_LANGUAGES, strict=True):
        found = [row[2] for row in sheet.iter_rows(min_row=4) if row[2].value]
        assert [cell.value for cell in found] == [title[language] for title in titles]
        assert {cell.data_type for cell in found} == {"s"}
        assert [cell.hyperlink for cell in found] == [None] * 4


def test_the_same_edition_gives_the_same_bytes() -> None:
    """Nothing in the file depends on when it is made."""
    assert plan_xlsx(make(20)) == plan_xlsx(make(20))


def test_sheets_are_ready_to_print() -> None:
    """Landscape A4, as wide as the page, with the header on each and page numbers."""
    edition = make(2)
    for sheet in opened(plan_xlsx(edition)):
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == (
            "landscape",
            9,
        )
        assert (
            sheet.sheet_properties.pageSetUpPr.fitToPage,
            sheet.page_setup.fitToHeight,
        ) == (True, 0)
        assert (sheet.freeze_panes, sheet.print_title_rows) == ("A4", "$3:$3")
    footers = [sheet.oddFooter for sheet in opened(plan_xlsx(edition))]
    fingerprint = grouped(edition.fingerprint)
    assert [(footer.left.size, footer.left.text) for footer in footers] == [
        (8, f"1-редакция · Бақылау сомасы: {fingerprint}"),
        (8, f"Редакция № 1 · Контрольная сумма: {fingerprint}"),
    ]
    assert footers[1].right.text == "Страница &P из &N"


def test_a_plan_not_agreed_is_marked() -> None:
    """A draft says so on top of the sheet; an agreed plan does not."""
    draft = opened(plan_xlsx(make(1, stage=PlanStage.DRAFT)))
    agreed = opened(plan_xlsx(make(1)))
    assert [sheet["F1"].value for sheet in draft] == ["ЖОБА", "ПРОЕКТ"]
    assert [sheet["F1"].value for sheet in agreed] == ["", ""]


def test_a_text_longer_than_a_cell_is_an_error() -> None:
    """Nothing is cut off in silence."""
    edition = make(1, titles=[Text("ә" * 32_768, "а")])
    with pytest.raises(ValueError, match=r"row 5, column 3 .* shorten it"):
        plan_xlsx(edition)
    shorter = make(1, titles=[Text("ә" * 32_767, "а")])
    assert plan_xlsx(replace(shorter, revision=2)) != b""


def test_a_plan_of_a_rehearsal_says_so_on_each_page() -> None:
    """The words stand on top of the sheet, and in the header of every printed page."""
    words = [
        "ЖАТТЫҒУ ҚҰЖАТЫ: ЗАҢДЫҚ КҮШІ ЖОҚ",
        "УЧЕБНЫЙ ДОКУМЕНТ: ЮРИДИЧЕСКОЙ СИЛЫ НЕ ИМЕЕТ",
    ]
    rehearsed = opened(plan_xlsx(make(1, rehearsal=True)))
    assert [sheet["F1"].value for sheet in rehearsed] == words
    assert [sheet.oddHeader.right.text for sheet in rehearsed] == words
    agreed = opened(plan_xlsx(make(1)))
    assert [sheet.oddHeader.right.text for sheet in agreed] == [None, None]


def test_an_amended_plan_says_on_what_ground() -> None:
    """Under its rows: a footer takes no more than 255 letters."""
    edition = make(3, amended=Text("№ 5 & тапсырма", "поручение № 5"))
    plain, amended = (opened(plan_xlsx(one)) for one in (make(3), edition))
    assert [sheet.max_row for sheet in plain] == [9, 9]
    below = [sheet.cell(10, 1).value for sheet in amended]
    assert below == [
        "Өзгерістердің негізі: № 5 & тапсырма",
        "Основание изменений: поручение № 5",
    ]
