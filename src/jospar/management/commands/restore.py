"""``jospar restore``: a backup put into an empty installation, and proven."""

import argparse
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext

from jospar.accounts.security_log import Event, security
from jospar.management.backups.restoring import restore
from jospar.management.proving import prove
from jospar.rules.core.sentences import _

PURPOSE = _("Put a backup into an empty installation, and prove it.")
EXAMPLES = """  jospar restore jospar-20261122T214500Z.tar
  jospar restore jospar.tar --journal /mnt/second/journal.jsonl"""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument("backup", type=Path, metavar=gettext("FILE"))
    parser.add_argument(
        "--journal",
        type=Path,
        metavar=gettext("FILE"),
        help=gettext("the shipped journal, which has what came after the backup"),
    )


def run(options: argparse.Namespace) -> int:
    """Restore; say how far the journal goes, and prove everything."""
    settings.DATA.mkdir(mode=0o700, parents=True, exist_ok=True)
    said, more = restore(options.backup, options.journal)
    security(Event.REPAIRED, how="restore", number=said.number + more)
    _say(gettext("Restored up to entry {number}.").format(number=said.number))
    if options.journal:
        _say(
            gettext("Entries taken from the shipped journal: {count}").format(
                count=more
            )
        )
    return prove(options.lang)


def _say(text: str) -> None:
    print(text)  # noqa: T201 - the command line speaks
