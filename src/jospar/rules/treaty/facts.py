"""What the acts on one treaty through the years look at, and what they are told."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from jospar.rules.core.act import Case
from jospar.rules.core.nouns import ConceptKey, Text


class How(StrEnum):
    """How a concept belongs to an earlier one's treaty."""

    CONTINUES = "continues"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class OfTreaty:
    """A concept, and the number of its treaty: that of the treaty's first concept.

    ``bodies`` are those that may act on it.
    """

    year: int
    key: str
    received_on: date
    treaty: int
    bodies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PairFacts:
    """Two concepts; ``told_apart_on`` is the day since which they count as different.

    There each of a treaty's concepts counts for all of them. ``linked_on`` is the day
    on which the first itself was linked to the other, while that link stands.
    """

    case: Case
    concept: OfTreaty
    other: OfTreaty
    told_apart_on: date | None = None
    linked_on: date | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """A concept continues, or is, the treaty of an earlier concept."""

    key: ConceptKey
    on: date
    earlier_year: int
    earlier: str
    how: How
    reason: Text


@dataclass(frozen=True, slots=True)
class Unlink:
    """A concept was linked to an earlier one by mistake."""

    key: ConceptKey
    on: date
    earlier_year: int
    earlier: str
    reason: Text


@dataclass(frozen=True, slots=True)
class TellApart:
    """Two concepts look alike, and are not of one treaty."""

    key: ConceptKey
    on: date
    other_year: int
    other: str
    reason: Text
