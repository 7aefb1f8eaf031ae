"""How many letters a text may have, said once for every door that it can come in by."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import NamedTuple

from .checks import Unmet, check, unmet
from .further import FURTHER
from .nouns import Text
from .sentences import _

CODE = 40
"""Letters of the code of a body, a recipient or a ruleset."""
LINE = 200
"""Letters of what is one line: a key, a number, a name, a place."""
TEXT = 10_000
"""Letters of what is written in sentences: some four pages."""
FILE = 1_000_000
"""Letters of a file that is entered whole."""
ROWS = 5_000
"""Rows of a plan that is brought in: the largest ones have a few hundred."""

CODES = frozenset({"body", "code", "recipient", "ruleset"})
SENTENCES = frozenset(
    {
        "answer",
        "considered",
        "grounds",
        "note",
        "opinion",
        "present",
        "purpose",
        "question",
    }
    | {"reason", "reasons", "remark", "text", "title"}
)
"""Names of texts that take more than a line."""
_LANGUAGES = ("_kk", "_ru", "_en")
_SHOWN = 60
"""So many letters of a text are shown in the sentence about it."""


class LongText(NamedTuple):
    """A text that is longer than the record keeps, and the field it stands in."""

    field: str
    text: str


def most_letters(name: str) -> int:
    """Return how many letters a text has at most, by the name of its field."""
    stem = name
    for ending in _LANGUAGES:
        stem = stem.removesuffix(ending)
    if stem in CODES:
        return CODE
    if stem == "content":
        return FILE
    # A name in languages may be that of a treaty, as long as a title.
    named = name in {"name_kk", "name_ru"}
    return TEXT if named or stem in SENTENCES or name.startswith(FURTHER) else LINE


def beginning(text: str) -> str:
    """Return ``text`` as a sentence about it shows it."""
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"


def long_texts(value: object, name: str = "") -> Iterator[LongText]:
    """Yield the texts of a filing that are too long, however deep they stand."""
    if isinstance(value, str):
        if len(value) > most_letters(name):
            yield LongText(name, value)
    elif isinstance(value, tuple):
        for item in value:
            yield from long_texts(item, name)
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from long_texts(item, f"{FURTHER}{key}")
    elif is_dataclass(value):
        within = f"{name}_" if isinstance(value, Text) else ""
        for part in fields(value):
            yield from long_texts(getattr(value, part.name), f"{within}{part.name}")


@check(
    "record.length",
    _("“{value}” has {count} letters; write {most} at most."),
    _("Shorten it; what is longer can come with the paper."),
)
def texts_in_bounds(facts: object, filing: object) -> Iterator[Unmet]:
    """No text is longer than the record keeps."""
    for field, text in long_texts(filing):
        yield unmet(
            field, value=beginning(text), count=len(text), most=most_letters(field)
        )
