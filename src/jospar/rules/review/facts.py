"""What the acts of review look at, and what they are told."""

from dataclasses import dataclass
from datetime import date

from jospar.rules.core.act import Case
from jospar.rules.core.nouns import Concept, ConceptKey, Text


@dataclass(frozen=True, slots=True)
class PreparedConclusion:
    """A conclusion before it is signed; ``by`` is the person who prepared it.

    ``agreed_on`` is empty until somebody agreed to it.
    """

    expedient: bool
    on: date
    reasons: Text
    by: str
    agreed_on: date | None = None

    def agreed_by(self, day: date) -> bool:
        """Tell whether it was agreed on ``day`` already."""
        return self.agreed_on is not None and self.agreed_on <= day


@dataclass(frozen=True, slots=True)
class ReviewFacts:
    """The concept under review and the conclusion that is prepared on it.

    ``filed_by`` is the person who filed the concept at the desk of a body; a concept
    that the registrar recorded from paper has none. ``approved_on`` is the day on
    which the letter of the notice was approved.
    """

    case: Case
    concept: Concept
    prepared: PreparedConclusion | None = None
    filed_by: str = ""
    approved_on: date | None = None

    @property
    def known_prepared(self) -> PreparedConclusion | None:
        """The conclusion, where it was prepared by the day of the act."""
        prepared = self.prepared
        return prepared if prepared and prepared.on <= self.case.on else None


@dataclass(frozen=True, slots=True)
class QuestionFacts:
    """A concept, and what was asked about it of its body or of one department.

    ``open_since`` is the day of the first question without an answer, ``answered_on``
    that of the last answer.
    """

    case: Case
    concept: Concept
    open_since: date | None = None
    answered_on: date | None = None

    @property
    def is_open(self) -> bool:
        """Whether on the day of the act a question had been asked and not answered."""
        return self.open_since is not None and self.open_since <= self.case.on


@dataclass(frozen=True, slots=True)
class AskOpinion:
    """A question to a department of the Ministry, in either language."""

    key: ConceptKey
    department: str
    question: str
    on: date
    answer_by: date


@dataclass(frozen=True, slots=True)
class GiveOpinion:
    """What a department thinks of the treaty, in either language."""

    key: ConceptKey
    department: str
    on: date
    favourable: bool
    opinion: str


@dataclass(frozen=True, slots=True)
class AskClarification:
    """A question to the body whose concept it is; it stops no clock."""

    key: ConceptKey
    on: date
    question: Text
    answer_by: date


@dataclass(frozen=True, slots=True)
class AnswerClarification:
    """The body's paper that answers what it was asked."""

    key: ConceptKey
    on: date
    answer: Text
    document: str


@dataclass(frozen=True, slots=True)
class PrepareConclusion:
    """A conclusion as it is put forward to be agreed and signed."""

    key: ConceptKey
    expedient: bool
    on: date
    reasons: Text


@dataclass(frozen=True, slots=True)
class AgreeConclusion:
    """The consent of a second person to the prepared conclusion."""

    key: ConceptKey
    on: date


@dataclass(frozen=True, slots=True)
class Conclude:
    """The Ministry's conclusion (қорытынды), signed on ``on``."""

    key: ConceptKey
    expedient: bool
    on: date
    number: str
    reasons: Text
    signed_by: str


@dataclass(frozen=True, slots=True)
class Notify:
    """The paper with which the conclusion was sent to the body."""

    key: ConceptKey
    on: date
    document: str
