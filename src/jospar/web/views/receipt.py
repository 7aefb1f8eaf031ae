"""Receipts: the proof that a body filed something, as a page and as DOCX."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from jospar.documents.letters import render
from jospar.procedure.journal import is_rehearsal
from jospar.queries.receipt import receipt_seen_by
from jospar.records.rulesets import ruleset_of
from jospar.rules.core.offices import Sight
from jospar.web.downloads import download
from jospar.web.pages import page
from jospar.web.texts import Texts
from jospar.web.visitor import needs, visitor_of


@require_safe
@needs(Sight.OWN_PAPERS, Sight.ALL_CONCEPTS)
def receipt(request: HttpRequest, language: str, year: int, entry: int) -> HttpResponse:
    """Show the receipt in both languages; to others than its body it is not there."""
    actor, ruleset = visitor_of(request).actor, ruleset_of(year)
    found = receipt_seen_by(actor, ruleset, year, entry) if actor and ruleset else None
    if found is None:
        raise Http404
    return page(
        request,
        "receipt.html",
        language,
        year=year,
        entry=entry,
        receipt=found[1],
        in_both=[(form, Texts(form)) for form in ("kk", "ru")],
    )


@require_safe
@needs(Sight.OWN_PAPERS, Sight.ALL_CONCEPTS)
def receipt_docx(
    request: HttpRequest, year: int, entry: int, form: str
) -> HttpResponse:
    """Send the receipt as DOCX in the language ``form``."""
    actor, ruleset = visitor_of(request).actor, ruleset_of(year)
    found = receipt_seen_by(actor, ruleset, year, entry) if actor and ruleset else None
    if found is None:
        raise Http404
    stem, paper = found
    content = render("receipt", paper, form, rehearsal=is_rehearsal())
    return download(content, f"{stem}.{form}.docx")
