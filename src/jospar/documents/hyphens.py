"""Where a Kazakh or Russian word may be broken, for narrow columns."""

import re

_V = "[аәеёиоөуұүыіэюя]"
_C = "[бвгғджзкқлмнңпрстфхһцчшщ]"
_SYLLABLE_END = "|".join(
    f"(?<={end})" for end in (_V, f"{_V}[йьъ]", f"{_V}{_C}", f"{_V}{_C}[ьъ]")
)
_SYLLABLES = re.compile(rf"(?<=\w\w)(?:{_SYLLABLE_END})(?={_C}{_V})", re.IGNORECASE)
"""Both languages break between syllables, with two letters or more on either side.

Where three consonants meet they differ, so that such places are left whole.
"""


def hyphenated(text: str, *, letters: int) -> str:
    """Return ``text`` with soft hyphens between syllables.

    A stretch longer than ``letters`` that has no syllables (a row of capitals, an
    address) gets places to break without a hyphen.
    """
    text = _SYLLABLES.sub("\u00ad", text)
    stretch = rf"[^\s\u00ad]{{{letters}}}(?=[^\s\u00ad])"
    return re.sub(stretch, "\\g<0>\u200b", text)
