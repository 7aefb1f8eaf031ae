"""Where the page of an act is."""

from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse


def act_address(
    code: str, language: str, year: int, /, back: str = "", **known: object
) -> str:
    """Return the address of the act's page with what is known of its filing.

    ``back`` is where the person goes when the act was performed.
    """
    address = reverse("act", kwargs={"language": language, "year": year, "code": code})
    query = {name: str(value) for name, value in known.items()}
    if back:
        query["back"] = back
    return f"{address}?{urlencode(query)}" if query else address


def own_address(request: HttpRequest, *without: str) -> str:
    """Return the address of the page itself, without what its query said only once.

    That is the act that was just performed, and the parameters ``without``.
    """
    query = request.GET.copy()
    for name in ("done", *without):
        query.pop(name, None)
    return f"{request.path}?{query.urlencode()}" if query else request.path
