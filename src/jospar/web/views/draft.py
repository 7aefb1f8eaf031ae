"""A draft of a concept: written side by side, saved as it is written."""

from uuid import UUID, uuid4

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST

from jospar.procedure.clock import Clock
from jospar.rules.core.deadlines import ASTANA
from jospar.web.pages import page, plain_page
from jospar.web.stash import take_stash
from jospar.web.visitor import needs
from jospar.web.writing.cells import SEEN, cells_for, part_of, tidy
from jospar.web.writing.drafts import put_away, save
from jospar.web.writing.merging import Sent
from jospar.web.writing.shown import draft_shown
from jospar.web.writing.writer import writer_of

CHOOSE = "choose_"
"""What the names of the fields begin with that choose between two texts."""
_PAGE_NAME = 36


@require_http_methods(["GET", "HEAD", "POST"])
@needs()
def draft(request: HttpRequest, language: str, year: int, uuid: UUID) -> HttpResponse:
    """Show the draft, or save what was written into it."""
    writer = writer_of(request, year)
    found, filed = writer.draft(uuid)
    cells = cells_for(writer.actor, writer.ruleset)
    if request.method != "POST":
        # What was typed when the session had ended is saved now.
        if kept := take_stash(request):
            save(found, _sent(kept, cells), writer.actor)
        return page(
            request,
            "write/draft.html",
            language,
            year=year,
            page_name=str(uuid4()),
            **draft_shown(writer, found, filed, language),
        )
    merged = save(found, _sent(request.POST, cells), writer.actor)
    if "HX-Request" not in request.headers:
        return redirect(f"{request.path}#standing")
    return plain_page(
        request,
        "write/saved.html",
        language,
        year=year,
        visitor=writer.visitor,
        saved=Clock().now().astimezone(ASTANA),
        stale=sorted({part_of(name) for name in merged.stale}),
        rivals=sorted(merged.rivals - merged.stale),
        **draft_shown(writer, found, filed, language),
    )


@require_POST
@needs()
def away(request: HttpRequest, language: str, year: int, uuid: UUID) -> HttpResponse:
    """Take the draft off the list."""
    writer = writer_of(request, year)
    put_away(writer.draft(uuid)[0], writer.actor)
    return redirect("write", language=language, year=year)


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
