"""An administrator repairs the installation, and says why."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from jospar.rules.core.act import Unmet, _, act, check, unmet

from .effects import FactorsForgotten, WayInGiven
from .facts import Repair, RepairFacts, RepairKind

_NAMED_BY: Mapping[RepairKind, str] = MappingProxyType(
    {
        RepairKind.RESTORED: "hash",
        RepairKind.REBUILT: "hash",
        RepairKind.MOVED: "hash",
        RepairKind.FACTORS_FORGOTTEN: "person",
        RepairKind.WAY_IN_GIVEN: "person",
        RepairKind.FILE_PUT_BACK: "file",
    }
)
"""The field that says what was repaired; without one the reason says it."""


@check(
    "record.repairs",
    _("The repair has no reason."),
    _("Say who asked for it and why; it stands in the journal for ever."),
)
def says_why(facts: RepairFacts, filing: Repair) -> Iterator[Unmet]:
    """A repair that nobody can explain later is none."""
    if not filing.reason.strip():
        yield unmet("reason")


@check(
    "record.repairs",
    _("It is not said what was repaired."),
    _("Name the entry, the person or the file."),
)
def says_what(facts: RepairFacts, filing: Repair) -> Iterator[Unmet]:
    """What was repaired is named, so that it can be looked at."""
    field = _NAMED_BY.get(filing.repair)
    if field and not getattr(filing, field):
        yield unmet(field)


@check(
    "record.repairs",
    _("“{person}” has no second factors that could be forgotten."),
    _("Nothing is left to do: the next sign-in asks for the password alone."),
)
def factors_are_left(facts: RepairFacts, filing: Repair) -> Iterator[Unmet]:
    """Of two administrators who forget the same factors, one does."""
    if filing.repair is RepairKind.FACTORS_FORGOTTEN and not facts.has_factors:
        yield unmet("person", person=filing.person)


@act(
    "reference.repair",
    "record.repairs",
    filing=Repair,
    requirements=(says_why, says_what, factors_are_left),
)
def repair(
    facts: RepairFacts, filing: Repair
) -> tuple[FactorsForgotten | WayInGiven, ...]:
    """The repair stands in the journal; what it closed opens nothing any more."""
    match filing.repair:
        case RepairKind.FACTORS_FORGOTTEN:
            return (FactorsForgotten(filing.person),)
        case RepairKind.WAY_IN_GIVEN:
            return (WayInGiven(filing.person),)
    return ()
