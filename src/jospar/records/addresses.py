"""Databases by their addresses, each set up as the record needs it."""

from typing import Any

import dj_database_url

_SQLITE = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 30,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
}

# What every act asks is planned once; a pooler in front has to keep sessions whole.
_POSTGRESQL = {"server_side_binding": True, "prepare_threshold": 5}
_PATIENCE = {
    "connect_timeout": 10,  # seconds
    "keepalives_idle": 20,
    "keepalives_interval": 5,
    "keepalives_count": 3,
    "tcp_user_timeout": 30_000,  # milliseconds
}
"""A server that its network lost without a word would be waited for by the hour."""
# A connection costs as much as a page, and forgets what was planned on the one before.
_KEPT = {"CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}  # seconds


def database_at(url: str) -> dict[str, Any]:
    """Return Django's settings of the database at ``url``.

    Raises:
        ValueError: when it is neither PostgreSQL nor SQLite.
    """
    database: dict[str, Any] = dict(dj_database_url.parse(url))
    if database["ENGINE"] == "django.db.backends.sqlite3":
        database["OPTIONS"] = dict(_SQLITE)
    elif database["ENGINE"] == "django.db.backends.postgresql":
        database |= _KEPT
        database["OPTIONS"] = _PATIENCE | database.get("OPTIONS", {}) | _POSTGRESQL
    else:
        raise ValueError(
            "JOSPAR_DATABASE_URL is postgresql://… or sqlite:///…, and nothing else."
        )
    return database
