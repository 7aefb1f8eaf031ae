"""Letters say in both languages what their papers hold."""

from dataclasses import replace

import pytest

from jospar.documents.letters import render
from jospar.rules.core.nouns import Text
from tests.documents.made_papers import (
    FINGERPRINT,
    dispatch_letter,
    expedient_notice,
    late_concept,
    lines,
    return_letter,
)

HEAD_KK = "ҚАЗАҚСТАН РЕСПУБЛИКАСЫНЫҢ\nСЫРТҚЫ ІСТЕР МИНИСТРЛІГІ"
HEAD_RU = "МИНИСТЕРСТВО ИНОСТРАННЫХ ДЕЛ\nРЕСПУБЛИКИ КАЗАХСТАН"
SIGNED_KK = "Департамент директоры | Б. Әлімов"
SIGNED_RU = "Директор департамента | Б. Әлімов"
UNSIGNED = "______________________ | ______________________"


def test_a_return_letter_in_kazakh() -> None:
    """It names the body, the concept, when it came, the last day and the provision."""
    assert lines(render("return_letter", return_letter(), "kk")) == [
        HEAD_KK,
        "№ ҚК/408\n2024 жылғы 27 қыркүйек | Кімге:\nКөлік министрлігі",
        "Тұжырымдаманы қарамай қайтару туралы",
        "Төменде көрсетілген тұжырымдама қабылдау мерзімі өткеннен кейін келіп түсті, "
        "сондықтан қаралмай қайтарылады.",
        "№ | Тұжырымдама | Органның хаты | Келіп түскені\n(Астана уақыты)",
        "1 | C-084\nКөлік туралы келісім | № 5-2/135 | 2024 жылғы 26 қыркүйек, 09:05",
        "2024 жылғы жоспарлау цикліне тұжырымдамалар қабылданған соңғы күн: "
        "2024 жылғы 25 қыркүйек.",
        "Негіздеме: Қағидалар (№ 11-1-4/214 бұйрық), 6-тармақ.",
        "Тұжырымдаманы келесі, 2025 жылғы жоспарлау циклінде қайта ұсынуға болады. "
        "Ұсынылған мәтіндер сақталды, оларды қайта теру қажет емес.",
        SIGNED_KK,
    ]


def test_a_return_letter_in_russian() -> None:
    """It says the same in Russian."""
    assert lines(render("return_letter", return_letter(), "ru")) == [
        HEAD_RU,
        "№ ҚК/408\n27 сентября 2024 года | Адресат:\nМинистерство транспорта",
        "О возврате концепции без рассмотрения",
        "Указанная ниже концепция поступила после окончания срока приема, поэтому "
        "возвращается без рассмотрения.",
        "№ | Концепция | Письмо органа | Получено\n(время Астаны)",
        "1 | C-084\nСоглашение о транспорте | № 5-2/135 | 26 сентября 2024 года, 09:05",
        "Последний день приема концепций в цикле планирования 2024 года: "
        "25 сентября 2024 года.",
        "Основание: Правила (приказ № 11-1-4/214), пункт 6.",
        "Концепция может быть внесена вновь в следующем цикле планирования, в 2025 "
        "году. Представленные тексты сохранены, набирать их заново не потребуется.",
        SIGNED_RU,
    ]


def test_a_return_letter_of_two_concepts() -> None:
    """Its sentences stand in the plural, and the table has a row for each."""
    letter = return_letter(late_concept("C-074"), late_concept("C-084"))
    text = lines(render("return_letter", letter, "ru"))
    assert [text[index] for index in (2, 3, 5, 6)] == [
        "О возврате концепций без рассмотрения",
        "Указанные ниже концепции поступили после окончания срока приема, поэтому "
        "возвращаются без рассмотрения.",
        "1 | C-074\nСоглашение о транспорте | № 5-2/135 | 26 сентября 2024 года, 09:05",
        "2 | C-084\nСоглашение о транспорте | № 5-2/135 | 26 сентября 2024 года, 09:05",
    ]
    text = lines(render("return_letter", letter, "kk"))
    assert [text[index] for index in (2, 3, 9)] == [
        "Тұжырымдамаларды қарамай қайтару туралы",
        "Төменде көрсетілген тұжырымдамалар қабылдау мерзімі өткеннен кейін келіп "
        "түсті, сондықтан қаралмай қайтарылады.",
        "Тұжырымдамаларды келесі, 2025 жылғы жоспарлау циклінде қайта ұсынуға болады. "
        "Ұсынылған мәтіндер сақталды, оларды қайта теру қажет емес.",
    ]


def test_the_provision_of_a_return_is_the_papers() -> None:
    """Under other Rules the letter cites their paragraph."""
    letter = replace(
        return_letter(), paragraph="12", rules=Text("Ереже", "Новые правила")
    )
    assert lines(render("return_letter", letter, "ru"))[7] == (
        "Основание: Новые правила, пункт 12."
    )


def test_a_letter_without_number_and_signatory() -> None:
    """It leaves room for what is not known yet."""
    letter = replace(return_letter(), number="", signatory_post=Text(), signatory="")
    text = lines(render("return_letter", letter, "ru"))
    assert (text[1], text[-1]) == (
        "№ __________\n27 сентября 2024 года | Адресат:\nМинистерство транспорта",
        UNSIGNED,
    )


def test_a_notice_of_an_expedient_conclusion_in_kazakh() -> None:
    """It gives the conclusion, its reasons, who signed it, and the plan it leads to."""
    assert lines(render("conclusion_notice", expedient_notice(), "kk")) == [
        HEAD_KK,
        "№ ХБ/164\n2024 жылғы 16 қазан | Кімге:\nКөлік министрлігі",
        "Тұжырымдама бойынша қорытынды туралы",
        "Төменде көрсетілген тұжырымдама қаралып, халықаралық шартты жасасудың сыртқы "
        "саяси орындылығы туралы қорытынды берілгенін хабарлаймыз.",
        "Тұжырымдама: | C-098",
        "Шарттың атауы: | Көлік туралы келісім",
        "Сіздердің хатыңыз: | № 3-2/303",
        "Қорытынды: | № Қ/245, 2024 жылғы 15 қазан",
        "Нәтижесі: | сыртқы саяси орындылығы бар",
        "Негіздемесі: | Ынтымақтастыққа ықпал етеді.",
        "Қол қойған: | Әлімов Б.",
        "Жоспар: | 2025 жылға арналған ағымдағы жоспар",
        SIGNED_KK,
    ]


def test_a_notice_of_an_expedient_conclusion_in_russian() -> None:
    """It says the same in Russian."""
    assert lines(render("conclusion_notice", expedient_notice(), "ru")) == [
        HEAD_RU,
        "№ ХБ/164\n16 октября 2024 года | Адресат:\nМинистерство транспорта",
        "О заключении по концепции",
        "Сообщаем о результате рассмотрения указанной ниже концепции на предмет "
        "внешнеполитической целесообразности международного договора.",
        "Концепция: | C-098",
        "Название договора: | Соглашение о транспорте",
        "Ваше письмо: | № 3-2/303",
        "Заключение: | № Қ/245, 15 октября 2024 года",
        "Вывод: | внешнеполитическая целесообразность имеется",
        "Обоснование: | Поможет сотрудничеству.",
        "Подписано: | Әлімов Б.",
        "План: | Текущий план на 2025 год",
        SIGNED_RU,
    ]


@pytest.mark.parametrize(
    ("language", "outcome", "plan"),
    [
        (
            "kk",
            "Нәтижесі: | сыртқы саяси орындылығы жоқ",
            "Жоспар: | шарт жоспарлардың жобаларына енгізілмейді",
        ),
        (
            "ru",
            "Вывод: | внешнеполитическая целесообразность отсутствует",
            "План: | в проекты планов договор не включается",
        ),
    ],
)
def test_a_notice_of_a_negative_conclusion(
    language: str, outcome: str, plan: str
) -> None:
    """It says that the treaty goes into no draft plan."""
    notice = replace(expedient_notice(), expedient=False, plan=Text())
    text = lines(render("conclusion_notice", notice, language))
    assert (text[8], text[11]) == (outcome, plan)


def test_a_notice_without_what_is_not_known() -> None:
    """Rows without a value are left out; an unknown plan is said to be open."""
    notice = replace(expedient_notice(), document="", reasons=Text(), plan=Text())
    assert lines(render("conclusion_notice", notice, "ru"))[4:-1] == [
        "Концепция: | C-098",
        "Название договора: | Соглашение о транспорте",
        "Заключение: | № Қ/245, 15 октября 2024 года",
        "Вывод: | внешнеполитическая целесообразность имеется",
        "Подписано: | Әлімов Б.",
        "План: | определяется по предложенному сроку заключения договора",
    ]
    assert lines(render("conclusion_notice", notice, "kk"))[-2] == (
        "Жоспар: | шартты жасасудың ұсынылған мерзіміне қарай айқындалады"
    )


def test_reasons_that_stand_in_one_language_only() -> None:
    """The notice in the other language prints them as they stand."""
    notice = replace(expedient_notice(), reasons=Text(kk="Ықпал етеді."))
    text = lines(render("conclusion_notice", notice, "ru"))
    assert text[9] == "Обоснование: | Ықпал етеді."


def test_a_dispatch_letter_in_kazakh() -> None:
    """It names the plan, its revision and fingerprint, and the President's reply."""
    assert lines(render("dispatch_letter", dispatch_letter(), "kk")) == [
        HEAD_KK,
        "№ 11-1/702\n2024 жылғы 6 желтоқсан | Кімге:\nПарламент",
        "Келісілген жоспарды жолдау туралы",
        "Қазақстан Республикасының Президенті келіскен жоспарды қазақ және орыс "
        "тілдерінде жолдаймыз.",
        "Жоспар: | 2025 жылға арналған ағымдағы жоспар",
        "Президенттің жауабы: | № 24-55.7, 2024 жылғы 2 желтоқсан",
        "Редакциясы: | № 1",
        "Жолдар саны: | 57",
        f"Бақылау сомасы (SHA-256): | {FINGERPRINT}",
        "Жіберу тәсілі: | қағаз түрінде",
        "Дәл осы редакция мен бақылау сомасы жоспардың әр бетінде көрсетілген.",
        "Жоспарды алғандарыңызды растап, кіріс құжатының нөмірі мен күнін "
        "хабарлауларыңызды сұраймыз.",
        SIGNED_KK,
    ]


def test_a_dispatch_letter_in_russian() -> None:
    """It says the same in Russian."""
    assert lines(render("dispatch_letter", dispatch_letter(), "ru")) == [
        HEAD_RU,
        "№ 11-1/702\n6 декабря 2024 года | Адресат:\nПарламент",
        "О направлении согласованного плана",
        "Направляем план, согласованный Президентом Республики Казахстан, на казахском "
        "и русском языках.",
        "План: | Текущий план на 2025 год",
        "Ответ Президента: | № 24-55.7, 2 декабря 2024 года",
        "Редакция: | № 1",
        "Количество строк: | 57",
        f"Контрольная сумма (SHA-256): | {FINGERPRINT}",
        "Способ направления: | на бумажном носителе",
        "Те же редакция и контрольная сумма указаны на каждой странице плана.",
        "Просим подтвердить получение плана и сообщить номер и дату его регистрации.",
        SIGNED_RU,
    ]


@pytest.mark.parametrize(
    ("means", "kk", "ru"),
    [
        ("paper", "қағаз түрінде", "на бумажном носителе"),
        ("electronic", "электрондық түрде", "в электронном виде"),
        ("фельдсвязь", "фельдсвязь", "фельдсвязь"),
    ],
)
def test_the_means_of_sending(means: str, kk: str, ru: str) -> None:
    """The two usual means are put in words, any other is printed as it stands."""
    letter = replace(dispatch_letter(), means=means)
    assert [
        lines(render("dispatch_letter", letter, language))[9]
        for language in ("kk", "ru")
    ] == [f"Жіберу тәсілі: | {kk}", f"Способ направления: | {ru}"]


def test_a_dispatch_without_means() -> None:
    """Nothing is said of the means."""
    letter = replace(dispatch_letter(), means="")
    assert lines(render("dispatch_letter", letter, "ru"))[9] == (
        "Те же редакция и контрольная сумма указаны на каждой странице плана."
    )
