"""``jospar move``: everything into a database of the other kind, and proven there."""

import argparse

from django.utils.translation import gettext

from jospar.management.cli import DONE
from jospar.management.moving import move
from jospar.management.repairing import add_reason, check_reason, record_done
from jospar.rules.core.sentences import _
from jospar.rules.reference.facts import Repair, RepairKind

PURPOSE = _(
    "Move everything into another, empty database, from SQLite to PostgreSQL or back, "
    "and prove it there. The one that is moved stays as it is."
)
EXAMPLES = """  jospar move postgresql://jospar@localhost/jospar --reason "order No. 12"
  jospar move sqlite:////var/lib/jospar/jospar.sqlite3 --reason "order No. 13\""""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument(
        "database",
        metavar=gettext("DATABASE"),
        help=gettext("its address, as JOSPAR_DATABASE_URL has it"),
    )
    add_reason(parser)


def run(options: argparse.Namespace) -> int:
    """Move; say how far the journal goes there, and what is to be set now."""
    reason = check_reason(options)

    def record_there(number: int, digest: str) -> None:
        _say(
            gettext("Everything is moved and proven, up to entry {number}.").format(
                number=number
            )
        )
        _say(digest)
        record_done(Repair(RepairKind.MOVED, reason, number, digest))

    move(options.database, record_there)
    _say(gettext("Write that address into JOSPAR_DATABASE_URL, and start Jospar."))
    return DONE


def _say(text: str) -> None:
    print(text)  # noqa: T201 - the command line speaks
