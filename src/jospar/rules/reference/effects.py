"""What legally happens to reference data."""

from dataclasses import dataclass
from datetime import date

from jospar.rules.core.nouns import Text
from jospar.rules.core.offices import Office


@dataclass(frozen=True, slots=True)
class CycleOpened:
    """The planning work of a year has begun: two plans are to be made.

    ``content`` is the whole ruleset that the cycle keeps to, so that the journal
    explains itself wherever it is read.
    """

    year: int
    ruleset: str
    digest: str
    content: str


@dataclass(frozen=True, slots=True)
class BodyListed:
    """A body takes part in the cycle, at the end of the official order."""

    code: str
    name: Text
    name_en: str
    answers: bool
    position: int


@dataclass(frozen=True, slots=True)
class BodiesOrdered:
    """The official order of the bodies is this."""

    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CalendarSet:
    """Days off are known better than before."""

    edition: str
    content: str


@dataclass(frozen=True, slots=True)
class TreatyListed:
    """A treaty was concluded before: what resembles it is pointed out."""

    title: Text
    signed_on: date | None


@dataclass(frozen=True, slots=True)
class TreatyDated:
    """The day of a treaty that was listed without one is known now."""

    title: Text
    signed_on: date


@dataclass(frozen=True, slots=True)
class PersonAppointed:
    """A person holds an office from a day on."""

    person: str
    name: str
    office: Office
    body: str
    first_day: date
    last_day: date | None
    standing_in_for: str


@dataclass(frozen=True, slots=True)
class AppointmentEnded:
    """The appointment that an entry made lasts until this day, and no longer."""

    appointment: int
    last_day: date


@dataclass(frozen=True, slots=True)
class LatenessExplained:
    """The report says why something was late; without ``subject`` of all under it."""

    provision: str
    subject: int | None
    on: date
    text: Text


@dataclass(frozen=True, slots=True)
class BodySucceeded:
    """A body answers for everything of another one since this day."""

    body: str
    successor: str
    on: date
    document: str


@dataclass(frozen=True, slots=True)
class FactorsForgotten:
    """The person is asked for no second factor that was set up before."""

    person: str


@dataclass(frozen=True, slots=True)
class WayInGiven:
    """The person comes in by what was given now; the password before opens nothing."""

    person: str
