"""What legally happens at intake."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from jospar.rules.core.nouns import Entry, Text, Wording


@dataclass(frozen=True, slots=True)
class ConceptReceived:
    """A concept is in the record; ``complete`` when no text is missing."""

    key: str
    proposers: tuple[str, ...]
    wording: Wording
    entry: Entry
    counterparties: tuple[str, ...]
    sent_on: date | None
    received_at: datetime
    received_on: date
    document: str
    complete: bool
    further: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class NoneReported:
    """A body's letter that it has no proposals is in the record."""

    body: str
    received_at: datetime
    received_on: date
    document: str


@dataclass(frozen=True, slots=True)
class ConceptSupplemented:
    """A concept reads differently; ``complete`` when no text is missing now."""

    key: str
    on: date
    document: str
    wording: Wording
    complete: bool
    term_changed: bool
    further: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ConceptWithdrawn:
    """A concept is withdrawn by its body."""

    key: str
    on: date
    document: str


@dataclass(frozen=True, slots=True)
class ConceptReturned:
    """A late concept went back to its body without being looked at."""

    key: str
    on: date
    document: str


@dataclass(frozen=True, slots=True)
class HandlingMarked:
    """A concept bears the mark “for official use” from now on, or no longer."""

    key: str
    on: date
    official_use: bool
    reason: str


@dataclass(frozen=True, slots=True)
class BodyReminded:
    """A reminder to a body waits; ``text`` is empty for the usual words."""

    body: str
    on: date
    text: Text


@dataclass(frozen=True, slots=True)
class PaperRegistered:
    """A paper that came bears the Ministry's own number and day."""

    paper: int
    number: str
    on: date
