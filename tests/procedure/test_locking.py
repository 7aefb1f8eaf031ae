"""One act at a time; whoever waits for it, or is gone, does not stop the others."""

import pytest
from django.db import connection

from jospar.procedure.locking import lock, lock_for_act

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db]

_SETTINGS = "lock_timeout", "idle_in_transaction_session_timeout"


def limits() -> list[str]:
    """Return how long the database waits, and bears silence; 0 is for ever."""
    with connection.cursor() as cursor:
        found = []
        for name in _SETTINGS:
            cursor.execute(f"SHOW {name}")
            found.append(cursor.fetchone()[0])
    return found


def is_locked() -> bool:
    """Tell whether the journal of this database is locked, by whomever."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_locks JOIN pg_database ON oid = database "
            "WHERE locktype = 'advisory' AND datname = current_database()"
        )
        return bool(cursor.fetchone()[0])


def test_an_act_has_its_limits() -> None:
    """Whoever waits gives up, and whoever falls silent loses the lock."""
    assert (limits(), is_locked()) == (["0", "0"], False)
    lock_for_act()
    assert (limits(), is_locked()) == (["30s", "1min"], True)


def test_a_restoration_takes_its_time() -> None:
    """Nobody else changes anything meanwhile."""
    lock()
    assert (limits(), is_locked()) == (["0", "0"], True)
