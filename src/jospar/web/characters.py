"""Which characters a page takes in what is sent to it."""

from collections.abc import Callable

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse

Answer = Callable[[HttpRequest], HttpResponse]


def refuse_nul(get_response: Answer) -> Answer:
    """Return the middleware that takes no NUL: not every database keeps it in texts."""

    def middleware(request: HttpRequest) -> HttpResponse:
        texts = [request.path]
        for sent in (request.GET, request.POST):
            texts += [part for name, values in sent.lists() for part in (name, *values)]
        if any("\0" in text for text in texts):
            raise BadRequest("A text holds NUL.")
        return get_response(request)

    return middleware
