"""The sheets that go to the Commission with the drafts."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import docx
import pytest

from jospar.documents.letters import render
from jospar.documents.papers import (
    CompletenessSheet,
    ConsiderationSheet,
    HighLevelAgreement,
    InternationalEvent,
    Paper,
    PlanConsiderations,
    UnsettledConcept,
)
from jospar.rules.core.nouns import Term, Text
from tests.documents.made_papers import BODY, PLAN, TITLE, lines

DAY = date(2024, 11, 8)
CONSIDERATION = ConsiderationSheet(
    day=DAY,
    plans=(
        PlanConsiderations(
            title=PLAN,
            agreements=(
                HighLevelAgreement(
                    key="A-1",
                    title="Көлік дәліздері",
                    reached_on=date(2024, 4, 18),
                    place="Астана",
                    concepts=("C-061", "C-114"),
                ),
                HighLevelAgreement(
                    key="A-4",
                    title="Білім беру орталығы",
                    reached_on=date(2024, 5, 22),
                    considered="Келісім бар",
                ),
            ),
            events=(
                InternationalEvent(
                    key="E-2",
                    title="Кеңес",
                    attended_by="prime_minister",
                    days=Term(date(2025, 6, 5), date(2025, 6, 6)),
                    place="Алматы",
                    concepts=("C-052",),
                ),
                InternationalEvent(
                    key="E-3",
                    title="Саммит",
                    attended_by="president",
                    days=Term(date(2025, 9, 16), date(2025, 9, 16)),
                ),
            ),
        ),
    ),
)
COMPLETENESS = CompletenessSheet(
    day=DAY,
    cycle=2024,
    received_in_time=124,
    withdrawn=4,
    concluded=118,
    placed=107,
    without_conclusion=(
        UnsettledConcept(
            key="C-106",
            body=BODY,
            title=TITLE,
            received_on=date(2024, 9, 24),
            complete=False,
        ),
        UnsettledConcept(
            key="C-108", body=BODY, title=TITLE, received_on=date(2024, 9, 25)
        ),
    ),
    without_plan=(
        UnsettledConcept(
            key="C-027", body=BODY, title=TITLE, received_on=date(2024, 9, 2)
        ),
    ),
)


def test_the_consideration_sheet_in_kazakh() -> None:
    """Each agreement and event is linked, considered with a word, or marked."""
    assert lines(render("consideration_sheet", CONSIDERATION, "kk")) == [
        "ҚАЗАҚСТАН РЕСПУБЛИКАСЫНЫҢ СЫРТҚЫ ІСТЕР МИНИСТРЛІГІ",
        "УАҒДАЛАСТЫҚТАР МЕН ІС-ШАРАЛАРДЫҢ ЕСКЕРІЛУ ПАРАҒЫ",
        "Жасалған күні: 2024 жылғы 8 қараша",
        "2025 жылға арналған ағымдағы жоспар",
        "Барлығы: 4. Тұжырымдамаларда ескерілгені: 2. Түсіндірмемен қаралғаны: 1. "
        "Қаралмағаны: 1.",
        "№ | Коды | Уағдаластық немесе іс-шара | Күні мен орны | "
        "Байланысты тұжырымдамалар | Қалай ескерілді",
        "Жоғары деңгейдегі уағдаластықтар",
        "1 | A-1 | Көлік дәліздері | 2024 жылғы 18 сәуір, Астана | C-061, C-114 | "
        "Тұжырымдамада ескерілді",
        "2 | A-4 | Білім беру орталығы | 2024 жылғы 22 мамыр | – | "
        "Қаралды: Келісім бар",
        "Президент пен Премьер-Министр қатысатын іс-шаралар",
        "3 | E-2 | Кеңес\nПремьер-Министрдің қатысуымен | 05.06.2025 – 06.06.2025, "
        "Алматы | C-052 | Тұжырымдамада ескерілді",
        "4 | E-3 | Саммит\nПрезиденттің қатысуымен | 2025 жылғы 16 қыркүйек | – | "
        "ҚАРАЛМАҒАН",
    ]


def test_the_consideration_sheet_in_russian() -> None:
    """It says the same in Russian; what the registers hold stays as it stands."""
    assert lines(render("consideration_sheet", CONSIDERATION, "ru")) == [
        "МИНИСТЕРСТВО ИНОСТРАННЫХ ДЕЛ РЕСПУБЛИКИ КАЗАХСТАН",
        "ЛИСТ УЧЕТА ДОГОВОРЕННОСТЕЙ И МЕРОПРИЯТИЙ",
        "Дата составления: 8 ноября 2024 года",
        "Текущий план на 2025 год",
        "Всего: 4. Учтено в концепциях: 2. Рассмотрено с пояснением: 1. "
        "Не рассмотрено: 1.",
        "№ | Код | Договоренность или мероприятие | Дата и место | "
        "Связанные концепции | Как учтено",
        "Договоренности на высоком уровне",
        "1 | A-1 | Көлік дәліздері | 18 апреля 2024 года, Астана | C-061, C-114 | "
        "Учтено в концепции",
        "2 | A-4 | Білім беру орталығы | 22 мая 2024 года | – | "
        "Рассмотрено: Келісім бар",
        "Мероприятия с участием Президента и Премьер-Министра",
        "3 | E-2 | Кеңес\nс участием Премьер-Министра | 05.06.2025 – 06.06.2025, "
        "Алматы | C-052 | Учтено в концепции",
        "4 | E-3 | Саммит\nс участием Президента | 16 сентября 2025 года | – | "
        "НЕ РАССМОТРЕНО",
    ]


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (
            "kk",
            "Жоғары деңгейдегі уағдаластықтар; Тіркелгені жоқ; "
            "Президент пен Премьер-Министр қатысатын іс-шаралар; Тіркелгені жоқ",
        ),
        (
            "ru",
            "Договоренности на высоком уровне; Не зарегистрировано; "
            "Мероприятия с участием Президента и Премьер-Министра; Не зарегистрировано",
        ),
    ],
)
def test_a_plan_without_agreements_and_events(language: str, expected: str) -> None:
    """Both groups stand, and each says that nothing is registered."""
    sheet = replace(CONSIDERATION, plans=(PlanConsiderations(title=PLAN),))
    text = lines(render("consideration_sheet", sheet, language))
    assert "; ".join(text[6:]) == expected


def test_two_plans_on_one_consideration_sheet() -> None:
    """Each has its title, its figures and its table."""
    sheet = replace(CONSIDERATION, plans=CONSIDERATION.plans * 2)
    once = lines(render("consideration_sheet", CONSIDERATION, "kk"))
    assert lines(render("consideration_sheet", sheet, "kk")) == once + once[3:]


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("kk", "Жоспарлардың жобалары әлі жасалмаған."),
        ("ru", "Проекты планов еще не составлены."),
    ],
)
def test_a_consideration_sheet_without_plans(language: str, expected: str) -> None:
    """It says that there are no drafts yet."""
    sheet = ConsiderationSheet(day=DAY, plans=())
    assert lines(render("consideration_sheet", sheet, language))[3:] == [expected]


def test_the_completeness_sheet_in_kazakh() -> None:
    """It lists what holds the plans up, under the figures."""
    assert lines(render("completeness_sheet", COMPLETENESS, "kk")) == [
        "ҚАЗАҚСТАН РЕСПУБЛИКАСЫНЫҢ СЫРТҚЫ ІСТЕР МИНИСТРЛІГІ",
        "ТҰЖЫРЫМДАМАЛАРДЫҢ ҚАРАЛУ ТОЛЫҚТЫҒЫ ПАРАҒЫ",
        "2024 жылғы жоспарлау циклі. Жасалған күні: 2024 жылғы 8 қараша",
        "Мерзімінде алынғаны | Кері қайтарып алынғаны | Қорытынды берілгені | "
        "Жоспарларға енгізілгені | Шешілмегені",
        "124 | 4 | 118 | 107 | 3",
        "№ | Тұжырымдама | Мемлекеттік орган | Шарттың атауы | Алынған күні",
        "Министрліктің қорытындысы берілмегендер",
        "1 | C-106 | Көлік министрлігі | Көлік туралы келісім\n"
        "Толық емес: органның толықтыруы күтілуде | 2024 жылғы 24 қыркүйек",
        "2 | C-108 | Көлік министрлігі | Көлік туралы келісім | 2024 жылғы 25 қыркүйек",
        "Орынды деп танылған, бірақ бірде-бір жоспарға енгізілмегендер",
        "3 | C-027 | Көлік министрлігі | Көлік туралы келісім | 2024 жылғы 2 қыркүйек",
    ]


def test_the_completeness_sheet_in_russian() -> None:
    """It says the same in Russian."""
    assert lines(render("completeness_sheet", COMPLETENESS, "ru")) == [
        "МИНИСТЕРСТВО ИНОСТРАННЫХ ДЕЛ РЕСПУБЛИКИ КАЗАХСТАН",
        "ЛИСТ ПОЛНОТЫ РАССМОТРЕНИЯ КОНЦЕПЦИЙ",
        "Цикл планирования 2024 года. Дата составления: 8 ноября 2024 года",
        "Получено в срок | Отозвано | Дано заключений | Включено в планы | Не решено",
        "124 | 4 | 118 | 107 | 3",
        "№ | Концепция | Государственный орган | Название договора | Дата получения",
        "Нет заключения Министерства",
        "1 | C-106 | Министерство транспорта | Соглашение о транспорте\n"
        "Неполная: ожидается дополнение от органа | 24 сентября 2024 года",
        "2 | C-108 | Министерство транспорта | Соглашение о транспорте | "
        "25 сентября 2024 года",
        "Признаны целесообразными, но не включены ни в один план",
        "3 | C-027 | Министерство транспорта | Соглашение о транспорте | "
        "2 сентября 2024 года",
    ]


@pytest.mark.parametrize(
    ("language", "expected"),
    [("kk", "Мұндай тұжырымдама жоқ"), ("ru", "Таких концепций нет")],
)
def test_a_completeness_sheet_with_one_empty_group(
    language: str, expected: str
) -> None:
    """The group stands, and says that it is empty."""
    without_plan = replace(COMPLETENESS, without_plan=())
    assert lines(render("completeness_sheet", without_plan, language))[-1] == expected
    unconcluded = replace(COMPLETENESS, without_conclusion=())
    assert lines(render("completeness_sheet", unconcluded, language))[7] == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (
            "kk",
            "Жоспарларды кідіртетін тұжырымдама жоқ: мерзімінде алынған және кері "
            "қайтарып алынбаған тұжырымдамалардың бәріне қорытынды берілді, орынды деп "
            "танылғандары жоспарға енгізілді немесе оларды Комиссия алып тастады.",
        ),
        (
            "ru",
            "Концепций, задерживающих планы, нет: по всем концепциям, полученным в "
            "срок и не отозванным, даны заключения, а признанные целесообразными "
            "включены в план либо исключены Комиссией.",
        ),
    ],
)
def test_an_empty_completeness_sheet(language: str, expected: str) -> None:
    """It says in words that nothing holds the plans up."""
    sheet = replace(COMPLETENESS, without_conclusion=(), without_plan=())
    text = lines(render("completeness_sheet", sheet, language))
    assert text[4:] == ["124 | 4 | 118 | 107 | 0", expected]


@pytest.mark.parametrize(
    ("name", "paper"),
    [("consideration_sheet", CONSIDERATION), ("completeness_sheet", COMPLETENESS)],
)
def test_sheets_lie_across_and_repeat_their_headings(name: str, paper: Paper) -> None:
    """The page is landscape, the header row of each table comes again."""
    document = docx.Document(BytesIO(render(name, paper, "kk")))
    section = document.sections[0]
    assert (section.page_width or 0) > (section.page_height or 0)
    for table in document.tables:
        headings = table._tbl.xpath("w:tr[w:trPr/w:tblHeader]")  # noqa: SLF001 - python-docx shows no row properties
        assert headings == table._tbl.xpath("w:tr[1]")  # noqa: SLF001 - the same


def test_a_missing_title_is_taken_from_the_other_language() -> None:
    """A concept that came without its Russian title is still recognised."""
    untitled = replace(COMPLETENESS.without_plan[0], title=Text(kk="Тек қазақша"))
    sheet = replace(COMPLETENESS, without_conclusion=(), without_plan=(untitled,))
    assert lines(render("completeness_sheet", sheet, "ru"))[-1] == (
        "1 | C-027 | Министерство транспорта | Тек қазақша | 2 сентября 2024 года"
    )
