"""Letters that look alike and are different: a Latin one in a Cyrillic word."""

from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from jospar.rules.core.bounds import TEXT

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
    """Return the letters that were exchanged for twins, each pair once.

    A file may hold longer texts than the record: behind its bound nothing is compared.
    """
    found: dict[LetterPair, None] = {}
    for step in Levenshtein.opcodes(was[:TEXT], now[:TEXT]):
        if step.tag == "replace":
            before = was[step.src_start : step.src_end]
            after = now[step.dest_start : step.dest_end]
            for pair in map(LetterPair, before, after):
                if _twin(pair.was) == _twin(pair.now):
                    found[pair] = None
    return list(found)


def _twin(letter: str) -> str:
    return _TWINS.get(letter, letter)


def code_point(letter: str) -> str:
    """Return how the Unicode standard calls a letter: ``U+04D9``."""
    return f"U+{ord(letter):04X}"
