"""The sheets of amendments as documents: of made revisions, and of what waits."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from jospar.documents.amendment_sheet import AmendmentSheet
from jospar.documents.amendment_sheet_pdf import amendment_sheet_pdf
from jospar.documents.letters import render
from jospar.documents.pdf_compiler import PdfError
from jospar.procedure.journal import is_rehearsal
from jospar.queries.amendment_grounds import grounds
from jospar.queries.amendment_sheets import draft_sheet, made_sheet, without_reasons
from jospar.queries.form_titles import empty_form
from jospar.queries.visible_plans import revisions_seen_by, stage_of_plan
from jospar.rules.core.nouns import PlanKind, PlanStage
from jospar.rules.core.offices import Sight
from jospar.web.downloads import PRINTED, download
from jospar.web.language import language_of
from jospar.web.navigation import PLANS
from jospar.web.pages import page
from jospar.web.pdf import shared
from jospar.web.visitor import Seat, in_cycle, note_reading


@require_safe
@in_cycle(*PLANS)
def made(
    request: HttpRequest,
    seat: Seat,
    kind: PlanKind,
    number: int,
    form: str,
    ending: str,
) -> HttpResponse:
    """Send the sheet of a revision, without reasons to who sees no drafts."""
    seen = revisions_seen_by(seat.actor, seat.year, kind).filter(number=number)
    sheet = made_sheet(seat.ruleset, seat.year, kind, number) if seen.exists() else None
    if sheet is None or ending not in PRINTED:
        raise Http404
    if not seat.visitor.sees(Sight.DRAFT_PLANS):
        sheet = without_reasons(sheet)
    stem = f"amendment-{empty_form(seat.ruleset, seat.year, kind).name}-{number}"
    return _send(request, sheet, stem, form, ending)


@require_safe
@in_cycle(Sight.DRAFT_PLANS)
def draft(
    request: HttpRequest,
    seat: Seat,
    kind: PlanKind,
    ground: int,
    form: str,
    ending: str,
) -> HttpResponse:
    """Send the sheet of what waits under the ground of that entry, as a draft."""
    agreed = stage_of_plan(seat.year, kind) is PlanStage.AGREED
    found = [one for one in grounds(seat.year) if one.entry == ground]
    if not agreed or not found or ending not in PRINTED:
        raise Http404
    sheet = draft_sheet(seat.ruleset, seat.year, kind, found[0])
    stem = f"amendment-{empty_form(seat.ruleset, seat.year, kind).name}-draft"
    return _send(request, sheet, stem, form, ending)


def _send(
    request: HttpRequest, sheet: AmendmentSheet, stem: str, form: str, ending: str
) -> HttpResponse:
    rehearsal = is_rehearsal()
    try:
        if ending == "docx":
            content = render("amendment_sheet", sheet, form, rehearsal=rehearsal)
        else:
            content = shared(
                lambda compiler: amendment_sheet_pdf(
                    sheet, form, compiler, rehearsal=rehearsal
                )
            )
    except PdfError:
        return page(
            request, "error.html", language_of(request), status=503, error="pdf"
        )
    name = f"{stem}.{form}.{ending}"
    note_reading(request, f"sheet {name}")
    return download(content, name)
