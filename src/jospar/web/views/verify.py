"""A fingerprint or a file checked: a plan in force, older or altered; evidence."""

from datetime import date
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from jospar.documents.docx_cells import LARGEST
from jospar.documents.pdf_compiler import PdfError
from jospar.exchange.evidence.agreement import compared
from jospar.exchange.evidence.checking import Checked, check
from jospar.exchange.evidence.package import is_evidence
from jospar.exchange.verification.typed import typed
from jospar.exchange.verification.verify import Verdict, verify_digits, verify_file
from jospar.queries.sentences import fill
from jospar.rules.core.nouns import PlanStage
from jospar.rules.core.sentences import ToldError, _
from jospar.web.asked import day_asked
from jospar.web.evidence_findings import findings, headline
from jospar.web.evidence_words import EvidenceWords, evidence_page
from jospar.web.navigation import PLANS
from jospar.web.pages import page
from jospar.web.pdf import shared_plan_pdf
from jospar.web.verify_words import SHOWN, VerifyWords, code_of
from jospar.web.visitor import Visitor, needs, note_reading, visitor_of

MOST_EVIDENCE = 2**26
"""Bytes of an evidence file that is checked here, in the memory that pages share."""
_TOO_LARGE = _(
    "“{name}” is too large to be checked on this page: use jospar verify on a machine."
)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(*PLANS)
def verify(request: HttpRequest, language: str) -> HttpResponse:
    """Look a fingerprint up (``?fingerprint=``), or check a file that is sent.

    Nothing of the file is kept.
    """
    words = VerifyWords(language)
    of_file = request.method == "POST"
    upload = request.FILES.get("file") if of_file else None
    try:
        if upload and is_evidence(upload.read(100)):
            return _evidence_shown(request, language, _checked(upload))
        verdict, fault = _verdict(request, upload, words)
    except ToldError as error:
        verdict, fault = None, fill(error.message, error.values, language)
    except PdfError:
        return page(request, "error.html", language, status=503, error="pdf")
    if verdict:
        _note(request, verdict)
    return _page(
        request,
        language,
        words,
        year=verdict.known.year if verdict and verdict.known else None,
        verdict=verdict,
        code=code_of(verdict) if verdict else "",
        fault=fault,
    )


def _verdict(
    request: HttpRequest, upload: "UploadedFile[Any] | None", words: VerifyWords
) -> tuple[Verdict | None, str]:
    """Return what a plan is found to be, or what is wrong with what was given."""
    visitor, day = visitor_of(request), _day(request)
    if request.method == "POST":
        if upload is None:
            return None, words.t("verify.nothing")
        return _of_file(upload, visitor, day), ""
    text = request.GET.get("fingerprint", "").strip()
    found = typed(text)
    if not text or not found.whole:
        return None, words.mistyped(found) if text else ""
    return verify_digits(found.digits, day, visitor.actor), ""


def _of_file(upload: "UploadedFile[Any]", visitor: Visitor, day: date) -> Verdict:
    upload.seek(0)
    data = upload.read(LARGEST + 1)
    return verify_file(data, upload.name or "", day, shared_plan_pdf, visitor.actor)


def _checked(upload: "UploadedFile[Any]") -> Checked:
    """Return what an evidence file is found to be, here too where it holds."""
    name = upload.name or ""
    if (upload.size or 0) > MOST_EVIDENCE:
        raise ToldError(_TOO_LARGE, name=name)
    upload.seek(0)
    return check(upload.read(), name, evidence_page, compare=compared)


def _evidence_shown(
    request: HttpRequest, language: str, checked: Checked
) -> HttpResponse:
    """Show what was found, and what the file holds where it is to be believed.

    Nothing of it comes from the record, so that no reading is noted.
    """
    return _page(
        request,
        language,
        EvidenceWords(checked.read, language),
        checked=checked,
        headline=headline(checked, language),
        findings=list(findings(checked, language)),
    )


def _page(
    request: HttpRequest, language: str, words: object, **found: Any
) -> HttpResponse:
    values = {"verdict": None, "checked": None, "fault": ""} | found
    return page(
        request,
        "verify.html",
        language,
        status=422 if values["fault"] else 200,
        words=words,
        shown=SHOWN,
        of_file=request.method == "POST",
        typed=request.GET.get("fingerprint", ""),
        day=_day(request),
        **values,
    )


def _day(request: HttpRequest) -> date:
    asked = request.POST if request.method == "POST" else request.GET
    return day_asked(asked.get("day", "")) or visitor_of(request).today


def _note(request: HttpRequest, verdict: Verdict) -> None:
    """Record the look-up as a download is: of what is not agreed, or is marked."""
    known = verdict.known
    if known is None:
        return
    if known.edition.stage is not PlanStage.AGREED or known.edition.marked:
        note_reading(request, f"plan {known.year} {known.kind} {known.number}")
