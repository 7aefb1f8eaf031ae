"""The two sheets that go with the drafts, as documents."""

from collections.abc import Callable, Mapping
from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from jospar.documents.letters import render
from jospar.documents.papers import Paper
from jospar.procedure.journal import is_rehearsal
from jospar.queries.sheets import (
    completeness_sheet,
    consideration_sheet,
    day_of_sending,
)
from jospar.rules.core.offices import Sight
from jospar.rules.core.ruleset import Ruleset
from jospar.web.downloads import download
from jospar.web.visitor import Seat, in_cycle, note_reading

SHEETS: Mapping[str, Callable[[Ruleset, int, date], Paper]] = {
    "consideration": consideration_sheet,
    "completeness": completeness_sheet,
}


@require_safe
@in_cycle(Sight.DRAFT_PLANS, Sight.COMMISSION_PAPERS)
def docx(request: HttpRequest, seat: Seat, sheet: str, form: str) -> HttpResponse:
    """Send a sheet as DOCX in the language ``form``.

    Who sees the drafts has it as things stand today, or with ``?sent`` as it went to
    the Commission last; the Commission has that one alone.
    """
    visitor, year = seat.visitor, seat.year
    day: date | None = visitor.today
    if "sent" in request.GET or not visitor.sees(Sight.DRAFT_PLANS):
        day = day_of_sending(year)
    if sheet not in SHEETS or day is None:
        raise Http404
    paper = SHEETS[sheet](seat.ruleset, year, day)
    content = render(f"{sheet}_sheet", paper, form, rehearsal=is_rehearsal())
    note_reading(request, f"sheet {year} {sheet} {day} {form}.docx")
    return download(content, f"{sheet}-sheet-{year}-{day}.{form}.docx")
