"""The texts of the pages in the reader's language, one file for each screen."""

from collections.abc import Mapping
from functools import cache

from jospar.queries.texts import Forms, TextsOf, read_texts


@cache
def table() -> Mapping[str, Mapping[str, Forms]]:
    """Return every text by its key, in each language, as ``texts/*.toml`` have them."""
    return read_texts(__package__)


class Texts(TextsOf):
    """The texts in one language: ``t("start.heading", year=2024)``."""

    def __init__(self, language: str) -> None:
        """Take the texts in ``language``, ``kk``, ``ru`` or ``en``."""
        super().__init__(table(), language)
