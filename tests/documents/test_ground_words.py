"""On what a plan changes, in the words of documents."""

from datetime import date

import pytest

from jospar.documents.ground_words import decision_said, instruction_said
from jospar.rules.amendment.nouns import InstructedBy
from jospar.rules.core.nouns import Text

DAY = date(2025, 3, 12)


@pytest.mark.parametrize(
    ("by", "kk", "ru"),
    [
        (
            InstructedBy.PRESIDENT,
            "Қазақстан Республикасы Президентінің тапсырмасы",
            "поручение Президента Республики Казахстан",
        ),
        (
            InstructedBy.HEAD_OF_ADMINISTRATION,
            "Қазақстан Республикасының Президенті Әкімшілігі Басшысының тапсырмасы",
            "поручение Руководителя Администрации Президента Республики Казахстан",
        ),
    ],
)
def test_an_instruction_says_whose_it_is(by: InstructedBy, kk: str, ru: str) -> None:
    """With its day and number."""
    assert instruction_said(by, DAY, "01-7/95") == Text(
        f"{kk}, 2025 жылғы 12 наурыз, № 01-7/95", f"{ru}, 12 марта 2025 года, № 01-7/95"
    )


def test_a_decision_stands_with_its_consent() -> None:
    """Once the Administration gave it; before it stands alone."""
    alone = decision_said(DAY, "5", None)
    assert alone == Text(
        "Комиссияның шешімі, 2025 жылғы 12 наурыз, № 5",
        "решение Комиссии, 12 марта 2025 года, № 5",
    )
    assert decision_said(DAY, "5", (date(2025, 3, 14), "01-7/101")) == Text(
        f"{alone.kk}; Қазақстан Республикасының Президенті Әкімшілігінің келісімі, "
        "2025 жылғы 14 наурыз, № 01-7/101",
        f"{alone.ru}; согласие Администрации Президента Республики Казахстан, "
        "14 марта 2025 года, № 01-7/101",
    )
