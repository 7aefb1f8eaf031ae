"""``jospar demo``: the year 2024 rehearsed in a database of its own, and served."""

import argparse
from datetime import date
from importlib.resources import as_file, files
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext

from jospar.management.cli import DONE
from jospar.management.options import add_address
from jospar.rules.core.sentences import _
from jospar.web.serve import serve

from . import year

PURPOSE = _("Rehearse the planning year 2024 in a database of its own, and serve it.")
EXAMPLES = """  jospar demo
  jospar demo --no-serve"""

END_OF_YEAR = date(2024, 12, 31)


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
        "--no-serve", action="store_true", help=gettext("stop when all is written")
    )
    add_address(parser)


def run(options: argparse.Namespace) -> int:
    """Begin anew, perform the year, and serve what came of it."""
    for kept in settings.DATA.glob("jospar.sqlite3*"):
        kept.unlink()
    with as_file(files("jospar.exchange") / "examples" / "year-2024.xlsx") as workbook:
        options.file, options.today, options.dry_run = workbook, END_OF_YEAR, False
        year.run(options)
    if not options.no_serve:
        serve(options.host, options.port)
    return DONE
