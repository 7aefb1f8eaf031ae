"""``jospar backup``: everything that the installation holds, in one file."""

import argparse
from pathlib import Path

from django.utils.translation import gettext

from jospar.management.backups.making import make
from jospar.management.cli import DONE, SOME_REFUSED
from jospar.management.schema import ensure_schema
from jospar.management.told import tell
from jospar.procedure.clock import Clock
from jospar.procedure.last_backup import note
from jospar.rules.core.sentences import _

PURPOSE = _(
    "Keep in one file what the installation holds, while it works: the database, the "
    "files, rulesets and mails."
)
EXAMPLES = """  jospar backup /mnt/backup
  jospar backup /mnt/backup/jospar.tar --with-key"""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument(
        "place",
        type=Path,
        metavar=gettext("PLACE"),
        help=gettext("a file, or a directory that one is made in, named by the moment"),
    )
    parser.add_argument(
        "--with-key",
        action="store_true",
        help=gettext("keep the key that pages sign with too: keep such a file safely"),
    )


def run(options: argparse.Namespace) -> int:
    """Make the backup; say where the journal in it ends, and what it lacks."""
    ensure_schema()
    made = make(options.place, Clock().now(), with_key=options.with_key)
    said = made.manifest
    note(said.made_at, said.number, made.path)
    _say(gettext("Backup: {path}").format(path=made.path))
    _say(
        gettext("The journal in it ends at entry {number}.").format(number=said.number)
    )
    _say(said.hash)
    for name in made.faults:
        tell(
            gettext(
                "The kept file {name} is missing or damaged; put it back from an "
                "earlier backup."
            ).format(name=name)
        )
    return SOME_REFUSED if made.faults else DONE


def _say(text: str) -> None:
    print(text)  # noqa: T201 - the command line speaks
