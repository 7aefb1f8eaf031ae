"""The two languages of a draft compared: dates, numbers, states, and the last hand."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from jospar.rules.core.nouns import Language
from jospar.rules.core.parties import states
from jospar.rules.core.terms import GENITIVE

PAIRS = ("title", "purpose", "note")
"""The texts that stand in two languages."""

_NUMBER = re.compile(r"\d+(?:[.,]\d+)?", re.ASCII)
_POINTED = re.compile(r"\b(?P<d>\d{1,2})\.(?P<m>\d{1,2})\.(?P<y>\d{4})\b", re.ASCII)


def _written(pattern: str, language: Language) -> re.Pattern[str]:
    months = "|".join(GENITIVE[language])
    return re.compile(pattern.format(months=months), re.IGNORECASE)


_DATES = {
    Language.KK: _written(
        r"\b(?P<y>\d{{4}})\s+жыл\w*\s+(?P<d>\d{{1,2}})\s+(?P<name>{months})\w*",
        Language.KK,
    ),
    Language.RU: _written(
        r"\b(?P<d>\d{{1,2}})\s+(?P<name>{months})\s+(?P<y>\d{{4}})", Language.RU
    ),
}


@dataclass(frozen=True, slots=True)
class Difference:
    """What the languages of a text say apart: what only each of them has."""

    name: str
    kind: Literal["dates", "numbers", "states"]
    kk: tuple[str, ...]
    ru: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LastHand:
    """In which language a text was changed last, and by whom."""

    name: str
    language: Language
    by: str


def differences(texts: Mapping[str, str]) -> tuple[Difference, ...]:
    """Return what stands in one language only, of texts that stand in both.

    States in the titles are left to the grammar of titles.
    """
    return tuple(
        found
        for name in PAIRS
        if texts.get(f"{name}_kk") and texts.get(f"{name}_ru")
        for found in _apart(name, texts[f"{name}_kk"], texts[f"{name}_ru"])
    )


def last_hands(cells: Mapping[str, Mapping[str, Any]]) -> tuple[LastHand, ...]:
    """Return which language of each text was changed last, where both are written."""
    found = []
    for name in PAIRS:
        kk, ru = (cells.get(f"{name}_{language}", {}) for language in ("kk", "ru"))
        if kk.get("text") and ru.get("text") and kk["revision"] != ru["revision"]:
            later = kk["revision"] > ru["revision"]
            language, last = (Language.KK, kk) if later else (Language.RU, ru)
            found.append(LastHand(name, language, last["by"]))
    return tuple(found)


def _apart(name: str, kk: str, ru: str) -> Iterator[Difference]:
    dates_kk, rest_kk = _dates(kk, Language.KK)
    dates_ru, rest_ru = _dates(ru, Language.RU)
    numbers = _only(_NUMBER.findall(rest_kk), _NUMBER.findall(rest_ru))
    if any(dates := _only(dates_kk, dates_ru)):
        yield Difference(name, "dates", *dates)
    if any(numbers):
        yield Difference(name, "numbers", *numbers)
    if name == "title":
        return
    named_kk, named_ru = states(kk, Language.KK), states(ru, Language.RU)
    only_kk, only_ru = _only([*named_kk], [*named_ru])
    if only_kk or only_ru:
        yield Difference(
            name,
            "states",
            tuple(named_kk[code] for code in only_kk),
            tuple(named_ru[code] for code in only_ru),
        )


def _only(kk: list[str], ru: list[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return what each list has more of than the other."""
    more_kk, more_ru = Counter(kk) - Counter(ru), Counter(ru) - Counter(kk)
    return tuple(sorted(more_kk.elements())), tuple(sorted(more_ru.elements()))


def _dates(text: str, language: Language) -> tuple[list[str], str]:
    """Return the days that the text names, as ``25.09.2024``, and what is left."""
    found: list[str] = []

    def take(match: re.Match[str]) -> str:
        parts = match.groupdict()
        name = parts.get("name")
        month = GENITIVE[language].index(name.lower()) + 1 if name else int(parts["m"])
        found.append(f"{int(parts['d']):02}.{month:02}.{parts['y']}")
        return " "

    rest = _POINTED.sub(take, _DATES[language].sub(take, text))
    return found, rest
