"""The tables are there before a command needs them, in a database that can sort."""

import pytest

from tests.installation import Installation


@pytest.mark.slow
@pytest.mark.postgresql
def test_a_database_that_does_not_know_cyrillic(jospar: Installation) -> None:
    """It is told in one line, before any table is made."""
    plain = Installation(jospar.data, f"{jospar.url}_plain")
    with jospar.database() as sql:
        name = plain.url.rsplit("/", 1)[-1]
        sql(f"CREATE DATABASE {name} TEMPLATE template0 LOCALE 'C'")
    status, out, err = plain("journal", "verify")
    with jospar.database() as sql:
        sql(f"DROP DATABASE {name}")
    assert (status, out, err) == (
        2,
        "",
        "jospar: The database does not fold Cyrillic letters: create it anew with "
        "LC_CTYPE 'C.UTF-8' or another locale in UTF-8.\n",
    )
