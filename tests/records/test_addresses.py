"""A database is set up as the record needs it, wherever it is."""

import pytest

from jospar.records.addresses import database_at

AT = "postgresql://jospar@db.mfa.gov.kz/jospar"


def test_a_server_that_falls_silent_is_given_up() -> None:
    """Nobody waits for it by the hour; what the address says comes first."""
    patience = {
        "connect_timeout": 10,
        "keepalives_idle": 20,
        "keepalives_interval": 5,
        "keepalives_count": 3,
        "tcp_user_timeout": 30_000,
    }
    binding = {"server_side_binding": True, "prepare_threshold": 5}
    assert database_at(AT)["OPTIONS"] == patience | binding
    asked = database_at(f"{AT}?connect_timeout=3&sslmode=require")["OPTIONS"]
    chosen = {"connect_timeout": 3, "sslmode": "require"}
    assert asked == patience | chosen | binding


def test_a_connection_outlives_a_page() -> None:
    """A new one is slow at first; whether it still answers is asked before each use."""
    kept = ("CONN_MAX_AGE", "CONN_HEALTH_CHECKS")
    assert [database_at(AT)[name] for name in kept] == [60, True]


def test_the_file_is_written_through() -> None:
    """What was recorded outlives a failure of power; who waits gives up."""
    assert database_at("sqlite:////srv/jospar/jospar.sqlite3")["OPTIONS"] == {
        "transaction_mode": "IMMEDIATE",
        "timeout": 30,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
    }


def test_no_other_database() -> None:
    """It is refused by name."""
    with pytest.raises(ValueError, match=r"^JOSPAR_DATABASE_URL is postgresql://… or"):
        database_at("mysql://jospar@localhost/jospar")
