"""Which bodies a cell names: in full, by an old name, abbreviated or misspelt."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from rapidfuzz import fuzz

from jospar.rules.core.forms import FORM_LANGUAGES
from jospar.rules.core.titles import fold

from .values import KnownBody, squeezed

_PARTING = re.compile(
    r"[;\n/]|(?i:\sсовместно с\s|,\s?(?=министерств|агентств|комитет|қазақстан"
    r"|қр\b|мин[а-я]{2}))|,\s?(?=[А-ЯӘҒҚҢӨҰҮІ]{2})"
)
_REPUBLIC = re.compile(r"\b(?:рк|қр|республики казахстан|қазақстан республикасы\w*)\b")
_SMALL_WORDS = frozenset("и және мен по в о об".split())  # noqa: SIM905 - words
_MINISTRY = re.compile(r"^(?:мин-во|м-во|мин\.)\s*")
_SHORT = re.compile(r"мин(?P<rest>[а-я]{3,})")
_FEWEST = 3
_LEAST, _MARGIN = 84.0, 3.0

How = Literal["exact", "former", "guess", "unknown"]


@dataclass(frozen=True, slots=True)
class BodyFound:
    """What a part of a cell names: the body if any, and how it was known."""

    text: str
    body: KnownBody | None
    how: How


class Bodies:
    """The known bodies, ready to be looked for in many cells."""

    def __init__(self, known: tuple[KnownBody, ...]) -> None:
        self._named: dict[str, tuple[KnownBody, How]] = {}
        self._short: dict[str, set[str]] = {}
        self._folded: list[tuple[str, KnownBody]] = []
        self._codes = {body.code: body for body in known}
        for body in known:
            self._take(body)
        self.find = cache(self._find)

    def _take(self, body: KnownBody) -> None:
        for at, name in enumerate(body.names):
            how: How = "former" if at else "exact"
            for language in FORM_LANGUAGES:
                if text := name[language]:
                    self._named.setdefault(_plain(text), (body, how))
                    self._folded.append((_without_republic(text), body))
                    for short in _abbreviations(text):
                        self._short.setdefault(short, set()).add(body.code)

    def _find(self, cell: str) -> tuple[BodyFound, ...]:
        """Return what each part of a cell names."""
        if not self._codes:
            return ()
        if named := self._named.get(_plain(cell)):
            return (BodyFound(cell, *named),)
        parts = [squeezed(part) for part in _PARTING.split(cell)]
        return tuple(
            self._one(part.strip(" ,.")) for part in parts if part.strip(" ,.")
        )

    def _one(self, text: str) -> BodyFound:
        if named := self._named.get(_plain(text)):
            return BodyFound(text, *named)
        codes = self._short.get(_letters(_without_republic(text)), set())
        if not codes and (short := _SHORT.fullmatch(_without_republic(text))):
            begin = short["rest"][: max(_FEWEST, len(short["rest"]) - 1)]
            codes = {
                body.code
                for name, body in self._folded
                if any(word.startswith(begin) for word in name.split()[1:])
            }
        if len(codes) == 1:
            return BodyFound(text, self._codes[next(iter(codes))], "guess")
        return self._near(text)

    def _near(self, text: str) -> BodyFound:
        """Return the body whose name is alike, if no other's is nearly as much."""
        said = _without_republic(text)
        best: dict[str, float] = {}
        for name, body in self._folded:
            score = fuzz.ratio(said, name)
            best[body.code] = max(score, best.get(body.code, 0.0))
        first, *others = sorted(best, key=lambda code: -best[code])
        second = best[others[0]] if others else 0.0
        if best[first] >= _LEAST and best[first] - second >= _MARGIN:
            return BodyFound(text, self._codes[first], "guess")
        return BodyFound(text, None, "unknown")


def _plain(text: str) -> str:
    return squeezed(text).casefold()


def _letters(text: str) -> str:
    return "".join(text.split())


def _without_republic(text: str) -> str:
    """Return a name folded, without the Republic that all of them have."""
    said = _MINISTRY.sub("министерство ", squeezed(text).lower())
    return fold(_REPUBLIC.sub(" ", said))


def _abbreviations(name: str) -> Iterator[str]:
    """Yield the first letters of a name: МИД, СІМ folded; a dash parts words too."""
    words = _without_republic(name).split()
    yield "".join(word[0] for word in words if word not in _SMALL_WORDS)
    yield "".join(word[0] for word in words)
