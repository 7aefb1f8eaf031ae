"""Arguments that several commands share."""

import argparse
import re
from collections.abc import Callable
from datetime import date

from django.utils.translation import gettext

from jospar.rules.core.nouns import PlanKind
from jospar.rules.core.ruleset import DEFAULT

LAST_PORT = 65535


def a_day(text: str) -> date:
    """Return the day that ``text`` writes as 2024-09-25."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(
            gettext("“{text}” is not a day; write it as 2024-09-25").format(text=text)
        ) from error


def a_plan(text: str) -> PlanKind:
    """Return the plan that ``text`` names: ``current`` or ``long_term``."""
    try:
        return PlanKind(text.replace("-", "_"))
    except ValueError as error:
        raise argparse.ArgumentTypeError(
            gettext("“{text}” is not a plan; write current or long_term").format(
                text=text
            )
        ) from error


def a_year(text: str) -> int:
    """Return the year of a cycle that ``text`` writes."""
    if not re.fullmatch("20[0-9]{2}", text):
        raise argparse.ArgumentTypeError(
            gettext("“{text}” is not a year from 2000 to 2099").format(text=text)
        )
    return int(text)


def a_number(least: int, most: int) -> Callable[[str], int]:
    """Return what reads a whole number from ``least`` to ``most``."""

    def number(text: str) -> int:
        if not re.fullmatch("[0-9]{1,9}", text) or not least <= int(text) <= most:
            raise argparse.ArgumentTypeError(
                gettext("“{text}” is not a number from {least} to {most}").format(
                    text=text, least=least, most=most
                )
            )
        return int(text)

    return number


def add_ruleset(parser: argparse.ArgumentParser) -> None:
    """Let a command name the ruleset that it goes by."""
    parser.add_argument(
        "--ruleset",
        default=DEFAULT,
        metavar=gettext("RULESET"),
        help=gettext("default: kz-2023"),
    )


def a_port(text: str) -> int:
    """Return the number of the port that ``text`` writes."""
    if not re.fullmatch("[1-9][0-9]{0,4}", text) or int(text) > LAST_PORT:
        raise argparse.ArgumentTypeError(
            gettext("“{text}” is not the number of a port, from 1 to 65535").format(
                text=text
            )
        )
    return int(text)
