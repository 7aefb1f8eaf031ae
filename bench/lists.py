"""The list of concepts, beside Django's admin list and beside itself when small."""

from collections.abc import Iterator
from contextlib import ExitStack
from functools import partial

from .measure import Measure, at_least, at_most, medians
from .side import Side, databases

ROUNDS = 5
SIDE, SETTINGS = "bench.lists_side", "bench.admin_settings"
JOBS = ("list", "admin", "plain admin")
SMALL, MIDDLE, LARGE = 1_000, 100_000, 1_000_000


def measures() -> Iterator[Measure]:
    """Take the measurements on every database that can be had here.

    All are asked for by a signed-in person, with as many rows to a page. Django's list
    is taken twice: with the columns and filters of ours, and with five plain columns.
    """
    with databases() as found:
        for name, where in found.items():
            with ExitStack() as stack:
                small, middle, large = (
                    stack.enter_context(Side(SIDE, *where, SETTINGS)) for _ in range(3)
                )
                for side, size in ((small, SMALL), (middle, MIDDLE), (large, LARGE)):
                    side.rate(f"fill {size}")
                own, admin, plain = medians(
                    *(partial(middle.rate, job) for job in JOBS), rounds=ROUNDS
                )
                few, many = medians(
                    partial(small.rate, "p95"),
                    partial(large.rate, "p95"),
                    rounds=ROUNDS,
                )
            yield at_least(
                5, f"lists of 100,000 concepts, {name}", own, "1/s", "Django's", admin
            )
            yield at_least(
                5, f"the same, {name}", own, "1/s", "Django's, five columns", plain
            )
            yield at_most(
                1.3, f"p95 of lists of 1,000,000, {name}", many, "s", "of 1,000", few
            )
