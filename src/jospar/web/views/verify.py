"""A fingerprint or a file checked: the plan in force, an older revision, or altered."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from jospar.documents.docx_cells import LARGEST
from jospar.documents.pdf_compiler import PdfError
from jospar.exchange.verification.typed import typed
from jospar.exchange.verification.verify import Verdict, verify_digits, verify_file
from jospar.queries.sentences import fill
from jospar.rules.core.nouns import PlanStage
from jospar.rules.core.sentences import ToldError
from jospar.web.asked import day_asked
from jospar.web.navigation import PLANS
from jospar.web.pages import page
from jospar.web.pdf import shared_plan_pdf
from jospar.web.verify_words import SHOWN, VerifyWords, code_of
from jospar.web.visitor import Visitor, needs, note_reading, visitor_of


@require_http_methods(["GET", "HEAD", "POST"])
@needs(*PLANS)
def verify(request: HttpRequest, language: str) -> HttpResponse:
    """Look a fingerprint up (``?fingerprint=``), or check a file that is sent.

    Nothing of the file is kept.
    """
    visitor, words = visitor_of(request), VerifyWords(language)
    asked = request.POST if request.method == "POST" else request.GET
    day = day_asked(asked.get("day", "")) or visitor.today
    verdict, fault = None, ""
    try:
        if request.method == "POST":
            verdict = _of_file(request, visitor, day)
            fault = "" if verdict else words.t("verify.nothing")
        elif text := asked.get("fingerprint", "").strip():
            found = typed(text)
            if found.whole:
                verdict = verify_digits(found.digits, day, visitor.actor)
            else:
                fault = words.mistyped(found)
    except ToldError as error:
        fault = fill(error.message, error.values, language)
    except PdfError:
        return page(request, "error.html", language, status=503, error="pdf")
    if verdict:
        _note(request, verdict)
    return page(
        request,
        "verify.html",
        language,
        status=422 if fault else 200,
        year=verdict.known.year if verdict and verdict.known else None,
        words=words,
        verdict=verdict,
        code=code_of(verdict) if verdict else "",
        shown=SHOWN,
        fault=fault,
        of_file=request.method == "POST",
        typed=asked.get("fingerprint", ""),
        day=day,
    )


def _of_file(request: HttpRequest, visitor: Visitor, day: date) -> Verdict | None:
    """Return what the file is that was sent, or None where none was."""
    upload = request.FILES.get("file")
    if upload is None:
        return None
    data = upload.read(LARGEST + 1)
    return verify_file(data, upload.name or "", day, shared_plan_pdf, visitor.actor)


def _note(request: HttpRequest, verdict: Verdict) -> None:
    """Record the look-up as a download is: of what is not agreed, or is marked."""
    known = verdict.known
    if known is None:
        return
    if known.edition.stage is not PlanStage.AGREED or known.edition.marked:
        note_reading(request, f"plan {known.year} {known.kind} {known.number}")
