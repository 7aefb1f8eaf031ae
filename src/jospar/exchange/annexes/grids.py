"""A table as it lies in a file, whatever kind of file that is."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from jospar.rules.core.nouns import Term

from .doubts import doubt
from .values import Doubt, Place


class Sign(StrEnum):
    """Something about a cell that its text alone does not say."""

    CONTINUES = "continues"
    AUTOMATIC = "automatic"
    BOX = "box"
    NESTED = "nested"
    FOOTNOTE = "footnote"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell: its text, and the columns of the grid that it covers, from 0.

    ``struck`` and ``deleted`` are texts that were struck out and deleted in it;
    ``inserted`` says that something was inserted. A date is a ``term`` beside.
    """

    text: str
    column: int
    span: int = 1
    signs: frozenset[Sign] = frozenset()
    struck: str = ""
    deleted: str = ""
    inserted: bool = False
    term: Term | None = None

    @property
    def columns(self) -> range:
        """The columns of the grid that the cell covers."""
        return range(self.column, self.column + self.span)

    @property
    def says(self) -> str:
        """The text, unless it is that of the cell above, with which it is one."""
        return "" if Sign.CONTINUES in self.signs else self.text


@dataclass(frozen=True, slots=True)
class GridLine:
    """A row of a table or a sheet."""

    place: Place
    cells: tuple[GridCell, ...]
    hidden: bool = False
    deleted: bool = False

    @property
    def texts(self) -> list[str]:
        """The texts that stand in the row."""
        return [cell.says for cell in self.cells if cell.says]

    @property
    def text(self) -> str:
        """What stands in the row, and what stood there, as one text."""
        every = ((cell.says, cell.struck, cell.deleted) for cell in self.cells)
        return " | ".join(filter(None, (text for texts in every for text in texts)))


@dataclass(frozen=True, slots=True)
class Grid:
    """The rows of a table or a sheet, and the texts between it and the one before."""

    place: Place
    lines: tuple[GridLine, ...]
    above: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """What a file holds: its tables, and what is doubtful outside of them."""

    grids: tuple[Grid, ...]
    doubts: tuple[Doubt, ...] = ()


@dataclass(slots=True)
class RawRow:
    """The texts of a row by the columns of the form, before anything is read of them.

    ``terms`` are dates that cells held as such.
    """

    place: Place
    level: object
    texts: dict[str, str]
    terms: Mapping[str, Term] = field(default_factory=dict)
    automatic: bool = False
    further: tuple[tuple[str, str], ...] = ()


SIGN_DOUBTS: Mapping[Sign, str] = {
    Sign.BOX: "cell_box",
    Sign.NESTED: "cell_nested",
    Sign.FOOTNOTE: "cell_footnote",
    Sign.BROKEN: "cell_broken",
}


def cell_doubts(cell: GridCell, field_name: str, place: Place) -> Iterable[Doubt]:
    """Yield what is doubtful about how a cell was made, whatever it says."""
    for sign, code in SIGN_DOUBTS.items():
        if sign in cell.signs:
            yield doubt(code, place, field_name, text=cell.text)
    if cell.struck:
        yield doubt("cell_struck", place, field_name, cell.text, text=cell.struck)
    if cell.deleted:
        yield doubt("cell_deleted", place, field_name, cell.text, text=cell.deleted)
    elif cell.inserted:
        yield doubt("cell_inserted", place, field_name, cell.text)
