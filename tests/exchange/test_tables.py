"""Sheets written as TOML."""

from datetime import date
from pathlib import Path

import pytest

from jospar.exchange.faults import WorkbookError
from jospar.exchange.tables import sheets_in
from jospar.exchange.workbook import Workbook, workbook_of

YEAR = """
cycle = [{ key = "year", value = 2023 }]
bodies = [{ code = "mid", name_kk = "А", name_ru = "Б", answers = "yes" }]
concepts = []
withdrawals = [
  { concept = "C-1", on = 2023-10-10, document = "1" },
  { on = 2023-10-11, document = "2", why = "?" },
]
"""


def workbook(text: str) -> Workbook:
    """Return what the tables in ``text`` hold as a workbook."""
    return workbook_of(sheets_in(text), text.encode(), Path("year.toml"))


def test_a_table_is_a_row_and_the_first_one_is_row_2() -> None:
    """Values are those of TOML, and every column that a row may have is there."""
    found = workbook(YEAR)
    assert found.year == 2023
    first, second = found.sheets["withdrawals"]
    assert (first.number, first.faults) == (2, ())
    assert first.values == {
        "concept": "C-1",
        "on": date(2023, 10, 10),
        "document": "1",
    }
    assert (second.number, [fault.column for fault in second.faults]) == (
        3,
        ["concept"],
    )
    assert [(one.sheet, one.column) for one in found.cautions] == [
        ("withdrawals", "why")
    ]


def test_tables_are_asked_for_the_sheets_of_every_year() -> None:
    """What lacks one is no workbook."""
    with pytest.raises(WorkbookError):
        workbook('cycle = [{ key = "year", value = 2023 }]')
