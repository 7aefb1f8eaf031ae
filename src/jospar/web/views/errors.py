"""The pages for what is not there and for what went wrong."""

from django.http import HttpRequest, HttpResponse

from jospar.web.language import language_of
from jospar.web.pages import page, plain_page
from jospar.web.watching.requests import name_of


def unreadable(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say that what was sent cannot be taken; nothing of it is looked at again."""
    return plain_page(
        request, "error.html", language_of(request), status=400, error="unreadable"
    )


def missing(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say that there is no such page, and where to begin."""
    return page(
        request, "error.html", language_of(request), status=404, error="missing"
    )


def broken(request: HttpRequest) -> HttpResponse:
    """Say that the page could not be shown; nothing here asks the database."""
    return plain_page(
        request,
        "error.html",
        language_of(request),
        status=500,
        error="broken",
        name=name_of(request),
    )
