"""What ``jospar check`` looks at: a function for each, which yields what it finds.

A new check is a function of its own in a module of its kind, and a word in one of the
three lists.
"""

from collections.abc import Callable, Iterator, Sequence

from .database import (
    answers,
    collation,
    journal_mode,
    letters,
    migrations,
    server_version,
)
from .finding import Finding
from .journal import calendar, clock, files
from .keeping import backups, checkpoint_key, checkpoints, verified, worker
from .machines import database_clock, database_zones, one_key, pooling
from .sign_in import identity_provider, proxies
from .storage import files_place, keys_of_store, network_disk
from .surroundings import (
    directory,
    free_disk,
    hosts,
    https,
    mail,
    mail_texts,
    second_factor,
    secret_key,
    time_zone,
)

Check = Callable[[], Iterator[Finding]]

OF_THE_MACHINE: Sequence[Check] = (
    *(directory, network_disk, files_place, keys_of_store),
    *(secret_key, free_disk, time_zone),
    *(hosts, https, proxies, second_factor, mail, mail_texts, checkpoint_key, answers),
)
"""Checks that need no database; the last one tells whether it answers."""

OF_THE_DATABASE: Sequence[Check] = (
    *(server_version, letters, collation, journal_mode),
    *(database_zones, database_clock, pooling, migrations),
)
"""Checks of the database itself."""

OF_THE_RECORD: Sequence[Check] = (
    *(calendar, clock, files, one_key, worker, verified, backups, checkpoints),
    identity_provider,
)
"""Checks that read the record, once its tables are those of this version."""


def findings() -> Iterator[Finding]:
    """Yield what is found; what needs the part that is broken is not looked at."""
    for checks in (OF_THE_MACHINE, OF_THE_DATABASE, OF_THE_RECORD):
        stops = False
        for check in checks:
            for finding in check():
                stops = stops or check in (answers, migrations)
                yield finding
        if stops:
            return
