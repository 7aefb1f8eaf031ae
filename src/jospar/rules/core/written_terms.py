"""Terms as officials write them, in three languages: the inverse of ``terms``."""

import re
import unicodedata
from calendar import monthrange
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from .nouns import Language, Term
from .terms import GENITIVE, MONTHS

_LETTERS = str.maketrans("қңғһәөұүёі‐‑‒–—−", "кнгхаоууеi------")
"""Kazakh letters are often typed as Russian ones; the Roman I as a Cyrillic one."""

_ALONE = MONTHS[Language.EN]
_MONTHS_BEGIN = {
    name.lower().translate(_LETTERS)[: None if language is Language.KK else 3]: month
    for names in (MONTHS, GENITIVE)
    for language in Language
    for name, month in zip(names[language], _ALONE, strict=True)
}
_BEGINNINGS = _MONTHS_BEGIN | {
    beginning: sign
    for sign, beginnings in {
        "q": "токсан кв quarter",
        "h": "жартыжыл полугод half",
        "1": "бiрiншi перв first",
        "2": "екiншi втор second",
        "3": "ушiншi трет third",
        "4": "тортiншi четверт fourth",
        "-": "бастап",
        "": "жыл год year дейiн",
    }.items()
    for beginning in beginnings.split()
}
"""How a word begins: the unit or the number that it stands for."""
_WORDS = {
    word: sign
    for sign, words in {
        "1": "i",
        "2": "ii п",
        "3": "iii ш",
        "4": "iv",
        "q": "q",
        "h": "h",
        "-": "по и мен to and",
        "": "г гг ж of the in с со в до from until",
    }.items()
    for word in words.split()
}
"""Words that are too short to be known by how they begin."""
_ISO = re.compile(r"\b(?P<y>\d{4})-(?P<m>\d\d)(?:-(?P<d>\d\d))?\b", re.ASCII)
_POINTED = re.compile(
    r"\b(?:(?P<d>\d\d?)[./])?(?P<m>\d\d?)[./](?P<y>\d{4})\b", re.ASCII
)
_ORDINAL = re.compile(r"(?<=[\divпш])-?(?:шi|шы|й|[ыои]й|го|st|nd|rd|th)\b")
_TOKEN = re.compile(r"[^\W\d_]+|[0-9]+|-")
_LONGEST, _YEAR_DIGITS = 200, 4

_MONTHS_OF = {"q": 3, "h": 6}
V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class _Part:
    """What one end of a term says: its unit, number and year.

    The unit is ``q``, ``h`` or an English month, whose number is the day.
    """

    unit: str | None = None
    number: int | None = None
    year: int | None = None

    def term(self) -> Term:
        """Return the days of the part.

        Raises:
            ValueError: there are no such days, or too little is said.
        """
        year, number = self.year or 0, self.number
        if self.unit is None and number is None:
            return _months(year, 1, 12)
        if self.unit in _MONTHS_OF and number is not None:
            length = _MONTHS_OF[self.unit]
            return _months(year, (number - 1) * length + 1, length)
        month = _ALONE.index(self.unit or "") + 1
        if number is None:
            return _months(year, month, 1)
        return Term(date(year, month, number), date(year, month, number))


def read_term(text: str) -> Term | None:
    """Return the days that ``text`` means, or None where that is not certain.

    It takes what ``terms.term_phrase`` gives and what people make of it: «2 кв.
    2025 г.», «2025-Q1», «ІІ тоқсан 2025», «15.05.2025», «май–июнь 2025», «2026–2028».
    """
    with suppress(ValueError):
        parts = _completed(list(_parts(_signs(text[:_LONGEST]))))
        first, last = parts[0].term(), parts[-1].term()
        return Term(first.first_day, last.last_day)
    return None


def _signs(text: str) -> Iterator[str]:
    """Yield numbers, units and dashes.

    Raises:
        ValueError: a word is none that terms are made of.
    """
    text = unicodedata.normalize("NFKC", text).lower().translate(_LETTERS)
    for form in (_ISO, _POINTED):
        text = form.sub(_in_words, text)
    for token in _TOKEN.findall(_ORDINAL.sub(" ", text)):
        if sign := _sign(token):
            yield sign


def _in_words(day: re.Match[str]) -> str:
    month = date(1, int(day["m"]), 1).month
    return f" {day['d'] or ''} {_ALONE[month - 1].lower()} {day['y']} "


def _sign(token: str) -> str:
    if not token.isalpha():
        return token
    if token in _WORDS:
        return _WORDS[token]
    for beginning, sign in _BEGINNINGS.items():
        if token.startswith(beginning):
            return sign
    raise ValueError(f"{token} is no word of a term")


def _parts(signs: Iterable[str]) -> Iterator[_Part]:
    """Yield what stands between dashes.

    Raises:
        ValueError: something is said twice.
    """
    part = _Part()
    for sign in (*signs, "-"):
        if sign.isalpha():
            part = replace(part, unit=_once(part.unit, sign))
        elif not sign.isdigit():
            if part != _Part():
                yield part
            part = _Part()
        elif len(sign) == _YEAR_DIGITS:
            part = replace(part, year=_once(part.year, int(sign)))
        else:
            part = replace(part, number=_once(part.number, int(sign)))


def _once(before: V | None, now: V) -> V:
    if before is not None:
        raise ValueError(f"{before} and {now} are both said")
    return now


def _completed(parts: list[_Part]) -> list[_Part]:
    """Return one or two parts, each with what only the other says.

    A year that stands alone belongs to a neighbour that has none: «2025-Q1».

    Raises:
        ValueError: there are none, or too many.
    """
    ends: list[_Part] = []
    for part in parts:
        if ends and (ends[-1].year is None) != (part.year is None):
            year, other = sorted((ends[-1], part), key=lambda end: end.year is None)
            if year == _Part(year=year.year):
                ends[-1] = replace(other, year=year.year)
                continue
        ends.append(part)
    if len(ends) not in {1, 2}:
        raise ValueError("a term has one end or two")
    return [_with(part, other) for part, other in zip(ends, ends[::-1], strict=True)]


def _with(part: _Part, other: _Part) -> _Part:
    unit = part.unit if part.number is None else part.unit or other.unit
    return replace(part, unit=unit, year=part.year or other.year)


def _months(year: int, first: int, count: int) -> Term:
    """Return ``count`` months of a year from the month ``first`` on."""
    last = first + count - 1
    return Term(date(year, first, 1), date(year, last, monthrange(year, last)[1]))
