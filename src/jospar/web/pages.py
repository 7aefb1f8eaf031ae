"""What all pages share: the reader's language, the texts, and the way to the others."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.cache import add_never_cache_headers

from jospar.notices.inbox import unread_count
from jospar.procedure import journal
from jospar.queries.years import cycles
from jospar.rules.core.nouns import Language

from .asked import number_asked
from .body_names import BodyNames
from .navigation import Link, ways
from .official_use import Marks
from .rehearsal import strip
from .texts import Texts
from .visitor import Visitor, repealed_for, visitor_of

_YEAR = 365 * 24 * 60 * 60
_NAMES = {Language.KK: "Қазақша", Language.RU: "Русский", Language.EN: "English"}


def page(
    request: HttpRequest,
    template: str,
    language: str,
    *,
    status: int = 200,
    year: int | None = None,
    **context: Any,
) -> HttpResponse:
    """Return the page in ``language``, and let the browser remember the language.

    Whom it shows something of a concept for official use is recorded.
    """
    visitor = visitor_of(request)
    known = cycles() if visitor.actor else {}
    years = [one for one, brought_in in known.items() if not brought_in]
    marks = Marks(year)
    values = {
        "official": marks,
        "body_called": BodyNames(),
        "visitor": visitor,
        "rehearsal": strip(visitor, language) if visitor.clock.rehearsed else None,
        "years": years,
        "year": year,
        "brought_in": bool(year and known.get(year)),
        "ways": _ways(visitor, language, year, years),
        "here": request.resolver_match.url_name if request.resolver_match else "",
        "repealed": repealed_for(request),
        "done": _done(request, visitor),
        "unread": unread_count(visitor.person.code) if visitor.person else 0,
        **context,
    }
    response = plain_page(request, template, language, status=status, **values)
    marks.note(request)
    return response


def plain_page(
    request: HttpRequest,
    template: str,
    language: str,
    *,
    status: int = 200,
    **context: Any,
) -> HttpResponse:
    """Return a page that asks the database nothing, as that of a failure."""
    values = {
        "t": Texts(language),
        "language": language,
        "languages": _languages(request),
        "official": Marks(None),
        "visitor": None,
        "rehearsal": None,
        "years": [],
        "year": None,
        "brought_in": False,
        "ways": [],
        "here": "",
        "repealed": None,
        "done": None,
        "unread": 0,
        **context,
    }
    response = HttpResponse(
        render_to_string(template, values, request=request), status=status
    )
    add_never_cache_headers(response)  # what a page shows is not public
    if request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME) != language:
        response.set_cookie(
            settings.LANGUAGE_COOKIE_NAME,
            language,
            max_age=_YEAR,
            secure=request.is_secure(),
            httponly=True,
            samesite="Lax",
        )
    return response


def _ways(
    visitor: Visitor, language: str, year: int | None, years: list[int]
) -> list[Link]:
    shown = year or next(iter(years), None)
    if visitor.actor is None or shown is None:
        return []
    return ways(visitor.actor.office, language, shown)


def _done(request: HttpRequest, visitor: Visitor) -> Mapping[str, object] | None:
    """Return the act that the person has just performed, where the address names it."""
    number = number_asked(request.GET.get("done", ""))
    if visitor.actor is None or number is None:
        return None
    entry = journal.numbered(number)
    if entry is None or entry.read().person != visitor.actor.person:
        return None
    return {"number": entry.number, "act": entry.act.replace(".", "_")}


def _languages(request: HttpRequest) -> list[Mapping[str, str]]:
    """Return for each language its name and the address of the same page in it."""
    match = request.resolver_match
    # Not from GET: a query that cannot be taken has its page, too.
    query = f"?{sent}" if (sent := request.META["QUERY_STRING"]) else ""
    links: list[Mapping[str, str]] = []
    for language in Language:
        if match is not None and "language" in match.kwargs:
            kwargs = match.kwargs | {"language": language}
            address = reverse(match.view_name, kwargs=kwargs) + query
        else:
            address = reverse("latest", kwargs={"language": language})
        links.append(
            {"code": language.value, "name": _NAMES[language], "address": address}
        )
    return links
