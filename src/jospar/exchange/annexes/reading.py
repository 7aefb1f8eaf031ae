"""Annex tables out of a file: the door of this package."""

import re

from jospar.documents.docx_cells import LARGEST
from jospar.records.file_types import DOCX, XLSX, type_of
from jospar.rules.core.forms import FormHeadings
from jospar.rules.core.nouns import Language, Level
from jospar.rules.core.packages import OLD
from jospar.rules.core.sentences import _

from .bodies import Bodies
from .docx_grids import docx_source
from .doubts import doubt
from .grids import Source
from .languages import by_language
from .layout import Layout, Section
from .row_values import RowReader
from .values import AnnexError, AnnexTable, Doubt, KnownBody, Place
from .xlsx_grids import xlsx_source

_OF_OLD = _(
    "“{name}” is of the old kind DOC or XLS or is protected by a password; open it in "
    "an office program and save it without a password as DOCX or XLSX."
)
_NO_TABLES = _(
    "“{name}” is a scan or of another kind that has no tables to read: it cannot be "
    "compared cell by cell; keep it beside the plan as a file, or get it as DOCX or "
    "XLSX."
)
_NO_PLAN = _(
    "“{name}” has no table of a plan; choose the document with the annex, or write the "
    "headings of the form above its table."
)
_TOO_LARGE = _(
    "“{name}” is far too large for a plan; take out pictures and what does not belong "
    "to it and save it again."
)
_YEARS = re.compile(r"(?<!\d)(20\d\d)(?:\s*[-–—]\s*(20\d\d))?(?!\d)")
_LONGEST_PLAN = 10


def read_annex_tables(
    data: bytes,
    name: str,
    headings: FormHeadings,
    bodies: tuple[KnownBody, ...] = (),
) -> tuple[AnnexTable, ...]:
    """Return the plans in a file, one for each language and each sheet.

    Args:
        data: a DOCX or XLSX file, which nobody has looked at yet.
        name: its name, for the sentences.
        headings: those of the forms, as the ruleset gives them.
        bodies: those that may be named; without any, none is looked for.

    Raises:
        ToldError: the file cannot be read as one that holds a plan.
    """
    source = _source(data, name)
    layout = Layout(headings)
    for grid in source.grids:
        layout.read(grid)
    if not layout.sections:
        raise AnnexError(_NO_PLAN, name=name)
    known = Bodies(bodies)
    tables = [
        _table(language, part, known)
        for section in layout.sections
        for language, part in by_language(section)
    ]
    first = tables[0]
    of_all = (*source.doubts, *layout.others)
    tables[0] = AnnexTable(
        first.language,
        first.titles,
        first.columns,
        first.rows,
        (*of_all, *first.doubts),
    )
    return tuple(tables)


def _source(data: bytes, name: str) -> Source:
    if data.startswith(OLD):
        raise AnnexError(_OF_OLD, name=name)
    if len(data) > LARGEST:
        raise AnnexError(_TOO_LARGE, name=name)
    if not data.startswith(b"PK"):
        raise AnnexError(_NO_TABLES, name=name)
    kind = type_of(data, name)
    if kind == DOCX:
        return docx_source(data)
    if kind == XLSX:
        return xlsx_source(data, name)
    raise AnnexError(_NO_TABLES, name=name)


def _table(language: Language, section: Section, bodies: Bodies) -> AnnexTable:
    reader = RowReader(language, bodies, years_of(section.titles))
    rows = tuple(reader.read(raw) for raw in section.rows)
    doubts: list[Doubt] = [*section.doubts, *reader.doubts]
    for level in Level:
        if section.levels and level not in section.levels:
            place = Place(section.place.table, sheet=section.place.sheet)
            doubts.append(doubt("group_absent", place, "", level, level=level))
    doubts.sort(key=lambda found: (found.place.table, found.place.row))
    columns = tuple(column.text for column in section.columns.columns)
    return AnnexTable(language, section.titles, columns, rows, tuple(doubts))


def years_of(titles: tuple[str, ...]) -> tuple[int, ...]:
    """Return the years that the last heading with any names: of it, the last ones."""
    for title in reversed(titles):
        for found in reversed(list(_YEARS.finditer(title))):
            first, last = int(found[1]), int(found[2] or found[1])
            if first <= last < first + _LONGEST_PLAN:
                return tuple(range(first, last + 1))
    return ()
