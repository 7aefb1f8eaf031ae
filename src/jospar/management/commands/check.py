"""``jospar check``: what is wrong with the installation, why, and what mends it."""

import argparse

from django.conf import settings
from django.utils.translation import gettext

from jospar.management.checks import findings
from jospar.management.checks.finding import SEVERITIES, Severity
from jospar.management.cli import DONE, NOT_DONE, SOME_REFUSED
from jospar.queries.sentences import fill
from jospar.rules.core.sentences import _

PURPOSE = _(
    "Tell what is wrong with the installation, and how to mend it. Exit status: 0 "
    "nothing was found; 1 advice alone; 2 something is wrong."
)
EXAMPLES = """  jospar check
  jospar check --deploy --lang ru"""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument(
        "--deploy",
        action="store_true",
        help=gettext("an installation in use: advice counts as wrong"),
    )


def run(options: argparse.Namespace) -> int:
    """Print each finding with its reason and cure, and return how bad it is."""
    settings.DATA.mkdir(mode=0o700, parents=True, exist_ok=True)
    worst = DONE
    for finding in findings():
        is_wrong = options.deploy or finding.severity is Severity.WRONG
        worst = max(worst, NOT_DONE if is_wrong else SOME_REFUSED)
        severity = Severity.WRONG if is_wrong else Severity.ADVICE
        said = (fill(text, finding.values, options.lang) for text in finding.sentences)
        _say(f"{gettext(SEVERITIES[severity])}: {' '.join(said)}")
    if worst == DONE:
        _say(gettext("Nothing was found wrong."))
    return worst


def _say(text: str) -> None:
    print(text)  # noqa: T201 - the command line speaks
