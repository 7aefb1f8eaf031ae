"""The nouns of amending an agreed plan."""

from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from jospar.rules.core.nouns import (
    Changes,
    Conclusion,
    Language,
    Procedure,
    Text,
    Wording,
)


class Route(StrEnum):
    """The two grounds on which an agreed plan changes."""

    INSTRUCTION = "instruction"
    DECISION = "decision"


class InstructedBy(StrEnum):
    """Whose instruction it is."""

    PRESIDENT = "president"
    HEAD_OF_ADMINISTRATION = "head_of_administration"


class GroundOutcome(StrEnum):
    """Whether what was asked for was given."""

    GIVEN = "given"
    DECLINED = "declined"


class ChangeOutcome(StrEnum):
    """What becomes of a row."""

    ADD = "add"
    CHANGE = "change"
    REMOVE = "remove"


@dataclass(frozen=True, slots=True)
class Dossier:
    """What a body brought to have a treaty added, as it stands in the record.

    ``bodies`` are those that it is of. The days are those of the last receipts;
    ``concept_whole`` tells whether no text of the concept is missing; ``brought_by``
    are the persons who filed at the desk of a body.
    """

    key: str
    bodies: tuple[str, ...] = ()
    grounds: Text = field(default_factory=Text)
    grounds_on: date | None = None
    concept_on: date | None = None
    concept_whole: bool = False
    brought_by: tuple[str, ...] = ()
    conclusion: Conclusion | None = None
    requested_on: date | None = None

    @property
    def received_on(self) -> date | None:
        """The later of the two receipts, since which the Ministry's days run."""
        if self.grounds_on is None or self.concept_on is None:
            return None
        return max(self.grounds_on, self.concept_on)

    @property
    def is_whole(self) -> bool:
        """Whether grounds and concept stand in both languages."""
        grounds = all(self.grounds[language] for language in (Language.KK, Language.RU))
        return grounds and self.concept_whole

    def concluded_by(self, day: date) -> bool:
        """Tell whether the conclusion had been given on ``day``."""
        return self.conclusion is not None and self.conclusion.given_on <= day


@dataclass(frozen=True, slots=True)
class Ground:
    """An instruction, or a decision of the Commission with the Administration's reply.

    ``consented_on`` is the day of the consent to a decision; an instruction needs
    none. ``dossiers`` are the keys that an instruction answers.
    """

    route: Route
    number: str
    on: date
    declined: bool = False
    consented_on: date | None = None
    dossiers: tuple[str, ...] = ()

    @property
    def effective_on(self) -> date | None:
        """The day since which it has effect; None while something is missing."""
        if self.declined:
            return None
        if self.route is Route.INSTRUCTION:
            return self.on
        return self.consented_on and max(self.on, self.consented_on)


@dataclass(frozen=True, slots=True)
class StagedChange:
    """A change of a row that waits under its ground since ``on``.

    ``wording`` is how the row will read, None where it leaves; ``placed`` tells
    whether the plan has the row, ``removed_on`` since when it is out again.
    """

    key: str
    on: date
    outcome: ChangeOutcome
    wording: Wording | None
    placed: bool = True
    removed_on: date | None = None


@dataclass(frozen=True, slots=True)
class RowMade:
    """How a row reads in the revision; ``wording`` is empty where it left."""

    key: str
    outcome: ChangeOutcome
    wording: Wording | None


def reworded(
    wording: Wording, changes: Changes, procedure: Procedure | None
) -> Wording:
    """Return ``wording`` with the filled cells put in, and with that procedure.

    Where no procedure is needed any more, its term goes too.
    """
    after = replace(changes.apply(wording), procedure=procedure or wording.procedure)
    if procedure is Procedure.NONE:
        return replace(after, procedure_from=None, procedure_to=None)
    return after
