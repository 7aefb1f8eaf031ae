"""Words of titles that a person may mean by what they typed."""

from collections.abc import Mapping

from rapidfuzz import process
from rapidfuzz.distance import OSA, Prefix

_MOST = 200
"""So many words are looked for in place of one; the commonest are."""
_FORM_STEM = 4
"""Letters that two forms of a word begin with at least."""
_ENDING = 5
"""Letters that an ending has at most: a plural, a possessive and a case."""
_LONG = 8
"""Letters of a word in which two slips are forgiven; one is from half of them on."""


def words_meant(typed: str, vocabulary: Mapping[str, int]) -> list[str]:
    """Return the words of ``vocabulary`` that ``typed`` may stand for, commonest first.

    They contain it or are another form of it; where there are none, they are what it
    is, or begins, by a slip of the finger. All words are folded; ``vocabulary`` tells
    how many titles have each.
    """
    found = [word for word in vocabulary if _has(word, typed) or _alike(word, typed)]
    if not found:
        found = _slipped(typed, {word: word for word in vocabulary})
    if not found:
        found = _slipped(typed, {word: word[: len(typed)] for word in vocabulary})
    return sorted(found, key=lambda word: (-vocabulary[word], word))[:_MOST]


def word_meant(typed: str, vocabulary: Mapping[str, int]) -> str | None:
    """Return the word that ``typed`` most likely is by a slip, the commonest of such.

    ``vocabulary`` has the commonest words first.
    """
    found = _slipped(typed, {word: word for word in vocabulary}, limit=1)
    return found[0] if found else None


def _slipped(
    typed: str, spelt: Mapping[str, str], limit: int | None = None
) -> list[str]:
    """Return the keys whose spelling is ``typed`` but for a slip, the nearest first."""
    if len(typed) < _LONG // 2:
        return []
    found = process.extract(
        typed,
        spelt,
        scorer=OSA.distance,
        score_cutoff=2 if len(typed) >= _LONG else 1,
        limit=limit,
    )
    return [word for _spelling, _distance, word in found]


def _has(word: str, typed: str) -> bool:
    """Tell whether ``typed`` begins the word, or stands in it and is not too short."""
    return word.startswith(typed) or (len(typed) >= _FORM_STEM and typed in word)


def _alike(word: str, typed: str) -> bool:
    """Tell whether two words differ in their endings only."""
    stem = Prefix.similarity(word, typed)
    return (
        stem >= _FORM_STEM
        and 2 * stem > len(typed)
        and max(len(word), len(typed)) - stem <= _ENDING
    )
