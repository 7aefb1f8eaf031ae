"""The ways of the real concepts of 2024: submitted, found expedient, placed."""

from pathlib import Path

from jospar.exchange.ordered import Ordered
from jospar.exchange.orders import ORDERS
from jospar.exchange.workbook import read

WORKBOOK = Path("src/jospar/exchange/examples/year-2024.xlsx")
MOST = 40
"""How many ways are taken, so that a round is short."""


def ways() -> list[tuple[Ordered, Ordered, Ordered]]:
    """Return the three orders of the first concepts that have a row for each."""
    sheets = read(WORKBOOK).sheets

    def orders(sheet: str) -> dict[str, Ordered]:
        rows = (row.values for row in sheets[sheet] if not row.faults)
        return {
            ordered.key[0]: ordered
            for ordered in map(ORDERS[sheet], rows)
            if getattr(ordered.filing, "expedient", True)
        }

    concepts, conclusions = orders("concepts"), orders("conclusions")
    found = [
        (concepts[key], conclusions[key], placement)
        for key, placement in orders("placements").items()
        if key in concepts and key in conclusions
    ]
    return found[:MOST]
