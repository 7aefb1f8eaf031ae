"""The schema of the database, brought up to date before a command needs it."""

import fcntl

from django.conf import settings
from django.core.management import call_command
from django.db import connection, transaction

from jospar.procedure import locking
from jospar.records.schema import is_current
from jospar.rules.core.sentences import ToldError, _


def ensure_schema() -> None:
    """Create the tables, or bring them up to date; two programs take turns.

    Raises:
        ToldError: when the database cannot fold Cyrillic letters.
    """
    settings.DATA.mkdir(mode=0o700, parents=True, exist_ok=True)
    if connection.vendor == "postgresql":
        check_letters()
    if is_current():
        return
    with (settings.DATA / "schema.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        # All or nothing, so that a program killed in between can be run again; and
        # SQLite lets go of its foreign keys before a transaction only.
        with connection.constraint_checks_disabled(), transaction.atomic():
            locking.lock()  # on other machines too
            call_command("migrate", verbosity=0)


def check_letters() -> None:
    """Check that the database folds Cyrillic letters.

    Raises:
        ToldError: when it does not.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT lower('ҚӘӨІ')")
        folded = cursor.fetchone()
    if folded != ("қәөі",):
        raise ToldError(
            _(
                "The database does not fold Cyrillic letters: create it anew with "
                "LC_CTYPE 'C.UTF-8' or another locale in UTF-8."
            )
        )
