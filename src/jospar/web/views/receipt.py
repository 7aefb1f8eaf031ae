"""Receipts: the proof that a body filed something, as a page and as DOCX."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from jospar.documents.letters import render
from jospar.documents.papers import Receipt
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
    _stem, paper = _receipt(seat, entry)
    note_reading(request, f"receipt {entry}")
    return page(
        request,
        "receipt.html",
        language,
        year=seat.year,
        entry=entry,
        receipt=paper,
        in_both=[(form, Texts(form)) for form in ("kk", "ru")],
    )


@require_safe
@in_cycle(Sight.OWN_PAPERS, Sight.ALL_CONCEPTS)
def receipt_docx(
    request: HttpRequest, seat: Seat, entry: int, form: str
) -> HttpResponse:
    """Send the receipt as DOCX in the language ``form``."""
    stem, paper = _receipt(seat, entry)
    note_reading(request, f"receipt {entry} {form}.docx")
    content = render("receipt", paper, form, rehearsal=is_rehearsal())
    return download(content, f"{stem}.{form}.docx")


def _receipt(seat: Seat, entry: int) -> tuple[str, Receipt]:
    """Return the stem of its file's name, and the receipt."""
    found = receipt_seen_by(seat.actor, seat.ruleset, seat.year, entry)
    if found is None:
        raise Http404
    return found
