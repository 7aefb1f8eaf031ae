"""The brief that goes before the President, as PDF on one page (PDF/A-2a, PDF/UA-1)."""

from dataclasses import asdict, dataclass
from importlib.resources import files

from .characters import printable
from .pdf_compiler import PdfCompiler

ROWS = 20
"""About how many rows of a plan the brief weighs."""


@dataclass(frozen=True, slots=True)
class PrintedList:
    """A list with its heading: what is counted, and how many; ``more`` if it is cut."""

    heading: str
    items: tuple[tuple[str, str], ...]
    more: str


@dataclass(frozen=True, slots=True)
class PrintedBrief:
    """The brief in words; ``table`` has its heading first, and a name in each row.

    ``mark`` stands at the top of the page, empty for none.
    """

    language: str
    title: str
    mark: str
    lead: tuple[str, ...]
    table: tuple[tuple[str, ...], ...]
    compared: str
    lists: tuple[PrintedList, ...]
    visits: PrintedList
    failing: PrintedList


def president_brief_pdf(brief: PrintedBrief, compiler: PdfCompiler) -> bytes:
    """Return the brief as PDF, equal bytes for equal briefs.

    Raises:
        PdfError: if the PDF could not be made.
    """
    path = "templates/president_brief.typ"
    source = files(__package__).joinpath(path).read_text("utf-8")
    return compiler.compile(source, _clean(asdict(brief)), rows=ROWS)


def _clean(values: dict[str, object]) -> dict[str, object]:
    return {name: _printable(value) for name, value in values.items()}


def _printable(value: object) -> object:
    """Return a value without what PDF/A refuses in its texts."""
    if isinstance(value, str):
        return printable(value).replace("\t", " ").replace("\ufeff", "")
    if isinstance(value, (list, tuple)):
        return [_printable(item) for item in value]
    return _clean(value) if isinstance(value, dict) else value
