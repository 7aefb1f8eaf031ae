"""Play the years of a scenario from the first day on."""

from collections.abc import Iterator
from datetime import date

from jospar.procedure.perform import perform
from jospar.procedure.rulesets import ruleset
from jospar.rules.core.ruleset import DEFAULT

from . import opening
from .play import Performer, Play
from .state import Scenario


def played(
    scenario: Scenario, until: date | None = None, performer: Performer = perform
) -> Iterator[Play]:
    """Play the years up to ``until``, and yield the play after each day of them.

    Every act goes through ``performer``. The database must be empty.
    """
    play = Play(scenario, ruleset(DEFAULT), performer)
    play.at(play.day, opening.first_day)
    for _day in play.days(min(until or date.max, scenario.last_day)):
        yield play


def simulate(
    scenario: Scenario, until: date | None = None, performer: Performer = perform
) -> Play:
    """Play the years up to ``until``, and return what is known at the end."""
    *_days, play = played(scenario, until, performer)
    return play
