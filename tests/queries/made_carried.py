"""Rows as they are carried out: each valid until something is changed."""

from dataclasses import replace
from functools import partial

from jospar.queries.carried_rows import CarriedRow, PlanInForce
from tests.rules import made
from tests.rules.made import CURRENT, YEAR

carried = partial(
    replace,
    CarriedRow(
        entry=9,
        treaty=9,
        key="C-1",
        plan=PlanInForce(YEAR, CURRENT, (2025,)),
        wording=made.wording(),
        bodies=("trade",),
        answering=("trade",),
    ),
)
