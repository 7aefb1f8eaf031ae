"""Titles of treaties as texts: their order, how they are searched and compared."""

import re
import unicodedata
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import takewhile
from string import ascii_lowercase, digits
from typing import Literal, NamedTuple

KAZAKH_ALPHABET = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"
"""The 42 letters in their order."""

KAZAKH_LETTERS = frozenset("әғқңөұүһі")
"""The letters that no Russian text has."""

LOOKALIKES = str.maketrans("әəғқңөұүһіё", "аагкноуухие")
"""Each Kazakh letter by the Russian one that people type where they lack it.

The second is the Latin schwa, which many type for the first.
"""

_LATIN = str.maketrans("ABCEHIKMOPTXYacehikopxy", "авсеникмортхуасехикорху")
"""Latin letters by the Cyrillic ones that look like them, folded."""
_WITH_LATIN = re.compile(r"\b[^\WA-Za-z]*[A-Za-z]\w*")
_CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)
_BETWEEN_WORDS = re.compile(r"[\W_]+")
_WITHIN_WORDS = re.compile("[\xad\u200b-\u200d\u2060\ufeff]")
"""Soft hyphens and blanks of no width, which nobody sees."""


class _Places(dict[int, str | None]):
    """Where a small letter stands in the order; what has no place is left out."""

    def __missing__(self, code: int) -> str | None:
        """Find the place of a rarer sign and keep it for the next title."""
        sign = chr(code)
        # A Latin letter with an accent stands with the letter that it is made from.
        letter = unicodedata.normalize("NFD", sign)[0]
        place = letter if letter in ascii_lowercase else None
        self[code] = " " if sign.isspace() else place
        return self[code]


# Blanks, digits and Latin letters already stand in the right order of code points; the
# Kazakh letters get code points that run after them in the order of the alphabet.
_PLACES = _Places(
    {ord(sign): sign for sign in digits + ascii_lowercase}
    | {ord(letter): chr(0x400 + n) for n, letter in enumerate(KAZAKH_ALPHABET)}
)
_BLANKS = re.compile("  +")


def kazakh_order(title: str) -> str:
    """Return a key by which Kazakh titles sort as in the dictionary ("plans.forms").

    Capitals count as small letters; blank < digits < Latin letters < the 42 letters.
    Everything else is skipped, and then runs of blanks count as one. A title is
    trimmed before that, not after: a blank behind a skipped first sign stays, and
    sorts first.
    """
    small = unicodedata.normalize("NFC", title.strip().lower())
    return _BLANKS.sub(" ", small.translate(_PLACES))


def fold(title: str) -> str:
    """Return ``title`` as it is searched and compared: words of plain small letters.

    Kazakh letters become the Russian ones next to them and ``ё`` becomes ``е``, as do
    Latin letters in a word of Cyrillic ones. What nobody sees goes; what else is no
    letter or digit parts words, as a blank does.
    """
    seen = _WITHIN_WORDS.sub("", unicodedata.normalize("NFC", title))
    typed = _WITH_LATIN.sub(_in_cyrillic, seen)
    small = typed.lower().translate(LOOKALIKES)
    return _BETWEEN_WORDS.sub(" ", small).strip()


def _in_cyrillic(found: re.Match[str]) -> str:
    """Return a word without the Latin letters that slipped in among Cyrillic ones."""
    word = found[0]
    return word.translate(_LATIN) if _CYRILLIC.search(word) else word


def looks_kazakh(text: str) -> bool:
    """Tell whether ``text`` has a letter that only Kazakh has."""
    return not KAZAKH_LETTERS.isdisjoint(text.lower())


class WordChange(NamedTuple):
    """Words that stayed, went, came or were exchanged between two titles."""

    kind: Literal["equal", "delete", "insert", "replace"]
    old: tuple[str, ...]
    new: tuple[str, ...]


MOST_COMPARED = 200
"""Words of the longest titles that are compared word by word; real ones have sixty.

The time grows with the third power of words that come again and again.
"""


def compare_words(old: str, new: str) -> list[WordChange]:
    """Return the way from the words of ``old`` to those of ``new``, in their order."""
    before, after = tuple(old.split()), tuple(new.split())
    if max(len(before), len(after)) > MOST_COMPARED:
        return list(_ends_compared(before, after))
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    return [
        WordChange(kind, before[i:j], after[k:m])
        for kind, i, j, k, m in matcher.get_opcodes()
    ]


def _ends_compared(
    before: tuple[str, ...], after: tuple[str, ...]
) -> Iterator[WordChange]:
    """Yield the words that both begin and end with, and what was put between."""
    head = _shared(before, after)
    tail = _shared(before[head:][::-1], after[head:][::-1])
    old, new = before[head : len(before) - tail], after[head : len(after) - tail]
    if head:
        yield WordChange("equal", before[:head], after[:head])
    if old or new:
        kind: Literal["delete", "insert", "replace"] = (
            "replace" if old and new else "delete" if old else "insert"
        )
        yield WordChange(kind, old, new)
    if tail:
        yield WordChange("equal", before[-tail:], after[-tail:])


def _shared(some: tuple[str, ...], others: tuple[str, ...]) -> int:
    """Return with how many words both begin."""
    pairs = zip(some, others, strict=False)
    return sum(1 for _pair in takewhile(lambda pair: pair[0] == pair[1], pairs))
