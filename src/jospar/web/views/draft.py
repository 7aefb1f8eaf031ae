"""A draft of a concept: written side by side, saved as it is written."""

from uuid import UUID, uuid4

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST

from jospar.rules.core.deadlines import ASTANA
from jospar.web.official_use import Marks
from jospar.web.pages import page, plain_page
from jospar.web.stash import take_stash
from jospar.web.visitor import Seat, in_cycle
from jospar.web.writing.cells import SEEN, cells_for, part_of, tidy
from jospar.web.writing.drafts import put_away, save
from jospar.web.writing.merging import Sent
from jospar.web.writing.shown import draft_shown
from jospar.web.writing.writer import writer_of

CHOOSE = "choose_"
"""What the names of the fields begin with that choose between two texts."""
_PAGE_NAME = 36


@require_http_methods(["GET", "HEAD", "POST"])
@in_cycle()
def draft(request: HttpRequest, seat: Seat, language: str, uuid: UUID) -> HttpResponse:
    """Show the draft, or save what was written into it."""
    writer = writer_of(seat)
    found, filed = writer.draft(uuid)
    cells = cells_for(seat.actor, seat.ruleset)
    if request.method != "POST":
        # What was typed when the session had ended is saved now.
        if kept := take_stash(request):
            save(found, _sent(kept, cells), seat.actor)
        return page(
            request,
            "write/draft.html",
            language,
            year=seat.year,
            page_name=str(uuid4()),
            **draft_shown(writer, found, filed, language),
        )
    merged = save(found, _sent(request.POST, cells), seat.actor)
    if "HX-Request" not in request.headers:
        if request.POST.get("then") == "file":
            page_of = "draft-file-concept"
            return redirect(page_of, language=language, year=seat.year, uuid=uuid)
        return redirect(f"{request.path}#standing")
    marks = Marks(seat.year)
    answer = plain_page(
        request,
        "write/saved.html",
        language,
        year=seat.year,
        official=marks,
        visitor=seat.visitor,
        saved=seat.visitor.clock.now().astimezone(ASTANA),
        stale=sorted({part_of(name) for name in merged.stale}),
        rivals=sorted(merged.rivals - merged.stale),
        **draft_shown(writer, found, filed, language),
    )
    marks.note_part(request)
    return answer


@require_POST
@in_cycle()
def away(request: HttpRequest, seat: Seat, language: str, uuid: UUID) -> HttpResponse:
    """Take the draft off the list."""
    writer = writer_of(seat)
    put_away(writer.draft(uuid)[0], seat.actor)
    return redirect("write", language=language, year=seat.year)


def _sent(post: QueryDict, cells: tuple[str, ...]) -> Sent:
    """Return what a page sent, of the cells that it had shown."""
    shown = [cell for cell in cells if f"{SEEN}{cell}" in post]
    return Sent(
        page=str(post.get("page", ""))[:_PAGE_NAME],
        texts={cell: tidy("\n".join(post.getlist(cell))) for cell in shown},
        seen={cell: str(post[f"{SEEN}{cell}"]) for cell in shown},
        chosen={
            cell: choice
            for cell in shown
            if (choice := str(post.get(f"{CHOOSE}{cell}", ""))) in {"text", "rival"}
        },
    )
