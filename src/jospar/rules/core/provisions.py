"""Names of provisions: what every check, act and figure stands on.

Code refers to a provision by its name; the number of the paragraph and the gist in
three languages come from the ruleset. Statements of our own practice have a name too
and no paragraph, so that they are never shown as a breach of the Rules.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

_CODE = re.compile(r"[a-z_]+\.[a-z_]+")


class Source(StrEnum):
    """What a statement stands on."""

    LAW = "law"
    PRACTICE = "practice"


@dataclass(frozen=True, slots=True)
class Provision:
    """A provision with its paragraph and its gist in our own words by language.

    ``outside`` says by language why no act carries the provision out; it is empty
    for the others.
    """

    code: str
    source: Source
    paragraph: str | None
    gist: Mapping[str, str]
    outside: Mapping[str, str]


def check_code(code: str) -> str:
    """Return ``code`` if it has the form of a provision's name.

    Raises:
        ValueError: when it has not, as with a paragraph's number.
    """
    if not _CODE.fullmatch(code):
        raise ValueError(f"“{code}” is not a name of a provision such as area.rule.")
    return code
