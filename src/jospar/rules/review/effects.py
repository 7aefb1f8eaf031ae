"""What legally happens at review."""

from dataclasses import dataclass
from datetime import date

from jospar.rules.core.nouns import Text


@dataclass(frozen=True, slots=True)
class ConclusionGiven:
    """The Ministry has judged whether the treaty is expedient."""

    key: str
    expedient: bool
    on: date
    number: str
    reasons: Text
    signed_by: str


@dataclass(frozen=True, slots=True)
class ConclusionNotified:
    """The body has been told the conclusion."""

    key: str
    on: date
    document: str
