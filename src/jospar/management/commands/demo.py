"""``jospar demo``: three cycles rehearsed up to a day, or an empty rehearsal."""

import argparse
from datetime import date
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext

from jospar.exchange.year import Progress
from jospar.management.cli import DONE
from jospar.management.demo_cycles import perform_cycles
from jospar.management.demo_people import appoint_administrator, appoint_people
from jospar.management.options import a_day
from jospar.management.progress import progress
from jospar.management.schema import ensure_schema
from jospar.management.serving import add_serving, serve_pages
from jospar.procedure.clock import Clock
from jospar.procedure.rehearsal import rehearse_on
from jospar.procedure.rulesets import ruleset
from jospar.rules.core.ruleset import DEFAULT
from jospar.rules.core.sentences import _

from .year import tell

PURPOSE = _(
    "Rehearse the planning years 2023, 2024 and 2025 in a database of its own, and "
    "serve it."
)
EXAMPLES = """  jospar demo
  jospar demo --day 2026-02-02
  jospar demo --empty"""

DAY = date(2024, 10, 20)
"""The day at which the rehearsal begins: concepts are in, conclusions half done, and
the plans of the year before are being amended and carried out."""
EMPTY_DAY = date(2024, 7, 1)
"""The day at which an empty one begins: there is time to prepare the year."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument(
        "--out",
        type=Path,
        metavar=gettext("DIR"),
        default=Path("out/demo"),
        help=gettext("directory for what is written; default: out/demo"),
    )
    parser.add_argument(
        "--day",
        type=a_day,
        metavar=gettext("DAY"),
        help=gettext(
            "the day at which the rehearsal begins; default: 2024-10-20, of an empty "
            "one 2024-07-01"
        ),
    )
    parser.add_argument(
        "--empty",
        action="store_true",
        help=gettext("begin with nothing but an administrator, who opens the year"),
    )
    parser.add_argument(
        "--no-serve", action="store_true", help=gettext("stop when all is written")
    )
    add_serving(parser)


def run(options: argparse.Namespace) -> int:
    """Begin anew, make what the rehearsal begins with, and serve it."""
    for kept in settings.DATA.glob("jospar.sqlite3*"):
        kept.unlink()
    ensure_schema()
    day = options.day or (EMPTY_DAY if options.empty else DAY)
    if options.empty:
        appoint_administrator(ruleset(DEFAULT), Clock(day))
    else:
        _perform(options, day)
    rehearse_on(day)
    if not options.no_serve:
        serve_pages(options)
    return DONE


def _perform(options: argparse.Namespace, until: date) -> None:
    """Perform the cycles up to the day, appoint people, and write what came of each."""
    with progress() as bars:

        def told_of(year: int) -> Progress:
            task = bars.add_task(str(year))
            return lambda done, of: bars.update(task, completed=done, total=of)

        runs = perform_cycles(until, told_of)
    appoint_people(Clock(until))
    options.dry_run, folder = False, options.out
    for run in runs:
        options.out = folder / str(run.workbook.year)
        tell(run.outcome, run.workbook, options, write=True)
