"""What the acts of drafting look at, and what they are told."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from jospar.rules.core.act import Case
from jospar.rules.core.nouns import (
    Changes,
    Concept,
    ConceptKey,
    OccasionKey,
    Plan,
    PlanKind,
    Text,
)


class Register(StrEnum):
    """The two registers of what the plans take into account."""

    AGREEMENT = "agreement"
    EVENT = "event"


class With(StrEnum):
    """Who takes part in an international event."""

    PRESIDENT = "president"
    PRIME_MINISTER = "prime_minister"


@dataclass(frozen=True, slots=True)
class DraftingFacts:
    """A concept, the plan that its row stands in, and the plan it is placed in.

    ``placed_on`` is the day since which its row stands where it does, ``decided_on``
    the last day on which the Commission moved or excluded it; ``excluded`` tells
    whether it excluded it.
    """

    case: Case
    concept: Concept
    plan: Plan | None = None
    target: Plan | None = None
    placed_on: date | None = None
    decided_on: date | None = None
    excluded: bool = False


@dataclass(frozen=True, slots=True)
class RegisterFacts:
    """The register of agreements and events: whether the key is in it."""

    case: Case
    is_registered: bool = False


@dataclass(frozen=True, slots=True)
class OccasionFacts:
    """An agreement or event, since when it is registered and was considered last.

    ``unknown`` are the keys of concepts that the filing names and the record lacks.
    """

    case: Case
    registered_on: date
    considered_on: date | None = None
    unknown: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Settle:
    """What the Ministry settles for the draft, and why."""

    key: ConceptKey
    on: date
    reason: str
    changes: Changes = field(default_factory=Changes)


@dataclass(frozen=True, slots=True)
class Place:
    """A concept is put into a plan; ``reason`` is needed where its term straddles."""

    key: ConceptKey
    plan: PlanKind
    on: date
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Move:
    """A row goes to the other plan of the cycle, with the reason why."""

    key: ConceptKey
    plan: PlanKind
    on: date
    reason: str


@dataclass(frozen=True, slots=True)
class RegisterAgreement:
    """An agreement reached at a high-level event; ``years`` for which it matters."""

    key: str
    title: str
    reached_on: date
    place: str = ""
    years: tuple[int, ...] = ()
    concepts: tuple[str, ...] = ()
    considered: str = ""


@dataclass(frozen=True, slots=True)
class RegisterEvent:
    """An international event with the President or the Prime Minister."""

    key: str
    title: str
    with_whom: With
    first_day: date
    last_day: date
    place: str = ""
    concepts: tuple[str, ...] = ()
    considered: str = ""


@dataclass(frozen=True, slots=True)
class Consider:
    """How the entry ``key`` of a register is taken into account from now on.

    ``concepts`` are keys of concepts; ``considered`` is the word why there is none.
    """

    register: Register
    key: OccasionKey
    on: date
    concepts: tuple[str, ...] = ()
    considered: str = ""


@dataclass(frozen=True, slots=True)
class AskForConcept:
    """A body is asked for a concept on the entry ``key`` of a register, by a day."""

    register: Register
    key: OccasionKey
    body: str
    on: date
    answer_by: date
    question: Text
