"""The start page of a cycle, and the ways to it."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.cache import add_never_cache_headers, patch_vary_headers
from django.views.decorators.http import require_safe

from jospar.procedure.clock import Clock
from jospar.queries.start_screen import start_screen
from jospar.queries.years import cycle_years
from jospar.web.pages import language_of, page
from jospar.web.year_line import year_line


@require_safe
def best_language(request: HttpRequest) -> HttpResponse:
    """Send the reader to the language chosen last, else preferred, else Kazakh."""
    response = redirect("latest", language=language_of(request))
    patch_vary_headers(response, ["Accept-Language", "Cookie"])
    add_never_cache_headers(response)
    return response


@require_safe
def latest(request: HttpRequest, language: str) -> HttpResponse:
    """Send the reader to the latest cycle, or say how the first one comes here."""
    years = cycle_years()
    if not years:
        return page(request, "empty.html", language)
    response = redirect("start", language=language, year=years[0])
    add_never_cache_headers(response)
    return response


@require_safe
def cycle(request: HttpRequest, language: str, year: int) -> HttpResponse:
    """Show the start page of the cycle of ``year``."""
    screen = start_screen(year, Clock().today())
    if screen is None:
        raise Http404
    return page(
        request,
        "start.html",
        language,
        screen=screen,
        line=year_line(screen.year, screen.deadlines, screen.today, language),
        rehearsal=screen.rehearsal,
        years=screen.years,
        year=year,
    )
