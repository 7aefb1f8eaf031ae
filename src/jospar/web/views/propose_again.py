"""Rows of the plans in force that a cycle may take up again, and how one is begun."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_safe

from jospar.queries.next_cycle import RowAgain, Why, rows_again
from jospar.queries.responsible import latest_bodies
from jospar.records.models import Concept
from jospar.rules.core.bounds import TEXT
from jospar.rules.core.nouns import Text
from jospar.rules.core.offices import OF_ONE_BODY, Sight
from jospar.web.acts.addresses import own_address
from jospar.web.pages import page
from jospar.web.paging import part_of
from jospar.web.visitor import Seat, in_cycle
from jospar.web.writing.again import cells_of_row
from jospar.web.writing.cells import tidy
from jospar.web.writing.drafts import begun_again, may_write, new_draft
from jospar.web.writing.writer import writer_of


@dataclass(frozen=True, slots=True)
class OfReason:
    """The rows that come up for the same reason."""

    why: Why
    rows: Sequence[RowAgain]


@require_safe
@in_cycle(Sight.ALL_CONCEPTS, Sight.OWN_PAPERS)
def rows(request: HttpRequest, seat: Seat, language: str) -> HttpResponse:
    """Show which rows come up, why, and which are proposed again already."""
    found = _rows(seat)
    groups = [
        OfReason(why, of) for why in Why if (of := [r for r in found if r.why is why])
    ]
    return page(
        request,
        "write/rows.html",
        language,
        year=seat.year,
        part=part_of(groups, request.GET.get("page", "")),
        pages=own_address(request, "page"),
        taken_up=sum(bool(one.proposed) for one in found),
        total=len(found),
        drafts=begun_again(seat.actor, seat.year, (one.row.entry for one in found)),
        writes=may_write(seat.actor),
        own=seat.actor.body if seat.actor.office in OF_ONE_BODY else "",
        bodies=latest_bodies(),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@in_cycle()
def row(request: HttpRequest, seat: Seat, language: str, entry: int) -> HttpResponse:
    """Ask why the row is proposed again, or begin the draft that does so."""
    writer = writer_of(seat)
    again = next((one for one in _rows(seat) if one.row.entry == entry), None)
    if again is None:
        raise Http404
    sent = {code: tidy(request.POST.get(f"reason_{code}", "")) for code in ("kk", "ru")}
    asked = request.method == "POST"
    faults = [code for code, text in sent.items() if not 0 < len(text) <= TEXT]
    if asked and not faults:
        cells = cells_of_row(Concept.objects.get(entry=entry), again.row, writer)
        draft = new_draft(seat.actor, seat.year, cells, entry, Text(**sent))
        return redirect("draft", language=language, year=seat.year, uuid=draft.uuid)
    return page(
        request,
        "write/row.html",
        language,
        status=422 if asked else 200,
        year=seat.year,
        again=again,
        faults=faults if asked else [],
        sent=sent,
        bodies=latest_bodies(),
    )


def _rows(seat: Seat) -> tuple[RowAgain, ...]:
    """Return the rows of the seat's cycle; to a body those that it answers for."""
    own = seat.actor.body if seat.actor.office in OF_ONE_BODY else ""
    return rows_again(seat.actor, seat.ruleset, seat.year, seat.visitor.today, own)
