"""Look-alikes among 100,000 titles, beside comparing the candidates alone."""

from collections.abc import Iterator
from functools import partial

from .measure import Measure, at_least, at_most, medians
from .side import Side, databases

ROUNDS = 5
ASKED = 60
"""Real titles that are typed amiss and looked for."""


def measures() -> Iterator[Measure]:
    """Take the measurements on every database that can be had here."""
    with databases() as found:
        for name, where in found.items():
            with Side("bench.look_alikes_side", *where) as own:
                whole, alone = medians(
                    partial(own.rate, "look-alikes"),
                    partial(own.rate, "rapidfuzz"),
                    rounds=ROUNDS,
                )
                hits = {
                    job: own.rate(job) for job in ("found", "found without letters")
                }
            yield at_most(
                2, f"p95 of look-alikes, {name}", whole, "s", "rapidfuzz alone", alone
            )
            for job, number in hits.items():
                yield at_least(
                    1, f"mistyped titles {job}, {name}", number, "", "asked", ASKED
                )
