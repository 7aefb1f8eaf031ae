"""The sheet of an amendment as PDF (PDF/A-2a and PDF/UA-1)."""

import re
from importlib.resources import files
from types import SimpleNamespace

from jospar.rules.core.nouns import PlanStage

from .amendment_sheet import AmendmentSheet
from .characters import printable
from .hyphens import hyphenated
from .paper_values import template_values
from .pdf_compiler import PdfCompiler
from .words import page_mark, stage_mark

_FIT = 18
"""So many letters of a word surely find place in the narrowest column of texts."""
_LONG = re.compile(rf"\S{{{_FIT + 1},}}")


def amendment_sheet_pdf(
    sheet: AmendmentSheet,
    language: str,
    compiler: PdfCompiler,
    *,
    rehearsal: bool = False,
) -> bytes:
    """Return the sheet as PDF in ``language``, equal bytes for equal sheets.

    Args:
        sheet: what to print; a draft bears that word on every page.
        language: ``kk`` or ``ru``.
        compiler: an open one; share it among the documents made together.
        rehearsal: whether every page says that the paper has no legal force.

    Raises:
        PdfError: if the PDF could not be made.
    """
    path = "templates/amendment_sheet.typ"
    source = files(__package__).joinpath(path).read_text("utf-8")
    stage = stage_mark(PlanStage.DRAFT if sheet.draft else PlanStage.AGREED, language)
    marks = page_mark(language, official_use=sheet.official_use, rehearsal=rehearsal)
    data = {
        "language": language,
        "stage": stage,
        "mark": " · ".join(filter(None, (marks, stage))),
        "sheet": _plain(SimpleNamespace(**template_values(sheet, language))),
    }
    return compiler.compile(source, data, rows=len(sheet.lines))


def _plain(value: object) -> object:
    """Return a value as the document takes it, without what PDF/A refuses."""
    match value:
        case str():
            shown = printable(value).replace("\t", " ").replace("\ufeff", "")
            return _LONG.sub(lambda word: hyphenated(word[0], letters=_FIT), shown)
        case list():
            return [_plain(each) for each in value]
        case SimpleNamespace():
            return {name: _plain(each) for name, each in vars(value).items()}
        case _:
            return value
