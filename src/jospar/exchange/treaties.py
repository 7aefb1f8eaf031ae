"""A list of earlier treaties, as XLSX or CSV: every row an act that lists one."""

import csv
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from hashlib import sha256
from io import StringIO
from pathlib import Path

from jospar.procedure.clock import Clock
from jospar.procedure.perform import ActRefusedError, Order, perform
from jospar.procedure.rulesets import ruleset
from jospar.records.listed_treaties import listed_as
from jospar.rules.core.act import Objection
from jospar.rules.core.nouns import Text
from jospar.rules.core.offices import COMMAND_LINE, Actor, Office
from jospar.rules.core.ruleset import DEFAULT
from jospar.rules.core.sentences import _
from jospar.rules.reference.facts import ListTreaty

from .cells import DAY, text_of
from .columns import Column, Sheet
from .faults import WorkbookError
from .objections import unreadable
from .ordered import act_id
from .package import DAMAGED, load
from .rows import Row, code, places, rows, unknown_headings
from .spreadsheet import Grid
from .workbook import grids_in

_TITLES = ("title_kk", "title_ru")
_SHEET = Sheet(
    "treaties",
    key=(*_TITLES, "signed_on"),
    columns=(
        *(
            Column(name, text_of(name), required=False, filled=False)
            for name in _TITLES
        ),
        Column("signed_on", DAY, required=False, filled=False),
    ),
)
_ALSO = {"signed": "signed_on"}
"""Other names of columns, as lists that are kept elsewhere have them."""


@dataclass(frozen=True, slots=True)
class TreatyList:
    """What a list holds; ``unused`` are the headings that say nothing to us."""

    rows: tuple[Row, ...]
    sha256: str
    unused: tuple[str, ...]


@dataclass(slots=True)
class Listed:
    """What became of a list: how many rows are new, known, or refused, and why.

    ``dated`` rows gave treaties their days that were listed without.
    """

    new: int = 0
    dated: int = 0
    known: int = 0
    refused: list[tuple[int, Objection]] = field(default_factory=list)


def read_treaties(path: Path) -> TreatyList:
    """Return the list at ``path``: CSV by its name, or else the first sheet of XLSX.

    Raises:
        WorkbookError: the file is not such a list.
    """
    data = load(path)
    grid = _csv(data, path) if path.suffix.lower() == ".csv" else _xlsx(data, path)
    headings = {
        place: _ALSO.get(code(heading), heading)
        for place, heading in grid.rows.get(1, {}).items()
    }
    grid = replace(grid, rows={**grid.rows, 1: headings})
    where = places(_SHEET, grid)
    if where.keys().isdisjoint(_TITLES):
        raise WorkbookError(
            _("{file} has no titles; write “title_kk” and “title_ru” into row 1."),
            file=str(path),
        )
    return TreatyList(
        rows=tuple(rows(_SHEET, grid, where)),
        sha256=sha256(data).hexdigest(),
        unused=unknown_headings(_SHEET, grid),
    )


def list_treaties(found: TreatyList, clock: Clock) -> Listed:
    """List every treaty that is not listed yet; the same list twice adds nothing."""
    listed = Listed()
    for row in found.rows:
        if row.faults:
            listed.refused.append((row.number, unreadable(row.faults)))
            continue
        order = _order(row, found.sha256, clock)
        dates = lacks_day(order.filing)
        try:
            performed = perform(order, clock)
        except ActRefusedError as error:
            listed.refused += ((row.number, one) for one in error.objections)
            continue
        if performed.new and dates:
            listed.dated += 1
        elif performed.new:
            listed.new += 1
        else:
            listed.known += 1
    return listed


def lacks_day(filing: object) -> bool:
    """Tell whether the filing gives a treaty its day that was listed without one."""
    if not isinstance(filing, ListTreaty) or filing.signed_on is None:
        return False
    return listed_as(filing.title).filter(signed_on=None).exists()


def _order(row: Row, digest: str, clock: Clock) -> Order:
    kk, ru, signed_on = (row.values[name] for name in _SHEET.key)
    return Order(
        act_id=act_id(0, _SHEET.name, (kk, ru, str(signed_on or ""))),
        filing=ListTreaty(Text(kk, ru), signed_on),
        year=clock.today().year,
        on=clock.today(),
        actor=Actor(COMMAND_LINE, Office.ADMINISTRATOR),
        ruleset=ruleset(DEFAULT),
        document=f"sha256:{digest}",
        imported=True,
    )


def _xlsx(data: bytes, path: Path) -> Grid:
    first = next(iter(grids_in(data, path, lambda _title: True)), None)
    if first is None or first[1] is None:
        raise WorkbookError(DAMAGED, file=str(path))
    return first[1]


def _csv(data: bytes, path: Path) -> Grid:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise WorkbookError(
            _("“{file}” is not text in UTF-8."), file=path.name
        ) from error
    headings = text.partition("\n")[0]
    by = ";" if headings.count(";") > headings.count(",") else ","
    try:
        return _grid(csv.reader(StringIO(text, newline=""), delimiter=by, strict=True))
    except csv.Error as error:
        raise WorkbookError(DAMAGED, file=str(path)) from error


def _grid(lines: Iterable[list[str]]) -> Grid:
    filled = {
        number: {place: cell for place, cell in enumerate(line, start=1) if cell}
        for number, line in enumerate(lines, start=1)
    }
    return Grid({number: cells for number, cells in filled.items() if cells}, {})
