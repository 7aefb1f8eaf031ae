"""Letters say in both languages what their papers hold."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from jospar.documents.letters import render
from jospar.documents.papers import Letter
from jospar.rules.core.nouns import Text
from tests.documents.made_papers import (
    FINGERPRINT,
    concept_receipt,
    dispatch_letter,
    expedient_notice,
    late_concept,
    lines,
    reminder,
    return_letter,
)

HEAD_KK = "ҚАЗАҚСТАН РЕСПУБЛИКАСЫНЫҢ\nСЫРТҚЫ ІСТЕР МИНИСТРЛІГІ"
HEAD_RU = "МИНИСТЕРСТВО ИНОСТРАННЫХ ДЕЛ\nРЕСПУБЛИКИ КАЗАХСТАН"
SIGNED_KK = "Департамент директоры | Б. Әлімов"
SIGNED_RU = "Директор департамента | Б. Әлімов"
UNSIGNED = "______________________ | ______________________"
LETTERS: dict[str, Letter] = {
    "return_letter": return_letter(),
    "conclusion_notice": expedient_notice(),
    "dispatch_letter": dispatch_letter(),
    "reminder": reminder(),
}
NUMBERS: dict[str, Any] = {
    "document_day": date(2024, 9, 25),
    "registered_number": "11-3/84",
    "registered_day": date(2024, 9, 26),
}


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


@pytest.mark.parametrize("language", ["kk", "ru"])
@pytest.mark.parametrize(("name", "letter"), list(LETTERS.items()))
def test_a_letter_before_it_is_sent(name: str, letter: Letter, language: str) -> None:
    """It leaves room for the number and the day, and is the same but for them."""
    sent = lines(render(name, letter, language))
    unsent = lines(render(name, letter.unsent(), language))
    assert unsent[1].startswith("№ __________\n__________")
    means = [line for line in sent if line.startswith(("Жіберу", "Способ"))]
    assert [*unsent[:1], *unsent[2:]] == [
        line for line in (*sent[:1], *sent[2:]) if line not in means
    ]


@pytest.mark.parametrize("language", ["kk", "ru"])
@pytest.mark.parametrize(("name", "letter"), list(LETTERS.items()))
def test_words_written_by_hand(name: str, letter: Letter, language: str) -> None:
    """They stand in place of the usual words, a paragraph a line; facts stay."""
    by_hand = Text("Бірінші.\nЕкінші.", "Первое.\nВторое.")
    usual = lines(render(name, letter, language))
    written = lines(render(name, replace(letter, text=by_hand), language))
    assert written[3:5] == by_hand[language].splitlines()
    closing = [] if name == "conclusion_notice" else [usual[-2]]
    assert [*written[:3], *written[5:]] == [
        line for line in usual if line != usual[3] and line not in closing
    ]


@pytest.mark.parametrize(("name", "letter"), list(LETTERS.items()))
def test_through_whom_a_letter_goes(name: str, letter: Letter) -> None:
    """It is printed below the addressee."""
    through = Text("Әкімшілік арқылы", "через Администрацию")
    first = lines(render(name, replace(letter, through=through), "ru"))[1]
    assert first.endswith(f"{letter.addressee.ru}\nчерез Администрацию")


def test_the_numbers_and_days_of_both_sides() -> None:
    """Each side's number of a paper that came is printed with its day."""
    late = replace(late_concept(), **NUMBERS)
    assert lines(render("return_letter", return_letter(late), "ru"))[5] == (
        "1 | C-084\nСоглашение о транспорте | № 5-2/135, 25 сентября 2024 года\n"
        "Входящий № 11-3/84, 26 сентября 2024 года | 26 сентября 2024 года, 09:05"
    )
    notice = replace(expedient_notice(), **NUMBERS)
    assert lines(render("conclusion_notice", notice, "kk"))[6:8] == [
        "Сіздердің хатыңыз: | № 3-2/303, 2024 жылғы 25 қыркүйек",
        "Министрлікте тіркелуі: | № 11-3/84, 2024 жылғы 26 қыркүйек",
    ]
    receipt = lines(render("receipt", replace(concept_receipt(), **NUMBERS), "ru"))
    assert receipt[7:9] == [
        "Письмо органа: | № 2-2/340, 25 сентября 2024 года",
        "Регистрация в Министерстве: | № 11-3/84, 26 сентября 2024 года",
    ]


def test_a_reminder_in_kazakh() -> None:
    """It says what has not come, by when it is expected and on what ground."""
    assert lines(render("reminder", reminder(), "kk")) == [
        HEAD_KK,
        "№ 11-3/85\n2024 жылғы 11 қыркүйек | Кімге:\nКөлік министрлігі",
        "Тұжырымдамаларды ұсыну мерзімі туралы еске салу",
        "2024 жылғы жоспарлау цикліне мемлекеттік органыңыздан халықаралық шарттар "
        "жасасу тұжырымдамалары да, ұсыныстардың жоқ екені туралы хат та әлі келіп "
        "түскен жоқ.",
        "Тұжырымдамалар мен хаттар қабылданатын соңғы күн: 2024 жылғы 25 қыркүйек.",
        "Негіздеме: Қағидалар (№ 11-1-4/214 бұйрық), 4-тармақ.",
        "Тұжырымдамаларды немесе ұсыныстардың жоқ екені туралы хатты жіберулеріңізді "
        "сұраймыз. Мерзімі өткеннен кейін келіп түскен тұжырымдамалар қаралмай "
        "қайтарылады.",
        SIGNED_KK,
    ]


def test_a_reminder_in_russian() -> None:
    """It says the same in Russian."""
    assert lines(render("reminder", reminder(), "ru")) == [
        HEAD_RU,
        "№ 11-3/85\n11 сентября 2024 года | Адресат:\nМинистерство транспорта",
        "Напоминание о сроке внесения концепций",
        "От Вашего государственного органа в цикл планирования 2024 года еще не "
        "поступили ни концепции заключения международных договоров, ни письмо об "
        "отсутствии предложений.",
        "Последний день приема концепций и писем: 25 сентября 2024 года.",
        "Основание: Правила (приказ № 11-1-4/214), пункт 4.",
        "Просим направить концепции или письмо об отсутствии предложений. Концепции, "
        "поступившие после окончания срока, возвращаются без рассмотрения.",
        SIGNED_RU,
    ]
