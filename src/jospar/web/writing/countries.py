"""States by their names in three languages, as CLDR has them."""

from functools import cache

from babel import Locale

from jospar.rules.core.nouns import Language
from jospar.rules.core.titles import fold

_NO_STATES = frozenset({"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"})
"""Codes of CLDR that stand for unions, for nothing known, or for tests."""


def country_name(code: str, language: str) -> str:
    """Return what the state is called; a code or name that is none stays as it is."""
    return _names(language).get(code, code)


def country_of(text: str) -> str | None:
    """Return the alpha-2 code of a state that is typed by its code or a name of it."""
    return _codes().get(fold(text))


def counterparties_of(text: str) -> tuple[str, ...]:
    """Return who is named, one on each line: codes of states, and other names."""
    lines = (line.strip() for line in text.splitlines())
    return tuple(dict.fromkeys(country_of(line) or line for line in lines if line))


@cache
def _names(language: str) -> dict[str, str]:
    territories: dict[str, str] = dict(Locale(language).territories)
    return {
        code: name
        for code, name in territories.items()
        if code.isalpha() and len(code) == 2 and code not in _NO_STATES  # noqa: PLR2004 - alpha-2
    }


@cache
def _codes() -> dict[str, str]:
    codes: dict[str, str] = {}
    for language in Language:
        for code, name in _names(language).items():
            codes |= {fold(code): code, fold(name): code}
    return codes
