"""What all pages share: the reader's language, the texts, and the way to the others."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.cache import add_never_cache_headers
from django.utils.translation import get_language_from_request

from jospar.rules.core.nouns import Language

from .texts import Texts

_YEAR = 365 * 24 * 60 * 60
_NAMES = {Language.KK: "Қазақша", Language.RU: "Русский", Language.EN: "English"}


def page(
    request: HttpRequest,
    template: str,
    language: str,
    *,
    status: int = 200,
    **context: Any,
) -> HttpResponse:
    """Return the page in ``language``, and let the browser remember the language."""
    values = {
        "t": Texts(language),
        "language": language,
        "languages": _languages(request),
        "rehearsal": False,
        "years": (),
        "year": None,
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


def language_of(request: HttpRequest) -> str:
    """Return the language that an address names, or else the one the reader prefers."""
    first = request.path.split("/")[1]
    if first in {language.value for language in Language}:
        return first
    return get_language_from_request(request)


def _languages(request: HttpRequest) -> list[Mapping[str, str]]:
    """Return for each language its name and the address of the same page in it."""
    match = request.resolver_match
    query = f"?{request.GET.urlencode()}" if request.GET else ""
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
