"""The record of reading: who read or downloaded what, and when."""

from django.http import HttpRequest, HttpResponse, QueryDict
from django.views.decorators.http import require_safe

from jospar.queries.readings import (
    ReadingFilter,
    ReadingKind,
    readers_bodies,
    readings_page,
)
from jospar.rules.core.offices import Sight
from jospar.web.asked import day_asked, number_asked
from jospar.web.pages import page
from jospar.web.paging import older_page
from jospar.web.read_things import read_shown
from jospar.web.visitor import needs, visitor_of


@require_safe
@needs(Sight.READINGS)
def readings(request: HttpRequest, language: str) -> HttpResponse:
    """Show what was read, the newest first, by what is asked for."""
    visitor, asked = visitor_of(request), request.GET
    chosen = _filter(asked)
    found = readings_page(chosen, number_asked(asked.get("before", "")))
    return page(
        request,
        "readings.html",
        language,
        chosen=chosen,
        kinds=tuple(ReadingKind),
        bodies=readers_bodies(),
        found=found,
        shown=[
            line.thing and read_shown(line.thing, visitor, language)
            for line in found.lines
        ],
        older=older_page(asked, found.older),
    )


def _filter(asked: QueryDict) -> ReadingFilter:
    def text(name: str) -> str:
        return asked.get(name, "").strip()[:200]

    kind = text("kind")
    return ReadingFilter(
        person=text("person"),
        body=text("body"),
        kind=ReadingKind(kind) if kind in set(ReadingKind) else None,
        first_day=day_asked(text("first_day")),
        last_day=day_asked(text("last_day")),
    )
