"""Letters that look alike."""

import pytest

from jospar.exchange.verification.letters import alike_letters, code_point


@pytest.mark.parametrize(
    ("was", "now", "pairs"),
    [
        ("әділет", "əділет", [("ә", "ə")]),
        ("сауда", "cаудa", [("с", "c"), ("а", "a")]),
        ("аа", "aa", [("а", "a")]),
        ("үшін", "үшiн", [("і", "i")]),
        ("сауда", "саада", []),
        ("сауда", "сауд", []),
        ("сауда", "сауда", []),
        ("туралы", "тyралы тypaлы", [("у", "y")]),
    ],
)
def test_twins_are_found(was: str, now: str, pairs: list[tuple[str, str]]) -> None:
    """Each pair once; what is plainly another letter is none."""
    assert alike_letters(was, now) == pairs


def test_a_letter_by_its_number() -> None:
    """As the standard writes it."""
    assert [code_point(letter) for letter in "әəа"] == ["U+04D9", "U+0259", "U+0430"]
