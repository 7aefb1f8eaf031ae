"""``jospar law``: the provisions, what carries each out, which tests prove it."""

import argparse

from django.utils.translation import gettext
from rich.console import Console
from rich.table import Table

from jospar.management.cli import DONE, SOME_REFUSED
from jospar.management.options import add_ruleset
from jospar.procedure.rulesets import ruleset
from jospar.queries.law import ProvisionLine, law
from jospar.rules.core.sentences import ToldError, _

PURPOSE = _("Show the provisions, what carries each out, and which tests prove it.")
EXAMPLES = """  jospar law
  jospar law concepts.late
  jospar law --ruleset kz-2023 --lang en"""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument(
        "provision",
        nargs="?",
        metavar=gettext("PROVISION"),
        help=gettext("one provision by its name, with the names of its tests"),
    )
    add_ruleset(parser)


def run(options: argparse.Namespace) -> int:
    """Show the table; the status is 1 where a provision has no act or no test."""
    rules = ruleset(options.ruleset)
    lines = law(rules)
    if options.provision:
        lines = [line for line in lines if line.provision.code == options.provision]
        if not lines:
            raise ToldError(
                _("No provision is named “{name}”; `jospar law` shows them all."),
                name=options.provision,
            )
    console = Console(highlight=False, markup=False)
    table = Table(title=rules.name[options.lang], title_justify="left")
    for heading in ("¶", gettext("Provision"), gettext("Carried out by")):
        table.add_column(heading, overflow="fold")
    table.add_column(gettext("Tests"), justify="right")
    for line in lines:
        table.add_row(*_cells(line, options.lang))
    console.print(table)
    if options.provision:
        for name in lines[0].tests or ():
            console.print(f"  {name}", soft_wrap=True)
    gaps = [line.provision.code for line in lines if line.is_gap]
    if gaps:
        console.print(
            gettext("Without an act or a test: {names}").format(names=", ".join(gaps))
        )
    return SOME_REFUSED if gaps else DONE


def _cells(line: ProvisionLine, language: str) -> tuple[str, ...]:
    provision = line.provision
    tests = gettext("not installed") if line.tests is None else str(len(line.tests))
    carried = "\n".join(line.acts) or provision.outside.get(language, "–")
    return (
        provision.paragraph or gettext("practice"),
        f"{provision.code}\n{provision.gist[language]}",
        carried,
        tests if line.acts or not provision.outside else "–",
    )
