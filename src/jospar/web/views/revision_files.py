"""A revision of a plan as a document: word for word what was sent."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from jospar.documents.pdf_compiler import PdfError
from jospar.documents.plan_docx import plan_docx
from jospar.queries.kept_editions import edition_seen_by
from jospar.rules.core.forms import PlanEdition
from jospar.rules.core.nouns import PlanKind
from jospar.web.downloads import PRINTED, download
from jospar.web.language import language_of
from jospar.web.navigation import PLANS
from jospar.web.pages import page
from jospar.web.pdf import shared_plan_pdf
from jospar.web.visitor import Seat, in_cycle, note_reading


@require_safe
@in_cycle(*PLANS)
def revision(
    request: HttpRequest,
    seat: Seat,
    kind: PlanKind,
    number: int,
    form: str,
    ending: str,
) -> HttpResponse:
    """Send the revision as DOCX or PDF in the language ``form``."""
    if ending not in PRINTED:
        raise Http404
    edition = edition_seen_by(seat.actor, seat.ruleset, seat.year, kind, number)
    if edition is None:
        raise Http404
    try:
        response = edition_file(edition, form, ending)
    except PdfError:
        return page(
            request, "error.html", language_of(request), status=503, error="pdf"
        )
    note_reading(request, f"plan {seat.year} {kind} {number} {form}.{ending}")
    return response


def edition_file(edition: PlanEdition, form: str, ending: str) -> HttpResponse:
    """Return the edition as ``docx`` or ``pdf``.

    Raises:
        PdfError: if the PDF could not be made.
    """
    make = plan_docx if ending == "docx" else shared_plan_pdf
    name = f"{edition.form.name}-{edition.revision}.{form}.{ending}"
    return download(make(edition, form), name)
