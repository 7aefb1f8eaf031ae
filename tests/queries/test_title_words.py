"""Which words of titles a person may mean."""

import pytest

from jospar.queries.title_words import word_meant, words_meant

VOCABULARY = {
    "соглашение": 9,
    "сауда": 5,
    "торговле": 4,
    "саудасы": 3,
    "внешнеторговой": 2,
    "кибер": 2,
    "киберкауипсиздик": 1,
    "мемлекет": 1,
    "ауе": 1,
}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("сауда", ["сауда", "саудасы"]),
        ("саудада", ["сауда", "саудасы"]),
        ("сау", ["сауда", "саудасы"]),
        ("а", ["ауе"]),
        ("торговой", ["торговле", "внешнеторговой"]),
        ("торгов", ["торговле", "внешнеторговой"]),
        ("сауад", ["сауда"]),
        ("торговел", ["торговле"]),
        ("тарговла", ["торговле"]),
        ("соглошениа", ["соглашение"]),
        ("себеркау", ["киберкауипсиздик"]),
        ("мемлекеттик", ["мемлекет"]),
        ("ауа", []),
        ("туризм", []),
        ("сооглошениа", []),
    ],
)
def test_words_meant(typed: str, meant: list[str]) -> None:
    """Parts and other forms of a word first; where there are none, its slips."""
    assert words_meant(typed, VOCABULARY) == meant


def test_commonest_words_are_taken() -> None:
    """A letter begins too many words: the commonest ones stand for it."""
    many = {f"а{number}": number for number in range(1, 300)}
    meant = words_meant("а", many)
    assert (len(meant), meant[0], meant[-1]) == (200, "а299", "а100")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("сауад", "сауда"),
        ("торгавле", "торговле"),
        ("соглошенеи", "соглашение"),
        ("ауа", None),
        ("туризм", None),
    ],
)
def test_word_meant(typed: str, meant: str | None) -> None:
    """One word stands for a slip, or none."""
    assert word_meant(typed, VOCABULARY) == meant


def test_nearest_word_then_the_commonest() -> None:
    """Two slips lie further than one; of equals the first one is taken."""
    assert word_meant("торговла", {"торговцы": 9, "торговля": 2, "торговле": 1}) == (
        "торговля"
    )
