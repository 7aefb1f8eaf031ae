"""Where a word may be broken."""

import pytest

from jospar.documents.hyphens import hyphenated


@pytest.mark.parametrize(
    "word",
    [
        "ра-ти-фи-ка-ция-лау-ға",
        "ха-лы-қа-ра-лық",
        "пись-мо",
        "ай-мақ-қа",
        "ын-ты-мақ-тас-ты-ғы-ның",
        "межпра-ви-тельствен-но-го",
        "СОГ-ЛА-ШЕ-НИЕ",
    ],
)
def test_words_break_between_syllables(word: str) -> None:
    """Syllables end as Kazakh and Russian end them, with no letter left alone."""
    assert hyphenated(word.replace("-", ""), letters=40) == word.replace("-", "\u00ad")


def test_a_stretch_without_syllables_breaks_where_it_must() -> None:
    """Letters that no syllable divides break after so many of them."""
    assert hyphenated("Ә" * 7, letters=3) == "ӘӘӘ\u200bӘӘӘ\u200bӘ"


def test_words_keep_their_letters() -> None:
    """Nothing but places to break is added, and blanks stay where they are."""
    text = "Үкіметтер арасындағы  келісім, 2025"
    broken = hyphenated(text, letters=5)
    assert broken.replace("\u00ad", "").replace("\u200b", "") == text
