"""The cycles of the demonstration performed together, each act on its day."""

from collections.abc import Callable, Iterator
from datetime import date
from heapq import merge

from jospar.exchange.example_cycles import YEARS, example_acts, example_cycle
from jospar.exchange.year import Progress, YearRun
from jospar.procedure.clock import Clock
from jospar.procedure.perform import perform


def perform_cycles(until: date, told_of: Callable[[int], Progress]) -> list[YearRun]:
    """Perform, as it came, what the cycles have up to a day, and return the runs.

    ``told_of`` gives for the year of a cycle what is told how far it is. The first
    cycle is there on any day.
    """
    years = [year for year in YEARS if year <= until.year] or YEARS[:1]
    runs = [
        YearRun(example_cycle(year), Clock(until), until, as_it_came=True)
        for year in years
    ]
    turns = (run.turns(told_of(run.workbook.year)) for run in runs)
    for _day in merge(*turns, _at_desks(until)):
        pass  # a turn is performed as the next one is asked for
    return runs


def _at_desks(until: date) -> Iterator[date]:
    """Yield the day of each act before somebody performs it at a desk."""
    for order in example_acts():
        yield order.on
        if order.on <= until:
            perform(order, Clock(order.on))
