"""What a document or a workbook says otherwise than a revision, read as people read it.

The same reader reads what Jospar would write of the revision now: what it makes of
that is no departure.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from io import BytesIO
from itertools import zip_longest

from defusedxml.ElementTree import iterparse

from jospar.documents import words
from jospar.documents.characters import printable
from jospar.documents.docx_cells import text_part
from jospar.documents.plan_docx import plan_docx
from jospar.documents.plan_xlsx import plan_xlsx
from jospar.exchange.annexes.comparison import compare_with_revision
from jospar.exchange.annexes.reading import read_annex_tables
from jospar.exchange.annexes.values import AnnexRow, AnnexTable, Doubt
from jospar.exchange.cells import clean
from jospar.rules.core.forms import FormHeadings, PlanEdition
from jospar.rules.core.nouns import Language, PlanStage

from .values import Departure, FileKind, Part, departure

_HOW_MADE = (
    *("line_stray", "line_hidden", "line_struck", "line_deleted", "line_spread"),
    *("cell_parted", "cell_struck", "cell_deleted", "cell_inserted", "cell_box"),
    *("cell_nested", "cell_footnote", "cell_broken", "cell_garbled"),
    *("merged_across", "merged_down", "sheet_hidden", "box_outside", "table_other"),
    *("column_further", "columns_order", "column_missing", "group_guess"),
)
"""Doubts about how a table was made; the others are about what its texts mean."""


def told(doubts: Sequence[Doubt]) -> tuple[Doubt, ...]:
    """Return the doubts that matter to who compares texts."""
    return tuple(doubt for doubt in doubts if doubt.code in _HOW_MADE)


def table_departures(
    kind: FileKind, data: bytes, name: str, edition: PlanEdition, headings: FormHeadings
) -> tuple[Departure, ...]:
    """Return where a DOCX or XLSX file departs from ``edition``.

    Raises:
        ToldError: no table of a plan can be read from it.
    """
    tables = read_annex_tables(data, name, headings)
    unmarked = replace(edition, marked=frozenset())
    if kind is FileKind.DOCX:
        made = [plan_docx(unmarked, tables[0].language)]
    else:
        made = [plan_xlsx(unmarked)]
    expected = {
        table.language: table
        for one in made
        for table in read_annex_tables(one, name, headings)
    }
    found: list[Departure] = []
    for table in tables:
        found += _table(table, expected.pop(table.language, None), edition)
    found += (Departure(Part.LANGUAGE, language.value) for language in expected)
    if kind is FileKind.DOCX:
        found += _outside(data, made[0], tables[0].language)
    return tuple(found)


def _table(
    table: AnnexTable, expected: AnnexTable | None, edition: PlanEdition
) -> Iterator[Departure]:
    """Yield where a table departs; one that should not be there has only new rows."""
    language = table.language.value
    if expected is None:
        for row in table.rows:
            now = " | ".join(row.cells)
            yield Departure(Part.ADDED, language, now=now, place=row.place)
        return
    yield from _above(table, edition)
    for was, now in zip_longest(expected.columns, table.columns, fillvalue=""):
        if was != now:
            yield Departure(Part.COLUMN, language, was=was, now=now)
    rows = tuple(_unmarked(row, language) for row in table.rows)
    content = edition.form.content()
    known = {
        replace(one, place=None) for one in compare_with_revision(expected, content)
    }
    differences = [
        departure(one, language)
        for one in compare_with_revision(replace(table, rows=rows), content)
        if replace(one, place=None) not in known
    ]
    yield from differences
    if not differences and [row.cells for row in rows] != [
        row.cells for row in expected.rows
    ]:
        yield Departure(Part.PLAN, language, field="order")
    usual = Counter(map(_kind, expected.doubts))
    for doubt in told(table.doubts):
        usual[_kind(doubt)] -= 1
        if usual[_kind(doubt)] < 0:
            yield Departure(Part.DOUBT, language, place=doubt.place, doubt=doubt)


def _kind(doubt: Doubt) -> tuple[str, str, str]:
    """Return what two doubts about one thing share: a line left out has its text."""
    return doubt.code, doubt.field, str(doubt.guess)


def _above(table: AnnexTable, edition: PlanEdition) -> Iterator[Departure]:
    """Yield what stands above the table and is neither its title nor a mark."""
    language = table.language.value
    title = clean(printable(edition.form.title[language]))
    said = [clean(text) for text in table.titles]
    if title not in said:
        yield Departure(Part.TITLE, language, was=title, now=" ".join(said))
    elif table.rows and table.rows[0].place.sheet:
        marks = {
            words.edition_mark(replace(edition, stage=stage, marked=marked), language)
            for stage in PlanStage
            for marked in (frozenset[str](), frozenset({title}))
        }
        for text in said:
            if text != title and text not in marks:
                yield Departure(Part.OUTSIDE, language, now=text)


def _unmarked(row: AnnexRow, language: str) -> AnnexRow:
    """Return the row without the mark that may stand under its number."""
    number, _blank, mark = row.cells[0].partition("\n")
    if mark != words.OFFICIAL_ROW[language] or not number.isdecimal():
        return row
    return replace(row, number=int(number), cells=(number, *row.cells[1:]))


def _outside(data: bytes, made: bytes, language: Language) -> Iterator[Departure]:
    """Yield what a document says beside its table, and what it does not show."""
    said, hidden = _beside(data)
    usual, _none = _beside(made)
    for texts, without in ((said, usual), (usual, said)):
        for text in (texts - without).elements():
            is_new = texts is said
            yield Departure(
                Part.OUTSIDE,
                language.value,
                was="" if is_new else text,
                now=text if is_new else "",
            )
    if hidden:
        yield Departure(Part.HIDDEN, language.value, now=" … ".join(hidden))


def _beside(data: bytes) -> tuple[Counter[str], list[str]]:
    """Return the paragraphs outside of tables, and the texts that are hidden."""
    open_now: list[str] = []
    said: Counter[str] = Counter()
    hidden: list[str] = []
    pieces: list[str] = []
    is_hidden = False
    for event, element in iterparse(
        BytesIO(text_part(data)), ("start", "end"), forbid_dtd=True
    ):
        name = element.tag.rpartition("}")[2]
        if event == "start":
            open_now.append(name)
            is_hidden &= name != "r"
            continue
        open_now.pop()
        if name == "vanish" and open_now[-2:] == ["r", "rPr"]:
            is_hidden = True
        elif name == "t" and element.text:
            if "tbl" not in open_now:
                pieces.append(element.text)
            if is_hidden:
                hidden.append(element.text)
        elif name == "p" and "tbl" not in open_now:
            if text := clean("".join(pieces)):
                said[text] += 1
            pieces.clear()
    return said, hidden
