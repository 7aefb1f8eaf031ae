"""The order of Kazakh titles, folding, letters of a language, changed words."""

import random
from unicodedata import normalize

import pytest

from jospar.rules.core.titles import (
    KAZAKH_ALPHABET,
    MOST_COMPARED,
    compare_words,
    fold,
    kazakh_order,
    looks_kazakh,
)


def in_order(titles: list[str]) -> list[str]:
    """Return the titles as they sort when they come in some other order."""
    shuffled = random.Random(1).sample(titles, len(titles))  # noqa: S311  # no secret
    return sorted(shuffled, key=kazakh_order)


def test_alphabet_has_its_letters() -> None:
    """There are 42 different letters."""
    assert (len(KAZAKH_ALPHABET), len(set(KAZAKH_ALPHABET))) == (42, 42)


def test_order_of_signs() -> None:
    """Blank, digits, Latin letters and the 42 letters stand in this order."""
    signs = [" ", *"0123456789", *"abcdefghijklmnopqrstuvwxyz", *KAZAKH_ALPHABET]
    titles = [f"а{sign}а" for sign in signs]
    assert in_order(titles) == titles


def test_order_of_words() -> None:
    """Shorter titles come before longer ones, and words are compared as written."""
    titles = ["Ауыл", "Әуе", "Байқоңыр", "Ғарыш", "Ел", "Ёлка", "Қытай", "Үй", "Іс"]
    assert in_order(titles) == titles
    titles = ["", "Әуе", "Әуе қатынасы", "Әуежай", "Әуежайлар"]
    assert in_order(titles) == titles


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ҚАЗАҚСТАН – ҚЫТАЙ", "қазақстан қытай"),
        ("«Байқоңыр» кешені", "Байқоңыр кешені"),
        ("Іс-қимыл", "ісқимыл"),
        (normalize("NFD", "Йод ёлкасы"), "йод ёлкасы"),
        ("а\u00a0 \tб", "а б"),
        ("  Әуе ", "әуе"),
        ("ХЕҰ № 148 (1977)", "хеұ 148 1977"),
        ("Café", "cafe"),
        ("Київ", "Кив"),
    ],
)
def test_order_sees_no_difference(one: str, other: str) -> None:
    """Case, form of encoding, foreign signs and width of blanks do not matter."""
    assert kazakh_order(one) == kazakh_order(other)


def test_order_keeps_the_blank_behind_a_skipped_sign() -> None:
    """A title is trimmed before signs are skipped, so such a blank sorts first."""
    assert kazakh_order("– Әуе") < kazakh_order("1 Әуе")
    assert kazakh_order("– Әуе") != kazakh_order("Әуе")


@pytest.mark.parametrize(
    ("title", "folded"),
    [
        ("Қытай Халық Республикасы", "кытай халык республикасы"),
        ("ӘҒҚҢӨҰҮҺІ", "агкноуухи"),
        ("Ёлка", "елка"),
        ("«Байқоңыр»  кешені (2025)", "байконыр кешени 2025"),
        ("Қазақстан–Қытай, іс-қимыл", "казакстан кытай ис кимыл"),
        (normalize("NFD", "Йод ёлка"), "йод елка"),
        ("— . —", ""),
        ("KAЗAXCTAH Pecпубликacы", "казахстан республикасы"),
        ("TҮРКИЯ, cаyда жəне Hұрлы жаhан", "туркия сауда жане нурлы жахан"),
        ("KAZSAT, BRICS", "kazsat brics"),
    ],
)
def test_fold(title: str, folded: str) -> None:
    """A folded title has small plain letters, digits and single blanks only."""
    assert fold(title) == folded


@pytest.mark.parametrize(
    ("text", "kazakh"),
    [
        ("Соглашение о торговле", False),
        ("Келісім", True),
        ("ҮКІМЕТ", True),
        ("Конвенция", False),
        ("KAZSAT", False),
        ("2025 – 2026", False),
        ("", False),
    ],
)
def test_language_of_letters(text: str, kazakh: bool) -> None:
    """A single letter of Kazakh makes a text Kazakh."""
    assert looks_kazakh(text) is kazakh


@pytest.mark.parametrize("letter", "әғқңөұүһіӘҒҚҢӨҰҮҺІ")
def test_every_kazakh_letter_counts(letter: str) -> None:
    """Each of the nine letters, small or capital, shows a Kazakh text."""
    assert looks_kazakh(f"тест {letter}") is True


def test_compare_words() -> None:
    """Two titles are compared word by word, with what stayed between the changes."""
    assert compare_words("Әуе қатынасы туралы келісім", "Әуе туралы жаңа шарт") == [
        ("equal", ("Әуе",), ("Әуе",)),
        ("delete", ("қатынасы",), ()),
        ("equal", ("туралы",), ("туралы",)),
        ("replace", ("келісім",), ("жаңа", "шарт")),
    ]
    assert compare_words("", "Жаңа атау") == [("insert", (), ("Жаңа", "атау"))]
    assert compare_words("Атау", "Атау") == [("equal", ("Атау",), ("Атау",))]


def test_compare_words_of_what_is_no_title() -> None:
    """Of very long texts the words between their common ends are one change."""
    same = ("а",) * MOST_COMPARED
    long = " ".join(same)
    assert compare_words(f"{long} б в", f"{long} г") == [
        ("equal", same, same),
        ("replace", ("б", "в"), ("г",)),
    ]
    assert compare_words(f"б {long}", long) == [
        ("delete", ("б",), ()),
        ("equal", same, same),
    ]
    assert compare_words(long, f"{long} б") == [
        ("equal", same, same),
        ("insert", (), ("б",)),
    ]
    words = [f"{number}" for number in range(MOST_COMPARED + 1)]
    other = " ".join(reversed(words))
    assert compare_words(" ".join(words), other) == [
        ("replace", tuple(words), tuple(reversed(words)))
    ]
    assert compare_words(other, other) == [
        ("equal", tuple(reversed(words)), tuple(reversed(words)))
    ]
