"""The two languages of a draft compared."""

from typing import Any

import pytest

from jospar.rules.core.nouns import Language
from jospar.web.writing.comparing import Difference, LastHand, differences, last_hands


@pytest.mark.parametrize(
    ("kk", "ru", "found"),
    [
        ("2024 жылғы 25 қыркүйекте қол қою", "подписание 25 сентября 2024 года", []),
        ("25.09.2024 қол қою", "подписание 25 сентября 2024 года", []),
        ("2024 жылғы 25 қыркүйек", "", []),
        (
            "2024 жылғы 25 қыркүйек",
            "26 сентября 2024 года",
            [("dates", ("25.09.2024",), ("26.09.2024",))],
        ),
        ("2 бекет", "2 пункта", []),
        ("2 бекет, 2 жол", "2 пункта", [("numbers", ("2",), ())]),
        ("бекет", "3,5 км", [("numbers", (), ("3,5",))]),
        ("Өзбекстанмен сауда", "Торговля с Узбекистаном", []),
        (
            "Өзбекстанмен сауда",
            "Торговля с Китаем",
            [("states", ("Өзбекстанмен",), ("Китаем",))],
        ),
    ],
)
def test_what_stands_in_one_language_only(
    kk: str, ru: str, found: list[tuple[Any, ...]]
) -> None:
    """Dates, numbers and states, of a text that stands in both."""
    texts = {"purpose_kk": kk, "purpose_ru": ru}
    assert differences(texts) == tuple(Difference("purpose", *one) for one in found)


def test_states_of_titles_are_left_to_their_grammar() -> None:
    """It says the same already; numbers of titles are compared here."""
    texts = {"title_kk": "Өзбекстан, 1", "title_ru": "Китай, 2", "note_kk": "3"}
    assert differences(texts) == (Difference("title", "numbers", ("1",), ("2",)),)


def cell(text: str, revision: int, by: str) -> dict[str, Any]:
    """Return a cell as a draft keeps it."""
    return {"text": text, "revision": revision, "by": by}


def test_which_language_was_changed_last() -> None:
    """Said where both are written, and not in one go."""
    cells = {
        "title_kk": cell("бір", 1, "a"),
        "title_ru": cell("один", 2, "b"),
        "purpose_kk": cell("екі", 4, "a"),
        "purpose_ru": cell("два", 3, "b"),
        "note_kk": cell("үш", 5, "a"),
    }
    assert last_hands(cells) == (
        LastHand("title", Language.RU, "b"),
        LastHand("purpose", Language.KK, "a"),
    )
    together = {"note_kk": cell("үш", 5, "a"), "note_ru": cell("три", 5, "a")}
    assert last_hands(together) == ()
    assert last_hands(together | {"note_ru": cell("", 6, "a")}) == ()
