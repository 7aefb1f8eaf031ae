"""Sentences marked for translation, and errors made of them."""

import pytest

from jospar.rules.core.sentences import ToldError, _


def test_a_marked_sentence_stays_as_it_is() -> None:
    """The kernel marks sentences and translates none."""
    assert _("Nothing is left to do.") == "Nothing is left to do."


def test_an_error_is_told_with_its_values() -> None:
    """An error keeps sentence and values apart, and reads as the filled sentence."""
    with pytest.raises(ToldError, match=r"^Row 3 of “concepts” is empty\.$") as told:
        raise ToldError("Row {row} of “{sheet}” is empty.", row=3, sheet="concepts")
    assert told.value.message == "Row {row} of “{sheet}” is empty."
    assert told.value.values == {"row": 3, "sheet": "concepts"}
