"""``jospar notices``: tell people what is new and what is due."""

import argparse
import re

from django.utils.translation import gettext

from jospar.management.cli import DONE
from jospar.management.repeating import until_stopped
from jospar.management.schema import ensure_schema
from jospar.notices.models import Delivery
from jospar.notices.passes import PassReport, run_pass
from jospar.procedure.rehearsal import clock_now
from jospar.rules.core.deadlines import ASTANA
from jospar.rules.core.sentences import _
from jospar.web.writing.drafts import unfiled

PURPOSE = _("Tell people what is new and what is due: notices, reminders, mail.")
EXAMPLES = """  jospar notices
  jospar notices --every 5"""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument(
        "--every",
        type=_minutes,
        metavar=gettext("MINUTES"),
        help=gettext("go on until stopped, with a pass every so many minutes"),
    )


def run(options: argparse.Namespace) -> int:
    """Make one pass, or passes until the program is asked to stop."""
    ensure_schema()
    if options.every is None:
        return _pass(options)
    return until_stopped(options.every * 60, _pass, options)


def _pass(options: argparse.Namespace) -> int:
    _show(run_pass(clock_now(), unfiled))
    return DONE


def _minutes(text: str) -> int:
    if not re.fullmatch("[1-9][0-9]{0,3}", text):
        raise argparse.ArgumentTypeError(
            gettext("“{text}” is not a number of minutes, from 1 to 9999").format(
                text=text
            )
        )
    return int(text)


def _show(report: PassReport) -> None:
    for text, count in (
        (gettext("Entries read: {count}"), report.entries),
        (gettext("Notices of acts: {count}"), report.notices),
        (gettext("Reminders: {count}"), report.reminders),
        (gettext("Mails made: {count}"), report.mails),
        (gettext("Mails sent: {count}"), report.attempts.sent),
        (gettext("Mails not sent: {count}"), len(report.attempts.failed)),
    ):
        _say(text.format(count=count))
    for mail in report.attempts.failed:
        _say(f"  {_failure(mail)}")


def _failure(mail: Delivery) -> str:
    if mail.state == Delivery.State.FAILED:
        text = gettext("{address}: {error}; given up, the next digest will tell it")
    else:
        text = gettext("{address}: {error}; tried again at {moment}")
    moment = mail.next_attempt_at.astimezone(ASTANA).strftime("%H:%M")
    said = text.format(address=mail.address, error=mail.last_error, moment=moment)
    return " ".join(said.split())


def _say(text: str) -> None:
    print(text, flush=True)  # noqa: T201 - the command line speaks
