"""The nouns of the Rules: plain frozen values that every part of them shares."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Any, get_type_hints


class Keyed(StrEnum):
    """A record that the key in a filing names."""

    CONCEPT = "concept"
    OCCASION = "occasion"
    ROW = "row"
    DOSSIER = "dossier"


ConceptKey = Annotated[str, Keyed.CONCEPT]
"""The key of a concept that is in the record."""
OccasionKey = Annotated[str, Keyed.OCCASION]
"""The key of an entry of a register of occasions."""
RowKey = Annotated[str, Keyed.ROW]
"""The key of a row of an agreed plan: that of its concept."""
DossierKey = Annotated[str, Keyed.DOSSIER]
"""The key of an amendment dossier, or of one that the filing opens."""


def named_by_key(filing: type) -> Keyed | None:
    """Return what ``key`` of a filing names; None where it is new, or there is none."""
    hint = get_type_hints(filing, include_extras=True).get("key")
    named: Keyed | None = next(iter(getattr(hint, "__metadata__", ())), None)
    return named


class Language(StrEnum):
    """A language that people read Jospar in; the forms stand in the first two."""

    KK = "kk"
    RU = "ru"
    EN = "en"


class Level(StrEnum):
    """In whose name a treaty is concluded; the order is that of the form's groups."""

    INTERSTATE = "interstate"
    INTERGOVERNMENTAL = "intergovernmental"
    INTERAGENCY = "interagency"


class Entry(StrEnum):
    """How the Republic becomes a party: by a new treaty or by joining one."""

    NEW = "new"
    ACCESSION = "accession"


class Procedure(StrEnum):
    """The domestic procedure that a treaty needs to enter into force."""

    NONE = "none"
    RATIFICATION = "ratification"
    APPROVAL = "approval"
    ACCEPTANCE = "acceptance"
    ACCESSION = "accession"


class PlanKind(StrEnum):
    """The two plans: ағымдағы жоспар and перспективалық жоспар."""

    CURRENT = "current"
    LONG_TERM = "long_term"

    @property
    def other(self) -> "PlanKind":
        """The plan that this one is not."""
        return PlanKind.LONG_TERM if self is PlanKind.CURRENT else PlanKind.CURRENT


class PlanStage(StrEnum):
    """Where a plan stands; a plan that was returned is a draft again."""

    DRAFT = "draft"
    BEFORE_COMMISSION = "before_commission"
    APPROVED = "approved"
    BEFORE_PRESIDENT = "before_president"
    AGREED = "agreed"


class ProgressStage(StrEnum):
    """How far an agreed row is carried out; the order is that of the way.

    The last two stand beside the way: what was postponed may go on, what was dropped
    is not concluded.
    """

    NOT_BEGUN = "not_begun"
    IN_TALKS = "in_talks"
    AGREED_WITH_BODIES = "agreed_with_bodies"
    EXAMINED = "examined"
    AGREED_BY_MINISTRY = "agreed_by_ministry"
    DECISION_TO_SIGN = "decision_to_sign"
    SIGNED = "signed"
    DOMESTIC_PROCEDURES = "domestic_procedures"
    IN_FORCE = "in_force"
    POSTPONED = "postponed"
    DROPPED = "dropped"


class PaperKind(StrEnum):
    """An official paper that waits in the outbox before it leaves."""

    RETURN_LETTER = "return_letter"
    CONCLUSION_NOTICE = "conclusion_notice"
    DISPATCH_LETTER = "dispatch_letter"
    REVISION_LETTER = "revision_letter"
    REMINDER = "reminder"


@dataclass(frozen=True, slots=True)
class Text:
    """A text in the two languages of the forms; an empty one is missing."""

    kk: str = ""
    ru: str = ""

    def __getitem__(self, language: str) -> str:
        """Return the text in ``language``, ``kk`` or ``ru``."""
        return self.kk if language == Language.KK else self.ru


@dataclass(frozen=True, slots=True)
class Term:
    """The days from the first to the last, both included."""

    first_day: date
    last_day: date


@dataclass(frozen=True, slots=True)
class Wording:
    """What a concept says of its treaty, as it stands at a moment.

    ``procedure_from`` and ``procedure_to`` may each be missing.
    """

    title: Text
    purpose: Text
    note: Text
    level: Level
    conclude: Term
    procedure: Procedure
    procedure_from: date | None = None
    procedure_to: date | None = None


@dataclass(frozen=True, slots=True)
class Changes:
    """Cells that a paper fills in; an empty cell changes nothing."""

    title_kk: str = ""
    title_ru: str = ""
    purpose_kk: str = ""
    purpose_ru: str = ""
    note_kk: str = ""
    note_ru: str = ""
    level: Level | None = None
    conclude_from: date | None = None
    conclude_to: date | None = None
    procedure_from: date | None = None
    procedure_to: date | None = None

    def fills(self, *fields: str) -> bool:
        """Tell whether any of ``fields`` is filled in."""
        return any(getattr(self, name) for name in fields)

    def apply(self, wording: Wording) -> Wording:
        """Return ``wording`` with the filled cells put in."""

        def text(old: Text, kk: str, ru: str) -> Text:
            return Text(kk or old.kk, ru or old.ru)

        return replace(
            wording,
            title=text(wording.title, self.title_kk, self.title_ru),
            purpose=text(wording.purpose, self.purpose_kk, self.purpose_ru),
            note=text(wording.note, self.note_kk, self.note_ru),
            level=self.level or wording.level,
            conclude=Term(
                self.conclude_from or wording.conclude.first_day,
                self.conclude_to or wording.conclude.last_day,
            ),
            procedure_from=self.procedure_from or wording.procedure_from,
            procedure_to=self.procedure_to or wording.procedure_to,
        )


@dataclass(frozen=True, slots=True)
class Conclusion:
    """What the Ministry concluded on a concept, and when."""

    expedient: bool
    given_on: date


@dataclass(frozen=True, slots=True)
class Concept:
    """A concept (тұжырымдама) as the record holds it when an act concerns it.

    ``in_time`` is already resolved against the ruleset's deadline. ``complete_on``
    is the day since which no text is missing, ``term_on`` the day since which its
    present term stands, ``plan`` the plan that it has a row in, ``further`` the cells
    of the ruleset's further fields.
    """

    key: str
    proposers: tuple[str, ...]
    wording: Wording
    received_at: datetime
    received_on: date
    in_time: bool
    complete_on: date | None
    term_on: date
    conclusion: Conclusion | None = None
    notified_on: date | None = None
    returned_on: date | None = None
    withdrawn_on: date | None = None
    plan: PlanKind | None = None
    further: Mapping[str, str] = field(default_factory=dict)

    def returned_by(self, day: date) -> bool:
        """Tell whether the concept was back with its body on ``day``."""
        return self.returned_on is not None and self.returned_on <= day

    def withdrawn_by(self, day: date) -> bool:
        """Tell whether the body had taken the concept back on ``day``."""
        return self.withdrawn_on is not None and self.withdrawn_on <= day


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan of a cycle: its years and where it stands since which day.

    ``stage_on`` is empty while the plan was never sent anywhere.
    """

    kind: PlanKind
    years: tuple[int, ...]
    stage: PlanStage = PlanStage.DRAFT
    stage_on: date | None = None

    def stood_as(self, stage: PlanStage, day: date) -> bool:
        """Tell whether the plan is at ``stage`` and was there on ``day`` already."""
        return self.stage is stage and (self.stage_on is None or self.stage_on <= day)


@dataclass(frozen=True, slots=True)
class AgreedRow:
    """A row of an agreed plan as its last revision words it.

    ``removed_on`` is the day since which an amendment has it out of the plan,
    ``signed_on`` the day on which its treaty was signed.
    """

    key: str
    proposers: tuple[str, ...]
    wording: Wording
    plan: Plan
    removed_on: date | None
    signed_on: date | None
    stage: ProgressStage


Values = Mapping[str, Any]
