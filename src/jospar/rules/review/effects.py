"""What legally happens at review; ``by`` is the person who acted."""

from dataclasses import dataclass
from datetime import date

from jospar.rules.core.nouns import Text


@dataclass(frozen=True, slots=True)
class OpinionAsked:
    """A department of the Ministry has a question before it."""

    key: str
    department: str
    question: str
    on: date
    answer_by: date
    by: str


@dataclass(frozen=True, slots=True)
class OpinionGiven:
    """A department has answered everything that it was asked by that day."""

    key: str
    department: str
    on: date
    favourable: bool
    opinion: str
    by: str


@dataclass(frozen=True, slots=True)
class ClarificationAsked:
    """The body has a question before it."""

    key: str
    on: date
    question: Text
    answer_by: date
    by: str


@dataclass(frozen=True, slots=True)
class ClarificationAnswered:
    """The body has answered everything that it was asked by that day."""

    key: str
    on: date
    answer: Text
    document: str
    by: str


@dataclass(frozen=True, slots=True)
class ConclusionPrepared:
    """A conclusion is prepared, in place of a former one and of the consent to it."""

    key: str
    expedient: bool
    on: date
    reasons: Text
    by: str


@dataclass(frozen=True, slots=True)
class ConclusionAgreed:
    """Somebody has agreed to the conclusion as it is prepared."""

    key: str
    on: date
    by: str


@dataclass(frozen=True, slots=True)
class ConclusionGiven:
    """The Ministry has judged whether the treaty is expedient."""

    key: str
    expedient: bool
    on: date
    number: str
    reasons: Text
    signed_by: str


@dataclass(frozen=True, slots=True)
class ConclusionNotified:
    """The body has been told the conclusion."""

    key: str
    on: date
    document: str
