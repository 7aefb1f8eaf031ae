"""The control report of 400 rows, beside the time of its queries and its PDF."""

from collections.abc import Iterator
from functools import partial

from .measure import Measure, at_most, medians
from .side import Side, databases

ROUNDS = 3
SIDE = "bench.control_side"


def measures() -> Iterator[Measure]:
    """Take the measurements on every database that can be had here.

    The report is made whole, as PDF, DOCX and XLSX; its queries are asked again by
    themselves, and its PDF is set again of the same words.
    """
    with databases() as found:
        for name, where in found.items():
            with Side(SIDE, *where) as side:
                jobs = (partial(side.rate, job) for job in ("queries", "pdf", "whole"))
                queries, pdf, whole = medians(*jobs, rounds=ROUNDS)
            label = f"control report, 400 rows, {name}"
            against = f"its queries {queries:.3f} + its PDF {pdf:.2f}"
            yield at_most(3, label, whole, "s", against, queries + pdf)
