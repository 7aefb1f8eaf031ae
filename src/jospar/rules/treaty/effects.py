"""What legally happens to treaties through the years."""

from dataclasses import dataclass
from datetime import date

from jospar.rules.core.nouns import Text

from .facts import How


@dataclass(frozen=True, slots=True)
class ConceptLinked:
    """A concept, and all of its treaty, are of the earlier concept's treaty."""

    key: str
    on: date
    earlier_year: int
    earlier: str
    how: How
    reason: Text


@dataclass(frozen=True, slots=True)
class ConceptUnlinked:
    """A concept is of the earlier one's treaty no more, unless another link says so."""

    key: str
    on: date
    earlier_year: int
    earlier: str
    reason: Text


@dataclass(frozen=True, slots=True)
class ConceptsToldApart:
    """Two concepts that look alike are not of one treaty."""

    key: str
    on: date
    other_year: int
    other: str
    reason: Text
