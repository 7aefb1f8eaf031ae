"""The files of a draft: put to it, taken off it, and looked at."""

from functools import partial
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_POST, require_safe

from jospar.records.files import open_kept
from jospar.web.acts.scans import Scans, scans_of
from jospar.web.pages import page, plain_page
from jospar.web.visitor import Seat, in_cycle
from jospar.web.writing.drafts import attach, detach
from jospar.web.writing.writer import writer_of


@require_POST
@in_cycle()
def files(request: HttpRequest, seat: Seat, language: str, uuid: UUID) -> HttpResponse:
    """Put files to the draft, or take one off; say which could not be taken."""
    writer = writer_of(seat)
    found, filed = writer.draft(uuid)
    scans = Scans()
    if filed is None:
        scans = scans_of(request, QueryDict(), language)
        attach(found, scans.files, seat.actor)
        if sha256 := request.POST.get("remove"):
            detach(found, sha256, seat.actor)
    if "HX-Request" not in request.headers and not scans.faults:
        return redirect(f"{reverse('draft', args=(language, seat.year, uuid))}#files")
    whole = "HX-Request" not in request.headers
    shown = page if whole else partial(plain_page, visitor=seat.visitor)
    return shown(
        request,
        "write/files_page.html" if whole else "write/files.html",
        language,
        year=seat.year,
        draft=found,
        filed=filed,
        files=list(found.files.all()),
        scans=scans,
    )


@require_safe
@in_cycle()
def file(
    request: HttpRequest, seat: Seat, language: str, uuid: UUID, sha256: str
) -> HttpResponse:
    """Send a file of the draft."""
    draft, _filed = writer_of(seat).draft(uuid)
    found = draft.files.filter(sha256=sha256).first()
    if found is None:
        raise Http404
    return sent_file(found.sha256, found.name, found.type)


def sent_file(sha256: str, name: str, media_type: str) -> HttpResponse:
    """Return a kept file as a download; it is never opened within a page of ours."""
    with open_kept(sha256, name) as stream:
        response = HttpResponse(stream.read(), content_type=media_type)
    disposition = content_disposition_header(as_attachment=True, filename=name)
    response["Content-Disposition"] = disposition or "attachment"
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response
