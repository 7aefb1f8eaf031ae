"""Files that came with acts."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from jospar.queries.visible_files import file_seen_by
from jospar.web.visitor import NotSeenError, needs, note_reading, visitor_of

from .draft_files import sent_file


@require_safe
@needs()
def attached(request: HttpRequest, year: int, entry: int, sha256: str) -> HttpResponse:
    """Send a file to whoever may see what its act was about."""
    actor = visitor_of(request).actor
    if actor is None:
        raise NotSeenError(())
    found = file_seen_by(actor, year, entry, sha256)
    if found is None:
        raise Http404
    note_reading(request, f"file {entry} {sha256}")
    return sent_file(found.sha256, found.name, found.type)
