"""The cycles of the demonstration, and what its people do at their desks in them."""

import tomllib
from collections.abc import Iterator
from datetime import date
from importlib.resources import as_file, files
from itertools import chain
from typing import Any
from uuid import UUID, uuid5

import msgspec

from jospar.procedure.perform import Order
from jospar.procedure.rulesets import ruleset
from jospar.rules.core.offices import Actor, Office
from jospar.rules.core.ruleset import DEFAULT
from jospar.rules.registry import BY_CODE

from .package import load
from .rows import code
from .sheets import SHEETS
from .tables import sheets_in
from .workbook import Workbook, grids_in, workbook_of

YEARS = (2023, 2024, 2025)
_SOURCES = ("year-{}.xlsx", "year-{}.toml", "after-{}.toml")
"""A cycle has a workbook or its tables, and tables of what followed the agreement."""

_ACTS_AT_DESKS = UUID("0c1f6c0e-52fb-5a53-8d0f-0f6a4f1f7d2b")
"""The name space of act ids that the demonstration's acts at desks have."""


def example_cycle(year: int) -> Workbook:
    """Return what came in, was decided and followed in the cycle of ``year``."""
    with as_file(files("jospar.exchange") / "examples") as folder:
        paths = [folder / name.format(year) for name in _SOURCES]
        there = [path for path in paths if path.is_file()]
        sheets = chain.from_iterable(
            grids_in(load(path), path, lambda title: code(title) in SHEETS)
            if path.suffix == ".xlsx"
            else sheets_in(path.read_text(encoding="utf-8"))
            for path in there
        )
        return workbook_of(sheets, load(there[0]), there[0])


def example_acts() -> Iterator[Order]:
    """Yield what no workbook says: acts of people at their desks, in their order."""
    text = (files("jospar.exchange") / "examples" / "desks.toml").read_text("utf-8")
    acts = tomllib.loads(text)["act"]
    for number, act in enumerate(acts):
        yield _order(act, number)


def _order(act: dict[str, Any], number: int) -> Order:
    filing = msgspec.convert(act["filing"], BY_CODE[act["code"]].filing)
    on: date = act["filing"]["on"]
    office, body = Office(act["office"]), act.get("body", "")
    person = f"officer-{body}" if body else office.value
    return Order(
        act_id=uuid5(_ACTS_AT_DESKS, str(number)),
        filing=filing,
        year=act["year"],
        on=on,
        actor=Actor(person, office, body),
        ruleset=ruleset(DEFAULT),
        document=act["filing"].get("document", f"11-3/{number + 1}"),
        acknowledged=None,
        imported=True,
    )
