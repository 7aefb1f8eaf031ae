"""The driver of the database, whose errors are not always told as Django's."""

from typing import Any

from django.db import connection


def driver() -> Any:
    """Return its module; which one it is, no type knows.

    What goes wrong while a cursor is closed is told as the driver's own error.
    """
    database: Any = connection
    return database.Database
