"""``jospar check`` tells what keeps several machines from working together."""

from datetime import timedelta

import pytest
from django.contrib.sessions.backends.db import SessionStore
from django.db import connection
from pytest_django import DjangoDbBlocker, Settings

from jospar.management.checks import Check, machines
from jospar.management.checks.finding import Severity

WRONG, ADVICE = Severity.WRONG, Severity.ADVICE


def found(check: Check) -> list[tuple[Severity, str]]:
    """Return what a check finds, in English."""
    return [(one.severity, one.message.format(**one.values)) for one in check()]


@pytest.mark.django_db
def test_one_machine() -> None:
    """Where the database is here, its time is ours; and nobody stands between."""
    every = (machines.database_zones, machines.database_clock, machines.pooling)
    assert [found(check) for check in every] == [[], [], []]


@pytest.mark.postgresql
@pytest.mark.django_db
def test_clocks_that_are_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is said by how much."""
    monkeypatch.setattr(machines, "APART", timedelta(seconds=-1))
    ((severity, said),) = found(machines.database_clock)
    assert (severity, said[:40]) == (WRONG, "The clocks of this machine and of the da")


@pytest.mark.postgresql
@pytest.mark.usefixtures("django_db_setup")
def test_sessions_of_ones_own(django_db_blocker: DjangoDbBlocker) -> None:
    """Outside of a transaction two connections have a session of their own each."""
    with django_db_blocker.unblock():
        try:
            assert found(machines.pooling) == []
        finally:
            connection.close()


def test_a_pooler_that_shares_sessions() -> None:
    """PgBouncer with pool_mode = transaction gives two connections one process."""
    assert list(machines.shared(7, 8)) == []
    assert [one.severity for one in machines.shared(7, 7)] == [WRONG]


@pytest.mark.django_db
def test_one_key(settings: Settings) -> None:
    """Whoever signed in last did so under the key of this machine."""
    assert found(machines.one_key) == []
    session = SessionStore()
    session["own"] = 1
    session.save()
    assert found(machines.one_key) == []
    settings.SECRET_KEY = "k" * 40
    ((severity, said),) = found(machines.one_key)
    assert (severity, said[:38]) == (ADVICE, "Who signed in last did so under anothe")
