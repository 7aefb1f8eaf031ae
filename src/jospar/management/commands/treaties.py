"""``jospar treaties``: the treaties that were concluded before, from their list."""

import argparse
from pathlib import Path

from django.utils.translation import gettext
from rich.console import Console

from jospar.exchange.treaties import list_treaties, read_treaties
from jospar.management.cli import DONE, SOME_REFUSED
from jospar.management.schema import ensure_schema
from jospar.management.tables import refused_table
from jospar.procedure.rehearsal import clock_now
from jospar.queries.sentences import sentence
from jospar.rules.core.sentences import _

PURPOSE = _("List earlier treaties, so that nobody plans them again unawares.")
EXAMPLES = """  jospar treaties treaties.csv
  jospar treaties register.xlsx --lang ru"""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument(
        "file",
        type=Path,
        metavar=gettext("FILE"),
        help=gettext("XLSX or CSV with the columns title_kk, title_ru and signed_on"),
    )


def run(options: argparse.Namespace) -> int:
    """List what is new in the file; the status is 1 where rows were refused."""
    found = read_treaties(options.file)
    ensure_schema()
    listed = list_treaties(found, clock_now())
    console = Console(highlight=False, markup=False)
    if listed.refused:
        lines = (
            (
                f"{number} {objection.field}".strip(),
                "",
                sentence(objection, options.lang),
            )
            for number, objection in listed.refused
        )
        console.print(refused_table(lines))
    if found.unused:
        told = gettext("Not used: the columns {columns}.")
        console.print(told.format(columns=", ".join(found.unused)))
    if listed.dated:
        told = gettext("Listed before without a day, which they have now: {dated}.")
        console.print(told.format(dated=listed.dated))
    told = gettext("Listed: {new}. Known before: {known}. Refused: {refused}.")
    refused = len({number for number, _objection in listed.refused})
    console.print(told.format(new=listed.new, known=listed.known, refused=refused))
    return SOME_REFUSED if refused else DONE
