"""The Commission decides that agreed plans change."""

from jospar.rules.core.act import act

from .conditions import number_of_its_own, some_plan_agreed
from .effects import AmendmentDecided
from .facts import DecideAmendment, GroundFacts


@act(
    "amendment.decide",
    "amendments.decision",
    filing=DecideAmendment,
    records=True,
    conditions=(some_plan_agreed,),
    requirements=(number_of_its_own,),
)
def decide(facts: GroundFacts, filing: DecideAmendment) -> tuple[AmendmentDecided, ...]:
    """The decision is one half of a ground; the other is the Administration's."""
    return (
        AmendmentDecided(number=filing.number, on=filing.on, present=filing.present),
    )
