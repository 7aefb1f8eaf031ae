"""What is tried too often from one address."""

from datetime import timedelta

import pytest
from allauth.core.internal.ratelimit import consume
from django.http import HttpRequest
from django.test import RequestFactory
from pytest_django import Settings

from jospar.accounts.limits import crowded_until, note_attempt
from jospar.procedure.clock import Clock

pytestmark = pytest.mark.django_db

GUESSED = "link_guessed"
FIVE_MINUTES = timedelta(minutes=5)


@pytest.fixture(autouse=True)
def two_of_an_address(settings: Settings) -> None:
    """Let two attempts be enough."""
    settings.ACCOUNT_RATE_LIMITS = {GUESSED: "2/5m/ip", "named": "1/1h/key"}


def asked(address: str = "10.0.0.1") -> HttpRequest:
    """Return a request that came from an address."""
    return RequestFactory().get("/", REMOTE_ADDR=address)


def attempted(*addresses: str) -> None:
    """Count an attempt of each address."""
    for address in addresses:
        note_attempt(asked(address), GUESSED)


def test_there_is_room() -> None:
    """Before anything, after one attempt, and for what has no limit."""
    now = Clock().now()
    assert crowded_until(asked(), GUESSED, now) is None
    attempted("10.0.0.1")
    assert crowded_until(asked(), GUESSED, now) is None
    assert crowded_until(asked(), "nothing", now) is None


def test_there_is_none_until_the_first_is_forgotten() -> None:
    """Five minutes after it, and not longer; another address has room."""
    before = Clock().now()
    attempted("10.0.0.1", "10.0.0.1", "10.0.0.1")
    after = Clock().now()
    until = crowded_until(asked(), GUESSED, after)
    assert until is not None
    assert before <= until - FIVE_MINUTES <= after
    assert crowded_until(asked(), GUESSED, until + timedelta(seconds=1)) is None
    assert crowded_until(asked("10.0.0.2"), GUESSED, after) is None


def test_what_is_counted_by_name_is_not_asked() -> None:
    """A name that is locked closes no page to others."""
    consume(asked(), app="allauth.account", action="named", key="a", limit_get=True)
    assert crowded_until(asked(), "named", Clock().now()) is None
