"""The ways to the desk."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.cache import add_never_cache_headers, patch_vary_headers
from django.views.decorators.http import require_safe

from jospar.queries.years import cycle_years
from jospar.rules.core.offices import Sight
from jospar.web.language import language_of
from jospar.web.pages import page
from jospar.web.visitor import needs, visitor_of


@require_safe
def best_language(request: HttpRequest) -> HttpResponse:
    """Send the reader to the language chosen last, else preferred, else Kazakh."""
    response = redirect("latest", language=language_of(request))
    patch_vary_headers(response, ["Accept-Language", "Cookie"])
    add_never_cache_headers(response)
    return response


@require_safe
@needs()
def latest(request: HttpRequest, language: str) -> HttpResponse:
    """Send the reader to the latest cycle, or say how the first one comes here."""
    years = cycle_years()
    if not years:
        may_open = visitor_of(request).sees(Sight.REFERENCE)
        return page(request, "empty.html", language, may_open=may_open)
    response = redirect("start", language=language, year=years[0])
    add_never_cache_headers(response)
    return response
