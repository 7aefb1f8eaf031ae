"""The page for whom a limit of attempts keeps waiting."""

from datetime import datetime

from django.http import HttpRequest, HttpResponse

from jospar.accounts.limits import crowded_until
from jospar.procedure.clock import Clock
from jospar.web.pages import plain_page


def crowded(request: HttpRequest, action: str, language: str) -> HttpResponse | None:
    """Return the page that says until when to wait; None while nobody has to."""
    now = Clock().now()
    until = crowded_until(request, action, now)
    return None if until is None else _page(request, language, until, now)


def _page(
    request: HttpRequest, language: str, until: datetime, now: datetime
) -> HttpResponse:
    response = plain_page(
        request, "sign_in/crowded.html", language, status=429, until=until
    )
    response["Retry-After"] = str(int((until - now).total_seconds()) + 1)
    return response
