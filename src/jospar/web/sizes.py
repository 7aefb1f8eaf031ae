"""How much a page takes at once, before anything of it is read."""

from collections.abc import Callable

from django.conf import settings
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse

Answer = Callable[[HttpRequest], HttpResponse]

MOST_FILES = 8
"""So many files of the largest kind may come with one form."""


def refuse_floods(get_response: Answer) -> Answer:
    """Return the middleware that takes no more than a form with its files has.

    Who has not signed in has no files to send. The server reads no further than the
    length that a request says.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        size, most = _said(request), settings.DATA_UPLOAD_MAX_MEMORY_SIZE or 0
        if size > most and request.user.is_authenticated:
            most += MOST_FILES * settings.FILE_LIMIT
        if size > most:
            raise BadRequest("More is sent than any form has.")
        return get_response(request)

    return middleware


def _said(request: HttpRequest) -> int:
    """Return how many bytes the request says that it brings."""
    said = request.META.get("CONTENT_LENGTH") or "0"
    return int(said) if said.isdecimal() else 0
