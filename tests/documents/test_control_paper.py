"""The control report as plain values."""

from dataclasses import replace
from datetime import date

import pytest

from jospar.documents.control_paper import Column, Foreign, Value, fitted, worded
from tests.documents.made_control import STAGES


@pytest.mark.parametrize(
    ("value", "language", "text"),
    [
        (None, "kk", ""),
        (12, "ru", "12"),
        ("Сауда", "kk", "Сауда"),
        (Foreign("Торговля", "ru"), "kk", "Торговля"),
        (date(2025, 5, 2), "kk", "02.05.2025"),
        (date(2025, 5, 2), "en", "2025-05-02"),
    ],
)
def test_values_in_words(value: Value, language: str, text: str) -> None:
    """As they stand in a narrow column."""
    assert worded(value, language) == text


def test_bars_are_measured_by_the_longest() -> None:
    """Where all are naught, none has a length."""
    assert [share for *_bar, share in STAGES.shares()] == [1, 0.5, 0]
    naught = replace(STAGES, bars=(("a", 0), ("b", 0)))
    assert list(naught.shares()) == [("a", 0, 0), ("b", 0, 0)]
    assert list(replace(STAGES, bars=()).shares()) == []


@pytest.mark.parametrize(
    ("text", "width", "shown"),
    [
        ("День сообщения", 28, "День сообщения"),
        ("День сообщения", 27, "День сооб\u00adще\u00adния"),
        ("31.12.2025", 20, "31.12.2025"),
        ("AA-1234567", 20, "AA-123\u200b4567"),
    ],
)
def test_words_that_are_too_wide_can_be_broken(
    text: str, width: int, shown: str
) -> None:
    """Words that fit are whole, and so are days."""
    assert fitted(text, Column("", width)) == shown
