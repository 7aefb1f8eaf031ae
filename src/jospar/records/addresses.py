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


def database_at(url: str) -> dict[str, Any]:
    """Return Django's settings of the database at ``url``.

    Raises:
        ValueError: when it is neither PostgreSQL nor SQLite.
    """
    database: dict[str, Any] = dict(dj_database_url.parse(url))
    if database["ENGINE"] == "django.db.backends.sqlite3":
        database["OPTIONS"] = dict(_SQLITE)
    elif database["ENGINE"] == "django.db.backends.postgresql":
        database.setdefault("OPTIONS", {}).update(_POSTGRESQL)
    else:
        raise ValueError(
            "JOSPAR_DATABASE_URL is postgresql://… or sqlite:///…, and nothing else."
        )
    return database
