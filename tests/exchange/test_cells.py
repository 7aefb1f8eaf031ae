"""What a cell is worth: each kind, on both sides of what it takes."""

import csv
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jospar.exchange.cells import (
    COUNTERPARTIES,
    DAY,
    MOMENT,
    NUMBER,
    TEXTS,
    YEARS,
    YES_NO,
    Broken,
    Kind,
    choice,
    country_codes,
    is_blank,
    text_of,
)
from jospar.exchange.faults import CellError
from jospar.rules.core.nouns import Level

TREATIES = Path(__file__).parents[1] / "data" / "treaties.csv"
LEVEL = choice(*Level)
TEXT = text_of("title_kk")
KINDS = (TEXT, DAY, MOMENT, TEXTS, YEARS, COUNTERPARTIES, YES_NO, LEVEL)


def excel(*parts: int) -> datetime:
    """Return a moment as Excel has it: without a time zone."""
    return datetime(*parts)  # type: ignore[arg-type] # noqa: DTZ001 -- as Excel has it


def refused(kind: Kind, cell: object) -> str:
    """Return the sentence with which ``kind`` refuses ``cell``."""
    with pytest.raises(CellError) as caught:
        kind.read(cell)
    return str(caught.value)


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("  Қ/245 \n", "Қ/245"),
        ("и\u0306", "й"),
        ("a_x000D_\nb", "a\nb"),
        (2025, "2025"),
        (2025.0, "2025"),
        (-5, "-5"),
        (0, "0"),
        (999_999_999_999_999, "999999999999999"),
        ("", ""),
        (" \u00a0\t", ""),
        (None, ""),
    ],
)
def test_text(cell: object, text: str) -> None:
    """Text is trimmed and normalised, a whole number is its digits."""
    assert TEXT.read(cell) == text


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        (12.1, "12.1"),
        (10**15, "1000000000000000"),
        (float("inf"), "inf"),
        (float("nan"), "nan"),
        (True, "TRUE"),
        (excel(2024, 9, 25), "2024-09-25"),
        (date(2024, 9, 25), "2024-09-25"),
        (time(10, 30), "10:30:00"),
    ],
)
def test_what_a_spreadsheet_has_made_of_a_text(cell: object, shown: str) -> None:
    """A date, a truth value or a number of uncertain digits is no text."""
    assert refused(TEXT, cell) == (
        f"The cell holds {shown}, which is not text; "
        "format the cell as text and write it again."
    )


@pytest.mark.parametrize(
    "cell",
    [
        "2024-09-25",
        " 2024-09-25 ",
        "2024-09-25T00:00",
        "2024-09-25 00:00:00.000",
        date(2024, 9, 25),
        excel(2024, 9, 25),
        excel(2024, 9, 25, 0, 0, 0, 400_000),
        excel(2024, 9, 24, 23, 59, 59, 600_000),
    ],
)
def test_days(cell: object) -> None:
    """A day is a date, a datetime at midnight but for a rounding error, or ISO text."""
    assert DAY.read(cell) == date(2024, 9, 25)


@pytest.mark.parametrize(
    "cell",
    [
        *("31.12.2025", "09/25/2024", "2024-13-01", "2025-02-29", "20240925"),
        *("2024-W39-3", "2024-9-25", "25-09-2024", "2024-09-25T10:00", "қыркүйек"),
        *("2024-09-25T00:00Z", "٢٠٢٤-٠٩-٢٥", 45560, 45560.0, True),
    ],
)
def test_what_is_no_day(cell: object) -> None:
    """Other orders, impossible days, hours and bare numbers are refused."""
    shown = "TRUE" if cell is True else cell
    assert refused(DAY, cell) == (
        f"“{shown}” is not a day; write it as 2024-09-25 (year, month, day) "
        "or format the cell as a date."
    )


@pytest.mark.provision("workbook.cell")
def test_a_day_with_an_hour() -> None:
    """A datetime at another hour than midnight is refused as a day."""
    assert refused(DAY, excel(2024, 9, 25, 13, 13)) == (
        "“2024-09-25 13:13:00” has an hour too; write the day alone, as 2024-09-25."
    )


@pytest.mark.parametrize("kind", [DAY, MOMENT])
def test_years_out_of_range(kind: Kind) -> None:
    """The first and the last year are taken, those beside them are not."""
    assert kind.read("1990-01-01") is not None
    assert kind.read("2100-12-31") is not None
    outside = ("1989-12-31", date(2101, 1, 1), excel(9999, 12, 31, 23, 59, 59, 999_999))
    assert [refused(kind, cell) for cell in outside] == [
        f"The year {year} is out of range; it must be from 1990 to 2100."
        for year in (1989, 2101, 9999)
    ]


@pytest.mark.parametrize(
    ("cell", "moment"),
    [
        ("2024-09-25T18:30Z", (2024, 9, 25, 18, 30)),
        ("2024-09-25T18:30:00+05:00", (2024, 9, 25, 13, 30)),
        ("2024-09-25 18:30:15.25+0500", (2024, 9, 25, 13, 30, 15, 250_000)),
        ("2024-09-25T18:30+05", (2024, 9, 25, 13, 30)),
        ("2024-09-25T18:59:59.999999", (2024, 9, 25, 13, 59, 59, 999_999)),
        ("2024-09-25T18:30", (2024, 9, 25, 13, 30)),
        ("2024-01-25T18:30", (2024, 1, 25, 12, 30)),
        ("2024-09-25", (2024, 9, 24, 19)),
        (date(2024, 9, 25), (2024, 9, 24, 19)),
        (excel(2024, 9, 25, 18, 30), (2024, 9, 25, 13, 30)),
        (excel(2024, 9, 25, 18, 29, 59, 999_000), (2024, 9, 25, 13, 30)),
    ],
)
def test_moments(cell: object, moment: tuple[int, ...]) -> None:
    """A moment without an offset is Astana time, UTC+6 until February 2024."""
    assert MOMENT.read(cell) == excel(*moment).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    "cell",
    [
        *("25.09.2024 18:30", "2024-09-25T24:00", "2024-09-25T18", "20240925T1830"),
        *("2024-W39-3T10:00", "2024-09-25T18:30,5", "2024-09-25T18:30+15:00"),
        *("2024-09-25T18:30+05:99", "2024-02-30T10:00", "қыркүйек", 45560.77, True),
    ],
)
def test_what_is_no_moment(cell: object) -> None:
    """Odd forms, impossible moments and bare numbers are refused with the cure."""
    shown = "TRUE" if cell is True else cell
    assert refused(MOMENT, cell) == (
        f"“{shown}” is not a moment; write it as 2024-09-25T18:30, which is "
        "Astana time, or with an offset, as 2024-09-25T13:30Z."
    )


def test_texts() -> None:
    """A list is split at semicolons; blanks, gaps and repetitions fall away."""
    assert TEXTS.read(" C-052 ; C-095;;C-052; ") == ("C-052", "C-095")
    assert TEXTS.read(12) == ("12",)
    assert TEXTS.read(";") == ()
    assert TEXTS.read(None) == ()


def test_years() -> None:
    """Years are whole numbers of four digits in range."""
    assert YEARS.read("2025; 2026;2025") == (2025, 2026)
    assert YEARS.read(2027) == (2027,)
    assert YEARS.read("") == ()


@pytest.mark.parametrize("part", ["2025,2026", "25", "1989", "2101", "жыл", "٢٠٢٥"])
def test_what_is_no_year(part: str) -> None:
    """One part that is no year refuses the cell."""
    assert refused(YEARS, f"2025; {part}") == (
        f"“{part}” is not a year from 1990 to 2100; write years as 2025; 2026."
    )


def test_numbers() -> None:
    """Numbers are whole, from 1 on, in digits or as Excel keeps them."""
    assert [NUMBER.read(cell) for cell in ("2", 2, 2.0, "9999")] == [2, 2, 2, 9999]
    assert NUMBER.read("") is None


@pytest.mark.parametrize("cell", ["0", "02", "-1", "10000", "2а", "1.5", "٢"])
def test_what_is_no_number(cell: str) -> None:
    """The sentence says how to write one."""
    told = f"“{cell}” is not a whole number; write it in digits, as 2."
    assert refused(NUMBER, cell) == told


def test_counterparties() -> None:
    """Codes are written in capitals, longer names are kept as they are."""
    parties = ("UZ", "EU", "UN", "EAEU", "United Nations")
    assert COUNTERPARTIES.read("uz; EU;UN; EAEU; United Nations; UZ") == parties
    assert COUNTERPARTIES.read(None) == ()


@pytest.mark.parametrize("code", ["XX", "ZZ", "XK", "zz", "РФ", "КZ"])
def test_unknown_countries(code: str) -> None:
    """Two letters that ISO 3166 doesn't know are refused, look-alikes too."""
    assert refused(COUNTERPARTIES, code) == (
        f"“{code}” is not the code of a country; write its two Latin letters of "
        "ISO 3166, as UZ, or its name in full."
    )


def test_country_codes() -> None:
    """ISO 3166 assigns 249 codes; every code of a real treaty is one or EU or UN."""
    with TREATIES.open(encoding="utf-8", newline="") as file:
        cells = [line["counterparties"] for line in csv.DictReader(file)]
    used = {code for cell in cells for code in cell.split(";") if len(code) == 2}
    assert len(country_codes() - {"EU", "UN"}) == 249
    assert used - country_codes() == set()


def test_yes_and_no() -> None:
    """Only the two words are taken, and a truth value of the spreadsheet is not."""
    assert [YES_NO.read(cell) for cell in ("yes", " no ", "")] == [True, False, None]
    assert refused(YES_NO, "иә") == "“иә” is unknown here; write one of these: yes, no."
    assert refused(YES_NO, "Yes").startswith("“Yes” is unknown here")
    assert refused(YES_NO, True).startswith("The cell holds TRUE, which is not text")


def test_choices() -> None:
    """A code becomes the member; any other word is refused with the codes."""
    assert LEVEL.read("interstate") is Level.INTERSTATE
    assert LEVEL.read(None) is None
    assert refused(LEVEL, "үкіметаралық") == (
        "“үкіметаралық” is unknown here; write one of these: "
        "interstate, intergovernmental, interagency."
    )


def test_long_cells_are_shortened_in_sentences() -> None:
    """Sixty letters of a wrong value are shown at most."""
    assert refused(LEVEL, "a" * 60).startswith(f"“{'a' * 60}” is")
    assert refused(LEVEL, "a" * 61).startswith(f"“{'a' * 59}…” is")


@pytest.mark.provision("record.length")
@pytest.mark.parametrize(
    ("kind", "most"),
    [
        (text_of("code"), 40),
        (text_of("document"), 200),
        (TEXT, 10_000),
        (TEXTS, 200),
        (COUNTERPARTIES, 200),
    ],
)
def test_a_text_is_no_longer_than_the_record_keeps(kind: Kind, most: int) -> None:
    """The sentence says how long it is, and how long it may be."""
    assert kind.read("я" * most) in ("я" * most, ("я" * most,))
    assert refused(kind, "я" * (most + 1)).endswith(
        f"” has {most + 1} letters; write {most} at most."
    )


@pytest.mark.parametrize("kind", KINDS)
def test_broken_cells(kind: Kind) -> None:
    """A cell that the spreadsheet could not fill is refused by every kind."""
    assert refused(kind, Broken("The cell shows {error}.", {"error": "#REF!"})) == (
        "The cell shows #REF!."
    )


def test_blank_cells() -> None:
    """Nothing and blanks are blank; anything else is not, broken cells included."""
    cells = (None, "", " \n", "a", 0, False, Broken("", {}))
    assert [is_blank(cell) for cell in cells] == [True, True, True] + [False] * 4


junk = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(),
    st.text("0123456789-T:+Z. ;"),
    st.datetimes().map(str),
    st.datetimes(),
    st.dates(),
    st.times(),
    st.timedeltas(),
)


@given(cell=junk, kind=st.sampled_from(KINDS))
def test_any_cell_is_read_or_refused(cell: object, kind: Kind) -> None:
    """Whatever stands in a cell, there is a value of the kind or a sentence."""
    try:
        value: Any = kind.read(cell)
    except CellError as error:
        assert str(error)  # noqa: PT017 -- the value and the sentence are both right
    else:
        assert value == kind.empty or not is_blank(cell)


@given(st.datetimes(min_value=excel(1990, 1, 2), max_value=excel(2100, 12, 30)))
def test_moments_of_excel_are_kept_to_the_second(moment: datetime) -> None:
    """Reading a datetime moves it by half a second at most, to a whole one."""
    found = MOMENT.read(moment)
    as_text = MOMENT.read(moment.isoformat())
    assert found.microsecond == 0
    assert abs(found - as_text) <= timedelta(milliseconds=500)
