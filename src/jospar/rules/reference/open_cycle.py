"""The planning work of a year begins."""

from jospar.rules.core.act import Unmet, _, act, condition, unmet

from .effects import CycleOpened
from .facts import OpenCycle, ReferenceFacts


@condition(
    "record.key",
    _("The cycle of {year} is open already."),
    _("Go on in the cycle that is open."),
)
def not_open(facts: ReferenceFacts) -> Unmet | None:
    """A year has one cycle."""
    return unmet(year=facts.case.year) if facts.is_entered else None


@act(
    "reference.open_cycle",
    "plans.kinds",
    also=("plans.years",),
    filing=OpenCycle,
    conditions=(not_open,),
)
def open_cycle(facts: ReferenceFacts, filing: OpenCycle) -> tuple[CycleOpened, ...]:
    """The two plans of the cycle are to be made under its ruleset."""
    return (
        CycleOpened(
            year=filing.year,
            ruleset=filing.ruleset,
            digest=facts.case.ruleset.digest,
            content=facts.case.ruleset.content,
        ),
    )
