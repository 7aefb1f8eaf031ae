"""Repairs on the machine: each is an act, recorded by the command that makes it."""

import argparse
import sys
from uuid import uuid4

from django.utils.translation import gettext

from jospar.accounts.security_log import Event, Values, security
from jospar.procedure.clock import Clock
from jospar.procedure.perform import ActRefusedError, Order, perform
from jospar.procedure.rehearsal import clock_now
from jospar.procedure.rulesets import ruleset
from jospar.queries.years import cycle_years
from jospar.records.rulesets import ruleset_of
from jospar.rules.core.act import Case
from jospar.rules.core.offices import COMMAND_LINE, Actor, Office
from jospar.rules.core.ruleset import DEFAULT
from jospar.rules.reference.facts import Repair, RepairFacts, RepairKind
from jospar.rules.reference.repair import repair

_ACTOR = Actor(COMMAND_LINE, Office.ADMINISTRATOR)


def add_reason(parser: argparse.ArgumentParser) -> None:
    """Let a command be told why something is repaired."""
    parser.add_argument(
        "--reason",
        default="",
        metavar=gettext("REASON"),
        help=gettext("who asked for it, and why; it stands in the journal"),
    )


def check_reason(options: argparse.Namespace) -> str:
    """Return the reason, before anything is touched; no database is asked.

    Raises:
        ActRefusedError: when there is none, or it cannot stand in the journal.
    """
    reason: str = options.reason.strip()
    today = Clock().today()
    case = Case(_ACTOR, today, today, today.year, ruleset(DEFAULT), imported=True)
    filing = Repair(RepairKind.BY_HAND, reason)
    if refusals := repair.verdict(RepairFacts(case), filing).refusals:
        raise ActRefusedError(refusals)
    return reason


def record(filing: Repair) -> None:
    """Perform the repair as an act, or refuse it; say which entry it is.

    Raises:
        ActRefusedError: when there is nothing to repair; then nothing was.
    """
    number = _perform(filing)
    _note(filing)
    _say(number)


def record_done(filing: Repair) -> None:
    """Record what was done; where that fails, it is said that it was done.

    Nothing is said of a journal that has no entries: nobody's work was repaired.
    """
    if filing.up_to == 0:
        return
    _note(filing)
    try:
        number = _perform(filing)
    except BaseException:
        told = gettext(
            "It is done, but the journal does not say so yet. Mend what the last line "
            "names, then run “jospar repair” with the same reason."
        )
        print(f"jospar: {told}", file=sys.stderr)  # noqa: T201 - the command line speaks
        raise
    _say(number)


def _perform(filing: Repair) -> int:
    """Perform the act in the last cycle, whose journal people look through."""
    clock = clock_now()
    year = next(iter(cycle_years()), clock.today().year)
    order = Order(
        act_id=uuid4(),
        filing=filing,
        year=year,
        on=clock.today(),
        actor=_ACTOR,
        ruleset=ruleset_of(year) or ruleset(DEFAULT),
        imported=True,
    )
    return perform(order, clock).number


def _say(number: int) -> None:
    print(gettext("Entered as entry {number}.").format(number=number))  # noqa: T201 - the command line speaks


def _note(filing: Repair) -> None:
    """Let the security log have it as well."""
    values: Values = {"how": filing.repair.value, "reason": filing.reason}
    if filing.person:
        values["account"] = filing.person
    if filing.up_to is not None:
        values["number"] = filing.up_to
    security(Event.REPAIRED, **values)
