"""``jospar journal``: prove the journal, take it elsewhere, see a past day."""

import argparse
import json
import sys
from datetime import datetime, time, timedelta
from pathlib import Path

from django.utils.translation import gettext

from jospar.management.cli import DONE
from jospar.management.journal_keeping import EXAMPLES as KEEPING
from jospar.management.journal_keeping import add_actions, add_proofs, check_proofs
from jospar.management.options import a_day
from jospar.management.proving import prove, prove_since
from jospar.management.repairing import add_reason, check_reason, record_done
from jospar.management.schema import ensure_schema
from jospar.procedure import journal, replay
from jospar.records.past import empty_past
from jospar.rules.core.deadlines import ASTANA
from jospar.rules.core.sentences import _
from jospar.rules.reference.facts import Repair, RepairKind

PURPOSE = _("Prove the journal, take it elsewhere, or see the state on a past day.")
EXAMPLES = f"""  jospar journal verify
  jospar journal verify --since-last
  jospar journal export journal.jsonl
  JOSPAR_DATA=var/second jospar journal rebuild journal.jsonl \\
    --reason "database is gone, report No. 12"
  jospar journal state --on 2024-10-25
{KEEPING}"""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    actions = parser.add_subparsers(
        dest="action", required=True, metavar=gettext("ACTION")
    )
    verify = actions.add_parser(
        "verify", help=gettext("check every entry, and the records against them")
    )
    add_proofs(verify)
    verify.set_defaults(do=_verify)
    export = actions.add_parser(
        "export", help=gettext("write the journal to a file, an entry a line")
    )
    export.add_argument("file", type=Path, metavar=gettext("FILE"))
    export.set_defaults(do=_export)
    rebuild = actions.add_parser(
        "rebuild", help=gettext("make all records again in an empty database")
    )
    rebuild.add_argument("file", type=Path, metavar=gettext("FILE"))
    add_reason(rebuild)
    rebuild.set_defaults(do=_rebuild)
    state = actions.add_parser(
        "state", help=gettext("print every record as it was at the end of a day")
    )
    state.add_argument("--on", type=a_day, metavar=gettext("DAY"), required=True)
    state.set_defaults(do=_state)
    add_actions(actions)


def run(options: argparse.Namespace) -> int:
    """Run the action; one that repairs has a reason, or nothing is touched."""
    if "reason" in options:
        options.reason = check_reason(options)
    ensure_schema()
    return int(options.do(options))


def _verify(options: argparse.Namespace) -> int:
    check_proofs(options)
    if options.since_last:
        return prove_since(options.lang)
    return prove(options.lang, options.checkpoints, options.public_key)


def _export(options: argparse.Namespace) -> int:
    count = replay.export(options.file)
    _say(gettext("Entries written: {count}").format(count=count))
    return DONE


def _rebuild(options: argparse.Namespace) -> int:
    count = replay.rebuild(replay.exported(options.file))
    _say(gettext("Entries taken over: {count}").format(count=count))
    number, digest = journal.last()
    record_done(Repair(RepairKind.REBUILT, options.reason, number, digest))
    return DONE


def _state(options: argparse.Namespace) -> int:
    end = datetime.combine(options.on + timedelta(days=1), time(), tzinfo=ASTANA)
    known = list(replay.recorded_before(end))
    with empty_past():
        replay.rebuild(known)
        state = {"on": options.on, "entries": len(known), "records": replay.dump()}
    json.dump(state, sys.stdout, ensure_ascii=False, indent=1, default=str)
    _say("")
    return DONE


def _say(text: str) -> None:
    print(text)  # noqa: T201 - the command line speaks
