"""What legally happens while the plans are drafted."""

from dataclasses import dataclass
from datetime import date

from jospar.rules.core.nouns import PlanKind, Text, Wording

from .facts import Register


@dataclass(frozen=True, slots=True)
class ConceptSettled:
    """A concept reads as the Ministry settled it for the draft."""

    key: str
    on: date
    reason: str
    wording: Wording
    term_changed: bool


@dataclass(frozen=True, slots=True)
class ConceptPlaced:
    """A concept has a row in a plan."""

    key: str
    plan: PlanKind
    on: date
    reason: str


@dataclass(frozen=True, slots=True)
class RowMoved:
    """A row stands in the other plan; both are drafts."""

    key: str
    plan: PlanKind
    on: date
    reason: str


@dataclass(frozen=True, slots=True)
class OccasionRegistered:
    """An agreement or an event that the plans of ``years`` take into account.

    ``kind`` is ``agreement``, ``president`` or ``prime_minister``; an agreement was
    reached on ``first_day``.
    """

    key: str
    kind: str
    title: str
    first_day: date
    last_day: date
    place: str
    years: tuple[int, ...]
    concepts: tuple[str, ...]
    considered: str


@dataclass(frozen=True, slots=True)
class OccasionConsidered:
    """An agreement or event is linked to these concepts now, or to none, and why."""

    register: Register
    key: str
    on: date
    concepts: tuple[str, ...]
    considered: str


@dataclass(frozen=True, slots=True)
class ConceptRequested:
    """A body was asked for a concept on an agreement or event."""

    register: Register
    key: str
    body: str
    on: date
    answer_by: date
    question: Text
