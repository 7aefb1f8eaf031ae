"""``jospar days``: a deadline, and why it is that day."""

import argparse
from pathlib import Path
from uuid import NAMESPACE_OID, uuid5

from django.utils.translation import gettext
from rich.console import Console

from jospar.management.cli import DONE
from jospar.management.options import a_day, a_year, add_ruleset
from jospar.management.schema import ensure_schema
from jospar.procedure.days import calendar_of, check_calendar
from jospar.procedure.perform import Order, perform
from jospar.procedure.rulesets import ruleset
from jospar.rules.core.deadlines import Deadline, deadline_from, deadline_in
from jospar.rules.core.offices import COMMAND_LINE, Actor, Office
from jospar.rules.core.ruleset import DEFAULT
from jospar.rules.core.sentences import ToldError, _
from jospar.rules.core.terms import day_phrase
from jospar.rules.reference.facts import SetCalendar

from .year import clock_for

PURPOSE = _("Show a deadline, and why it is that day.")
EXAMPLES = """  jospar days concepts.deadline --year 2027
  jospar days distribution.deadline --from 2024-12-02
  jospar days conclusions.deadline --year 2024 --lang ru
  jospar days --enter transfers-2027.toml"""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument(
        "provision",
        nargs="?",
        metavar=gettext("PROVISION"),
        help=gettext("the deadline by its name"),
    )
    when = parser.add_mutually_exclusive_group(required=True)
    when.add_argument(
        "--enter",
        type=Path,
        metavar=gettext("FILE"),
        help=gettext("enter official transfers of days off from a TOML file"),
    )
    when.add_argument(
        "--year",
        type=a_year,
        metavar=gettext("YEAR"),
        help=gettext("for a deadline that falls on a named day"),
    )
    when.add_argument(
        "--from",
        dest="start",
        type=a_day,
        metavar=gettext("DAY"),
        help=gettext("for a deadline that is counted in working days from a day"),
    )
    add_ruleset(parser)


def run(options: argparse.Namespace) -> int:
    """Show the two days of the deadline and everything that makes them so."""
    ensure_schema()
    if options.enter:
        return _enter(options.enter)
    rules = ruleset(options.ruleset)
    rule = rules.deadlines.get(options.provision)
    if rule is None:
        raise ToldError(
            _("“{name}” is not a deadline; these are: {names}."),
            name=options.provision or "",
            names=tuple(rules.deadlines),
        )
    if bool(rule.working_days) != (options.start is not None):
        raise ToldError(
            _("This deadline is counted from a day: give --from.")
            if rule.working_days
            else _("This deadline falls on a named day: give --year.")
        )
    if options.start is not None:
        calendar = calendar_of(options.start.year)
        deadline = deadline_from(rules, options.provision, options.start, calendar)
    else:
        calendar = calendar_of(options.year)
        deadline = deadline_in(rules, options.provision, options.year, calendar)
    _show(deadline, options)
    return DONE


def _enter(path: Path) -> int:
    """Enter what a file says of days off, as an act of the administrator."""
    try:
        content = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise ToldError(_("“{file}” is not text in UTF-8."), file=path.name) from error
    edition = check_calendar(content, path.name).edition
    clock = clock_for(None)
    order = Order(
        act_id=uuid5(NAMESPACE_OID, f"calendar {edition}"),
        filing=SetCalendar(edition, content),
        year=clock.today().year,
        on=clock.today(),
        actor=Actor(COMMAND_LINE, Office.ADMINISTRATOR),
        ruleset=ruleset(DEFAULT),
        imported=True,
    )
    performed = perform(order, clock)
    print(gettext("Entered as entry {number}.").format(number=performed.number))  # noqa: T201 - the command line speaks
    return DONE


def _show(deadline: Deadline, options: argparse.Namespace) -> None:
    rules = ruleset(options.ruleset)
    provision = rules.provisions[deadline.provision]
    calendar = calendar_of(deadline.start.year)
    console = Console(highlight=False, markup=False, soft_wrap=True)
    lines = [
        (f"¶{provision.paragraph}", provision.gist[options.lang]),
        (gettext("due"), day_phrase(deadline.due, options.lang)),
        (gettext("outer"), day_phrase(deadline.outer, options.lang)),
        (gettext("late after"), day_phrase(deadline.late_after, options.lang)),
        (gettext("counted from"), day_phrase(deadline.start, options.lang)),
    ]
    if deadline.working_days:
        lines.append((gettext("working days"), str(deadline.working_days)))
    for day, reason in deadline.skipped:
        text = calendar.reason_text(reason, options.lang)
        lines.append((gettext("day off"), f"{day_phrase(day, options.lang)}: {text}"))
    lines.append((gettext("calendar"), deadline.calendar))
    if not deadline.known:
        text = gettext(
            "The official transfers of days off of that year are not entered."
        )
        lines.append((gettext("caution"), text))
    width = max(len(label) for label, _text in lines)
    for label, text in lines:
        console.print(f"{label:<{width}} {text}")
