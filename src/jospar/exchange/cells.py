"""What a cell of the workbook is worth: each kind of cell, read or refused.

A cell comes as openpyxl gives it: text, a number, a truth value, a date, a time, or
nothing. Text is Unicode-normalised (NFC) and trimmed before anything else looks at it.
"""

import unicodedata
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from re import ASCII
from re import compile as pattern
from typing import Any

from babel import Locale

from jospar.exchange.faults import CellError
from jospar.rules.core.bounds import LINE, beginning, most_letters
from jospar.rules.core.deadlines import ASTANA
from jospar.rules.core.sentences import _

FIRST_YEAR, LAST_YEAR = 1990, 2100
"""No day of a planning year, its treaties and their grounds lies outside these."""

EXACT_DIGITS = 15
"""Spreadsheets keep no more digits of a number than these."""

DAY_FORM = pattern(r"(\d{4}-\d\d-\d\d)(?:[T ]00:00(?::00(?:\.0+)?)?)?", ASCII)
MOMENT_FORM = pattern(
    r"\d{4}-\d\d-\d\d"
    r"(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-](?:0\d|1[0-4])(?::?[0-5]\d)?)?)?",
    ASCII,
)
YEAR_FORM = pattern(r"\d{4}", ASCII)
NUMBER_FORM = pattern(r"[1-9]\d{0,3}", ASCII)

NOT_COUNTRIES = frozenset(
    ("AC", "CP", "CQ", "DG", "EA", "EZ", "IC", "QO", "TA", "XA", "XB", "XK", "ZZ")
)
"""What CLDR lists beside the codes that ISO 3166 assigns; EU and UN are wanted."""


@dataclass(frozen=True, slots=True)
class Broken:
    """A cell without a value: a spreadsheet error or a formula never calculated."""

    message: str
    values: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of cell: what makes a value of it, and what an empty one is worth."""

    parse: Callable[[object], Any]
    empty: object = None

    def read(self, cell: object) -> Any:
        """Return the value of ``cell``; that of an empty one is ``empty``.

        Raises:
            CellError: the cell holds no value of this kind.
        """
        if isinstance(cell, Broken):
            raise CellError(cell.message, **cell.values)
        cell = clean(cell) if isinstance(cell, str) else cell
        return self.empty if cell is None or cell == "" else self.parse(cell)


def clean(text: str) -> str:
    """Return ``text`` trimmed and normalised.

    Excel writes a carriage return inside a cell as ``_x000D_``; it means nothing.
    """
    return unicodedata.normalize("NFC", text.replace("_x000D_", "")).strip()


def is_blank(cell: object) -> bool:
    """Tell whether there is nothing in ``cell``, or blanks only."""
    return cell is None or (isinstance(cell, str) and not clean(cell))


def text(cell: object) -> str:
    """Return the text of ``cell``; that of a whole number is its digits.

    Raises:
        CellError: a date, a truth value, or a number whose digits aren't certain.
    """
    if isinstance(cell, str):
        return cell
    if (
        isinstance(cell, int | float)
        and not isinstance(cell, bool)
        and cell % 1 == 0
        and abs(cell) < 10**EXACT_DIGITS
    ):
        return str(int(cell))
    raise CellError(
        _(
            "The cell holds {value}, which is not text; format the cell as text "
            "and write it again."
        ),
        value=_shown(cell),
    )


def day(cell: object) -> date:
    """Return the day of a date, of a datetime at midnight, or of ISO text.

    Raises:
        CellError: anything else, or a day that no planning year can mean.
    """
    if isinstance(cell, datetime):
        beginning = _bounded(cell)
        if beginning.time() == time():
            return beginning.date()
        raise CellError(
            _("“{value}” has an hour too; write the day alone, as 2024-09-25."),
            value=_shown(cell),
        )
    if isinstance(cell, date):
        return _bounded(datetime.combine(cell, time())).date()
    if isinstance(cell, str) and (found := DAY_FORM.fullmatch(cell)):
        with suppress(ValueError):
            return _bounded(datetime.fromisoformat(found[1])).date()
    raise CellError(
        _(
            "“{value}” is not a day; write it as 2024-09-25 (year, month, day) "
            "or format the cell as a date."
        ),
        value=_shown(cell),
    )


def moment(cell: object) -> datetime:
    """Return the moment of a date, a datetime or ISO text, in UTC.

    What has no offset is Astana time, a day alone its beginning.

    Raises:
        CellError: anything else, or a moment that no planning year can mean.
    """
    found = None
    if isinstance(cell, datetime):
        found = cell
    elif isinstance(cell, date):
        found = datetime.combine(cell, time())
    elif isinstance(cell, str) and MOMENT_FORM.fullmatch(cell):
        with suppress(ValueError):
            found = datetime.fromisoformat(cell)
    if found is None:
        raise CellError(
            _(
                "“{value}” is not a moment; write it as 2024-09-25T18:30, which is "
                "Astana time, or with an offset, as 2024-09-25T13:30Z."
            ),
            value=_shown(cell),
        )
    found = _bounded(found, to_second=not isinstance(cell, str))
    return (found if found.tzinfo else found.replace(tzinfo=ASTANA)).astimezone(UTC)


def text_of(column: str) -> Kind:
    """Return the kind of a cell of text, no longer than the record keeps it."""
    return Kind(lambda cell: _in_bounds(text(cell), most_letters(column)), "")


def _in_bounds(found: str, most: int) -> str:
    if len(found) <= most:
        return found
    raise CellError(
        _("“{value}” has {count} letters; write {most} at most."),
        value=_shown(found),
        count=len(found),
        most=most,
    )


def texts(cell: object) -> tuple[str, ...]:
    """Return the different texts of ``cell``, which ``;`` separates.

    Raises:
        CellError: the cell is not text, or one of them is longer than a line.
    """
    parts = (_in_bounds(part.strip(), LINE) for part in text(cell).split(";"))
    return tuple(dict.fromkeys(part for part in parts if part))


def years(cell: object) -> tuple[int, ...]:
    """Return the different years of ``cell``, which ``;`` separates.

    Raises:
        CellError: one is not a year that a planning year can mean.
    """
    found = texts(cell)
    for part in found:
        if not (YEAR_FORM.fullmatch(part) and FIRST_YEAR <= int(part) <= LAST_YEAR):
            raise CellError(
                _(
                    "“{value}” is not a year from {first} to {last}; write years as "
                    "2025; 2026."
                ),
                value=_shown(part),
                first=FIRST_YEAR,
                last=LAST_YEAR,
            )
    return tuple(int(part) for part in found)


def number(cell: object) -> int:
    """Return the whole number of ``cell``, from 1 on, or raise a CellError."""
    if NUMBER_FORM.fullmatch(found := text(cell)):
        return int(found)
    raise CellError(
        _("“{value}” is not a whole number; write it in digits, as 2."),
        value=_shown(found),
    )


def counterparties(cell: object) -> tuple[str, ...]:
    """Return the different parties of ``cell``: codes in capitals, names as written.

    Two letters, of any alphabet, are meant as a code.

    Raises:
        CellError: a code that ISO 3166 doesn't know.
    """
    return tuple(dict.fromkeys(_party(part) for part in texts(cell)))


def _party(name: str) -> str:
    if not (len(name) == 2 and name.isalpha()):  # noqa: PLR2004 -- alpha-2
        return name
    if (code := name.upper()) in country_codes():
        return code
    raise CellError(
        _(
            "“{value}” is not the code of a country; write its two Latin letters of "
            "ISO 3166, as UZ, or its name in full."
        ),
        value=name,
    )


@cache
def country_codes() -> frozenset[str]:
    """Return the alpha-2 codes of ISO 3166, and EU and UN."""
    codes = map(str, Locale("en").territories)
    return frozenset(filter(str.isalpha, codes)) - NOT_COUNTRIES


def choice(*codes: str) -> Kind:
    """Return the kind of a cell that holds one of ``codes``, exactly so written."""
    return _choice({code: code for code in codes})


def _choice(options: Mapping[str, object]) -> Kind:
    def parse(cell: object) -> object:
        if (code := text(cell)) in options:
            return options[code]
        raise CellError(
            _("“{value}” is unknown here; write one of these: {choices}."),
            value=_shown(code),
            choices=", ".join(options),
        )

    return Kind(parse)


def _bounded(moment: datetime, *, to_second: bool = True) -> datetime:
    """Return ``moment`` without the floating error of spreadsheets."""
    if not FIRST_YEAR <= moment.year <= LAST_YEAR:
        raise CellError(
            _("The year {year} is out of range; it must be from {first} to {last}."),
            year=moment.year,
            first=FIRST_YEAR,
            last=LAST_YEAR,
        )
    if to_second:
        return (moment + timedelta(microseconds=500_000)).replace(microsecond=0)
    return moment


def _shown(cell: object) -> str:
    """Return ``cell`` as its reader knows it, shortened."""
    shown = str(cell).upper() if isinstance(cell, bool) else str(cell)
    return beginning(shown.removesuffix(" 00:00:00"))


DAY = Kind(day)
MOMENT = Kind(moment)
NUMBER = Kind(number)
TEXTS = Kind(texts, ())
YEARS = Kind(years, ())
COUNTERPARTIES = Kind(counterparties, ())
YES_NO = _choice({"yes": True, "no": False})
