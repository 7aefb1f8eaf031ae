"""A fingerprint as a person types it from a page."""

import re
from dataclasses import dataclass

FEWEST, MOST = 16, 64
"""So many digits tell a fingerprint from all others; so many has a whole one."""

_BETWEEN = re.compile(r"[\s\-‐‑–—.,:;_]+")
_SLIPS = str.maketrans("асеоoliі", "ace00111")
"""Letters of other keyboards, and O and l, that look like digits of fingerprints."""
_DIGITS = frozenset("0123456789abcdef")


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed: its digits, and the signs that no fingerprint has."""

    digits: str
    strange: str

    @property
    def whole(self) -> bool:
        """Whether it can be looked up."""
        return not self.strange and FEWEST <= len(self.digits) <= MOST


def typed(text: str) -> Typed:
    """Return the digits in ``text``: blanks, dashes and capitals do not count."""
    plain = _BETWEEN.sub("", text).lower().translate(_SLIPS)
    strange = dict.fromkeys(sign for sign in plain if sign not in _DIGITS)
    return Typed(plain, "".join(strange))
