"""``jospar demo``: the year 2024 rehearsed up to a day, or an empty rehearsal."""

import argparse
from datetime import date
from importlib.resources import as_file, files
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext

from jospar.exchange.workbook import read
from jospar.management.cli import DONE
from jospar.management.demo_people import appoint_administrator, appoint_people
from jospar.management.options import a_day
from jospar.management.schema import ensure_schema
from jospar.management.serving import add_serving, serve_pages
from jospar.procedure.clock import Clock
from jospar.procedure.rehearsal import rehearse_on
from jospar.procedure.rulesets import ruleset
from jospar.records.rulesets import ruleset_of
from jospar.rules.core.ruleset import DEFAULT
from jospar.rules.core.sentences import _

from . import year

PURPOSE = _("Rehearse the planning year 2024 in a database of its own, and serve it.")
EXAMPLES = """  jospar demo
  jospar demo --day 2024-12-31 --no-serve
  jospar demo --empty"""

DAY = date(2024, 10, 20)
"""The day at which the rehearsal begins: concepts are in, conclusions half done."""
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
        _perform_2024(options, day)
    rehearse_on(day)
    if not options.no_serve:
        serve_pages(options)
    return DONE


def _perform_2024(options: argparse.Namespace, until: date) -> None:
    """Perform the year up to the day, and appoint people to everything there is."""
    with as_file(files("jospar.exchange") / "examples" / "year-2024.xlsx") as file:
        workbook = read(file)
    options.dry_run, clock = False, Clock(until)
    year.perform_rows(workbook, clock, options, write=True, until=until)
    rules = ruleset_of(workbook.year)
    if rules is not None:
        appoint_people(rules, workbook.year, clock)
