"""A review as a workbook: to be corrected offline, and read back."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import xlsxwriter

from jospar.documents.characters import printable
from jospar.exchange.cells import Broken, clean, text
from jospar.exchange.faults import CellError, WorkbookError
from jospar.exchange.package import DAMAGED, FOREIGN, unpack
from jospar.exchange.spreadsheet import Spreadsheet
from jospar.rules.core.sentences import ToldError, _

from .review import BODY, CELLS, HEAD, Review, ReviewBody, ReviewRow, Told

PLAN, ROWS, BODIES, DOUBTS = "plan", "rows", "bodies", "doubts"
"""The names of the sheets."""
_CREATED = datetime(1980, 1, 1, tzinfo=UTC)
_ROW = (*CELLS, "accepted", "doubts", "read_kk", "read_ru")
_WIDE = {"title_kk": 46, "title_ru": 46, "doubts": 60, "read_kk": 50, "read_ru": 50}
_YES = "yes"

Say = Callable[[str, Mapping[str, object]], str]
"""A sentence with its values, in the language of the reader."""

_NO_REVIEW = _("“{name}” is no review of a past plan: it lacks the sheet “{sheet}”.")
_ODD_CELL = _("“{name}”, sheet “{sheet}”, row {row}, {column}: write it as text.")


def review_xlsx(review: Review, say: Say) -> bytes:
    """Return the review as XLSX: equal bytes for equal reviews."""
    target = BytesIO()
    with xlsxwriter.Workbook(target, {"in_memory": True}) as book:
        book.set_properties({"created": _CREATED})
        bold = book.add_format({"bold": True, "bg_color": "#F2F2F2"})
        cell = book.add_format({"text_wrap": True, "valign": "top", "num_format": "@"})

        def sheet(
            name: str, columns: Sequence[str], lines: Iterable[Sequence[str]]
        ) -> None:
            page = book.add_worksheet(name)
            page.freeze_panes(1, 1)
            for at, column in enumerate(columns):
                page.set_column(at, at, _WIDE.get(column, 16))
                page.write_string(0, at, column, bold)
            for row, texts in enumerate(lines, start=1):
                for at, said in enumerate(texts):
                    page.write_string(row, at, printable(said), cell)

        sheet(PLAN, HEAD, [[getattr(review, name) for name in HEAD]])
        sheet(ROWS, _ROW, (_row(row, say) for row in review.rows))
        sheet(BODIES, BODY, _bodies(review.bodies))
        accepted = _YES if review.accepted else ""
        told = [[one, accepted] for one in _said(review.doubts, say)]
        sheet(DOUBTS, ("doubts", "accepted"), told)
    return target.getvalue()


def is_review(data: bytes, name: str) -> bool:
    """Tell whether a file is a review that ``review_xlsx`` wrote."""
    if not name.lower().endswith(".xlsx") or not data.startswith(b"PK"):
        return False
    try:
        titles = {title for title, _part in _book(data, name).sheets}
    except ToldError:
        return False
    return {PLAN, ROWS, BODIES} <= titles


def review_in(data: bytes, name: str) -> Review:
    """Return the review that a workbook holds.

    Raises:
        ToldError: naming what cannot be read.
    """
    book = _book(data, name)
    sheets = dict(book.sheets)
    for needed in (PLAN, ROWS, BODIES):
        if needed not in sheets:
            raise ToldError(_NO_REVIEW, name=name, sheet=needed)

    def lines(sheet: str) -> list[dict[str, Any]]:
        if sheet not in sheets:
            return []
        return _lines(book.grid(sheets[sheet]).rows, name, sheet)

    head = next(iter(lines(PLAN)), {})
    return Review(
        **{cell: head[cell] for cell in HEAD if cell in head},
        rows=tuple(_row_read(line) for line in lines(ROWS)),
        bodies=tuple(
            ReviewBody(**{cell: line.get(cell, "") for cell in BODY})
            for line in lines(BODIES)
        ),
        doubts=tuple(
            _kept(line["doubts"]) for line in lines(DOUBTS) if "doubts" in line
        ),
        accepted=all(line.get("accepted") for line in lines(DOUBTS)),
    )


def _book(data: bytes, name: str) -> Spreadsheet:
    try:
        return Spreadsheet(unpack(data, Path(name)))
    except WorkbookError:
        raise
    except OSError as error:  # it is of Office, but has no workbook in it
        raise WorkbookError(FOREIGN, file=name) from error
    except Exception as error:  # damage makes zipfile and openpyxl raise anything
        raise WorkbookError(DAMAGED, file=name) from error


def _lines(
    rows: Mapping[int, Mapping[int, object]], name: str, sheet: str
) -> list[dict[str, Any]]:
    """Return the filled cells of each row under their headings."""
    numbers = iter(sorted(rows))
    first = next(numbers, None)
    columns = (
        {} if first is None else {at: str(said) for at, said in rows[first].items()}
    )
    found = []
    for number in numbers:
        line: dict[str, Any] = {}
        for at, said in rows[number].items():
            if at in columns:
                try:
                    line[columns[at]] = _text(said)
                except CellError as error:
                    raise ToldError(
                        _ODD_CELL,
                        name=name,
                        sheet=sheet,
                        row=number,
                        column=columns[at],
                    ) from error
        if any(line.values()):
            found.append(line)
    return found


def _text(said: object) -> str:
    """Return a cell as text; days that an office program made of texts are days."""
    if isinstance(said, datetime):
        said = said.date()
    if isinstance(said, date):
        return said.isoformat()
    if isinstance(said, Broken):
        raise CellError(said.message, **said.values)
    return clean(text(said))


def _row(row: ReviewRow, say: Say) -> list[str]:
    return [
        *(getattr(row, name) for name in CELLS),
        _YES if row.accepted else "",
        "\n".join(_said(row.doubts, say)),
        " | ".join(row.read_kk),
        " | ".join(row.read_ru),
    ]


def _row_read(line: Mapping[str, Any]) -> ReviewRow:
    row = ReviewRow(**{cell: line[cell] for cell in CELLS if cell in line})
    told = filter(None, line.get("doubts", "").split("\n"))
    return replace(
        row,
        accepted=bool(line.get("accepted")),
        doubts=tuple(map(_kept, told)),
    )


def _bodies(bodies: Iterable[ReviewBody]) -> Iterable[Sequence[str]]:
    return ([getattr(body, name) for name in BODY] for body in bodies)


def _said(doubts: Iterable[Told], say: Say) -> list[str]:
    """Return the doubts that somebody has to look at, each in a line."""
    return [
        f"{say(one.message, one.shown)} {say(one.cure, one.shown)}".replace("\n", " ")
        for one in doubts
        if one.needs_person
    ]


def _kept(said: str) -> Told:
    """Return a doubt that was written down as a sentence."""
    return Told("told", "{said}", "", {"said": said}, "", "", (0, 0, ""))
