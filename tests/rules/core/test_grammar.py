"""Whether titles and level agree: on real titles, and on the same with one error."""

import csv
from itertools import pairwise
from pathlib import Path

import pytest

from jospar.rules.core.grammar import Disagreement, grammar
from jospar.rules.core.nouns import Level, Text

TREATIES = Path(__file__).parents[2] / "data" / "treaties.csv"


def treaties() -> list[tuple[Text, Level, set[str]]]:
    """Return the real treaties: title, level, alpha-2 codes of the other parties."""
    with TREATIES.open(encoding="utf-8", newline="") as file:
        return [
            (
                Text(row["title_kk"], row["title_ru"]),
                Level(row["level"]),
                {code for code in row["counterparties"].split(";") if len(code) == 2},
            )
            for row in csv.DictReader(file)
        ]


def aspects(kk: str, ru: str, level: Level) -> set[str]:
    """Return the aspects that are found to disagree."""
    return {found.aspect for found in grammar(Text(kk, ru), level)}


GOVERNMENTS_KK = (
    "Қазақстан Республикасының Үкіметі мен Корея Республикасының Үкіметі "
    "арасындағы әуе қатынасы туралы келісім"
)
GOVERNMENTS_RU = (
    "Соглашение между Правительством Республики Казахстан и Правительством "
    "Республики Корея о воздушном сообщении"
)
MINISTRIES_KK = (
    "Қазақстан Республикасының Еңбек және халықты әлеуметтік қорғау министрлігі мен "
    "Ресей Федерациясының Үкіметі арасындағы хаттама"
)
MINISTRIES_RU = (
    "Протокол между Правительством Российской Федерации и Министерством труда и "
    "социальной защиты населения Республики Казахстан"
)


def test_real_titles() -> None:
    """No real title with its real level is doubted: fewer than 3 % were allowed."""
    doubted = [
        (title, found)
        for title, level, _ in treaties()
        if (found := grammar(title, level))
    ]
    assert doubted == []


def test_every_planted_kind_is_found() -> None:
    """A real title whose Russian kind was exchanged is always found."""
    others = {
        "Соглашение": "Договор",
        "соглашение": "протокол",
        "Договор": "Соглашение",
        "Протокол": "Договор",
        "Меморандум": "Соглашение",
        "Конвенция": "Договор",
        "конвенция": "соглашение",
    }
    planted = 0
    for title, level, _ in treaties():
        word = min((word for word in others if word in title.ru), key=title.ru.index)
        wrong = title.ru.replace(word, others[word], 1)
        assert "kind" in aspects(title.kk, wrong, level), wrong
        planted += 1
    assert planted == 210


def test_every_planted_state_is_found() -> None:
    """A Kazakh title beside the Russian one of other parties is always found."""
    rows = treaties()
    planted = 0
    for (title, level, states), (other, _, other_states) in pairwise(rows):
        if states != other_states:
            assert "parties" in aspects(title.kk, other.ru, level), (title, other)
            planted += 1
    assert planted == 98


@pytest.mark.parametrize("wrong", list(Level))
def test_every_planted_level_is_found(wrong: Level) -> None:
    """A level that differs from what the titles show is always found."""
    for title, level, _ in treaties():
        shown = "арасынд" in title.kk and "между" in title.ru
        if level is not wrong and shown and "оның Тараптары" not in title.kk:
            assert "level" in aspects(title.kk, title.ru, wrong), title


@pytest.mark.parametrize(
    ("language", "government", "without"),
    [
        ("ru", "Правительством Республики Казахстан", "Республикой Казахстан"),
        ("ru", "и Правительством ", "и "),
        ("ru", "между Правительством ", "между "),
        ("kk", "Қазақстан Республикасының Үкіметі ", "Қазақстан Республикасы "),
        ("kk", "ның Үкіметі арасындағы", " арасындағы"),
        ("kk", "Үкіметі мен", "мен"),
    ],
)
def test_every_planted_government_is_found(
    language: str, government: str, without: str
) -> None:
    """A government that only one of the titles names is always found."""
    planted = 0
    for title, level, _ in treaties():
        if government in title[language]:
            wrong = title[language].replace(government, without, 1)
            kk, ru = (wrong, title.ru) if language == "kk" else (title.kk, wrong)
            assert "level" in aspects(kk, ru, level), wrong
            planted += 1
    assert planted > 90


def test_kind_says_both_words() -> None:
    """A disagreement of kind quotes both titles and points to the Russian one."""
    wrong = GOVERNMENTS_RU.replace("Соглашение", "Договор")
    assert grammar(Text(GOVERNMENTS_KK, wrong), Level.INTERGOVERNMENTAL) == (
        Disagreement("kind", "келісім", "Договор", "title_ru"),
    )


@pytest.mark.parametrize(
    ("kk", "ru", "agree"),
    [
        ("Тауар жеткізу туралы келісімшарт", "Контракт о поставке товара", True),
        ("Тауар жеткізу туралы келісім-шарт", "Договор о поставке товара", True),
        ("Тауар жеткізу туралы келісім-шарт", "Соглашение о поставке", False),
        ("Құқықтар хартиясы", "Хартия прав", True),
        ("Ұйымның Жарғысы", "Устав Организации", True),
        ("Шартқа хаттама (келісім)", "Протокол к Договору", True),
        ("Келісімге өзгерістер", "Соглашение", True),
        ("Келісім", "О соглашениях", True),
        ("", "Договор", True),
    ],
)
def test_kind_of_document(kk: str, ru: str, agree: bool) -> None:
    """A kind is read from the last Kazakh and the first Russian name of a kind."""
    assert ("kind" not in aspects(kk, ru, Level.INTERSTATE)) is agree


def test_level_points_to_the_declared_one() -> None:
    """Where both titles say the same, the declared level is the odd one."""
    title = Text(GOVERNMENTS_KK, GOVERNMENTS_RU)
    said = "intergovernmental"
    assert grammar(title, Level.INTERGOVERNMENTAL) == ()
    assert grammar(title, Level.INTERSTATE) == (
        Disagreement("level", said, said, "level"),
    )


@pytest.mark.parametrize(
    ("level", "odd"),
    [
        (Level.INTERGOVERNMENTAL, "title_ru"),
        (Level.INTERSTATE, "title_kk"),
        (Level.INTERAGENCY, "level"),
    ],
)
def test_level_points_to_the_odd_one(level: Level, odd: str) -> None:
    """Where the titles differ, the one that agrees with the level is right."""
    wrong = GOVERNMENTS_RU.replace("Правительством Республики К", "Республикой К", 1)
    (found,) = grammar(Text(GOVERNMENTS_KK, wrong), level)
    assert found == Disagreement("level", "intergovernmental", "interstate", odd)  # type: ignore[arg-type]  # the table's texts


def test_level_from_one_title() -> None:
    """With one title missing the other one is compared with the declared level."""
    assert grammar(Text("", GOVERNMENTS_RU), Level.INTERSTATE) == (
        Disagreement("level", "", "intergovernmental", "level"),
    )
    assert grammar(Text(GOVERNMENTS_KK, ""), Level.INTERAGENCY) == (
        Disagreement("level", "intergovernmental", "", "level"),
    )
    assert grammar(Text(), Level.INTERSTATE) == ()


def test_level_of_ministries() -> None:
    """The office nearest to the Republic decides in whose name it acts."""
    title = Text(MINISTRIES_KK, MINISTRIES_RU)
    assert grammar(title, Level.INTERAGENCY) == ()
    assert aspects(title.kk, title.ru, Level.INTERGOVERNMENTAL) == {"level"}


@pytest.mark.parametrize(
    ("kk", "ru"),
    [
        # The Republic is no party here, or its office is not known.
        ("Тараптар арасындағы хаттама", "Протокол между Сторонами"),
        (
            "Қазақстан Республикасының Теміржолы мен Ресей Федерациясы арасындағы шарт",
            "Договор между Железной дорогой Республики Казахстан и Россией",
        ),
        (
            "Тараптар арасындағы Қазақстан Республикасының аумағы туралы келісім",
            "Соглашение между Комитетом и Фондом о территории Республики Казахстан",
        ),
        ("Конвенция", "Конвенция"),
    ],
)
@pytest.mark.parametrize("level", list(Level))
def test_unknown_level_is_left_alone(kk: str, ru: str, level: Level) -> None:
    """Nothing is said of a level that the titles do not show."""
    assert aspects(kk, ru, level) == set()


def test_all_governments_at_once() -> None:
    """A plural names the government of every party, however few words it takes."""
    kk = "Қазақстан Республикасы және Ресей Федерациясы үкіметтері арасындағы келісім"
    ru = (
        "Соглашение между Правительством Республики Казахстан и Правительством "
        "Российской Федерации"
    )
    plural = "Соглашение между Правительствами Республики Казахстан и России"
    assert aspects(kk, ru, Level.INTERGOVERNMENTAL) == set()
    assert aspects(kk, plural, Level.INTERGOVERNMENTAL) == set()
    kk = kk.replace("сы және", "сының Үкіметі мен").replace(
        "сы үкіметтері", "сы Үкіметі"
    )
    assert aspects(kk, plural, Level.INTERGOVERNMENTAL) == set()


def test_government_of_one_party() -> None:
    """A government that only one title names is found for the other party too."""
    only_one_ru = GOVERNMENTS_RU.replace("и Правительством Республики", "и Республикой")
    only_one_kk = GOVERNMENTS_KK.replace("Корея Республикасының Үкіметі", "Корея")
    level = Level.INTERGOVERNMENTAL
    assert grammar(Text(GOVERNMENTS_KK, only_one_ru), level) == (
        Disagreement("level", "intergovernmental", "", "title_ru"),
    )
    assert grammar(Text(only_one_kk, GOVERNMENTS_RU), level) == (
        Disagreement("level", "", "intergovernmental", "title_kk"),
    )


def test_amending_protocol_may_name_two_agreements() -> None:
    """A title that names another treaty's parties too is doubted on neither level."""
    kk = (
        "Қазақстан Республикасы мен Ресей Федерациясы арасындағы шартты қолдану туралы "
        "Қазақстан Республикасының Үкіметі мен Ресей Федерациясының Үкіметі арасындағы "
        "хаттама"
    )
    ru = (
        "Протокол между Правительством Республики Казахстан и Правительством "
        "Российской Федерации о применении Договора между Республикой Казахстан и "
        "Российской Федерацией"
    )
    assert grammar(Text(kk, ru), Level.INTERGOVERNMENTAL) == ()


def test_parties_quote_what_the_other_title_lacks() -> None:
    """States of one title only are quoted, and the title without them is pointed to."""
    level = Level.INTERGOVERNMENTAL
    without = GOVERNMENTS_RU.replace("Республики Корея", "Республики Тонга")
    assert grammar(Text(GOVERNMENTS_KK, without), level) == (
        Disagreement("parties", "Корея", "", "title_ru"),
    )
    without = GOVERNMENTS_KK.replace("Корея", "Тонга")
    assert grammar(Text(without, GOVERNMENTS_RU), level) == (
        Disagreement("parties", "", "Корея", "title_kk"),
    )
    other = GOVERNMENTS_RU.replace("Республики Корея", "Японии")
    assert grammar(Text(GOVERNMENTS_KK, other), level) == (
        Disagreement("parties", "Корея", "Японии", "title_ru"),
    )


def test_older_spelling() -> None:
    """Latin letters in a Kazakh text and unusual blanks do not disturb."""
    older = GOVERNMENTS_KK.replace("Үкіметі", "Yкiметi").replace(" мен", "\u00a0мен")
    assert grammar(Text(older, GOVERNMENTS_RU), Level.INTERGOVERNMENTAL) == ()
