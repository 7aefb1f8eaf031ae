"""Filing a draft: what will happen, what speaks against it, and the act itself."""

from dataclasses import replace
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from jospar.procedure.perform import ActRefusedError
from jospar.rules.core.act import Kind, Objection
from jospar.web.acts.form import said_of
from jospar.web.pages import page
from jospar.web.visitor import Seat, in_cycle
from jospar.web.writing.filing import file
from jospar.web.writing.shown import draft_shown
from jospar.web.writing.writer import writer_of


@require_http_methods(["GET", "HEAD", "POST"])
@in_cycle()
def file_concept(
    request: HttpRequest, seat: Seat, language: str, uuid: UUID
) -> HttpResponse:
    """Show what filing the draft will do, or file it; a second time is the first."""
    writer = writer_of(seat)
    draft, filed = writer.draft(uuid)
    sending = request.method == "POST" and filed is None
    acknowledged = request.POST.getlist("acknowledged")
    # What was read is what is filed: a colleague may have written meanwhile.
    changed = sending and request.POST.get("revision") != str(draft.revision)
    refused: tuple[Objection, ...] = ()
    if sending and not changed:
        try:
            filed = file(draft, seat, acknowledged)
        except ActRefusedError as error:
            refused = error.objections
    if filed is not None:
        return redirect("receipt", language=language, year=seat.year, entry=filed)
    shown = draft_shown(writer, draft, None, language)
    return page(
        request,
        "write/file.html",
        language,
        status=422 if sending else 200,
        year=seat.year,
        changed=changed,
        acknowledged=acknowledged,
        cautioned=[replace(said, field="") for said in shown["side"].cautions],
        refused=[
            replace(said_of(one, seat.ruleset, language), field="")
            for one in refused
            if one.kind is Kind.REFUSAL
        ],
        **shown,
    )
