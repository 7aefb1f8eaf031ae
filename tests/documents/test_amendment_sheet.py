"""The sheet of an amendment as DOCX and PDF: was and became."""

import re
from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Any

import docx
import pytest
from pypdf import PdfReader

from jospar.documents.amendment_sheet import (
    CELLS,
    GROUP,
    Amended,
    AmendmentSheet,
    SheetCell,
    SheetLine,
    SheetPart,
    SheetWords,
)
from jospar.documents.amendment_sheet_pdf import amendment_sheet_pdf
from jospar.documents.letters import render
from jospar.documents.pdf_compiler import PdfCompiler
from jospar.rules.amendment.nouns import ChangeOutcome
from jospar.rules.core.nouns import Text
from tests.documents.editions import KAZAKH_LETTERS, TITLES, grouped
from tests.documents.made_papers import FINGERPRINT, PLAN, lines

GROUND = Text("Президенттің тапсырмасы, № 5", "поручение Президента, № 5")
REASON = Text("Сапарға байланысты", "К визиту")
DAY, SINCE = date(2025, 3, 14), date(2025, 3, 12)


def words(*parts: tuple[str, bool]) -> SheetWords:
    """Return a cell that reads the same in both languages."""
    said = tuple(SheetPart(text, changed) for text, changed in parts)
    return SheetWords(said, said)


CHANGED = SheetLine(
    outcome=ChangeOutcome.CHANGE,
    number_was=3,
    number=4,
    was=(SheetCell(CELLS[1], words(("Көлік туралы ", False), ("келісім", True))),),
    became=(SheetCell(CELLS[1], words(("Көлік туралы ", False), ("шарт", True))),),
    reason=REASON,
)
ADDED = SheetLine(
    outcome=ChangeOutcome.ADD,
    number=1,
    became=(
        SheetCell(GROUP, words(("үкіметаралық", False))),
        SheetCell(CELLS[1], words(("Жаңа шарт", False))),
    ),
)
REMOVED = SheetLine(outcome=ChangeOutcome.REMOVE, number_was=7, was=ADDED.became)
SHEET = AmendmentSheet(
    plan=PLAN,
    amended=Amended(
        ground=GROUND,
        before=2,
        revision=3,
        fingerprint=FINGERPRINT,
        made_on=DAY,
        since=SINCE,
    ),
    lines=(CHANGED, ADDED, REMOVED),
)
DRAFT = replace(SHEET, amended=Amended(ground=GROUND, before=2, revision=3))


def pdf_text(sheet: AmendmentSheet, language: str, *, rehearsal: bool = False) -> str:
    """Return what the PDF says, with one blank between words."""
    with PdfCompiler() as compiler:
        made = amendment_sheet_pdf(sheet, language, compiler, rehearsal=rehearsal)
    pages = (page.extract_text() for page in PdfReader(BytesIO(made)).pages)
    return " ".join(re.sub("[\xad\u200b]", "", "\n".join(pages)).split())


def test_the_sheet_in_kazakh() -> None:
    """Each row stands with what it was, what it became, and why."""
    assert lines(render("amendment_sheet", SHEET, "kk"))[:10] == [
        "ҚАЗАҚСТАН РЕСПУБЛИКАСЫНЫҢ СЫРТҚЫ ІСТЕР МИНИСТРЛІГІ",
        "ЖОСПАРҒА ЕНГІЗІЛГЕН ӨЗГЕРІСТЕР МЕН ТОЛЫҚТЫРУЛАРДЫҢ САЛЫСТЫРМАЛЫ КЕСТЕСІ",
        "2025 жылға арналған ағымдағы жоспар",
        "Өзгерістердің негізі: Президенттің тапсырмасы, № 5",
        "2-редакцияның орнына 3-редакция, жасалған күні – 2025 жылғы 14 наурыз. Күшіне "
        "енген күні – 2025 жылғы 12 наурыз.",
        f"Бақылау сомасы: {grouped(FINGERPRINT)}",
        "Қосылған жол: 1. Өзгертілгені: 1. Алып тасталғаны: 1.",
        "№ | Жол | Бұрынғы редакция | Жаңа редакция | Негіздеме",
        "1 | Өзгертілді\n3-жол, енді – 4-жол | Атауы: Көлік туралы келісім | "
        "Атауы: Көлік туралы шарт | Сапарға байланысты",
        "2 | Қосылды\n1-жол | – | Тобы: үкіметаралық\nАтауы: Жаңа шарт | –",
    ]


def test_the_sheet_in_russian() -> None:
    """It says the same in Russian."""
    assert lines(render("amendment_sheet", SHEET, "ru"))[1:11] == [
        "СРАВНИТЕЛЬНАЯ ТАБЛИЦА ИЗМЕНЕНИЙ И ДОПОЛНЕНИЙ, ВНЕСЕННЫХ В ПЛАН",
        "Текущий план на 2025 год",
        "Основание изменений: поручение Президента, № 5",
        "Редакция № 3, составлена 14 марта 2025 года вместо редакции № 2. Действует с "
        "12 марта 2025 года.",
        f"Контрольная сумма: {grouped(FINGERPRINT)}",
        "Добавлено строк: 1. Изменено: 1. Исключено: 1.",
        "№ | Строка | Было | Стало | Обоснование",
        "1 | Изменена\nстрока № 3, теперь № 4 | Наименование: Көлік туралы келісім | "
        "Наименование: Көлік туралы шарт | К визиту",
        "2 | Добавлена\nстрока № 1 | – | Группа: үкіметаралық\n"
        "Наименование: Жаңа шарт | –",
        "3 | Исключена\nстрока № 7 | Группа: үкіметаралық\nНаименование: Жаңа шарт | "
        "– | –",
    ]


def test_words_that_went_are_struck_out_and_those_that_came_stand_out() -> None:
    """In the DOCX, so that one word of a long title is seen."""
    document = docx.Document(BytesIO(render("amendment_sheet", SHEET, "kk")))
    cells = document.tables[0].rows[1].cells
    struck = [run.text for run in cells[2].paragraphs[0].runs if run.font.strike]
    bold = [run.text for run in cells[3].paragraphs[0].runs if run.bold]
    assert (struck, bold) == (["келісім"], ["шарт"])


@pytest.mark.parametrize(
    ("language", "mark", "said"),
    [
        ("kk", "ЖОБА", "Өзгерістер әлі енгізілген жоқ: 2-редакция қолданылады."),
        ("ru", "ПРОЕКТ", "Изменения ещё не внесены: действует редакция № 2."),
    ],
)
def test_a_draft_says_so_on_every_page(language: str, mark: str, said: str) -> None:
    """As DOCX and as PDF; a made sheet says nothing of the kind."""
    content = render("amendment_sheet", DRAFT, language)
    assert lines(content)[4] == said
    header = docx.Document(BytesIO(content)).sections[0].header
    assert header.paragraphs[0].text == mark
    assert said in pdf_text(DRAFT, language)
    assert mark in pdf_text(DRAFT, language)
    made = docx.Document(BytesIO(render("amendment_sheet", SHEET, language)))
    assert [one.text for one in made.sections[0].header.paragraphs] == [""]
    assert f" {mark} " not in pdf_text(SHEET, language)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("kk", "Осы негіз бойынша жоспарда ештеңе өзгермейді."),
        ("ru", "По этому основанию в плане ничего не меняется."),
    ],
)
def test_a_sheet_without_changes_says_that(language: str, said: str) -> None:
    """And has no table."""
    empty = replace(SHEET, lines=())
    content = render("amendment_sheet", empty, language)
    assert said in lines(content)
    assert len(docx.Document(BytesIO(content)).tables) == 1
    assert said in pdf_text(empty, language)


def test_the_pdf_says_what_the_docx_says() -> None:
    """The lead, and both sides of each row."""
    said = pdf_text(SHEET, "kk")
    for each in (
        "ЖОСПАРҒА ЕНГІЗІЛГЕН ӨЗГЕРІСТЕР МЕН ТОЛЫҚТЫРУЛАРДЫҢ САЛЫСТЫРМАЛЫ КЕСТЕСІ",
        "Өзгерістердің негізі: Президенттің тапсырмасы, № 5",
        "Атауы: Көлік туралы келісім Атауы: Көлік туралы шарт",
        "Сапарға байланысты",
    ):
        assert said.count(each) == 1


def test_the_pdf_is_archivable_and_tagged() -> None:
    """PDF/A-2a and PDF/UA-1, with Kazakh letters that can be searched."""
    line = replace(ADDED, became=(SheetCell(CELLS[1], words((KAZAKH_LETTERS, False))),))
    with PdfCompiler() as compiler:
        made = amendment_sheet_pdf(replace(SHEET, lines=(line,)), "kk", compiler)
    reader = PdfReader(BytesIO(made))
    root: Any = reader.trailer["/Root"]  # pypdf types all objects alike
    xmp = root["/Metadata"].get_data().decode()
    for claim in ("pdfaid:part>2<", "pdfaid:conformance>A<", "pdfuaid:part>1<"):
        assert xmp.count(claim) == 1
    assert KAZAKH_LETTERS in reader.pages[0].extract_text()


def test_forty_long_changes_fill_pages_that_repeat_the_heading() -> None:
    """With the longest titles there are, and a word that no column holds."""
    hostile = words(("\x00<row/>&]]> {{ x }} #eval \t" + "Ұ" * 120, True))
    every = tuple(
        replace(
            CHANGED,
            was=(SheetCell(CELLS[1], words((title.kk, False))),),
            became=(SheetCell(CELLS[1], hostile),),
        )
        for title in TITLES[:40]
    )
    sheet = replace(SHEET, lines=every)
    assert len(lines(render("amendment_sheet", sheet, "kk"))) > 40
    with PdfCompiler() as compiler:
        made = amendment_sheet_pdf(sheet, "kk", compiler)
    pages = PdfReader(BytesIO(made)).pages
    assert len(pages) > 3
    assert all("Жаңа редакция" in page.extract_text() for page in pages[:-1])


def test_equal_sheets_make_equal_bytes() -> None:
    """As DOCX and as PDF."""
    with PdfCompiler() as compiler:
        first, second = (amendment_sheet_pdf(SHEET, "ru", compiler) for _ in range(2))
    assert first == second
    docx_files = {render("amendment_sheet", SHEET, "ru") for _ in range(2)}
    assert len(docx_files) == 1


@pytest.mark.parametrize(
    ("language", "mark"),
    [("kk", "Қызмет бабында пайдалану үшін"), ("ru", "Для служебного пользования")],
)
def test_a_sheet_for_official_use_and_one_of_a_rehearsal_say_so(
    language: str, mark: str
) -> None:
    """At the head of the page."""
    sheet = replace(SHEET, official_use=True)
    assert mark in pdf_text(sheet, language)
    header = docx.Document(BytesIO(render("amendment_sheet", sheet, language)))
    assert mark in [one.text for one in header.sections[0].header.paragraphs]
    assert ("ЖАТТЫҒУ" if language == "kk" else "УЧЕБНЫЙ") in pdf_text(
        sheet, language, rehearsal=True
    )
