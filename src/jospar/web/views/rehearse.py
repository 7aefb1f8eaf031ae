"""Moving the day of a rehearsal on."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from jospar.procedure.rehearsal import rehearse_on
from jospar.web.asked import day_asked
from jospar.web.pages import page
from jospar.web.stash import came_from
from jospar.web.visitor import visitor_of


@require_POST
def rehearse(request: HttpRequest, language: str) -> HttpResponse:
    """Let it be a later day in the rehearsal, for everybody in it; never an earlier."""
    today = visitor_of(request).clock.rehearsed
    if today is None:
        raise Http404
    day = day_asked(request.POST.get("day", ""))
    if day is None or day < today:
        return page(request, "error.html", language, status=422, error="past_day")
    rehearse_on(day)
    back = came_from(request)
    # A browser that does not say where it was is sent on to the start.
    return redirect(f"/{language}/" if back == request.path else back)
