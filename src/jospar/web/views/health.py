"""What machines ask: whether the program lives, is ready, and how it stands.

These pages need no session and set no cookie. Like all pages they are served under the
names in JOSPAR_HOSTS alone; nothing of what is asked comes back in an answer.
"""

from collections.abc import Iterator

from django.conf import settings
from django.db import Error
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.utils.crypto import constant_time_compare
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from prometheus_client import CONTENT_TYPE_LATEST

from jospar.procedure.clock import Clock
from jospar.procedure.reached import reached
from jospar.queries.installation import BEAT, LEAST, free_disk
from jospar.records.models import Work
from jospar.records.schema import is_current
from jospar.web.watching.figures import figures


@never_cache
@require_safe
def live(request: HttpRequest) -> HttpResponse:
    """Say that the process answers; nothing is asked of the database."""
    return _said([])


@never_cache
@require_safe
def ready(request: HttpRequest) -> HttpResponse:
    """Say whether people can work here: ``database``, ``tables`` or ``disk`` if not."""
    return _said([*_unready()])


@never_cache
@require_safe
def worker(request: HttpRequest) -> HttpResponse:
    """Say whether passes of notices are made: ``notices`` or ``database`` if not."""
    try:
        last = reached().get(Work.NOTICES)
    except Error:
        return _said(["database"])
    beats = last is not None and Clock().now() - last.at <= BEAT
    return _said([] if beats else ["notices"])


@never_cache
@require_safe
def metrics(request: HttpRequest) -> HttpResponse:
    """Send the figures to whoever has the token; to others there is no such page."""
    given = request.headers.get("Authorization", "")
    token: str = settings.METRICS_TOKEN
    if not token or not constant_time_compare(given, f"Bearer {token}"):
        raise Http404
    return HttpResponse(figures(), content_type=CONTENT_TYPE_LATEST)


def _unready() -> Iterator[str]:
    try:
        if not is_current():
            yield "tables"
    except Error:
        yield "database"
    if free_disk() < LEAST:
        yield "disk"


def _said(wrong: list[str]) -> HttpResponse:
    state = {"state": "wrong", "wrong": wrong} if wrong else {"state": "ok"}
    return JsonResponse(state, status=503 if wrong else 200)
