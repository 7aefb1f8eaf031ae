"""The control report in its own process, for ``bench.control``: seconds of its parts.

The record is one of the tests, of 400 rows in the plans in force.
"""

from collections.abc import Callable
from functools import partial

from django.db import connection
from django.test.utils import CaptureQueriesContext

from jospar.documents.control_docx import control_docx
from jospar.documents.control_paper import ControlPaper
from jospar.documents.control_pdf import control_pdf
from jospar.documents.control_xlsx import control_xlsx
from jospar.documents.pdf_compiler import PdfCompiler
from jospar.management.schema import ensure_schema
from jospar.queries.control_report import Span, control_report
from jospar.web.control_words import printed
from tests.queries.many_rows import TODAY, many_rows

from .measure import seconds
from .side import answer

ROWS = 400
RUNS = 3
LANGUAGE = "kk"


def main() -> None:
    """Fill the record and answer with the seconds of what is asked for."""
    ensure_schema()
    many_rows(ROWS)
    paper = printed(control_report(TODAY, Span.QUARTER), LANGUAGE, rehearsal=True)
    jobs: dict[str, Callable[[], object]] = {
        "queries": _queries(),
        "pdf": partial(_pdf, paper),
        "whole": _whole,
    }
    answer({name: partial(seconds, job, RUNS) for name, job in jobs.items()})


def _pdf(paper: ControlPaper) -> None:
    """Set the PDF in a new process, which remembers nothing of the one before."""
    with PdfCompiler() as compiler:
        control_pdf(paper, compiler)


def _whole() -> None:
    """Make the report as it is asked for at a desk, in all its forms."""
    report = control_report(TODAY, Span.QUARTER)
    paper = printed(report, LANGUAGE, rehearsal=True)
    _pdf(paper)
    control_docx(paper)
    control_xlsx(paper)


def _queries() -> partial[None]:
    """Return what asks the database all that the report asks, and nothing else."""
    with CaptureQueriesContext(connection) as asked:
        control_report(TODAY, Span.QUARTER)
    return partial(_ask, [query["sql"] for query in asked.captured_queries])


def _ask(statements: list[str]) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
            cursor.fetchall()
