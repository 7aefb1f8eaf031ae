"""``jospar simulate``: many planning years, played in a database of their own."""

import argparse
from collections.abc import Mapping
from datetime import date

from django.conf import settings
from django.db import connection
from django.utils.translation import gettext
from rich.console import Console
from rich.table import Table

from jospar.management.cli import DONE
from jospar.management.options import a_day, a_number, a_year
from jospar.management.progress import progress
from jospar.management.schema import ensure_schema
from jospar.management.simulation.play import Play, Tally
from jospar.management.simulation.state import Scenario
from jospar.management.simulation.years import played
from jospar.procedure import journal
from jospar.procedure.rehearsal import rehearse_on
from jospar.rules.core.sentences import ToldError, _

PURPOSE = _("Play many planning years, lawful and unlawful, in a database of its own.")
EXAMPLES = """  jospar simulate
  jospar simulate --years 3 --concepts 40 --bodies 8 --seed 7
  jospar simulate --years 2 --unlawful 40 --day 2024-11-20"""

FIRST_YEAR, LAST_YEAR = 2023, 2099
"""The first cycle where no other is asked for, and the last one that there can be."""
_BOUNDS = {
    "years": (10, 1, 100),
    "concepts": (300, 1, 2000),
    "bodies": (30, 1, 200),
    "seed": (1, 0, 999_999_999),
    "unlawful": (10, 0, 50),
}
"""Of each number: what it is by default, the least and the most."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    told: Mapping[str, str] = {
        "years": gettext("how many cycles, one a year"),
        "concepts": gettext("how many concepts the bodies bring in a year"),
        "bodies": gettext("how many bodies there are"),
        "seed": gettext("the same number gives the same years again"),
        "unlawful": gettext(
            "of a hundred acts, so many are preceded by a lawless attempt, and so many "
            "papers are late or not whole"
        ),
    }
    for name, (default, least, most) in _BOUNDS.items():
        parser.add_argument(
            f"--{name}",
            type=a_number(least, most),
            default=default,
            metavar=gettext("NUMBER"),
            help=f"{told[name]}; {least}–{most}, {default}",
        )
    parser.add_argument(
        "--first-year",
        type=a_year,
        default=FIRST_YEAR,
        metavar=gettext("YEAR"),
        help=gettext("the year of the first cycle; default: 2023"),
    )
    parser.add_argument(
        "--day",
        type=a_day,
        metavar=gettext("DAY"),
        help=gettext("stop at the end of this day; default: when all is played"),
    )


def run(options: argparse.Namespace) -> int:
    """Begin anew, play the years, and say what was performed and refused."""
    scenario = _scenario(options)
    _begin_anew()
    play = _played(scenario, options.day)
    rehearse_on(play.day)
    _show(play)
    return DONE


def _scenario(options: argparse.Namespace) -> Scenario:
    scenario = Scenario(
        years=options.years,
        concepts=options.concepts,
        bodies=options.bodies,
        seed=options.seed,
        unlawful=options.unlawful,
        first_year=options.first_year,
    )
    if scenario.last_year > LAST_YEAR:
        raise ToldError(
            _("The last cycle would be that of {year}; ask for --first-year {first}."),
            year=scenario.last_year,
            first=LAST_YEAR + 1 - scenario.years,
        )
    first_day = date(scenario.first_year, 1, 1)
    if options.day and options.day < first_day:
        raise ToldError(
            _("Nothing is played by {day}: the first day is {first}."),
            day=options.day,
            first=first_day,
        )
    return scenario


def _begin_anew() -> None:
    """Empty the database that simulations have for themselves.

    Raises:
        ToldError: when somebody has done real work in it.
    """
    if kept := list(settings.DATA.glob("jospar.sqlite3*")):
        ensure_schema()
        if journal.last()[0] and not journal.is_rehearsal():
            raise ToldError(
                _(
                    "The database in {directory} holds real work; to simulate, name "
                    "another directory by JOSPAR_DATA."
                ),
                directory=settings.DATA,
            )
        connection.close()
        for file in kept:
            file.unlink(missing_ok=True)
    ensure_schema()
    with connection.cursor() as cursor:
        # What is begun anew each time need not survive a power cut.
        cursor.execute("PRAGMA synchronous = OFF")


def _played(scenario: Scenario, until: date | None) -> Play:
    """Play the years, showing how far they are."""
    first = date(scenario.first_year, 1, 1)
    last = min(until or date.max, scenario.last_day)
    with progress() as bars:
        task = bars.add_task(gettext("Days"), total=(last - first).days)
        for play in played(scenario, last):
            text = f"{play.day:%Y-%m}"
            bars.update(task, description=text, completed=(play.day - first).days)
    return play


def _show(play: Play) -> None:
    console = Console(highlight=False, markup=False)
    table = Table(title=gettext("Acts of the years"), title_justify="left")
    table.add_column(gettext("Year"))
    for heading in (
        gettext("Performed"),
        gettext("With cautions"),
        gettext("Lawless attempts"),
        gettext("Refused"),
    ):
        table.add_column(heading, justify="right")
    total = Tally()
    for year, tally in play.tallies.items():
        table.add_row(str(year), *map(str, tally.numbers()))
        total += tally
    table.add_section()
    table.add_row(gettext("All"), *map(str, total.numbers()))
    console.print(table)
    for line in _assumed(play):
        console.print(line)
    console.print(
        gettext("It is a rehearsal. Look at it with: {command}").format(
            command=f"JOSPAR_DATA={settings.DATA} jospar serve"
        ),
        soft_wrap=True,  # so that the command can be copied
    )


def _assumed(play: Play) -> list[str]:
    """Return what the simulation takes to be so though it is not, or not yet."""
    lines = [
        gettext(
            "All years are played under the ruleset {ruleset}, also those in which it "
            "was not in force yet or no longer."
        ).format(ruleset=play.rules.code)
    ]
    unknown = [
        str(year)
        for year in play.cycles
        if not play.deadline("conclusions.deadline", year).known
    ]
    if unknown:
        lines.append(
            gettext(
                "For these years the transfers of days off are not known; days are "
                "counted without them: {years}."
            ).format(years=", ".join(unknown))
        )
    return lines
