"""The page of help for an office, for somebody who does this twice a year."""

from functools import cache
from importlib.resources import files

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe
from markdown_it import MarkdownIt
from markupsafe import Markup

from jospar.rules.core.offices import Office
from jospar.web.pages import page


@require_safe
def office(request: HttpRequest, language: str, office: str) -> HttpResponse:
    """Show what the office does in a year, step by step; it is open to everybody."""
    if office not in {one.value for one in Office}:
        raise Http404
    return page(
        request,
        "help.html",
        language,
        office=office,
        offices=list(Office),
        text=written(office, language),
    )


@cache
def written(office: str, language: str) -> Markup:
    """Return the page's text as HTML; it is our own and holds no HTML itself."""
    source = files("jospar.web").joinpath("help", language, f"{office}.md")
    return Markup(MarkdownIt("js-default").render(source.read_text("utf-8")))  # noqa: S704 - see above
