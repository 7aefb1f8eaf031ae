"""``jospar laboratory``: a planning year under its own rules and under others."""

import argparse
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
from django.utils.translation import gettext
from rich.console import Console
from rich.table import Table

from jospar.exchange.laboratory import laboratory_of
from jospar.exchange.workbook import read
from jospar.management.cli import DONE
from jospar.management.options import a_day
from jospar.management.progress import progress
from jospar.management.schema import ensure_schema
from jospar.procedure.clock import Clock
from jospar.procedure.rehearsal import clock_now
from jospar.procedure.rulesets import countable, ruleset, ruleset_in
from jospar.queries.laboratory import Laboratory, OtherActs, laboratory
from jospar.records.rulesets import ruleset_of
from jospar.rules.core.ruleset import Ruleset
from jospar.rules.core.sentences import ToldError, _
from jospar.rules.core.varied import NewDeadline, Variation, varied
from jospar.web.laboratory_words import LaboratoryWords

PURPOSE = _("Show what would differ in a year under other rules; record nothing.")
EXAMPLES = """  jospar laboratory 2024 --deadline concepts.deadline=09-01
  jospar laboratory 2024 --reading receipt=sent --json
  jospar laboratory year-2024.xlsx --ruleset draft.toml --lang ru"""

Pair = tuple[str, str]


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument(
        "source",
        metavar=gettext("YEAR|FILE"),
        help=gettext("a cycle of the record by its year, or a workbook"),
    )
    parser.add_argument(
        "--ruleset",
        metavar=gettext("RULESET"),
        help=gettext("other rules: a name, or a TOML file; default: the year's own"),
    )
    for name, metavar, told in (
        (
            "--reading",
            gettext("READING=OPTION"),
            gettext("read an open word otherwise; may be given again"),
        ),
        (
            "--deadline",
            gettext("PROVISION=DAY"),
            gettext(
                "another day, as 09-01, or number of working days; may be given again"
            ),
        ),
        (
            "--late-after",
            gettext("PROVISION=WHICH"),
            gettext(
                "after which of a deadline's two days it is late, “due” or “outer”; "
                "may be given again"
            ),
        ),
    ):
        parser.add_argument(
            name, type=_pair, action="append", default=[], metavar=metavar, help=told
        )
    parser.add_argument(
        "--today",
        type=a_day,
        metavar=gettext("DAY"),
        help=gettext("of a workbook: as if it were the end of this day"),
    )
    parser.add_argument(
        "--json", action="store_true", help=gettext("print all of it as JSON")
    )


def run(options: argparse.Namespace) -> int:
    """Compare, and print what differs."""
    found = _found(options)
    words = LaboratoryWords(found, options.lang)
    if options.json:
        print(json.dumps(_plain(found, words), ensure_ascii=False, indent=2))  # noqa: T201 - the command line speaks
    else:
        _show(found, words)
    return DONE


def _found(options: argparse.Namespace) -> Laboratory:
    change = _change(options)
    if not re.fullmatch("20[0-9]{2}", options.source):
        workbook = read(Path(options.source))
        with progress() as bars:
            task = bars.add_task(gettext("Acts"))
            return laboratory_of(
                workbook,
                change,
                Clock(options.today),
                lambda done, of: bars.update(task, completed=done, total=of),
            )
    ensure_schema()
    year = int(options.source)
    own = ruleset_of(year)
    if own is None:
        raise ToldError(_("The cycle of {key} is not open."), key=year)
    return laboratory(own, change(own), year, clock_now().today())


def _pair(text: str) -> Pair:
    name, found, value = text.partition("=")
    if not (name and found and value):
        raise argparse.ArgumentTypeError(
            gettext("“{text}” lacks its “=” between a name and a value").format(
                text=text
            )
        )
    return name, value


def _change(options: argparse.Namespace) -> Callable[[Ruleset], Ruleset]:
    """Return what makes the other rules of the year's own.

    Raises:
        ToldError: when the ruleset cannot be read, or a deadline is none.
    """
    other = _named(options.ruleset) if options.ruleset else None
    variation = Variation(
        readings=dict(options.reading),
        deadlines={code: _deadline(text) for code, text in options.deadline},
        late_after=dict(options.late_after),
    )
    return lambda own: varied(other or own, variation)


def _named(name: str) -> Ruleset:
    return countable(ruleset_in(Path(name)) if "." in name else ruleset(name))


def _deadline(text: str) -> NewDeadline:
    """Return the deadline; what is no day and no number is refused with the rules."""
    if day := re.fullmatch("([0-9]{2})-([0-9]{2})", text):
        return NewDeadline(int(day[1]), int(day[2]))
    if re.fullmatch("[0-9]{1,3}", text):
        return NewDeadline(working_days=int(text))
    return NewDeadline()


def _show(found: Laboratory, words: LaboratoryWords) -> None:
    console = Console(highlight=False, markup=False)
    for total in words.totals():
        console.print(total)
    table = Table(title=words.t("laboratory.found"), title_justify="left")
    for heading in ("¶", words.t("laboratory.found")):
        table.add_column(heading, overflow="fold")
    for line in _lines(found, words):
        said = "\n".join(part for part in (line["said"], line["about"]) if part)
        table.add_row(line["paragraph"], said)
    if table.row_count:
        console.print(table)
    if not found.differs:
        console.print(words.t("laboratory.none"))
    console.print(words.same())


def _lines(found: Laboratory, words: LaboratoryWords) -> list[dict[str, str]]:
    """Return every difference with its paragraph, its sentence and its list."""
    lines: list[dict[str, str]] = []

    def add(provision: str, said: str, about: list[str]) -> None:
        lines.append(
            {
                "provision": provision,
                "paragraph": words.paragraph(provision),
                "said": said,
                "about": ", ".join(about),
            }
        )

    def add_acts(group: OtherActs) -> None:
        said = f"{words.acts(group)} {words.why(group)}"
        add(group.provision, said, words.about(group))

    for one in found.compared:
        for reading in one.readings:
            add(one.provision, words.reading(reading), [])
        for pair in one.deadlines:
            add(one.provision, words.deadline(pair), [])
        for revision in one.revisions:
            add(one.provision, words.revision(revision), [])
        for finding in one.findings:
            names = [name.text for name in words.subjects(finding)]
            add(one.provision, words.finding(finding), names)
        for group in one.acts:
            add_acts(group)
    for group in found.follows:
        add_acts(group)
    return lines


def _plain(found: Laboratory, words: LaboratoryWords) -> dict[str, Any]:
    """Return everything as JSON values; the rulesets by name and digest alone."""
    value: dict[str, Any] = {
        name: msgspec.to_builtins(getattr(found, name), enc_hook=str)
        for name in ("year", "today", "totals", "deadlines", "same")
    }
    for name in ("was", "would"):
        rules: Ruleset = getattr(found, name)
        value[name] = {"ruleset": rules.code, "digest": rules.digest}
    for name in ("compared", "follows"):
        value[name] = msgspec.to_builtins(getattr(found, name), enc_hook=str)
    return value | {"sentences": _lines(found, words)}
