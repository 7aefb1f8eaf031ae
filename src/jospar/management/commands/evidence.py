"""``jospar evidence``: one file that proves a decision, checked without Jospar."""

import argparse
from pathlib import Path

from django.utils.translation import gettext

from jospar.exchange.evidence.making import file_name, made
from jospar.management.cli import DONE
from jospar.management.schema import ensure_schema
from jospar.procedure import journal
from jospar.queries.evidence import evidence_sources
from jospar.records.models import Concept, Dossier
from jospar.rules.core.offices import OF_ONE_BODY, Actor, Office
from jospar.rules.core.sentences import ToldError, _
from jospar.web.evidence_words import evidence_page

PURPOSE = _("Write one file that proves a decision, to be checked without Jospar.")
EXAMPLES = """  jospar evidence 147
  jospar evidence C-017 -o c-017.zip
  jospar evidence 147 --as body_officer:energy
  jospar verify evidence-2024-147.zip"""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument(
        "decision",
        metavar=gettext("ENTRY"),
        help=gettext("the number of an entry, or the key of a concept or a dossier"),
    )
    parser.add_argument(
        "-o",
        "--out",
        type=Path,
        metavar=gettext("FILE"),
        help=gettext("the file; default: evidence-YEAR-ENTRY.zip"),
    )
    parser.add_argument(
        "--as",
        dest="reader",
        type=a_reader,
        default=Actor("", Office.AUDITOR),
        metavar=gettext("OFFICE"),
        help=gettext("for whose eyes, as body_officer:energy; default: auditor"),
    )


def a_reader(text: str) -> Actor:
    """Return who reads: an office, and its body after a colon where it has one."""
    office, _colon, body = text.partition(":")
    if office not in set(Office) or bool(body) != (office in OF_ONE_BODY):
        raise argparse.ArgumentTypeError(
            gettext(
                "“{text}” is not an office, as auditor or body_officer:energy"
            ).format(text=text)
        )
    return Actor("", Office(office), body)


def run(options: argparse.Namespace) -> int:
    """Write the file, and say which."""
    ensure_schema()
    entry = _entry(options.decision)
    sources = evidence_sources(options.reader, entry.year, entry.number)
    if sources is None:
        raise ToldError(
            _("The office “{office}” does not see entry {number}."),
            office=options.reader.office,
            number=entry.number,
        )
    path = options.out or Path(file_name(sources))
    path.write_bytes(made(sources, evidence_page))
    print(path)  # noqa: T201 - the command line speaks
    return DONE


def _entry(text: str) -> journal.Entry:
    """Return the entry of that number, or that which brought the key in.

    Raises:
        ToldError: when there is none, or several cycles have the key.
    """
    if text.isascii() and text.isdecimal() and len(text) < len(str(2**63)):
        numbers = [int(text)]
    else:
        numbers = list(Concept.objects.filter(key=text).values_list("entry", flat=True))
        dossiers = Dossier.objects.filter(key=text).values_list("entry", flat=True)
        numbers = sorted({*numbers, *dossiers})
    if len(numbers) > 1:
        raise ToldError(
            _("“{text}” is the key of the entries {numbers}; name one of them."),
            text=text,
            numbers=tuple(map(str, numbers)),
        )
    entry = journal.numbered(numbers[0]) if numbers else None
    if entry is None:
        raise ToldError(
            _("“{text}” is neither the number of an entry nor a key in the record."),
            text=text,
        )
    return entry
