"""What is read from an annex table: its rows, and whatever is doubtful in them."""

from collections.abc import Mapping
from dataclasses import dataclass

from jospar.rules.core.nouns import Language, Level, Procedure, Term, Text
from jospar.rules.core.sentences import ToldError, _

FIELDS = ("number", "body", "title", "term", "procedure", "note")
"""The six columns of the form, in their order."""

MOST_ROWS, MOST_CELLS, MOST_LETTERS = 5_000, 100, 20_000
"""A file with more rows, cells in a row or letters in a cell is not read."""

_IN_TABLE = _("table {table}, row {row}")
_IN_SHEET = _("sheet “{sheet}”, row {row}")
_TABLE = _("table {table}")
_SHEET = _("sheet “{sheet}”")
_DOCUMENT = _("the whole document")


_TOO_MUCH = _(
    "The file holds more than any plan: over {rows} rows, {cells} cells in a row or "
    "{letters} letters in a cell; leave in it the tables of one plan and save it again."
)


class AnnexError(ToldError):
    """A file from which no annex table can be read."""


def too_much() -> AnnexError:
    """Return the error of a file that holds more than a plan can."""
    return AnnexError(_TOO_MUCH, rows=MOST_ROWS, cells=MOST_CELLS, letters=MOST_LETTERS)


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands: a table of a DOCX or a sheet of an XLSX, and its row.

    Tables and rows are counted from 1; 0 means all of it.
    """

    table: int = 0
    row: int = 0
    sheet: str = ""

    @property
    def message(self) -> str:
        """The English words for the place, with their placeholders."""
        if not self.table:
            return _DOCUMENT
        if self.row:
            return _IN_SHEET if self.sheet else _IN_TABLE
        return _SHEET if self.sheet else _TABLE

    @property
    def values(self) -> Mapping[str, object]:
        """What fills the words."""
        return {"table": self.table, "row": self.row, "sheet": self.sheet}

    def __str__(self) -> str:
        return self.message.format(**self.values)


@dataclass(frozen=True, slots=True)
class Doubt:
    """What a person should look at: where, why, and what was made of it.

    ``field`` is the column that it is about, if one. ``guess`` is what was taken or is
    proposed: a text, a term, a level, a procedure or the code of a body; of what was
    left out it is the whole text, which the sentence may shorten.
    """

    place: Place
    code: str
    message: str
    cure: str
    values: Mapping[str, object]
    field: str = ""
    guess: object = None


@dataclass(frozen=True, slots=True)
class KnownBody:
    """A body with its names through the years, the present one first."""

    code: str
    names: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class AnnexRow:
    """A row of a plan as a table has it, in one language.

    ``cells`` are the six texts of the form; what was read from them follows: the codes
    of the proposing bodies, the term, the domestic procedure and its term. ``further``
    are headings and texts of columns that the form does not have.
    """

    place: Place
    level: Level | None
    number: int | None
    cells: tuple[str, str, str, str, str, str]
    bodies: tuple[str, ...]
    term: Term | None
    procedure: Procedure | None
    procedure_term: Term | None
    further: tuple[tuple[str, str], ...] = ()

    @property
    def body(self) -> str:
        """The proposing bodies as they are written, on one line."""
        return squeezed(self.cells[1])

    @property
    def title(self) -> str:
        """The title on one line."""
        return squeezed(self.cells[2])

    @property
    def note(self) -> str:
        """The note on one line."""
        return squeezed(self.cells[5])


@dataclass(frozen=True, slots=True)
class AnnexTable:
    """A plan in one language: its rows, and what is doubtful about them.

    ``titles`` are the texts above the table, ``columns`` the headings as they stand.
    """

    language: Language
    titles: tuple[str, ...]
    columns: tuple[str, ...]
    rows: tuple[AnnexRow, ...]
    doubts: tuple[Doubt, ...]


def squeezed(text: str) -> str:
    """Return ``text`` on one line, with single blanks and no soft hyphens."""
    return " ".join(text.replace("\xad", "").replace("\u200b", "").split())
