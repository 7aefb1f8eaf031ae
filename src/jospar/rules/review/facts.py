"""What the acts of review look at, and what they are told."""

from dataclasses import dataclass
from datetime import date

from jospar.rules.core.act import Case
from jospar.rules.core.nouns import Concept, Text


@dataclass(frozen=True, slots=True)
class ReviewFacts:
    """The concept under review."""

    case: Case
    concept: Concept


@dataclass(frozen=True, slots=True)
class Conclude:
    """The Ministry's conclusion (қорытынды), signed on ``on``."""

    key: str
    expedient: bool
    on: date
    number: str
    reasons: Text
    signed_by: str


@dataclass(frozen=True, slots=True)
class Notify:
    """The paper with which the conclusion was sent to the body."""

    key: str
    on: date
    document: str
