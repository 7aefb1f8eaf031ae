"""Rows as typed values: what is skipped, what is empty, what can't be read."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from jospar.exchange.cells import Broken
from jospar.exchange.faults import WorkbookError
from jospar.exchange.rows import Row, code, places, rows, unknown_headings
from jospar.exchange.sheets import SHEETS
from jospar.exchange.spreadsheet import Grid
from jospar.rules.core.nouns import Entry, Level, PlanKind, Procedure
from tests.exchange.workbooks import EXAMPLES, TITLE_KK, TITLE_RU

HEADINGS = ("concept", "plan", "on", "reason")
FILLED: tuple[Any, ...] = ("C-001", "current", "2024-10-30", None)


def grid(
    *lines: tuple[Any, ...], merged: dict[tuple[int, int], str] | None = None
) -> Grid:
    """Return a grid of ``lines``, without the empty cells and lines."""
    filled = (
        {place: cell for place, cell in enumerate(line, start=1) if cell is not None}
        for line in lines
    )
    numbered = {number: cells for number, cells in enumerate(filled, start=1) if cells}
    return Grid(numbered, merged or {})


def placements(*lines: tuple[Any, ...], **how: Any) -> list[Row]:
    """Return the rows of the sheet ``placements`` that stand below its headings."""
    sheet, found = SHEETS["placements"], grid(HEADINGS, *lines, **how)
    return list(rows(sheet, found, places(sheet, found)))


def told(row: Row) -> list[str]:
    """Return the faults of ``row`` as a person reads them."""
    return [
        f"{fault.column}: {fault.message.format(**fault.values)}"
        for fault in row.faults
    ]


def test_codes() -> None:
    """A heading stands for its code however it is spaced and capitalised."""
    cells = (" Title_KK ", "title_kk", 5, None, Broken("", {}))
    assert [code(cell) for cell in cells] == ["title_kk", "title_kk", "", "", ""]


def test_places_in_any_order() -> None:
    """Columns are found by their codes; what is no column is passed over."""
    found = grid(("on", None, "Plan", "мерзімі", " concept "))
    assert places(SHEETS["placements"], found) == {"on": 1, "plan": 3, "concept": 5}
    assert places(SHEETS["placements"], grid()) == {}


def test_a_column_twice() -> None:
    """The same column twice is refused, the same unknown heading is not."""
    assert places(SHEETS["placements"], grid(("x", "x", "on"))) == {"on": 3}
    with pytest.raises(WorkbookError) as caught:
        places(SHEETS["placements"], grid(("on", "plan", "ON")))
    assert str(caught.value) == (
        "The sheet “placements” has the column “on” twice; delete one."
    )


def test_unknown_headings() -> None:
    """Headings that nobody reads are told as they are written, each once."""
    headings = ("on", " Жауапты ", None, " ", "Жауапты", 2025, Broken("", {}), "Plan")
    found = unknown_headings(SHEETS["placements"], grid(headings))
    assert found == ("Жауапты", "2025")
    assert unknown_headings(SHEETS["placements"], grid()) == ()


def test_typed_values() -> None:
    """A row has all columns of its sheet; absent and empty ones have empty values."""
    sheet, example = SHEETS["concepts"], EXAMPLES["concepts"]
    found = grid(tuple(example), tuple(example.values()))
    assert list(rows(sheet, found, places(sheet, found))) == [
        Row(
            "concepts",
            2,
            {
                "id": "C-001",
                "body": "mid",
                "joint": (),
                "title_kk": TITLE_KK,
                "title_ru": TITLE_RU,
                "level": Level.INTERGOVERNMENTAL,
                "entry": Entry.NEW,
                "counterparties": ("UZ",),
                "purpose_kk": "Білім беру саласындағы ынтымақтастықты дамыту.",
                "purpose_ru": "Развитие сотрудничества в области образования.",
                "conclude_from": date(2025, 4, 1),
                "conclude_to": date(2025, 6, 30),
                "procedure": Procedure.NONE,
                "procedure_from": None,
                "procedure_to": None,
                "note_kk": "",
                "note_ru": "",
                "sent_on": None,
                "received_at": datetime(2024, 9, 10, 5, tzinfo=UTC),
                "document": "2-2/340",
            },
            (),
        )
    ]


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_example_can_be_read(name: str) -> None:
    """The example row of each sheet has no fault."""
    sheet, example = SHEETS[name], EXAMPLES[name]
    found = grid(tuple(example), tuple(example.values()))
    assert [told(row) for row in rows(sheet, found, places(sheet, found))] == [[]]


def test_headings_for_people() -> None:
    """Row 2 is skipped where its first cell begins with #, and only row 2."""
    people = (" # тұжырымдама", "жоспар", "күні", "себебі")
    assert [row.number for row in placements(people, FILLED, people)] == [3, 4]
    assert [row.number for row in placements(FILLED)] == [2]
    assert [row.number for row in placements((None, "#", "#"))] == [2]


def test_an_error_is_no_heading_for_people() -> None:
    """A broken first cell in row 2 is a fault of a row, for all its #."""
    broken = Broken("The cell shows {error}.", {"error": "#REF!"})
    (row,) = placements((broken, *FILLED[1:]))
    assert told(row) == ["concept: The cell shows #REF!."]
    assert row.values["concept"] == ""


def test_empty_rows() -> None:
    """Rows of nothing, of blanks, or with something beyond the columns are skipped."""
    lines = [(), (" ", "\u00a0", "", "\n"), (None, None, None, None, "ескерту"), FILLED]
    assert [row.number for row in placements(*lines)] == [5]


def test_empty_cells() -> None:
    """A cell that has to be filled is a fault where it is empty; others are not."""
    (row,) = placements(("C-001", " ", None, None))
    assert told(row) == [
        "plan: The cell is empty; fill it in.",
        "on: The cell is empty; fill it in.",
    ]
    assert row.values == {"concept": "C-001", "plan": None, "on": None, "reason": ""}


def test_merged_cells() -> None:
    """An empty cell that was merged away says so, unless it may be empty."""
    first, second = placements(
        FILLED, ("C-002", None, "2024-10-30"), merged={(3, 2): "B2", (3, 4): "D2"}
    )
    assert (first.values["plan"], told(first)) == (PlanKind.CURRENT, [])
    assert told(second) == [
        "plan: The cell is empty because it is merged with B2; split the merged cells "
        "and fill in each."
    ]


def test_several_faults() -> None:
    """Every cell that can't be read is named, and the others are read all the same."""
    (row,) = placements(("C-001", "ұзақ мерзімді", "31.12.2024", 1.5))
    assert [fault.column for fault in row.faults] == ["plan", "on", "reason"]
    assert row.values == {"concept": "C-001", "plan": None, "on": None, "reason": ""}
