"""The list of concepts, beside Django's admin list and beside itself when small.

``JOSPAR_BENCH_CONCEPTS=1000000`` asks for a million of them too, which take minutes.
"""

import os
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from functools import partial

from .measure import Measure, at_least, at_most, medians
from .side import Side, databases

ROUNDS = 5
SIDE, SETTINGS = "bench.lists_side", "bench.admin_settings"
JOBS = ("list", "admin", "plain admin")
PAGES = ("the first page", "a filter", "a search", "a late page")
SMALL, MIDDLE = 1_000, 100_000
LARGE = int(os.environ.get("JOSPAR_BENCH_CONCEPTS") or MIDDLE)


def measures() -> Iterator[Measure]:
    """Take the measurements on every database that can be had here.

    All are asked for by a signed-in person, with as many rows to a page. Django's list
    is taken twice: with the columns and filters of ours, and with five plain columns.
    """
    with databases() as found:
        for name, where in found.items():
            with ExitStack() as stack:
                sides = {
                    size: stack.enter_context(Side(SIDE, *where, SETTINGS))
                    for size in sorted({SMALL, MIDDLE, LARGE})
                }
                for size, side in sides.items():
                    side.rate(f"fill {size}")
                yield from _beside_the_admin(name, sides[MIDDLE])
                for page in PAGES:
                    yield from _beside_the_small(name, page, sides)


def _beside_the_admin(name: str, side: Side) -> Iterator[Measure]:
    jobs = (partial(side.rate, job) for job in JOBS)
    own, admin, plain = medians(*jobs, rounds=ROUNDS)
    label = f"lists of {MIDDLE:,} concepts, {name}"
    yield at_least(5, label, own, "1/s", "Django's", admin)
    yield Measure(
        f"the same, {name}", own, "1/s", "Django's, five columns", plain, own / plain
    )


def _beside_the_small(
    name: str, page: str, sides: Mapping[int, Side]
) -> Iterator[Measure]:
    """Yield the p95 of a page, for each size, beside that of the smallest."""
    jobs = (partial(side.rate, page) for side in sides.values())
    small, *others = medians(*jobs, rounds=ROUNDS)
    for size, time in zip(list(sides)[1:], others, strict=True):
        label = f"p95 of {page}, {size:,} concepts, {name}"
        yield at_most(1.3, label, time, "s", f"of {SMALL:,}", small)
