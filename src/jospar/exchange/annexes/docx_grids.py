"""The tables of a DOCX file with all that people do to tables in office programs.

The text is read in one pass and within bounds; nothing is resolved or run. What counts
is the text as if all tracked changes were accepted; what was deleted or struck out is
kept apart. A table in a cell is a table of its own if it is wide enough for a plan.
"""

from collections import Counter
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

from defusedxml.ElementTree import iterparse

from jospar.documents.docx_cells import DAMAGED, DocumentError, text_part
from jospar.exchange.cells import clean
from jospar.rules.core.packages import UNREADABLE

from .doubts import doubt
from .grids import Grid, GridCell, GridLine, Sign, Source
from .values import MOST_CELLS, MOST_LETTERS, MOST_ROWS, Place, squeezed, too_much

_NARROWEST = 4
"""A table in a cell with as many columns is one of a plan."""
_MOST_ABOVE = 12

_OLD_PROPERTIES = frozenset(
    f"{name}Change" for name in ("rPr", "pPr", "tcPr", "trPr", "tblPr", "tblGrid")
)
_LEFT_OUT = frozenset({"Fallback", "instrText"}) | _OLD_PROPERTIES
_DELETED = frozenset({"del", "moveFrom"})
_INSERTED = frozenset({"ins", "moveTo"})
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_OFF = frozenset({"0", "false", "off", "none"})


@dataclass(slots=True)
class _Cell:
    """A cell while it is read."""

    column: int
    span: int = 1
    signs: set[Sign] = field(default_factory=set)
    pieces: list[str] = field(default_factory=list)
    struck: list[str] = field(default_factory=list)
    deleted: list[str] = field(default_factory=list)
    inserted: bool = False

    def made(self) -> GridCell:
        return GridCell(
            clean("".join(self.pieces)),
            self.column,
            self.span,
            frozenset(self.signs),
            squeezed("".join(self.struck)),
            squeezed("".join(self.deleted)),
            self.inserted,
        )


@dataclass(slots=True)
class _Line:
    """A row while it is read."""

    cells: list[GridCell] = field(default_factory=list)
    width: int = 0
    deleted: bool = False


@dataclass(slots=True)
class _Table:
    """A table while it is read."""

    number: int
    above: tuple[str, ...]
    lines: list[GridLine] = field(default_factory=list)
    width: int = 0


def docx_source(data: bytes) -> Source:
    """Return the tables of the document ``data`` in the order in which they begin.

    Raises:
        DocumentError: it is not DOCX, is locked, damaged, or far too large.
        AnnexError: it has far more rows than a plan.
    """
    content = text_part(data)
    reader = _Reader()
    try:
        reader.read(content)
    except UNREADABLE as error:
        raise DocumentError(DAMAGED) from error
    grids = sorted(reader.grids, key=lambda grid: grid.place.table)
    boxes = (doubt("box_outside", Place(), text=text) for text in reader.boxes)
    return Source(tuple(grids), tuple(boxes))


class _Reader:
    """Walks through a document once, and knows where it is by what is open."""

    def __init__(self) -> None:
        self.grids: list[Grid] = []
        self.boxes: list[str] = []
        self._open: list[str] = []
        self._count: Counter[str] = Counter()
        self._tables: list[_Table] = []
        self._lines: list[_Line] = []
        self._cells: list[_Cell] = []
        self._loose: list[str] = []
        self._above: list[str] = []
        self._struck = False
        self._begun = self._rows = 0

    def read(self, content: bytes) -> None:
        """Take in the document ``content``."""
        events = iterparse(BytesIO(content), ("start", "end"), forbid_dtd=True)
        for event, element in events:
            name = element.tag.rpartition("}")[2]
            if event == "start":
                if kind := self._kind(name):
                    self._count[kind] += 1
                if not self._count["left_out"]:
                    self._begin(name, element)
                self._open.append(name)
                continue
            self._open.pop()
            if not self._count["left_out"]:
                self._end(name, element)
            if kind := self._kind(name):
                self._count[kind] -= 1
            element.clear()

    def _kind(self, name: str) -> str:
        """Return what everything inside of an element is; "" where it says nothing."""
        if name in _LEFT_OUT:
            return "left_out"
        if name in _DELETED and self._open[-1] not in {"rPr", "trPr"}:
            return "deleted"
        return "box" if name == "txbxContent" else ""

    def _begin(self, name: str, element: Any) -> None:
        match name:
            case "tbl":
                self._begun += 1
                above = tuple(self._above)
                if self._tables and not above:  # of a table that is but a frame
                    above = self._tables[-1].above
                self._tables.append(_Table(self._begun, above))
                self._above.clear()
            case "tr":
                self._rows += 1
                if self._rows > MOST_ROWS:
                    raise too_much()
                self._lines.append(_Line())
            case "tc":
                self._cells.append(_Cell(self._lines[-1].width if self._lines else 0))
            case "r":
                self._struck = False
            case _:
                self._note(name, element)

    def _note(self, name: str, element: Any) -> None:
        """Take in a property of what is open."""
        parent = self._open[-1] if self._open else ""
        match name:
            case "gridBefore" if self._lines:
                self._lines[-1].width += _number(element)
            case "del" | "ins" if parent == "trPr" and self._lines:
                self._lines[-1].deleted |= name == "del"
            case "strike" | "dstrike" if self._open[-2:] == ["r", "rPr"]:
                self._struck |= _value(element) not in _OFF
            case _ if self._cells:
                self._note_cell(self._cells[-1], name, element)

    def _note_cell(self, cell: _Cell, name: str, element: Any) -> None:
        match name:
            case "gridSpan":
                cell.span = _number(element)
            case "vMerge" if _value(element) != "restart":
                cell.signs.add(Sign.CONTINUES)
            case "numId" if _value(element) not in _OFF:
                cell.signs.add(Sign.AUTOMATIC)
            case "txbxContent":
                cell.signs.add(Sign.BOX)
            case "footnoteReference" | "endnoteReference":
                cell.signs.add(Sign.FOOTNOTE)
            case _ if name in _INSERTED:
                cell.inserted = True

    def _end(self, name: str, element: Any) -> None:
        parent = self._open[-1] if self._open else ""
        match name:
            case "tbl":
                self._end_table(self._tables.pop())
            case "tr":
                self._end_line(self._lines.pop())
            case "tc":
                self._end_cell(self._cells.pop())
            case "p":
                self._end_paragraph()
            case "t" | "delText" if parent == "r":
                self._write(element.text or "")
            case _ if parent == "r" and name in _SIGNS:
                self._write(_SIGNS[name])

    def _end_cell(self, cell: _Cell) -> None:
        if self._lines:
            line = self._lines[-1]
            made = cell.made()
            if len(line.cells) == MOST_CELLS or len(made.text) > MOST_LETTERS:
                raise too_much()
            line.cells.append(made)
            line.width = min(cell.column + cell.span, MOST_CELLS)

    def _end_line(self, line: _Line) -> None:
        if self._tables:
            table = self._tables[-1]
            place = Place(table.number, len(table.lines) + 1)
            table.lines.append(GridLine(place, tuple(line.cells), deleted=line.deleted))
            table.width = max(table.width, len(line.cells))

    def _end_table(self, table: _Table) -> None:
        if self._cells and table.width < _NARROWEST:
            cell = self._cells[-1]
            cell.signs.add(Sign.NESTED)
            cell.pieces += [f"{text}\n" for line in table.lines for text in line.texts]
            return
        lines = tuple(table.lines)
        self.grids.append(Grid(Place(table.number), lines, table.above))

    def _end_paragraph(self) -> None:
        if self._cells:
            self._write("\n")
        elif text := squeezed("".join(self._loose)):
            self._above = [*self._above, text][-_MOST_ABOVE:]
            if self._count["box"]:
                self.boxes.append(text)
        if not self._cells:
            self._loose.clear()

    def _write(self, text: str) -> None:
        """Put ``text`` into the cell, to what was taken out of it, or aside."""
        if not self._cells:
            if not self._count["deleted"]:
                self._loose.append(text)
            return
        cell = self._cells[-1]
        if self._count["deleted"]:
            cell.deleted.append(text)
        elif self._struck and not text.isspace():
            cell.struck.append(text)
        else:
            cell.pieces.append(text)


def _value(element: Any) -> str:
    """Return the ``w:val`` of an element, "" where it has none."""
    for name, value in element.items():
        if name.rpartition("}")[2] == "val":
            return str(value)
    return ""


def _number(element: Any) -> int:
    """Return the number that an element says, within bounds."""
    value = _value(element)
    return min(max(int(value), 1), MOST_CELLS) if value.isdecimal() else 1
