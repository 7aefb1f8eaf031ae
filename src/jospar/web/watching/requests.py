"""Each request has a name of its own, and ends in a line and in the figures.

A line names the page, never its address: that may be somebody's personal link.
"""

import re
import sys
from collections.abc import Callable
from time import perf_counter
from uuid import uuid4

import structlog
from allauth.account.adapter import get_adapter
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.core.signals import got_request_exception
from django.dispatch import receiver
from django.http import HttpRequest, HttpResponse
from prometheus_client import Counter, Histogram
from structlog.contextvars import bind_contextvars, clear_contextvars

_LOG = structlog.stdlib.get_logger("jospar.requests")

REQUESTS = Counter(
    "jospar_requests",
    "Requests since the start of this process, by page and status.",
    ("page", "method", "status"),
    registry=None,
)
SECONDS = Histogram(
    "jospar_request_seconds",
    "How long answers took.",
    ("page",),
    buckets=(0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30),
    registry=None,
)

_UNTOLD = frozenset(
    {"health-live", "health-ready", "health-worker", "metrics", "static"}
)
"""What machines ask again and again: it is counted, and not worth a line."""
_METHODS = frozenset({"GET", "HEAD", "POST"})
_NAMED = "jospar.request"
_HEADER = "X-Request-ID"
_NAME = re.compile("[A-Za-z0-9][A-Za-z0-9._-]{7,63}")

Answer = Callable[[HttpRequest], HttpResponse]


def watch(get_response: Answer) -> Answer:
    """Return the middleware that names, counts and tells every request."""

    def middleware(request: HttpRequest) -> HttpResponse:
        begun = perf_counter()
        request.META[_NAMED] = name = _name(request)
        clear_contextvars()  # this thread has answered others before
        bind_contextvars(request=name, address=_address(request))
        try:
            response = get_response(request)
            response[_HEADER] = name
            _tell(request, response.status_code, perf_counter() - begun)
        finally:
            clear_contextvars()
        return response

    return middleware


def name_of(request: HttpRequest) -> str:
    """Return the name by which the request stands in the log."""
    return str(request.META.get(_NAMED, ""))


@receiver(got_request_exception)
def tell_failure(sender: object, **values: object) -> None:
    """Tell what went wrong within a request, which is then answered as broken."""
    _LOG.error("request_failed", exc_info=sys.exc_info())


def _name(request: HttpRequest) -> str:
    """Return the name that a proxy gave the request, or a new one."""
    given = request.headers.get(_HEADER, "")
    return given if _NAME.fullmatch(given) else uuid4().hex


def _address(request: HttpRequest) -> str:
    """Return the address of who asks, by which failed sign-ins are counted too."""
    try:
        return str(get_adapter().get_client_ip(request))
    except PermissionDenied:  # what was said is no address
        return str(request.META.get("REMOTE_ADDR", ""))


def _tell(request: HttpRequest, status: int, seconds: float) -> None:
    page, method = _page(request), request.method
    method = method if method in _METHODS else "other"
    REQUESTS.labels(page, method, status).inc()
    SECONDS.labels(page).observe(seconds)
    if page not in _UNTOLD:
        milliseconds = round(seconds * 1000)
        _LOG.info("request", page=page, method=method, status=status, ms=milliseconds)


def _page(request: HttpRequest) -> str:
    """Return the name of the page, which are as many as there are addresses."""
    if request.resolver_match is not None:
        return request.resolver_match.view_name
    return "static" if request.path.startswith(settings.STATIC_URL) else "none"
