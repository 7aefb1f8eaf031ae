"""Letters that look alike and are different: a Latin one in a Cyrillic word."""

from difflib import SequenceMatcher
from typing import NamedTuple

_TWINS = dict(
    zip(
        "ABCEHIKMOPTXYacehikopxyƏəƟɵ",
        "АВСЕНІКМОРТХУасеһікорхуӘәӨө",
        strict=True,
    )
)


class LetterPair(NamedTuple):
    """A letter, and the one that stands in its place and looks the same."""

    was: str
    now: str


def alike_letters(was: str, now: str) -> list[LetterPair]:
    """Return the letters that were exchanged for twins, each pair once."""
    found: dict[LetterPair, None] = {}
    matcher = SequenceMatcher(None, was, now, autojunk=False)
    for kind, i, j, k, m in matcher.get_opcodes():
        if kind == "replace" and j - i == m - k:
            for pair in map(LetterPair, was[i:j], now[k:m]):
                if _twin(pair.was) == _twin(pair.now):
                    found[pair] = None
    return list(found)


def _twin(letter: str) -> str:
    return _TWINS.get(letter, letter)


def code_point(letter: str) -> str:
    """Return how the Unicode standard calls a letter: ``U+04D9``."""
    return f"U+{ord(letter):04X}"
