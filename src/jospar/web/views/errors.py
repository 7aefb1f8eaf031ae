"""The pages for what is not there and for what went wrong."""

import sys
from errno import EDQUOT, EIO, ENOSPC, EROFS

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse

from jospar.records.driver import driver
from jospar.web.language import language_of
from jospar.web.pages import page, plain_page
from jospar.web.watching.requests import name_of

_AGAIN = 30
"""Seconds after which it is worth trying again."""
_OF_THE_DISK = {ENOSPC, EDQUOT, EIO, EROFS}


def unreadable(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say that what was sent cannot be taken; nothing of it is looked at again.

    A session that could not be written is told as one that is gone.
    """
    if _is_for_now(exception):
        return _out_of_reach(request)
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
    if _is_for_now(sys.exception()):
        return _out_of_reach(request)
    return _failed(request, 500, "broken")


def _out_of_reach(request: HttpRequest) -> HttpResponse:
    """Say that the database or the disk fails, and that it is worth trying again."""
    response = _failed(request, 503, "for_now")
    response["Retry-After"] = str(_AGAIN)
    return response


def _failed(request: HttpRequest, status: int, error: str) -> HttpResponse:
    return plain_page(
        request,
        "error.html",
        language_of(request),
        status=status,
        error=error,
        name=name_of(request),
    )


def _is_for_now(error: BaseException | None) -> bool:
    """Tell whether the database or the disk failed, and not the program.

    What else goes wrong while that is told is no other failure.
    """
    own = driver()
    of_the_database = (
        *(OperationalError, InterfaceError),
        *(own.OperationalError, own.InterfaceError),
    )
    while error is not None:
        of_the_disk = isinstance(error, OSError) and error.errno in _OF_THE_DISK
        if of_the_disk or isinstance(error, of_the_database):
            return True
        error = error.__cause__ or error.__context__
    return False
