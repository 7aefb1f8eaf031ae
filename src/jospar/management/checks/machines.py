"""Whether several machines can work on one database, and with it over a network."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any

from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.core import signing
from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper

from jospar.procedure.clock import Clock
from jospar.rules.core.sentences import _

from .finding import Finding, advice, wrong

APART = timedelta(seconds=30)
"""How far clocks may be apart before moments of the journal are out of order."""
_ZONE = "SELECT timestamptz '2024-03-02 00:00+00' AT TIME ZONE 'Asia/Almaty'"
_HOUR = 5


def database_zones() -> Iterator[Finding]:
    """Find a server whose list of time zones is old: its days begin wrongly."""
    if connection.vendor == "postgresql" and _first(connection, _ZONE).hour != _HOUR:
        yield wrong(
            _("The database’s list of time zones is from before March 2024."),
            _("Days begin an hour early, and acts get the day of another."),
            _("Bring the package tzdata up to date on its machine."),
        )


def database_clock() -> Iterator[Finding]:
    """Find that the database's machine has another time than this one."""
    if connection.vendor != "postgresql":
        return
    there: datetime = _first(connection, "SELECT clock_timestamp()")
    apart = abs(there - Clock().now())
    if apart > APART:
        yield wrong(
            _(
                "The clocks of this machine and of the database are {seconds} seconds "
                "apart."
            ),
            _("Moments in the journal are then not those of the acts."),
            _("Let all machines take their time from one server (chrony, timesyncd)."),
            seconds=int(apart.total_seconds()),
        )


def pooling() -> Iterator[Finding]:
    """Find a pooler that gives one session of the database to several programs.

    What one connection leaves is then taken up by the other: where sessions are kept
    whole, the two never meet.
    """
    if connection.vendor != "postgresql" or connection.in_atomic_block:
        return
    process = "SELECT pg_backend_pid()"
    with _another() as other:
        yield from shared(_first(connection, process), _first(other, process))


def shared(one: int, other: int) -> Iterator[Finding]:
    """Find that two connections are served by one process of the database."""
    if one == other:
        yield wrong(
            _("A pooler in front of the database shares sessions between programs."),
            _("One takes up what another left, so that acts fail by chance."),
            _("Let it keep sessions whole: in PgBouncer, pool_mode = session."),
        )


def one_key() -> Iterator[Finding]:
    """Find that other machines sign pages with another key than this one."""
    open_now = Session.objects.filter(expire_date__gt=Clock().now())
    last = open_now.order_by("expire_date").last()
    if last is not None and not _is_ours(last.session_data):
        yield advice(
            _("Who signed in last did so under another key than this machine has."),
            _("Machines with different keys sign people out at every step."),
            _("Give each machine the same JOSPAR_SECRET_KEY; all sign in again."),
        )


def _is_ours(signed: str) -> bool:
    """Tell whether a session was signed with the key of this machine."""
    store = SessionStore()
    try:
        signing.loads(signed, salt=store.key_salt, serializer=store.serializer)
    except signing.BadSignature:
        return False
    return True


@contextmanager
def _another() -> Iterator[BaseDatabaseWrapper]:
    other = connection.copy()
    try:
        yield other
    finally:
        other.close()


def _first(database: Any, sql: str) -> Any:
    """Return the one value that a database answers."""
    with database.cursor() as cursor:
        cursor.execute(sql)
        return cursor.fetchone()[0]
