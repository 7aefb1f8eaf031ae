"""Simulated years, and what acts cost when so many years lie behind them."""

from collections import defaultdict
from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from statistics import median
from time import perf_counter, process_time

from django.core.management import call_command
from django.db import connection

from jospar.management.simulation.state import Scenario
from jospar.management.simulation.years import played
from jospar.procedure.clock import Clock
from jospar.procedure.perform import Order, Performed, perform
from jospar.rules.registry import ACTS, BY_FILING

from .side import answer

SCENARIO = Scenario(
    years=100, concepts=20, bodies=6, seed=214, unlawful=0, first_year=2000
)
CLOCKS = {"processor": process_time, "wall": perf_counter}
_MONTH = timedelta(days=30)
_NOT_DURABLE = {
    "sqlite": ("PRAGMA synchronous = OFF", "PRAGMA synchronous = FULL"),
    "postgresql": ("SET synchronous_commit = off", "SET synchronous_commit = on"),
}
"""What lets a database be faster than it may, and what ends that."""


class Century:
    """The years as they are played, and what their acts cost while that is asked."""

    def __init__(self) -> None:
        self._days = played(SCENARIO, performer=self._timed)
        self._day = date(SCENARIO.first_year, 1, 1)
        self._costs: dict[tuple[str, str], list[float]] = defaultdict(list)

    def before(self, years: int) -> float:
        """Play so many years, as fast as can be, and return the acts a second."""
        faster, as_ever = _NOT_DURABLE[connection.vendor]
        with connection.cursor() as cursor:
            cursor.execute(faster)
            begun = perf_counter()
            self._play(date(SCENARIO.first_year + years, 1, 1) - timedelta(days=1))
            elapsed = perf_counter() - begun
            cursor.execute(as_ever)
        acts = sum(map(len, self._costs.values())) / len(CLOCKS)
        self._costs.clear()
        return acts / elapsed

    def month(self) -> float:
        """Play the next month and return how many seconds it took."""
        begun = perf_counter()
        self._play(self._day + _MONTH)
        return perf_counter() - begun

    def count(self, code: str) -> float:
        """Return how often the act was performed in the months."""
        return len(self._costs["wall", code])

    def cost(self, clock: str, code: str) -> float:
        """Return the median of what the act cost, in seconds."""
        return median(self._costs[clock, code])

    def _play(self, until: date) -> None:
        while self._day < until:
            self._day = next(self._days).day

    def _timed(self, order: Order, today: Clock) -> Performed:
        begun = [clock() for clock in CLOCKS.values()]
        performed = perform(order, today)
        code = BY_FILING[type(order.filing)].code
        for (name, clock), before in zip(CLOCKS.items(), begun, strict=True):
            self._costs[name, code].append(clock() - before)
        return performed


def main() -> None:
    """Answer what is asked of the years."""
    call_command("migrate", verbosity=0)
    century = Century()
    jobs: dict[str, Callable[[], float]] = {"month": century.month}
    for years in range(SCENARIO.years):
        jobs[f"before {years}"] = partial(century.before, years)
    for act in ACTS:
        jobs[f"count {act.code}"] = partial(century.count, act.code)
        for clock in CLOCKS:
            jobs[f"{clock} {act.code}"] = partial(century.cost, clock, act.code)
    answer(jobs)
