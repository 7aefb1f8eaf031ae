"""The journal verified and taken over, beside reading, hashing and performing."""

from collections.abc import Iterator
from functools import partial

from .measure import Measure, at_least, at_most, medians
from .side import Side, databases

ROUNDS = 5
ACTS = 8
"""How many rounds of acts fill the journal that is verified."""


def measures() -> Iterator[Measure]:
    """Take the measurements on every database that can be had here."""
    with databases() as found:
        for name, where in found.items():
            with Side("bench.jospar_acts", *where) as own:
                yield from _verify(name, own)
            with Side("bench.jospar_years", *where) as years:
                yield from _rebuild(name, years)


def _verify(name: str, own: Side) -> Iterator[Measure]:
    for _ in range(ACTS):
        own.rate("acts")
    jobs = ("verify", "read and hash", "hash", "records")
    verified, read, hashed, proven = medians(
        *(partial(own.rate, job) for job in jobs), rounds=ROUNDS
    )
    yield at_least(
        0.25, f"entries verified, {name}", verified, "1/s", "read and hashed", read
    )
    yield Measure(
        f"entries verified, {name}, beside hashing",
        *(verified, "1/s", "hashed in memory", hashed, verified / hashed),
    )
    yield Measure(
        f"entries whose records are proven, {name}",
        *(proven, "1/s", "read and hashed", read, proven / read),
    )


def _rebuild(name: str, years: Side) -> Iterator[Measure]:
    year, rebuilt = medians(
        partial(years.rate, "year"), partial(years.rate, "rebuild"), rounds=ROUNDS
    )
    yield Measure(
        f"acts of the whole year 2024, {name}",
        *(year, "1/s", "rebuilt", rebuilt, year / rebuilt),
    )
    yield at_most(
        0.5, f"an act rebuilt, {name}", 1 / rebuilt, "s", "performed", 1 / year
    )
