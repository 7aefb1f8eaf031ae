"""Whole workbooks: the real year, what is unknown in them, and what they lack."""

from collections import Counter
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from jospar.exchange.faults import WorkbookError
from jospar.exchange.sheets import SHEETS
from jospar.exchange.workbook import Unknown, Workbook, read
from tests.example import WORKBOOK
from tests.exchange.workbooks import EXAMPLES, build, concept, cycle, row, year_2024


def made(folder: Path, **sheets: Any) -> Workbook:
    """Return what is read of a workbook with ``sheets`` put into the year 2024."""
    return read(build(folder / "year.xlsx", **year_2024(**sheets)))


def refused(folder: Path, sheets: dict[str, Any]) -> str:
    """Return the sentence that refuses a workbook of ``sheets``, without its place."""
    path = build(folder / "year.xlsx", **sheets)
    with pytest.raises(WorkbookError) as caught:
        read(path)
    return str(caught.value).replace(str(path), "FILE")


def test_the_real_year() -> None:
    """Every row of year-2024.xlsx is read; its unreadable cells are the known ones."""
    book = read(WORKBOOK)
    assert (book.year, book.ruleset) == (2024, None)
    assert book.sha256 == sha256(WORKBOOK.read_bytes()).hexdigest()
    assert {name: len(rows) for name, rows in book.sheets.items() if rows} == {
        "bodies": 27,
        "concepts": 130,
        "no_proposals": 7,
        "supplements": 7,
        "withdrawals": 5,
        "conclusions": 127,
        "notifications": 40,
        "returns": 6,
        "settlements": 9,
        "placements": 120,
        "agreements": 7,
        "events": 6,
        "submissions": 7,
        "decisions": 4,
        "row_decisions": 15,
        "replies": 2,
        "distributions": 43,
    }
    assert book.cautions == (
        Unknown("ескертпелер"),
        Unknown("concepts", "responsible"),
    )
    assert [
        (row.sheet, row.number, [fault.column for fault in row.faults])
        for rows in book.sheets.values()
        for row in rows
        if row.faults
    ] == [
        ("concepts", 79, ["conclude_to"]),
        ("concepts", 81, ["level"]),
        ("concepts", 116, ["received_at"]),
        ("conclusions", 124, ["expedient"]),
        ("conclusions", 125, ["number"]),
        ("settlements", 10, ["reason"]),
        ("placements", 117, ["plan"]),
        ("decisions", 5, ["outcome"]),
    ]


def test_the_real_year_is_read_as_openpyxl_reads_it() -> None:
    """The documents of all concepts stand in the rows in which openpyxl finds them."""
    sheet = openpyxl.load_workbook(WORKBOOK)["concepts"]
    documents = {
        number: value
        for number, value in enumerate(
            (cells[19] for cells in sheet.iter_rows(values_only=True)), start=1
        )
        if value is not None and number > 1
    }
    concepts = read(WORKBOOK).sheets["concepts"]
    assert {row.number: row.values["document"] for row in concepts} == documents


def test_the_smallest_year(tmp_path: Path) -> None:
    """Sheets that are not there have no rows; those with headings only, neither."""
    book = made(tmp_path, concepts=[])
    found = Counter({name: len(rows) for name, rows in book.sheets.items()})
    assert found == Counter({name: name == "bodies" for name in EXAMPLES})
    assert book.cautions == ()


def test_every_sheet(tmp_path: Path) -> None:
    """A row of each sheet is read, in whatever order the sheets stand."""
    sheets = {name: [example] for name, example in reversed([*EXAMPLES.items()])}
    path = build(tmp_path / "year.xlsx", **sheets, cycle=cycle(year=2024))
    book = read(path)
    assert list(book.sheets) == [name for name in SHEETS if name != "cycle"]
    assert [
        (row.sheet, row.number, row.faults)
        for rows in book.sheets.values()
        for row in rows
    ] == [(name, 2, ()) for name in EXAMPLES]


@pytest.mark.provision("workbook.layout")
def test_unknown_sheets_columns_and_keys(tmp_path: Path) -> None:
    """What nobody reads is reported, sheets first, and changes nothing."""
    book = made(
        tmp_path,
        cycle=[*cycle(year=2024, Author="Әлімов Б."), {"key": "note", "value": None}],
        bodies=[row("bodies", phone="7-17-2")],
        notes=[{"a": 1}],
    )
    assert book.cautions == (
        Unknown("notes"),
        Unknown("cycle", "Author"),
        Unknown("cycle", "note"),
        Unknown("bodies", "phone"),
    )
    assert "phone" not in book.sheets["bodies"][0].values


def test_hidden_sheets_are_read(tmp_path: Path) -> None:
    """A sheet is read whether its tab can be seen or not."""
    path = build(tmp_path / "year.xlsx", **year_2024())
    book = openpyxl.load_workbook(path)
    book["concepts"].sheet_state = "hidden"
    book.save(path)
    assert len(read(path).sheets["concepts"]) == 1


def test_merged_cells_of_a_workbook(tmp_path: Path) -> None:
    """A value merged over two rows stands in the first; the second says why not."""
    concepts = [concept(), concept("C-002", body=None)]
    path = build(tmp_path / "year.xlsx", **year_2024(concepts=concepts))
    book = openpyxl.load_workbook(path)
    book["concepts"].merge_cells("B2:B3")
    book.save(path)
    first, second = read(path).sheets["concepts"]
    assert (first.values["body"], first.faults) == ("mid", ())
    assert [(fault.column, fault.values) for fault in second.faults] == [
        ("body", {"cell": "B2"})
    ]


def test_formulas_never_calculated(tmp_path: Path) -> None:
    """A formula without a result is a fault even where a cell may be empty."""
    book = made(tmp_path, concepts=[concept(note_kk='="а"')])
    (found,) = book.sheets["concepts"]
    assert [fault.column for fault in found.faults] == ["note_kk"]


def test_the_cycle(tmp_path: Path) -> None:
    """The year may be a number or its digits, and the ruleset may be named."""
    found = [
        made(tmp_path, cycle=cycle(**settings))
        for settings in (
            {"year": 2000},
            {"year": " 2099 ", "ruleset": "practice"},
            {"Ruleset": "kz-2023", "YEAR": 2024.0},
        )
    ]
    assert [(book.year, book.ruleset) for book in found] == [
        (2000, None),
        (2099, "practice"),
        (2024, "kz-2023"),
    ]


@pytest.mark.parametrize("year", [1999, 2100, "24", "2024-25", "биыл"])
def test_no_year_of_the_cycle(tmp_path: Path, year: object) -> None:
    """A year outside 2000 to 2099 or not in digits is refused."""
    assert refused(tmp_path, year_2024(cycle=cycle(year=year))) == (
        f"“{year}” in the sheet “cycle” is not a year from 2000 to 2099; write it "
        "with its four digits."
    )


def test_a_cycle_without_year(tmp_path: Path) -> None:
    """A cycle that doesn't say of which year it is is refused."""
    assert refused(tmp_path, year_2024(cycle=cycle(ruleset="kz-2023"))) == (
        "The sheet “cycle” lacks the year; add a row with “year” and, say, 2024."
    )


@pytest.mark.parametrize(
    "settings",
    [
        {"key": "year", "value": None},
        {"key": "year", "value": date(2024, 1, 1)},
        {"key": "ruleset", "value": "=A1"},
        {"key": None, "value": 2024},
    ],
)
def test_unreadable_rows_of_the_cycle(tmp_path: Path, settings: Any) -> None:
    """A setting without key or value, or of another kind, is refused with its row."""
    assert refused(tmp_path, year_2024(cycle=[settings])) == (
        "Row 2 of the sheet “cycle” can't be read; write “year” or “ruleset” in the "
        "column “key” and its value in “value”."
    )


def test_a_key_of_the_cycle_twice(tmp_path: Path) -> None:
    """Two years in one cycle are refused, even if they are the same."""
    twice = [*cycle(year=2024), *cycle(year=2024)]
    assert refused(tmp_path, year_2024(cycle=twice)) == (
        "The sheet “cycle” has the key “year” twice; delete one row."
    )


def test_missing_sheets(tmp_path: Path) -> None:
    """All required sheets that are missing are named at once."""
    assert refused(tmp_path, {"cycle": cycle(year=2024), "returns": []}) == (
        "FILE lacks sheets that every year has; add these: bodies, concepts."
    )


def test_missing_columns(tmp_path: Path) -> None:
    """All required columns that are missing, of any sheet, are named at once."""
    path = build(tmp_path / "year.xlsx", **year_2024(returns=[]))
    book = openpyxl.load_workbook(path)
    for name, place in (("concepts", 1), ("returns", 2), ("returns", 2)):
        book[name].delete_cols(place)
    book.save(path)
    with pytest.raises(WorkbookError) as caught:
        read(path)
    assert str(caught.value) == (
        f"{path} lacks columns; write these codes into row 1: "
        "concepts (id); returns (on, document)."
    )


def test_sheets_of_one_name(tmp_path: Path) -> None:
    """Two sheets that stand for the same one are refused."""
    assert refused(tmp_path, year_2024(**{"Bodies ": []})) == (
        "There are two sheets “bodies”; delete or rename one."
    )


@pytest.mark.slow
def test_five_thousand_concepts(tmp_path: Path) -> None:
    """A year of five thousand concepts is read whole."""
    concepts = [concept(f"C-{number:04}") for number in range(5_000)]
    found = made(tmp_path, concepts=concepts).sheets["concepts"]
    assert [row.values["id"] for row in found] == [item["id"] for item in concepts]
