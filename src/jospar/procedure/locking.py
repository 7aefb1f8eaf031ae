"""The lock of the journal: one act at a time, on whichever machine.

SQLite's transactions are IMMEDIATE and hold the lock already; who waits gives up after
as long (``records.addresses``).
"""

from django.db import connections

from jospar.records.past import database

_LOCK = 0x6A6F73706172  # the letters of the name, as PostgreSQL's advisory lock

_TAKE = "SELECT pg_advisory_xact_lock(%s)"
_TAKE_FOR_ACT = (
    "SELECT set_config('lock_timeout', '30s', true), "
    "set_config('idle_in_transaction_session_timeout', '60s', true), "
    "pg_advisory_xact_lock(%s)"
)
"""An act may be silent for as long as a store of files takes to be asked."""


def lock() -> None:
    """Let no act be performed until the transaction ends, however long it takes."""
    _execute(_TAKE)


def lock_for_act() -> None:
    """Let no other act be performed until this one ends.

    Who waits gives up at last, and who falls silent loses the lock: a machine that lost
    its network in the middle of an act would keep it for hours.
    """
    _execute(_TAKE_FOR_ACT)


def _execute(sql: str) -> None:
    connection = connections[database()]
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(sql, [_LOCK])
