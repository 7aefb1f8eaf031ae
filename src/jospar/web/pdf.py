"""One PDF compiler for the process, used by one request at a time."""

import atexit
from collections.abc import Callable
from functools import cache
from threading import Lock

from jospar.documents.pdf_compiler import PdfCompiler
from jospar.documents.plan_pdf import plan_pdf
from jospar.rules.core.forms import PlanEdition

_lock = Lock()


def shared_plan_pdf(edition: PlanEdition, language: str) -> bytes:
    """Return the plan as PDF; a second request waits until the first has its own.

    Raises:
        PdfError: if the PDF could not be made.
    """
    return shared(lambda compiler: plan_pdf(edition, language, compiler))


def shared(make: Callable[[PdfCompiler], bytes]) -> bytes:
    """Return what ``make`` makes with the compiler, one request after another.

    Raises:
        PdfError: if the PDF could not be made.
    """
    with _lock:
        return make(_compiler())


@cache
def _compiler() -> PdfCompiler:
    """Return the compiler, which ends with the process."""
    compiler = PdfCompiler()
    atexit.register(compiler.__enter__().__exit__, None, None, None)
    return compiler
