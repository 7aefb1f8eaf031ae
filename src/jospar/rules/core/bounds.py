"""What texts may hold, and how much, said once for every door that they come in by."""

import re
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


_MISLEADING = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069"
    "\ud800-\udfff\ue000-\uf8ff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
"""Signs that turn the direction of writing, control a machine, or mean nothing.

With them a text is read otherwise than it is kept. Soft hyphens and blanks of no width
come along with what is pasted and mislead nobody: titles are compared without them.
"""
_PLACE = "\N{WHITE SQUARE}"
_AROUND = 20
"""So many letters before and behind such a sign are shown with it."""


class FieldText(NamedTuple):
    """A text and the field that it stands in."""

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


def texts_of(value: object, name: str = "") -> Iterator[FieldText]:
    """Yield the texts of a filing, however deep they stand."""
    if isinstance(value, str):
        yield FieldText(name, value)
    elif isinstance(value, tuple):
        for item in value:
            yield from texts_of(item, name)
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from texts_of(item, f"{FURTHER}{key}")
    elif is_dataclass(value):
        within = f"{name}_" if isinstance(value, Text) else ""
        for part in fields(value):
            yield from texts_of(getattr(value, part.name), f"{within}{part.name}")


def long_texts(value: object) -> Iterator[FieldText]:
    """Yield the texts of a filing that are too long, however deep they stand."""
    return (one for one in texts_of(value) if len(one.text) > most_letters(one.field))


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


@check(
    "record.letters",
    _("“{value}” holds a sign that nobody sees, {sign}, where the square stands."),
    _("Delete it, or type these words anew."),
)
def signs_are_seen(facts: object, filing: object) -> Iterator[Unmet]:
    """No text can be read otherwise than it is kept."""
    for field, text in texts_of(filing):
        if found := _MISLEADING.search(text):
            before = text[max(0, found.start() - _AROUND) : found.start()]
            behind = text[found.end() : found.end() + _AROUND]
            shown = _MISLEADING.sub(_PLACE, f"{before}{_PLACE}{behind}")
            yield unmet(field, value=shown, sign=f"U+{ord(found[0]):04X}")
