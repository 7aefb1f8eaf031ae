"""What is tried too often, and until when it is not taken any more."""

from datetime import UTC, datetime

from allauth.core.internal import ratelimit
from django.core.cache import cache
from django.http import HttpRequest

_APP = "allauth.account"
"""Under what allauth keeps the settings and the counts."""


def note_attempt(request: HttpRequest, action: str) -> None:
    """Count an attempt of the request's address at ``action``."""
    ratelimit.consume(request, app=_APP, action=action, limit_get=True)


def crowded_until(request: HttpRequest, action: str, now: datetime) -> datetime | None:
    """Return until when nothing more of ``action`` is taken from the address.

    None where it is taken; what is counted otherwise than by address is not asked.
    """
    moments = [
        _full_until(history, rate.amount, rate.duration, now.timestamp())
        for rate in ratelimit.get_rates(app=_APP, action=action)
        if rate.per == "ip"
        for history in [cache.get(_key(request, action, rate), [])]
    ]
    until = max(moments, default=0.0)
    return datetime.fromtimestamp(until, UTC) if until else None


def _full_until(
    history: list[float], amount: int, duration: float, now: float
) -> float:
    """Return when the ``amount``-th newest attempt is forgotten, 0 if there is room."""
    if len(history) < amount:
        return 0.0
    until = history[amount - 1] + duration
    return until if until > now else 0.0


def _key(request: HttpRequest, action: str, rate: ratelimit.Rate) -> str:
    key: str = ratelimit.get_cache_key(request, app=_APP, action=action, rate=rate)
    return key
