"""The language that a page is read in."""

from django.http import HttpRequest
from django.utils.translation import get_language_from_request

from jospar.rules.core.nouns import Language


def language_of(request: HttpRequest) -> str:
    """Return the language that an address names, or else the one the reader prefers."""
    first = request.path.split("/")[1]
    if first in {language.value for language in Language}:
        return first
    return get_language_from_request(request)
