"""A ruleset of which single words are read otherwise, or single days are others."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from .ruleset import DeadlineRule, Ruleset
from .sentences import ToldError, _

MOST_WORKING_DAYS = 100
"""A deadline of more working days could leave the years that a calendar knows."""


class VariationError(ToldError):
    """A reading, an option or a deadline that the ruleset does not have."""


@dataclass(frozen=True, slots=True)
class NewDeadline:
    """What a deadline would be: a day of the year, or a number of working days."""

    month: int = 0
    day: int = 0
    working_days: int = 0


@dataclass(frozen=True, slots=True)
class Variation:
    """What is put in the place of a ruleset's own words and days.

    ``readings`` gives for a reading the option to choose, ``deadlines`` for a
    provision what its deadline would be, ``late_after`` which of its two days would
    count: ``due`` or ``outer``.
    """

    readings: Mapping[str, str] = field(default_factory=dict)
    deadlines: Mapping[str, NewDeadline] = field(default_factory=dict)
    late_after: Mapping[str, str] = field(default_factory=dict)


def varied(ruleset: Ruleset, variation: Variation) -> Ruleset:
    """Return the ruleset with the variation in it; its text stays what it was.

    Raises:
        VariationError: naming the first thing that the ruleset does not have.
    """
    readings = dict(ruleset.readings)
    for code, option in variation.readings.items():
        if code not in readings:
            raise VariationError(
                _("The ruleset has no reading “{name}”; it has: {known}."),
                name=code,
                known=tuple(readings),
            )
        if option not in readings[code].options:
            raise VariationError(
                _("The reading “{name}” has no option “{value}”; it has: {known}."),
                name=code,
                value=option,
                known=readings[code].options,
            )
        readings[code] = replace(readings[code], chosen=option)
    deadlines = dict(ruleset.deadlines)
    for code, new in variation.deadlines.items():
        deadlines[code] = _moved(_rule(ruleset, code), new)
    for code, which in variation.late_after.items():
        _rule(ruleset, code)
        if which not in {"due", "outer"}:
            raise VariationError(
                _("“{value}” is neither of a deadline's two days: “due” or “outer”."),
                value=which,
            )
        deadlines[code] = replace(deadlines[code], late_after=which)
    return replace(ruleset, readings=readings, deadlines=deadlines)


def _rule(ruleset: Ruleset, code: str) -> DeadlineRule:
    if code not in ruleset.deadlines:
        raise VariationError(
            _("The ruleset has no deadline “{name}”; it has: {known}."),
            name=code,
            known=tuple(ruleset.deadlines),
        )
    return ruleset.deadlines[code]


def _moved(rule: DeadlineRule, new: NewDeadline) -> DeadlineRule:
    """Return the rule with its new day, or its new number of working days."""
    if rule.working_days:
        if not 1 <= new.working_days <= MOST_WORKING_DAYS:
            raise VariationError(
                _("{name} is counted in working days; give it from 1 to {most}."),
                name=rule.provision,
                most=MOST_WORKING_DAYS,
            )
        return replace(rule, working_days=new.working_days)
    try:
        date(2001, new.month, new.day)  # a year without 29 February
    except ValueError as error:
        raise VariationError(
            _("{name} is a day that every year has; give it as 09-01."),
            name=rule.provision,
        ) from error
    return replace(rule, month=new.month, day=new.day)
