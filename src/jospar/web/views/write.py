"""The drafts of a body: what is being written, and how something new is begun."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST

from jospar.queries.sentences import fill
from jospar.queries.visible import concepts_seen_by
from jospar.queries.years import cycle_years
from jospar.web.models import Draft
from jospar.web.pages import page
from jospar.web.persons import names_of
from jospar.web.visitor import Seat, in_cycle
from jospar.web.writing.again import cells_of_concept, cells_of_form
from jospar.web.writing.drafts import drafts_of, filed_as, new_draft
from jospar.web.writing.merging import text_of
from jospar.web.writing.side import standing_of
from jospar.web.writing.writer import Writer, writer_of


@require_http_methods(["GET", "HEAD", "POST"])
@in_cycle()
def write(request: HttpRequest, seat: Seat, language: str) -> HttpResponse:
    """Show the drafts of the body, or begin one: empty, or from a form of DOCX."""
    writer = writer_of(seat)
    if request.method != "POST":
        return _drafts(request, language, writer)
    form = request.FILES.get("form")
    if form is None:
        return _open(language, new_draft(seat.actor, seat.year))
    reading = cells_of_form(form.read(), seat.ruleset)
    if reading.faults and not reading.cells:
        said = [fill(one.message, one.values, language) for one in reading.faults]
        return _drafts(request, language, writer, said, status=422)
    draft = new_draft(seat.actor, seat.year, reading.cells)
    if not reading.faults:
        return _open(language, draft)
    said = [fill(one.message, one.values, language) for one in reading.faults]
    return _drafts(request, language, writer, said, loaded=draft, status=422)


@require_POST
@in_cycle()
def again(request: HttpRequest, seat: Seat, language: str, entry: int) -> HttpResponse:
    """Begin a draft with everything that a concept says, in the latest cycle."""
    writer = writer_of(seat)
    concept = concepts_seen_by(seat.actor, seat.year).filter(entry=entry).first()
    if concept is None:
        raise Http404
    latest = cycle_years()[0]
    cells = cells_of_concept(concept, writer)
    return _open(language, new_draft(seat.actor, latest, cells, earlier=entry))


def _open(language: str, draft: Draft) -> HttpResponse:
    return redirect("draft", language=language, year=draft.year, uuid=draft.uuid)


def _drafts(
    request: HttpRequest,
    language: str,
    writer: Writer,
    faults: list[str] | None = None,
    loaded: Draft | None = None,
    status: int = 200,
) -> HttpResponse:
    seat = writer.seat
    drafts = list(drafts_of(seat.actor, seat.year).order_by("-updated_at", "uuid"))
    filed: dict[UUID, int] = filed_as(drafts)
    return page(
        request,
        "write/drafts.html",
        language,
        status=status,
        year=seat.year,
        writer=writer,
        drafts=[(draft, _title(draft), filed.get(draft.uuid)) for draft in drafts],
        names=names_of(draft.updated_by for draft in drafts),
        standing=standing_of(seat, language, None),
        faults=faults or [],
        loaded=loaded,
    )


def _title(draft: Draft) -> dict[str, str]:
    return {code: text_of(draft.fields, f"title_{code}") for code in ("kk", "ru")}
