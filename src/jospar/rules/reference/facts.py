"""What the acts on reference data look at, and what they are told."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from jospar.rules.core.act import Case
from jospar.rules.core.nouns import Text
from jospar.rules.core.offices import Office


@dataclass(frozen=True, slots=True)
class ReferenceFacts:
    """Whether what an act would enter is in the record already."""

    case: Case
    is_entered: bool = False


@dataclass(frozen=True, slots=True)
class ListFacts:
    """The bodies of the cycle in their official order.

    ``fixed`` are those that have rows in plans which are not drafts.
    """

    case: Case
    codes: tuple[str, ...] = ()
    fixed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OpenCycle:
    """The planning work of a calendar year begins under a ruleset."""

    year: int
    ruleset: str


@dataclass(frozen=True, slots=True)
class ListBody:
    """A central state body of the cycle; ``answers`` when it must answer."""

    code: str
    name: Text
    name_en: str
    answers: bool


@dataclass(frozen=True, slots=True)
class OrderBodies:
    """The official order of the bodies, by their codes."""

    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SetCalendar:
    """What became known of days off, above what the program brings with it.

    ``content`` is the whole file, TOML; ``edition`` is what the file calls itself.
    """

    edition: str
    content: str


@dataclass(frozen=True, slots=True)
class TreatyFacts:
    """Whether a treaty is listed, and whether it is so without its day.

    Who does not know the day means a treaty of those titles, of whatever day.
    """

    case: Case
    is_entered: bool = False
    lacks_day: bool = False


@dataclass(frozen=True, slots=True)
class ListTreaty:
    """A treaty that was concluded before, by its title and its day if that is known."""

    title: Text
    signed_on: date | None = None


@dataclass(frozen=True, slots=True)
class Appoint:
    """A person holds an office from a day to a day; an open end is empty."""

    person: str
    name: str
    office: Office
    body: str
    first_day: date
    last_day: date | None = None
    standing_in_for: str = ""


@dataclass(frozen=True, slots=True)
class AppointmentFacts:
    """From which day to which the appointment lasts; an open end is empty."""

    case: Case
    first_day: date
    last_day: date | None


@dataclass(frozen=True, slots=True)
class EndAppointment:
    """An appointment, by the number of its entry, ends earlier than was said."""

    appointment: int
    last_day: date


@dataclass(frozen=True, slots=True)
class ExplainFacts:
    """Whether the cycle has the entry that would be explained."""

    case: Case
    subject_is_recorded: bool = False


@dataclass(frozen=True, slots=True)
class Explain:
    """Why something under a provision was late or not done.

    ``subject`` is the number of the entry that came late; without it the explanation
    is for everything under the provision.
    """

    provision: str
    on: date
    text: Text
    subject: int | None = None


@dataclass(frozen=True, slots=True)
class SuccessionFacts:
    """A body that is taken over from, and its successor if it has one already.

    ``answers_in_the_end`` is the body that answers for the new successor, most often
    itself.
    """

    case: Case
    body: str
    answers_in_the_end: str
    succeeded_by: str | None = None
    since: date | None = None


@dataclass(frozen=True, slots=True)
class SucceedBody:
    """A body answers for another one's rows since a day, by a document."""

    body: str
    successor: str
    on: date
    document: str


class RepairKind(StrEnum):
    """What an administrator repaired; the last one is whatever no command does."""

    RESTORED = "restored"
    REBUILT = "rebuilt"
    MOVED = "moved"
    FACTORS_FORGOTTEN = "factors_forgotten"
    WAY_IN_GIVEN = "way_in_given"
    FILE_PUT_BACK = "file_put_back"
    BY_HAND = "by_hand"


@dataclass(frozen=True, slots=True)
class RepairFacts:
    """Whether the person whose way in is repaired has second factors."""

    case: Case
    has_factors: bool = False


@dataclass(frozen=True, slots=True)
class Repair:
    """What was repaired, and why.

    ``up_to`` is the entry that the journal ended with when it was restored, rebuilt or
    moved, ``hash`` the hash of that; ``shipped`` so many entries came from the journal
    in the second place. ``person`` is whose way in it was, ``file`` the SHA-256 of a
    kept file.
    """

    repair: RepairKind
    reason: str
    up_to: int | None = None
    hash: str = ""
    shipped: int | None = None
    person: str = ""
    file: str = ""
