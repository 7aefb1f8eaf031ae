"""Texts by key in the reader's language, from TOML beside the code that tells them."""

import tomllib
from collections.abc import Mapping
from importlib.resources import files

from jospar.rules.core.nouns import Language

Forms = str | list[str]
"""A text, or its forms by number: one in Kazakh, three in Russian, two in English."""

_TEENS = range(11, 15)
"""Russian numbers that take the form of five, whatever digit they end in."""


def read_texts(package: str) -> Mapping[str, Mapping[str, Forms]]:
    """Return every text by its key, in each language, as ``texts/*.toml`` have them."""
    found: dict[str, Mapping[str, Forms]] = {}
    for file in files(package).joinpath("texts").iterdir():
        for area, texts in tomllib.loads(file.read_text("utf-8")).items():
            found |= {f"{area}.{name}": forms for name, forms in texts.items()}
    return found


class TextsOf:
    """The texts of a table in one language: ``t("start.heading", year=2024)``."""

    def __init__(self, table: Mapping[str, Mapping[str, Forms]], language: str) -> None:
        """Take the texts in ``language``, ``kk``, ``ru`` or ``en``."""
        self._table = table
        self._language = language

    def __call__(self, key: str, **values: object) -> str:
        """Return the text ``key`` with its values, in the form that ``count`` asks for.

        Raises:
            KeyError: when there is no such text, or a value of it is missing.
        """
        return self.form(key, values).format(**values)

    def form(self, key: str, values: Mapping[str, object]) -> str:
        """Return the text ``key`` in the form that ``count`` asks for, not filled in.

        Raises:
            KeyError: when there is no such text, or it counts and ``count`` is missing.
        """
        text = self._table[key][self._language]
        if isinstance(text, list):
            return text[_form(values["count"], self._language)]
        return text


def _form(count: object, language: str) -> int:
    """Return which form of a text goes with ``count`` things."""
    if not isinstance(count, int) or language == Language.KK:
        return 0
    if language == Language.EN:
        return int(count != 1)
    if count % 100 in _TEENS:
        return 2
    return {1: 0, 2: 1, 3: 1, 4: 1}.get(count % 10, 2)
