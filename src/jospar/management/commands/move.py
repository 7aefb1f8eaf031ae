"""``jospar move``: everything into a database of the other kind, and proven there."""

import argparse

from django.utils.translation import gettext

from jospar.management.cli import DONE
from jospar.management.moving import move
from jospar.rules.core.sentences import _

PURPOSE = _(
    "Move everything into another, empty database, from SQLite to PostgreSQL or back, "
    "and prove it there. The one that is moved stays as it is."
)
EXAMPLES = """  jospar move postgresql://jospar@localhost/jospar
  jospar move sqlite:////var/lib/jospar/jospar.sqlite3"""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument(
        "database",
        metavar=gettext("DATABASE"),
        help=gettext("its address, as JOSPAR_DATABASE_URL has it"),
    )


def run(options: argparse.Namespace) -> int:
    """Move; say how far the journal goes there, and what is to be set now."""
    number, digest = move(options.database)
    _say(
        gettext("Everything is moved and proven, up to entry {number}.").format(
            number=number
        )
    )
    _say(digest)
    _say(gettext("Write that address into JOSPAR_DATABASE_URL, and start Jospar."))
    return DONE


def _say(text: str) -> None:
    print(text)  # noqa: T201 - the command line speaks
