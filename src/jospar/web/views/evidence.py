"""Evidence files: a decision with its papers, days and proof."""

import hashlib

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from jospar.exchange.evidence.making import file_name, made
from jospar.queries.evidence import evidence_sources
from jospar.queries.readings import ReadingKind
from jospar.queries.sentences import fill
from jospar.rules.core.sentences import ToldError
from jospar.web.asked import number_asked
from jospar.web.downloads import download
from jospar.web.evidence_words import evidence_page
from jospar.web.language import language_of
from jospar.web.pages import page
from jospar.web.visitor import Seat, in_cycle, note_reading


@require_safe
@in_cycle()
def show(request: HttpRequest, seat: Seat, entry: int) -> HttpResponse:
    """Send the file on the decision of that entry to whoever may see it.

    What the reader may not see of it is withheld. The record of reading keeps the
    file's SHA-256: later it can be told whether Jospar gave this very file.
    """
    asked = number_asked(str(entry))
    try:
        sources = evidence_sources(seat.actor, seat.year, asked) if asked else None
        if sources is None:
            raise Http404
        content = made(sources, evidence_page)
    except ToldError as error:
        return _not_given(request, error)
    digest = hashlib.sha256(content).hexdigest()
    shown = (f"{ReadingKind.SHOWN} {marked} evidence" for marked in sources.marked)
    note_reading(request, f"evidence {entry} {digest}", *shown)
    return download(content, file_name(sources))


def _not_given(request: HttpRequest, error: ToldError) -> HttpResponse:
    """Say why there is no file: the journal is not the signed one, a paper is lost."""
    language = language_of(request)
    said = fill(error.message, error.values, language)
    return page(request, "error.html", language, status=503, error="file", said=said)
