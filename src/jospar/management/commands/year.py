"""``jospar year``: a planning year from its workbook to the plans on the table."""

import argparse
from datetime import date
from functools import partial
from pathlib import Path

from django.utils.translation import gettext
from rich.console import Console

from jospar.exchange.outputs import write_outputs
from jospar.exchange.report import report
from jospar.exchange.workbook import Workbook, read
from jospar.exchange.year import Outcome, YearRun
from jospar.management.cli import DONE, SOME_REFUSED
from jospar.management.control_files import files_of_cycle
from jospar.management.options import a_day
from jospar.management.progress import progress
from jospar.management.schema import ensure_schema
from jospar.management.tables import refused_table
from jospar.procedure import journal
from jospar.procedure.clock import Clock
from jospar.procedure.replay import in_a_copy
from jospar.rules.core.sentences import ToldError, _

PURPOSE = _("Perform every row of a planning year's workbook, and write the plans.")
EXAMPLES = """  jospar year year-2024.xlsx --out out/
  jospar year year-2024.xlsx --out out/ --lang ru --dry-run
  JOSPAR_DATA=var/rehearsal jospar year year-2026.xlsx --out out/ --today 2026-12-31"""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument(
        "file",
        type=Path,
        metavar=gettext("FILE"),
        help=gettext("the workbook, an XLSX file"),
    )
    parser.add_argument(
        "--out",
        type=Path,
        metavar=gettext("DIR"),
        required=True,
        help=gettext("directory for plans, letters, the report and the journal"),
    )
    parser.add_argument(
        "--today",
        type=a_day,
        metavar=gettext("DAY"),
        help=gettext(
            "rehearse as if it were the end of this day; only in a database that was "
            "made for rehearsal"
        ),
    )
    parser.add_argument(
        "--dry-run",
        action="store_true",
        help=gettext("say what would be performed and refused; record nothing"),
    )


def run(options: argparse.Namespace) -> int:
    """Run the workbook; the status is 1 where rows were refused."""
    workbook = read(options.file)
    ensure_schema()
    clock = clock_for(options.today)
    if options.dry_run:
        with in_a_copy():
            return perform_rows(workbook, clock, options, write=False)
    return perform_rows(workbook, clock, options, write=True)


def clock_for(today: date | None) -> Clock:
    """Return the clock, pretended where a rehearsal is asked for.

    Raises:
        ToldError: when a rehearsal would mix with real work.
    """
    if journal.last()[0] and journal.is_rehearsal() != (today is not None):
        if today is None:
            raise ToldError(
                _("This database is a rehearsal: give --today, or use another one.")
            )
        raise ToldError(
            _(
                "This database holds real work; to rehearse with --today use another "
                "one, by JOSPAR_DATA or JOSPAR_DATABASE_URL."
            )
        )
    return Clock(today)


def perform_rows(
    workbook: Workbook,
    clock: Clock,
    options: argparse.Namespace,
    *,
    write: bool,
) -> int:
    """Perform the rows, write what came of them, and say it."""
    with progress() as bars:
        task = bars.add_task(gettext("Acts"))
        outcome = YearRun(workbook, clock).run(
            lambda done, of: bars.update(task, completed=done, total=of)
        )
    return tell(outcome, workbook, options, write=write)


def tell(
    outcome: Outcome, workbook: Workbook, options: argparse.Namespace, *, write: bool
) -> int:
    """Write what came of a workbook into ``options.out``, say it; return the status."""
    result = report(outcome, workbook, options.lang)
    with progress() as bars:
        if write:
            task = bars.add_task(gettext("Documents"))
            write_outputs(
                options.out,
                ruleset=outcome.ruleset,
                year=workbook.year,
                report=result,
                further=partial(files_of_cycle, workbook.year),
                progress=lambda done, of, _name: bars.update(
                    task, completed=done, total=of
                ),
            )
    _show(outcome, result["refused"], options)
    return SOME_REFUSED if outcome.refused else DONE


def _show(
    outcome: Outcome, refused: list[dict[str, str | None]], options: argparse.Namespace
) -> None:
    console = Console(highlight=False, markup=False)
    if refused:
        lines = (
            (
                " ".join(
                    str(line[part]) for part in ("sheet", "row", "column") if line[part]
                ),
                line["paragraph"] or "",
                line["message"] or "",
            )
            for line in refused
        )
        console.print(refused_table(lines))
    console.print(
        gettext(
            "Performed: {performed}. Refused: {refused}. Cautions: {cautions}."
        ).format(
            performed=outcome.performed,
            refused=len(refused),
            cautions=len(outcome.cautions),
        )
    )
    if not options.dry_run:
        console.print(gettext("Written to {directory}").format(directory=options.out))
