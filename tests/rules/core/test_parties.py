"""States found in titles by the stems of their names."""

import pytest

from jospar.rules.core.nouns import Language
from jospar.rules.core.parties import states


@pytest.mark.parametrize(
    ("kk", "ru", "codes"),
    [
        ("Түрікменстан", "Туркменистан", {"TM"}),
        ("Түркменстан Үкіметі", "Правительство Туркменистана", {"TM"}),
        ("Түрік Республикасы", "Турецкая Республика", {"TR"}),
        ("Түркі академиясы", "Тюркская академия", set()),
        ("Қазақстан-Қытай шекарасы", "казахстанско-китайская граница", {"CN"}),
        ("АҚШ пен ҚХР", "США и КНР", {"US", "CN"}),
        ("Қатар Мемлекеті", "Государство Катар", {"QA"}),
        ("сонымен қатар сауда", "а также торговля", set()),
        ("Сауд Арабиясы Корольдігі", "Королевство Саудовская Аравия", {"SA"}),
        ("жеке тұлғалар", "индивидуальные лица", set()),
        ("Фин Республикасы", "Финляндская Республика", {"FI"}),
        (
            "Ұлыбритания және Солтүстік Ирландия Құрама Корольдігі",
            "Соединенное Королевство Великобритании и Северной Ирландии",
            {"GB"},
        ),
        ("Ирландия", "Ирландия", {"IE"}),
        ("Қазақстан Республикасы", "Республика Казахстан", set()),
        ("", "", set()),
    ],
)
def test_states(kk: str, ru: str, codes: set[str]) -> None:
    """Both languages give the same states, whatever the case, and no look-alikes."""
    assert set(states(kk, Language.KK)) == codes
    assert set(states(ru, Language.RU)) == codes


def test_states_keep_the_word_found_first() -> None:
    """The word is kept as it is written where the state is first named."""
    assert states("Ресей Федерациясы, ресейлік мұнай", Language.KK) == {"RU": "Ресей"}
