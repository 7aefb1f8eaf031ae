"""``jospar restore``: a backup put into an empty installation, and proven."""

import argparse
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext

from jospar.management.backups.restoring import restore
from jospar.management.proving import prove
from jospar.management.repairing import add_reason, check_reason, record_done
from jospar.procedure import journal
from jospar.rules.core.sentences import _
from jospar.rules.reference.facts import Repair, RepairKind

PURPOSE = _("Put a backup into an empty installation, and prove it.")
EXAMPLES = """  jospar restore jospar.tar --reason "monthly trial, order No. 12"
  jospar restore jospar.tar --journal /mnt/second/journal.jsonl \\
    --reason "disk failed, report No. 12\""""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument("backup", type=Path, metavar=gettext("FILE"))
    parser.add_argument(
        "--journal",
        type=Path,
        metavar=gettext("FILE"),
        help=gettext("the shipped journal, which has what came after the backup"),
    )
    add_reason(parser)


def run(options: argparse.Namespace) -> int:
    """Restore, and record it; say how far the journal goes, and prove everything."""
    reason = check_reason(options)
    settings.DATA.mkdir(mode=0o700, parents=True, exist_ok=True)
    said, more = restore(options.backup, options.journal)
    _say(gettext("Restored up to entry {number}.").format(number=said.number))
    if options.journal:
        _say(
            gettext("Entries taken from the shipped journal: {count}").format(
                count=more
            )
        )
    number, digest = journal.last()
    shipped = more if options.journal else None
    record_done(Repair(RepairKind.RESTORED, reason, number, digest, shipped))
    return prove(options.lang)


def _say(text: str) -> None:
    print(text)  # noqa: T201 - the command line speaks
