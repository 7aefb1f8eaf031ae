"""The official papers as plain values: letters, the receipt and two sheets.

A ``Text`` holds both languages, so that one paper prints in either; where one of
them is empty the other is printed. An empty text is a value not known yet: the
paper then leaves room for it or says nothing of it. A moment is printed with the hour
that it bears, as Astana time: whoever makes a paper turns it into that time zone first.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Self

from jospar.rules.core.nouns import Term, Text

from .amendment_sheet import AmendmentSheet
from .disagreements import DisagreementTable
from .handled import Handled
from .official_letter import OfficialLetter, Reminder
from .protocol_extract import ProtocolExtract

_NO_TEXT = Text()


@dataclass(frozen=True, slots=True, kw_only=True)
class LateConcept:
    """A concept that came late: its key, its covering letter, and when it came.

    ``document`` and ``document_day`` are the body's number and day of that letter,
    ``registered_number`` and ``registered_day`` the Ministry's.
    """

    key: str
    title: Text
    document: str
    document_day: date | None = None
    registered_number: str = ""
    registered_day: date | None = None
    received_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnLetter(OfficialLetter):
    """A letter that gives late concepts of one body back without a look at them.

    ``last_day`` is the last day on which concepts of the ``cycle`` (a year) were in
    time. ``rules`` is the name of the Rules as a letter cites it, ``paragraph`` the
    number of their provision on the return ("concepts.late").
    """

    concepts: tuple[LateConcept, ...]
    cycle: int
    last_day: date
    rules: Text
    paragraph: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ConclusionNotice(OfficialLetter):
    """A letter that tells a body what the Ministry concluded on its concept.

    ``document`` and ``document_day`` are the body's number and day of its covering
    letter, ``registered_number`` and ``registered_day`` the Ministry's. ``plan`` is the
    title of the plan that an expedient concept leads to, as its form prints it.
    """

    concept: str
    title: Text
    document: str = ""
    document_day: date | None = None
    registered_number: str = ""
    registered_day: date | None = None
    conclusion_number: str
    conclusion_day: date
    expedient: bool
    reasons: Text
    conclusion_signed_by: str
    plan: Text = _NO_TEXT


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanLetter(OfficialLetter):
    """A letter that goes with an agreed plan.

    ``plan`` is the plan's title as its form prints it, with the years, ``rows`` how
    many rows it has. ``fingerprint`` is 64 hexadecimal digits. ``means`` is
    ``paper``, ``electronic`` or words that are printed as they are.
    """

    plan: Text
    revision: int
    fingerprint: str
    rows: int
    means: str = ""

    def unsent(self) -> Self:
        """Return the letter as it was before it was sent, by whatever means."""
        return replace(OfficialLetter.unsent(self), means="")


@dataclass(frozen=True, slots=True, kw_only=True)
class DispatchLetter(PlanLetter):
    """A letter that goes with a plan as it was agreed to one of its recipients."""

    reply_number: str
    reply_day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class RevisionLetter(PlanLetter):
    """A letter that goes with a plan as it was amended to one of its recipients.

    ``ground`` is on what the plan changed, as documents say it, ``since`` the day on
    which the ``revision`` came into force. ``added``, ``changed`` and ``removed`` are
    how many of its rows were.
    """

    ground: Text
    since: date
    added: int
    changed: int
    removed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt(Handled):
    """The proof that a body filed a concept, or a letter that it proposes none.

    ``concept`` and ``title`` are empty for a letter of none. ``missing`` names what
    a concept still lacks, in words. ``fingerprint`` is the SHA-256 of what was
    filed, 64 hexadecimal digits; ``document`` and ``document_day`` the body's number
    and day of its letter, ``registered_number`` and ``registered_day`` the Ministry's.
    """

    number: str
    day: date
    body: Text
    concept: str = ""
    title: Text = _NO_TEXT
    document: str
    document_day: date | None = None
    registered_number: str = ""
    registered_day: date | None = None
    cycle: int
    received_at: datetime
    last_day: date
    in_time: bool
    missing: tuple[Text, ...] = ()
    fingerprint: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """What may call for a treaty, and how a plan takes it up.

    ``concepts`` are the keys of those linked to it that are in the record,
    ``considered`` is the word why there is none.
    """

    key: str
    title: str
    place: str = ""
    concepts: tuple[str, ...] = ()
    considered: str = ""

    @property
    def state(self) -> str:
        """How it was taken into account: linked, considered or neither."""
        return state_of(self.concepts, self.considered)


@dataclass(frozen=True, slots=True, kw_only=True)
class HighLevelAgreement(Occasion):
    """An agreement reached at a high-level event."""

    reached_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class InternationalEvent(Occasion):
    """An event with ``attended_by``: the ``president`` or the ``prime_minister``."""

    attended_by: str
    days: Term


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanConsiderations:
    """The agreements and events of one plan's years, under the plan's title."""

    title: Text
    agreements: tuple[HighLevelAgreement, ...] = ()
    events: tuple[InternationalEvent, ...] = ()

    @property
    def total(self) -> int:
        """How many there are."""
        return len(self.agreements) + len(self.events)

    @property
    def linked(self) -> int:
        """How many have a concept."""
        return self._count("linked")

    @property
    def considered(self) -> int:
        """How many have a word why there is no concept."""
        return self._count("considered")

    @property
    def open(self) -> int:
        """How many have neither."""
        return self._count("neither")

    def _count(self, state: str) -> int:
        states = [agreement.state for agreement in self.agreements]
        states += [event.state for event in self.events]
        return states.count(state)


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsiderationSheet(Handled):
    """The sheet that shows how drafts take agreements and events into account."""

    day: date
    plans: tuple[PlanConsiderations, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class UnsettledConcept:
    """A concept received in time that holds the plans up.

    ``complete`` tells whether its body brought all that a conclusion needs.
    """

    key: str
    body: Text
    title: Text
    received_on: date
    complete: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class CompletenessSheet(Handled):
    """The sheet that shows what a ``cycle`` (a year) has not settled yet.

    The figures count concepts received in time; ``concluded`` and ``placed`` those
    of them that have a conclusion and that stand in a plan. ``without_plan`` are
    expedient ones that stand in no plan and were not excluded.
    """

    day: date
    cycle: int
    received_in_time: int
    withdrawn: int
    concluded: int
    placed: int
    without_conclusion: tuple[UnsettledConcept, ...] = ()
    without_plan: tuple[UnsettledConcept, ...] = ()

    @property
    def open(self) -> int:
        """How many concepts hold the plans up."""
        return len(self.without_conclusion) + len(self.without_plan)


Letter = ReturnLetter | ConclusionNotice | DispatchLetter | RevisionLetter | Reminder
"""The papers that wait in the outbox until they are sent."""

Sheet = ConsiderationSheet | CompletenessSheet | DisagreementTable | AmendmentSheet

Paper = Letter | Receipt | Sheet | ProtocolExtract

PAPER_TYPES: Mapping[str, type[Paper]] = {
    "return_letter": ReturnLetter,
    "conclusion_notice": ConclusionNotice,
    "dispatch_letter": DispatchLetter,
    "revision_letter": RevisionLetter,
    "reminder": Reminder,
    "receipt": Receipt,
    "consideration_sheet": ConsiderationSheet,
    "completeness_sheet": CompletenessSheet,
    "disagreement_table": DisagreementTable,
    "amendment_sheet": AmendmentSheet,
    "protocol_extract": ProtocolExtract,
}
"""The papers by the name of their template."""


def state_of(concepts: tuple[object, ...], considered: str) -> str:
    """Return how something was taken into account: linked, considered or neither."""
    if concepts:
        return "linked"
    return "considered" if considered else "neither"
