"""The texts of notices and mails: ``texts/*.toml`` of this package."""

from collections.abc import Mapping
from functools import cache

from jospar.queries.texts import Forms, TextsOf, read_texts


@cache
def table() -> Mapping[str, Mapping[str, Forms]]:
    """Return every text by its key, in each language."""
    return read_texts(__package__)


def texts_in(language: str) -> TextsOf:
    """Return the texts in ``language``, ``kk``, ``ru`` or ``en``."""
    return TextsOf(table(), language)
