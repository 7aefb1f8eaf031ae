"""The conformity report as PDF (PDF/A-2a and PDF/UA-1)."""

from dataclasses import asdict, dataclass
from importlib.resources import files

from .characters import printable
from .pdf_compiler import PdfCompiler

ROWS_A_LINE = 3
"""About how many rows of a plan a line of the report weighs."""


@dataclass(frozen=True, slots=True)
class PrintedItem:
    """Something late or open: what it is, how it stands, and why, if that was said."""

    what: str
    standing: str
    explanation: str


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A provision with how it was kept, in the words of the report's language.

    ``mark`` is a sign that says the same as ``kept`` where there is no colour.
    """

    paragraph: str
    gist: str
    kept: str
    mark: str
    figure: str
    evidence: str
    items: tuple[PrintedItem, ...]
    more: str
    explanations: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PrintedPart:
    """A part of the year line, in percent of its width.

    ``kind`` is ``track``, ``done``, ``gold`` or ``late``.
    """

    kind: str
    x: float
    width: float


@dataclass(frozen=True, slots=True)
class PrintedLane:
    """A deadline on the year line, with the place of its due day in percent."""

    label: str
    parts: tuple[PrintedPart, ...]
    due: float


@dataclass(frozen=True, slots=True)
class PrintedYear:
    """The year line; ``months`` have their places in percent, ``said`` says it all."""

    said: str
    months: tuple[tuple[float, str], ...]
    lanes: tuple[PrintedLane, ...]


@dataclass(frozen=True, slots=True)
class PrintedReport:
    """The report, ready to be set; ``pages`` are the parts around the two numbers."""

    language: str
    title: str
    lead: tuple[str, ...]
    year: PrintedYear
    mark: str
    explanation: str
    columns: tuple[str, ...]
    lines: tuple[PrintedLine, ...]
    pages: tuple[str, ...]


def conformity_pdf(report: PrintedReport, compiler: PdfCompiler) -> bytes:
    """Return the report as PDF, equal bytes for equal reports.

    Raises:
        PdfError: if the PDF could not be made.
    """
    source = files(__package__).joinpath("templates/conformity.typ").read_text("utf-8")
    rows = sum(ROWS_A_LINE + len(line.items) for line in report.lines)
    return compiler.compile(source, _printable(asdict(report)), rows=rows)


def _printable(values: dict[str, object]) -> dict[str, object]:
    return {name: _clean(value) for name, value in values.items()}


def _clean(value: object) -> object:
    """Return a value without what PDF/A refuses in its texts."""
    if isinstance(value, str):
        return printable(value).replace("\t", " ").replace("\ufeff", "")
    if isinstance(value, (list, tuple)):
        return [_clean(item) for item in value]
    return _printable(value) if isinstance(value, dict) else value
