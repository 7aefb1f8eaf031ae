"""The table of disagreements that goes with a plan."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import docx
import pytest

from jospar.documents.disagreements import Disagreement, DisagreementTable
from jospar.documents.letters import render
from jospar.rules.commission.facts import Settled
from jospar.rules.core.nouns import Text
from tests.documents.made_papers import PLAN, TITLE, lines

REMARK = Text("Қаржы көзі көрсетілмеген", "Не указан источник средств")
ANSWER = Text("Қаржы керек емес", "Средства не нужны")
ON_PLAN = Disagreement(revision=1, member="Әділет министрлігі", remark=REMARK)
ON_ROW = Disagreement(
    revision=2,
    row=7,
    concept="C-061",
    title=TITLE,
    member="Қаржы министрлігі",
    remark=REMARK,
    answer=ANSWER,
    settled=Settled.ACCEPTED,
)
TABLE = DisagreementTable(
    day=date(2024, 11, 8),
    plan=PLAN,
    lines=(
        ON_PLAN,
        ON_ROW,
        replace(ON_ROW, settled=Settled.DECLINED),
        replace(ON_ROW, row=None, answer=Text(), settled=Settled.WITHDRAWN),
    ),
)


def test_the_table_in_kazakh() -> None:
    """Each remark stands with its point, its member, the answer and the outcome."""
    assert lines(render("disagreement_table", TABLE, "kk")) == [
        "ҚАЗАҚСТАН РЕСПУБЛИКАСЫНЫҢ СЫРТҚЫ ІСТЕР МИНИСТРЛІГІ",
        "КЕЛІСПЕУШІЛІКТЕР КЕСТЕСІ",
        "Жасалған күні: 2024 жылғы 8 қараша",
        "2025 жылға арналған ағымдағы жоспар",
        "Ескертулер: 4. Қабылданғаны: 1. Қабылданбағаны: 1. Кері қайтарып алынғаны: 1. "
        "Реттелмегені: 1.",
        "№ | Жобаның тармағы | Кім мәлімдеді | Ескерту | Министрліктің жауабы | "
        "Нәтижесі",
        "1 | Жоспар тұтастай (1-редакция) | Әділет министрлігі | "
        "Қаржы көзі көрсетілмеген | – | РЕТТЕЛМЕГЕН",
        "2 | 7-жол (2-редакция)\nКөлік туралы келісім | Қаржы министрлігі | "
        "Қаржы көзі көрсетілмеген | Қаржы керек емес | Қабылданды",
        "3 | 7-жол (2-редакция)\nКөлік туралы келісім | Қаржы министрлігі | "
        "Қаржы көзі көрсетілмеген | Қаржы керек емес | Қабылданбады",
        "4 | C-061 тұжырымдамасы, жолы жоқ (2-редакция)\nКөлік туралы келісім | "
        "Қаржы министрлігі | Қаржы көзі көрсетілмеген | – | Кері қайтарып алынды",
    ]


def test_the_table_in_russian() -> None:
    """It says the same in Russian."""
    assert lines(render("disagreement_table", TABLE, "ru")) == [
        "МИНИСТЕРСТВО ИНОСТРАННЫХ ДЕЛ РЕСПУБЛИКИ КАЗАХСТАН",
        "ТАБЛИЦА РАЗНОГЛАСИЙ",
        "Дата составления: 8 ноября 2024 года",
        "Текущий план на 2025 год",
        "Замечаний: 4. Принято: 1. Отклонено: 1. Снято: 1. Не урегулировано: 1.",
        "№ | Пункт проекта | Кем заявлено | Замечание | Ответ Министерства | Итог",
        "1 | План в целом (редакция № 1) | Әділет министрлігі | "
        "Не указан источник средств | – | НЕ УРЕГУЛИРОВАНО",
        "2 | Строка 7 (редакция № 2)\nСоглашение о транспорте | Қаржы министрлігі | "
        "Не указан источник средств | Средства не нужны | Принято",
        "3 | Строка 7 (редакция № 2)\nСоглашение о транспорте | Қаржы министрлігі | "
        "Не указан источник средств | Средства не нужны | Отклонено",
        "4 | Концепция C-061, строки нет (редакция № 2)\nСоглашение о транспорте | "
        "Қаржы министрлігі | Не указан источник средств | – | Снято",
    ]


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("kk", "Комиссия мүшелерінен ескерту түскен жоқ."),
        ("ru", "Члены Комиссии замечаний не заявили."),
    ],
)
def test_a_table_without_remarks(language: str, expected: str) -> None:
    """It says in words that there are none."""
    text = lines(render("disagreement_table", replace(TABLE, lines=()), language))
    assert text[4:] == [expected]


def test_a_remark_in_one_language() -> None:
    """What came in one language alone is printed in that one."""
    table = replace(TABLE, lines=(replace(ON_PLAN, remark=Text(kk="Ескерту")),))
    assert lines(render("disagreement_table", table, "ru"))[-1] == (
        "1 | План в целом (редакция № 1) | Әділет министрлігі | Ескерту | – | "
        "НЕ УРЕГУЛИРОВАНО"
    )


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_the_table_lies_across_and_repeats_its_heading(language: str) -> None:
    """The page is landscape, and the header row comes again on each."""
    table = replace(TABLE, lines=TABLE.lines * 10)
    document = docx.Document(BytesIO(render("disagreement_table", table, language)))
    section = document.sections[0]
    assert (section.page_width or 0) > (section.page_height or 0)
    (found,) = document.tables
    assert len(found.rows) == 41
    headings = found._tbl.xpath("w:tr[w:trPr/w:tblHeader]")  # noqa: SLF001 - python-docx shows no row properties
    assert headings == found._tbl.xpath("w:tr[1]")  # noqa: SLF001 - the same
