"""Acts with their journal entries, durable, beside the steps of viewflow."""

from collections.abc import Iterator
from functools import partial

from .measure import Measure, at_least, medians
from .side import Side, databases

ROUNDS = 9


def measures() -> Iterator[Measure]:
    """Take the measurements on every database that can be had here.

    An act looks for its id, asks whether the person holds the office, checks all
    conditions, and keeps the record and a journal entry that is chained by hashes. A
    step of viewflow keeps its record and its task; what it checks is one value.
    """
    with databases() as found:
        for name, where in found.items():
            viewflow = "bench.viewflow_steps"
            with (
                Side("bench.jospar_acts", *where) as own,
                Side(f"{viewflow}.steps", *where, f"{viewflow}.settings") as theirs,
            ):
                acts, steps = medians(
                    partial(own.rate, "acts"),
                    partial(theirs.rate, "acts"),
                    rounds=ROUNDS,
                )
            yield at_least(2, f"acts, {name}", acts, "1/s", "viewflow's steps", steps)
