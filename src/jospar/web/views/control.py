"""The control report on the carrying out of the plans, as a document."""

from functools import partial

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from jospar.documents.control_docx import control_docx
from jospar.documents.control_pdf import control_pdf
from jospar.documents.control_xlsx import control_xlsx
from jospar.documents.pdf_compiler import PdfError
from jospar.procedure.journal import is_rehearsal
from jospar.queries.control_report import Span, control_report
from jospar.rules.core.offices import Sight
from jospar.web.asked import day_asked
from jospar.web.control_words import printed
from jospar.web.downloads import download
from jospar.web.pages import page
from jospar.web.pdf import shared
from jospar.web.visitor import needs, note_reading, visitor_of

ENDINGS = ("pdf", "docx", "xlsx")


@require_safe
@needs(Sight.CARRYING_OUT, Sight.OWN_PAPERS, Sight.PRESIDENT_PAPERS)
def report(request: HttpRequest, language: str, ending: str) -> HttpResponse:
    """Send the report for the day, the period and the body that are asked for.

    A body has its own part; who sees neither rows nor papers of bodies has the first
    page, with the figures of all.
    """
    visitor, asked = visitor_of(request), request.GET
    if visitor.actor is None or ending not in ENDINGS:
        raise Http404
    sees_all = visitor.sees(Sight.CARRYING_OUT)
    own = visitor.sees(Sight.OWN_PAPERS) and not sees_all
    body = visitor.actor.body if own else asked.get("body", "") if sees_all else ""
    day = min(day_asked(asked.get("day", "")) or visitor.today, visitor.today)
    span = Span(asked["span"]) if asked.get("span") in set(Span) else Span.QUARTER
    found = control_report(day, span, body)
    if body and not own and body not in found.bodies:
        raise Http404
    whole = sees_all or own
    paper = printed(found, language, whole=whole, rehearsal=is_rehearsal())
    make = {
        "pdf": partial(shared, partial(control_pdf, paper)),
        "docx": partial(control_docx, paper),
        "xlsx": partial(control_xlsx, paper),
    }
    try:
        content = make[ending]()
    except PdfError:
        return page(request, "error.html", language, status=503, error="pdf")
    of_body = f"{body} " if body else ""
    note_reading(
        request,
        f"control {day.year} {day} {of_body}{language}.{ending}",
        *(f"shown {entry} carrying" for entry in sorted(found.marked) if whole),
    )
    return download(content, f"control-report-{day}.{language}.{ending}")
