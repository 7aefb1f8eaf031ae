"""The control report on the carrying out of the plans, as files."""

from collections.abc import Callable, Collection, Iterator
from functools import partial

from jospar.documents.control_docx import control_docx
from jospar.documents.control_pdf import control_pdf
from jospar.documents.control_xlsx import control_xlsx
from jospar.documents.pdf_compiler import PdfCompiler
from jospar.procedure.journal import is_rehearsal
from jospar.queries.control_report import (
    ControlReport,
    Span,
    control_report,
    last_heard_on,
)
from jospar.rules.core.forms import FORM_LANGUAGES
from jospar.web.control_words import printed

Files = Iterator[tuple[str, Callable[[], bytes]]]


def files_of_cycle(year: int, pdf: PdfCompiler) -> Files:
    """Yield the files of the day on which rows of the cycle were last heard of.

    None before anything was reported, named or put forward.
    """
    day = last_heard_on(year)
    if day is not None:
        yield from files_of(control_report(day, Span.YEAR), FORM_LANGUAGES, pdf)


def files_of(
    report: ControlReport, languages: Collection[str], pdf: PdfCompiler
) -> Files:
    """Yield the name of each file in ``languages`` with what makes it."""
    for language in languages:
        paper = printed(report, language, rehearsal=is_rehearsal())
        for ending, make in (
            ("docx", partial(control_docx, paper)),
            ("pdf", partial(control_pdf, paper, pdf)),
            ("xlsx", partial(control_xlsx, paper)),
        ):
            yield f"control-report.{language}.{ending}", make
