"""The extract that tells a body what the Commission decided on its rows."""

from dataclasses import replace
from datetime import date

from jospar.documents.letters import render
from jospar.documents.protocol_extract import ExtractLine, ProtocolExtract
from jospar.rules.commission.facts import Outcome, RowOutcome
from jospar.rules.core.nouns import Level, Text
from tests.documents.made_papers import BODY, PLAN, TITLE, lines

TERM = Text("2025 жылғы II тоқсан", "II квартал 2025 года")
KEPT = ExtractLine(
    row=3, concept="C-1", title=TITLE, term=TERM, outcome=RowOutcome.KEEP
)
CHANGED = replace(
    KEPT,
    row=4,
    outcome=RowOutcome.CHANGE,
    remark=Text("Нақтылансын", "Уточнить"),
    new_title=Text("Жаңа атауы", "Новое название"),
    new_level=Level.INTERSTATE,
    new_to=date(2025, 9, 30),
)
EXTRACT = ProtocolExtract(
    number="12",
    day=date(2024, 11, 15),
    plan=PLAN,
    revision=1,
    outcome=Outcome.APPROVED,
    present="9 / 12",
    body=BODY,
    lines=(KEPT, CHANGED),
)


def test_the_extract_in_kazakh() -> None:
    """It names the decision, the body, and what was decided on each of its rows."""
    assert lines(render("protocol_extract", EXTRACT, "kk"))[1:] == [
        "ХАТТАМАДАН ҮЗІНДІ",
        "2024 жылғы 15 қараша, № 12 шешім",
        "2025 жылға арналған ағымдағы жоспар",
        "Жоспар мақұлданды. 1-редакция қаралды.",
        "Қатысқандар: 9 / 12",
        "Кімге арналған: Көлік министрлігі",
        "№ | Халықаралық шарт | Не шешілді | Комиссияның ескертуі",
        "3 | Көлік туралы келісім\n2025 жылғы II тоқсан | Қалдыру | –",
        "4 | Көлік туралы келісім\n2025 жылғы II тоқсан | Өзгерту\n"
        "Атауы: Жаңа атауы\nДеңгейі: мемлекетаралық\n"
        "Жасасу мерзімінің соңы: 2025 жылғы 30 қыркүйек | Нақтылансын",
    ]


def test_the_extract_in_russian() -> None:
    """It says the same in Russian."""
    assert lines(render("protocol_extract", EXTRACT, "ru"))[1:] == [
        "ВЫПИСКА ИЗ ПРОТОКОЛА",
        "Решение № 12 от 15 ноября 2024 года",
        "Текущий план на 2025 год",
        "План одобрен. Рассмотрена редакция № 1.",
        "Присутствовали: 9 / 12",
        "Выписка для: Министерство транспорта",
        "№ | Международный договор | Решено | Замечание Комиссии",
        "3 | Соглашение о транспорте\nII квартал 2025 года | Оставить | –",
        "4 | Соглашение о транспорте\nII квартал 2025 года | Изменить\n"
        "Название: Новое название\nУровень: межгосударственный\n"
        "Заключить по: 30 сентября 2025 года | Уточнить",
    ]


def test_a_returned_plan_says_nothing_of_rows_that_were_not_decided_on() -> None:
    """They are neither kept nor left out."""
    returned = replace(
        EXTRACT,
        outcome=Outcome.RETURNED,
        present="",
        lines=(replace(KEPT, outcome=None),),
    )
    text = lines(render("protocol_extract", returned, "ru"))
    assert text[4:6] == [
        "План возвращен. Рассмотрена редакция № 1.",
        "Выписка для: Министерство транспорта",
    ]
    assert text[-1].endswith(" | – | –")
