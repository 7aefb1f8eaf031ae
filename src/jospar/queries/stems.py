"""Names of files that are safe on every system, made from what people call things."""

import re
import unicodedata
from collections.abc import Iterable

_LONGEST = 100
"""Signs of a stem; with counter, language and ending it fits every file system."""

_LETTERS = str.maketrans(
    "аәбвгғдеёзийкқлмнңоөпрстуұүфһыіэАӘБВГҒДЕЁЗИЙКҚЛМНҢОӨПРСТУҰҮФҺЫІЭ",
    "aabvggdeeziikklmnnooprstuuufhyieAABVGGDEEZIIKKLMNNOOPRSTUUUFHYIE",
)
_SEVERAL = str.maketrans(
    {"ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch"}
    | {"Ж": "Zh", "Х": "Kh", "Ц": "Ts", "Ч": "Ch", "Ш": "Sh", "Щ": "Shch"}
    | {"ю": "iu", "я": "ia", "Ю": "Iu", "Я": "Ia"}
    | dict.fromkeys("ъьЪЬ", "")
)
_OTHERS = re.compile(r"[^A-Za-z0-9]+")


def stems(names: Iterable[str]) -> list[str]:
    """Return a file stem for each of ``names``: Latin letters, digits and hyphens.

    No two are equal, in capitals or small letters. Where names would give the same
    stem, the later ones get a number: a stem stays as long as names are added at the
    end only.
    """
    used: set[str] = set()
    return [_unused(_stem(name), used) for name in names]


def _stem(name: str) -> str:
    latin = unicodedata.normalize("NFC", name).translate(_LETTERS).translate(_SEVERAL)
    signs = unicodedata.normalize("NFKD", latin)
    plain = "".join(sign for sign in signs if not unicodedata.combining(sign))
    return _OTHERS.sub("-", plain).strip("-")[:_LONGEST].rstrip("-")


def _unused(stem: str, used: set[str]) -> str:
    found, number = stem, 1
    while found.lower() in used:
        number += 1
        found = f"{stem}-{number}"
    used.add(found.lower())
    return found
