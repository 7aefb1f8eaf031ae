"""The plans as files, made from the record when they are asked for."""

from collections.abc import Callable
from hashlib import sha256

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.http import quote_etag
from django.views.decorators.http import require_safe

from jospar.documents.pdf_compiler import PdfError
from jospar.documents.plan_docx import plan_docx
from jospar.documents.plan_json import plan_json
from jospar.documents.plan_xlsx import plan_xlsx
from jospar.documents.plan_xml import plan_xml
from jospar.procedure.perform import VERSION
from jospar.queries.plans import edition_of
from jospar.queries.visible_plans import plan_seen_by
from jospar.rules.core.forms import PlanEdition
from jospar.rules.core.nouns import PlanKind, PlanStage
from jospar.web.language import language_of
from jospar.web.navigation import PLANS
from jospar.web.pages import page
from jospar.web.pdf import shared_plan_pdf
from jospar.web.visitor import Seat, in_cycle, note_reading

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_safe
@in_cycle(*PLANS)
def docx(request: HttpRequest, seat: Seat, kind: PlanKind, form: str) -> HttpResponse:
    """Send the plan as DOCX in the language ``form``."""
    return _send(
        request, seat, kind, f"{form}.docx", DOCX, lambda plan: plan_docx(plan, form)
    )


@require_safe
@in_cycle(*PLANS)
def pdf(request: HttpRequest, seat: Seat, kind: PlanKind, form: str) -> HttpResponse:
    """Send the plan as PDF in the language ``form``, or say that it was not made."""
    try:
        return _send(
            request,
            seat,
            kind,
            f"{form}.pdf",
            "application/pdf",
            lambda plan: shared_plan_pdf(plan, form),
        )
    except PdfError:
        return page(
            request, "error.html", language_of(request), status=503, error="pdf"
        )


@require_safe
@in_cycle(*PLANS)
def xlsx(request: HttpRequest, seat: Seat, kind: PlanKind) -> HttpResponse:
    """Send the plan as XLSX, a sheet for each language."""
    return _send(request, seat, kind, "xlsx", XLSX, plan_xlsx)


@require_safe
@in_cycle(*PLANS)
def xml(request: HttpRequest, seat: Seat, kind: PlanKind) -> HttpResponse:
    """Send the plan as XML, in both languages."""
    return _send(request, seat, kind, "xml", "application/xml", plan_xml)


@require_safe
@in_cycle(*PLANS)
def json(request: HttpRequest, seat: Seat, kind: PlanKind) -> HttpResponse:
    """Send the plan as JSON, in both languages."""
    return _send(request, seat, kind, "json", "application/json", plan_json)


def _send(
    request: HttpRequest,
    seat: Seat,
    kind: PlanKind,
    ending: str,
    content_type: str,
    make: Callable[[PlanEdition], bytes],
) -> HttpResponse:
    """Send the file, unless the reader has it: equal editions make equal bytes."""
    if not plan_seen_by(seat.actor, seat.year, kind):
        raise Http404
    edition = edition_of(seat.ruleset, seat.year, kind)
    if edition.stage is not PlanStage.AGREED or edition.marked:
        note_reading(request, f"plan {seat.year} {kind} {edition.revision} {ending}")
    etag = quote_etag(_etag(edition, ending))
    known: HttpResponseBase | None = get_conditional_response(request, etag=etag)
    if isinstance(known, HttpResponse):
        response = known
    else:
        response = HttpResponse(make(edition), content_type=content_type)
        name = f"{edition.form.name}.{ending}"
        response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["ETag"] = etag
    patch_cache_control(response, private=True, no_cache=True)
    return response


def _etag(edition: PlanEdition, ending: str) -> str:
    """Return what is equal for equal files: the content, its marks, and who made it."""
    marks = sha256("\n".join(sorted(edition.marked)).encode()).hexdigest()[:16]
    what = (edition.fingerprint, edition.revision, edition.stage, marks, ending)
    return "-".join(map(str, (*what, VERSION)))
