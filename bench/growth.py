"""What an act costs in the first years of a record, in the tenth, in the hundredth."""

from collections.abc import Iterator, Mapping
from contextlib import ExitStack

from jospar.rules.registry import ACTS

from .measure import Measure, at_most
from .side import Side, databases

YEARS = {1: 1, 10: 9, 100: 98}
"""How many years lie before the measured ones; the first has nothing to carry out."""
MONTHS = 24
GROWN = 1.2
"""An act of the hundredth year may cost so many times one of the first."""
FEW = 5
"""An act is weighed where it was performed so often at each of the times."""

Sides = Mapping[int, Side]


def measures() -> Iterator[Measure]:
    """Take the measurements on every database that can be had here.

    Three records are as old as is said; in each two more years are played, month by
    month in turn, so that all meet the same load of the machine. The mix of acts is
    one: of each kind the median counts as often as it is performed in all of them.
    """
    with databases() as found:
        for name, where in found.items():
            with ExitStack() as stack:
                sides = {
                    year: stack.enter_context(Side("bench.growth_side", *where))
                    for year in YEARS
                }
                rates = [
                    side.rate(f"before {YEARS[year]}") for year, side in sides.items()
                ]
                yield _simulated(name, rates[-1], rates[0])
                for _month in range(MONTHS):
                    for side in sides.values():
                        side.rate("month")
                yield from _grown(name, sides)


def _simulated(name: str, rate: float, first: float) -> Measure:
    """Tell the rate of a whole century, which is not held against anything."""
    label = f"simulated acts of a century, {name}"
    return Measure(label, rate, "1/s", "of the first year", first, rate / first)


def _grown(name: str, sides: Sides) -> Iterator[Measure]:
    weights = _mix(sides)
    for clock in ("processor", "wall"):
        first, *later = (_cost(side, clock, weights) for side in sides.values())
        for year, cost in zip(list(sides)[1:], later, strict=True):
            label = f"an act in year {year}, {clock} time, {name}"
            yield at_most(GROWN, label, cost, "s", "in year 1", first)


def _mix(sides: Sides) -> dict[str, float]:
    """Return how often each act was performed, where all times have enough of it."""
    mix = {}
    for act in ACTS:
        counts = [side.rate(f"count {act.code}") for side in sides.values()]
        if min(counts) >= FEW:
            mix[act.code] = sum(counts)
    return mix


def _cost(side: Side, clock: str, mix: Mapping[str, float]) -> float:
    """Return what an act of the mix costs, in seconds."""
    total = sum(often * side.rate(f"{clock} {code}") for code, often in mix.items())
    return total / sum(mix.values())
