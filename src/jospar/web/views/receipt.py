"""Receipts: the proof that a body filed something, as a page and as DOCX."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from jospar.documents.letters import render
from jospar.procedure.journal import is_rehearsal
from jospar.queries.receipt import receipt_seen_by
from jospar.rules.core.offices import Sight
from jospar.web.downloads import download
from jospar.web.pages import page
from jospar.web.texts import Texts
from jospar.web.visitor import Seat, in_cycle, note_reading


@require_safe
@in_cycle(Sight.OWN_PAPERS, Sight.ALL_CONCEPTS)
def receipt(
    request: HttpRequest, seat: Seat, language: str, entry: int
) -> HttpResponse:
    """Show the receipt in both languages; to others than its body it is not there."""
    found = receipt_seen_by(seat.actor, seat.ruleset, seat.year, entry)
    if found is None:
        raise Http404
    note_reading(request, f"receipt {entry}")
    return page(
        request,
        "receipt.html",
        language,
        year=seat.year,
        entry=entry,
        receipt=found[1],
        in_both=[(form, Texts(form)) for form in ("kk", "ru")],
    )


@require_safe
@in_cycle(Sight.OWN_PAPERS, Sight.ALL_CONCEPTS)
def receipt_docx(
    request: HttpRequest, seat: Seat, entry: int, form: str
) -> HttpResponse:
    """Send the receipt as DOCX in the language ``form``."""
    found = receipt_seen_by(seat.actor, seat.ruleset, seat.year, entry)
    if found is None:
        raise Http404
    note_reading(request, f"receipt {entry} {form}.docx")
    stem, paper = found
    content = render("receipt", paper, form, rehearsal=is_rehearsal())
    return download(content, f"{stem}.{form}.docx")
