"""What the tables of a ruleset become: texts by language, and frozen mappings."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import TypeVar

from .nouns import Language

K = TypeVar("K")
V = TypeVar("V")


def frozen(table: Mapping[K, V]) -> Mapping[K, V]:
    """Return a copy of ``table`` that nobody changes."""
    return MappingProxyType(dict(table))


def in_three_languages(texts: Mapping[str, V]) -> Mapping[str, V]:
    """Return texts by language, frozen.

    Raises:
        ValueError: when one of the three languages is missing.
    """
    missing = [language.value for language in Language if not texts.get(language)]
    if missing:
        raise ValueError(f"a text lacks {', '.join(missing)}: {dict(texts)}")
    return frozen(texts)
