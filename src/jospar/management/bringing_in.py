"""``jospar plan bring-in``: a past plan out of its documents into the record."""

import argparse
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import uuid4

from django.utils.translation import gettext
from rich.console import Console
from rich.table import Table

from jospar.exchange.past.filing import faults_of, filing_of, year_typed
from jospar.exchange.past.known_bodies import known_bodies
from jospar.exchange.past.reading import read_review
from jospar.exchange.past.review import Review
from jospar.exchange.past.review_sheets import review_xlsx
from jospar.procedure.perform import Order, perform
from jospar.procedure.rehearsal import clock_now
from jospar.procedure.rulesets import ruleset
from jospar.queries.sentences import fill, sentence
from jospar.records.files import keep
from jospar.records.rulesets import ruleset_of
from jospar.rules.core.nouns import PlanKind
from jospar.rules.core.offices import COMMAND_LINE, Actor, Office
from jospar.rules.core.ruleset import DEFAULT

from .cli import DONE, SOME_REFUSED
from .options import a_day, a_plan, a_year

BRING_IN = "bring-in"


def add_bringing_in(parser: argparse.ArgumentParser) -> None:
    """Add the options of bringing a past plan in."""
    group = parser.add_argument_group(gettext("bringing a past plan in"))
    group.add_argument(
        "--cycle",
        type=a_year,
        metavar=gettext("YEAR"),
        help=gettext("the year in which it was made; default: by its heading"),
    )
    group.add_argument(
        "--kind",
        type=a_plan,
        metavar=gettext("PLAN"),
        help=gettext("current or long_term; default: by its heading"),
    )
    group.add_argument(
        "--on",
        type=a_day,
        metavar=gettext("DAY"),
        help=gettext("the day on which it was agreed"),
    )
    group.add_argument(
        "--number",
        metavar=gettext("NUMBER"),
        help=gettext("the number of the paper that agreed it"),
    )
    group.add_argument(
        "--ruleset", metavar=gettext("RULESET"), help=gettext("default: kz-2023")
    )
    group.add_argument(
        "--accept",
        action="store_true",
        help=gettext("take every doubt as looked at"),
    )
    group.add_argument(
        "--write",
        type=Path,
        metavar=gettext("FILE"),
        help=gettext(
            "write what was read as XLSX to be corrected, and bring nothing in"
        ),
    )


def bring_in(options: argparse.Namespace) -> int:
    """Bring the plan in; the status is 1 while something in it needs a person."""
    files = [(path.read_bytes(), path.name) for path in options.files]
    rules = ruleset(options.ruleset or DEFAULT)
    review = _completed(read_review(files, rules, known_bodies()), options)
    console = Console(highlight=False, markup=False)

    def say(message: str, values: Mapping[str, object]) -> str:
        return fill(message, values, options.lang)

    if options.write:
        options.write.write_bytes(review_xlsx(review, say))
        console.print(str(options.write))
    if faults_of(review) or review.waits:
        console.print(_table(review, options.lang))
        return SOME_REFUSED
    if options.write:
        return DONE
    return _performed(review, files, console, options.lang)


def _completed(review: Review, options: argparse.Namespace) -> Review:
    """Return the review with what the command line says of the plan."""
    said: dict[str, Any] = {
        "year": str(options.cycle) if options.cycle else review.year,
        "plan": options.kind.value if options.kind else review.plan,
        "on": options.on.isoformat() if options.on else review.on,
        "number": options.number or review.number,
        "ruleset": options.ruleset or review.ruleset or DEFAULT,
    }
    review = replace(review, **said)
    return review.all_accepted() if options.accept else review


def _performed(
    review: Review, files: list[tuple[bytes, str]], console: Console, language: str
) -> int:
    filing, year = filing_of(review), year_typed(review.year)
    if year is None:
        raise ValueError("A review without a year has a fault.")
    order = Order(
        act_id=uuid4(),
        filing=filing,
        year=year,
        on=filing.on,
        actor=Actor(COMMAND_LINE, Office.PLANNER),
        ruleset=ruleset_of(year) or ruleset(review.ruleset),
        document=filing.number,
        acknowledged=None,
        imported=True,
        files=tuple(keep(data, name) for data, name in files),
    )
    done = perform(order, clock_now())
    for caution in done.cautions:
        console.print(sentence(caution, language))
    told = gettext("Brought in as entry {number}: {plan} of {year}, rows: {rows}.")
    plan = fill("{plan}", {"plan": PlanKind(review.plan)}, language)
    console.print(
        told.format(number=done.number, plan=plan, year=year, rows=len(filing.rows))
    )
    return DONE


def _table(review: Review, language: str) -> Table:
    """Return what needs a person: the row, the column, and why."""
    table = Table(title=gettext("To be looked at"), title_justify="left")
    for heading in (gettext("Row"), gettext("Why, and what would help")):
        table.add_column(heading, overflow="fold")
    for place, why in _lines(review, language):
        table.add_row(place, why)
    return table


def _lines(review: Review, language: str) -> Iterator[tuple[str, str]]:
    for fault in faults_of(review):
        place = str(fault.row + 1) if fault.row >= 0 else gettext("the plan")
        cell = "" if fault.row < 0 else f" {fault.cell}"
        yield f"{place}{cell}", gettext(fault.message)
    if not review.accepted:
        for told in review.doubts:
            if told.needs_person:
                why = fill(f"{told.message}", told.shown, language)
                yield gettext("the document"), why
    for at in review.open_rows:
        for told in review.rows[at].doubts:
            if told.needs_person:
                said = (told.message, told.cure)
                why = " ".join(fill(text, told.shown, language) for text in said)
                yield str(at + 1), why
