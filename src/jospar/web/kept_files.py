"""The page that says why a kept file is not given, or an act with it not performed."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from jospar.queries.sentences import fill
from jospar.records.file_types import FileError

from .language import language_of
from .pages import plain_page

Answer = Callable[[HttpRequest], HttpResponse]


class TellOfFiles:
    """The middleware that says what is wrong with a file, instead of failing."""

    def __init__(self, get_response: Answer) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on."""
        return self._get_response(request)

    def process_exception(
        self, request: HttpRequest, exception: Exception
    ) -> HttpResponse | None:
        """Return the page where it was a file that ``exception`` is about."""
        if not isinstance(exception, FileError):
            return None
        language = language_of(request)
        return plain_page(
            request,
            "error.html",
            language,
            status=503,
            error="file",
            said=fill(exception.message, exception.values, language),
        )
