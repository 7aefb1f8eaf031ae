"""What machines ask: alive, ready, and at work."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import OperationalError, connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from jospar.procedure import reached
from jospar.queries.installation import LEAST
from jospar.records.models import Reached, Work
from jospar.web.views import health
from tests.procedure.made_chains import sql

pytestmark = pytest.mark.django_db

ADDRESSES = ("/health/live", "/health/ready", "/health/worker")
OK = {"state": "ok"}


def asked(address: str) -> tuple[int, object]:
    """Return the status of an answer, and what it says."""
    answer = Client().get(address)
    return answer.status_code, answer.json()


def wrong(*names: str) -> tuple[int, object]:
    """Return the answer where something is wrong."""
    return 503, {"state": "wrong", "wrong": list(names)}


@pytest.mark.parametrize("address", [*ADDRESSES, "/metrics"])
def test_nothing_is_kept_of_an_answer(address: str) -> None:
    """Neither by a cache nor in a cookie, whatever the language."""
    answer = Client().get(address, headers={"Accept-Language": "ru"})
    assert answer["Cache-Control"] == (
        "max-age=0, no-cache, no-store, must-revalidate, private"
    )
    assert address == "/metrics" or not answer.cookies


@pytest.mark.parametrize("address", ADDRESSES)
def test_they_are_only_looked_at(address: str) -> None:
    """Nothing is sent to them."""
    assert Client().post(address).status_code == 405
    assert Client().head(address).status_code in {200, 503}


@pytest.mark.parametrize("address", ADDRESSES)
def test_they_are_served_under_our_names(address: str) -> None:
    """A probe sends one of them."""
    assert Client().get(address, headers={"Host": "localhost"}).status_code != 400
    assert Client().get(address, headers={"Host": "10.0.0.5"}).status_code == 400


def test_alive_without_a_database(monkeypatch: pytest.MonkeyPatch) -> None:
    """The process answers, and asks nobody."""
    with CaptureQueriesContext(connection) as queries:
        assert asked("/health/live") == (200, OK)
    assert len(queries) == 0


def test_ready(monkeypatch: pytest.MonkeyPatch) -> None:
    """Everything that is wrong is named."""
    assert asked("/health/ready") == (200, OK)
    monkeypatch.setattr(health, "free_disk", lambda: LEAST)
    assert asked("/health/ready") == (200, OK)
    monkeypatch.setattr(health, "free_disk", lambda: LEAST - 1)
    assert asked("/health/ready") == wrong("disk")
    sql("DELETE FROM django_migrations WHERE name = '0020_fold_titles_anew'")
    assert asked("/health/ready") == wrong("tables", "disk")


def _fails() -> None:
    raise OperationalError("the server is away")


def test_without_a_database(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is named, and nothing of the error is."""
    monkeypatch.setattr(health, "is_current", _fails)
    monkeypatch.setattr(health, "reached", _fails)
    assert asked("/health/ready") == wrong("database")
    assert asked("/health/worker") == wrong("database")


@pytest.mark.parametrize(
    ("minutes", "expected"), [(14, (200, OK)), (16, wrong("notices"))]
)
def test_the_worker(minutes: int, expected: tuple[int, object]) -> None:
    """Its beat is the last pass; whoever has made none does not work."""
    assert asked("/health/worker") == wrong("notices")
    reached.note(Work.NOTICES, 0)
    ago = datetime.now(UTC) - timedelta(minutes=minutes)
    Reached.objects.update(at=ago)
    assert asked("/health/worker") == expected
