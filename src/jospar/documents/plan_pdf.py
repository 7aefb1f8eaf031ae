"""A plan in its annex form as PDF (PDF/A-2a and PDF/UA-1)."""

import re
from importlib.resources import files

from jospar.rules.core.forms import FormRow, PlanEdition

from . import words
from .characters import printable
from .hyphens import hyphenated
from .pdf_compiler import PdfCompiler

_WIDTHS = (14, 51, 84, 36, 44, 33)
"""Of the columns, in millimetres; they fill a landscape A4 between the margins."""

_LETTERS = 0.4
"""Letters that a column surely takes in a line, for each of its millimetres."""

_LINES_A_PAGE = 22
"""Lines of a row that surely find place under the header of a page."""


def plan_pdf(edition: PlanEdition, language: str, compiler: PdfCompiler) -> bytes:
    """Return the plan as PDF in ``language``, equal bytes for equal editions.

    Args:
        edition: the plan to print.
        language: ``kk`` or ``ru``.
        compiler: an open one; share it among the documents made together.

    Raises:
        PdfError: if the PDF could not be made.
    """
    source = files(__package__).joinpath("templates/plan.typ").read_text("utf-8")
    rows = sum(len(group.rows) for group in edition.form.groups)
    return compiler.compile(source, _data(edition, language), rows=rows)


def _data(edition: PlanEdition, language: str) -> dict[str, object]:
    form = edition.form
    return {
        "language": language,
        "title": _shown(form.title[language]),
        "mark": words.edition_mark(edition, language),
        "revision": words.REVISION[language].format(number=edition.revision),
        "fingerprint": edition.fingerprint,
        "digits": words.fingerprint_line(edition.fingerprint, language),
        "amended": _shown(words.amended_line(edition, language)),
        "pages": re.split(r"\{page\}|\{pages\}", words.PAGES[language]),
        "widths": _WIDTHS,
        "columns": [_shown(column) for column in form.columns[language]],
        "groups": [
            {
                "heading": _shown(group.heading[language]),
                "rows": [_row(edition, row, language) for row in group.rows],
            }
            for group in form.groups
        ],
    }


def _row(edition: PlanEdition, row: FormRow, language: str) -> dict[str, object]:
    """Return the cells and the mark beside the number.

    The row may break if it could outgrow a page.
    """
    cells = list(zip(map(_shown, row.cells[language]), _WIDTHS, strict=True))
    lines = (
        sum(len(part) // (width * _LETTERS) + 1 for part in cell.split("\n"))
        for cell, width in cells
    )
    return {
        "cells": [_cell(cell, width) for cell, width in cells],
        "mark": words.row_mark(edition, row, language),
        "breakable": max(lines) > _LINES_A_PAGE,
    }


def _cell(text: str, width: int) -> str | tuple[str, str]:
    """Return the text, and beside it one with hyphens if a word may be too wide.

    The document measures such words and takes the hyphens where they are needed.
    """
    letters = int(width * _LETTERS)
    if max(map(len, text.split()), default=0) <= letters:
        return text
    return text, hyphenated(text, letters=letters)


def _shown(text: str) -> str:
    """Return ``text`` with tabs as blanks and without what PDF/A refuses.

    A byte order mark within a text shows nothing and says nothing.
    """
    return printable(text).replace("\t", " ").replace("\ufeff", "")
