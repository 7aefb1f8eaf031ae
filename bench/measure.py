"""What one measurement says, and how the two sides of one are timed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median, quantiles
from time import perf_counter


@dataclass(frozen=True, slots=True)
class Measure:
    """A figure of Jospar's beside one it is held against, both in ``unit``.

    ``ratio`` is held against ``goal``, which says "≤ 2" or "≥ 6", or nothing where
    the figure is told for comparison only.
    """

    name: str
    figure: float
    unit: str
    against: str
    against_figure: float
    ratio: float
    goal: str = ""

    @property
    def says(self) -> str:
        """Whether the goal is reached."""
        if not self.goal:
            return ""
        sign, limit = self.goal.split()
        met = self.ratio <= float(limit) if sign == "≤" else self.ratio >= float(limit)
        return "met" if met else "falls short"


def at_most(
    times: float, name: str, figure: float, unit: str, against: str, limit: float
) -> Measure:
    """Return a measure whose figure should be at most ``times`` the other one."""
    return Measure(name, figure, unit, against, limit, figure / limit, f"≤ {times:g}")


def at_least(
    times: float, name: str, figure: float, unit: str, against: str, other: float
) -> Measure:
    """Return a measure whose figure should be at least ``times`` the other one."""
    return Measure(name, figure, unit, against, other, figure / other, f"≥ {times:g}")


def faster(
    times: float, name: str, figure: float, against: str, other: float
) -> Measure:
    """Return a measure, in seconds, that should be ``times`` as fast as the other."""
    return Measure(name, figure, "s", against, other, other / figure, f"≥ {times:g}")


def timed(function: Callable[[], object]) -> float:
    """Return how many seconds a call takes."""
    start = perf_counter()
    function()
    return perf_counter() - start


def seconds(function: Callable[[], object], runs: int = 1) -> float:
    """Return the time of the fastest of ``runs`` calls."""
    return min(timed(function) for _ in range(runs))


def percentile(percent: int, figures: Sequence[float]) -> float:
    """Return the figure that ``percent`` of 100 figures do not exceed."""
    return quantiles(figures, n=100, method="inclusive")[percent - 1]


def medians(*sides: Callable[[], float], rounds: int) -> tuple[float, ...]:
    """Return the median figure of each side, taken in turn after a round to warm up.

    In a round each side is asked once, so that all meet the same load of the machine.
    """
    figures = [tuple(side() for side in sides) for _ in range(rounds + 1)][1:]
    return tuple(map(median, zip(*figures, strict=True)))
