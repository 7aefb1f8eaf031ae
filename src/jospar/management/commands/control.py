"""``jospar control``: the control report on the carrying out of the plans."""

import argparse
from pathlib import Path

from django.utils.translation import gettext

from jospar.documents.pdf_compiler import PdfCompiler
from jospar.management.cli import DONE, LANGUAGES
from jospar.management.control_files import files_of
from jospar.management.options import a_day
from jospar.management.schema import ensure_schema
from jospar.procedure.rehearsal import clock_now
from jospar.queries.control_report import Span, control_report
from jospar.rules.core.forms import FORM_LANGUAGES
from jospar.rules.core.sentences import ToldError, _

PURPOSE = _("Write the control report on how the plans in force are carried out.")
EXAMPLES = """  jospar control --out out/
  jospar control --day 2025-06-30 --span quarter --out out/
  jospar control --span year --body energy --language ru --out out/"""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument(
        "--day",
        type=a_day,
        metavar=gettext("DAY"),
        help=gettext("the day that it is made for; default: today"),
    )
    parser.add_argument(
        "--span",
        type=Span,
        choices=tuple(Span),
        default=Span.QUARTER,
        help=gettext("of the period that ends with that day; default: quarter"),
    )
    parser.add_argument(
        "--body",
        default="",
        metavar=gettext("BODY"),
        help=gettext("only the rows of one body, by its code"),
    )
    parser.add_argument(
        "--language",
        choices=LANGUAGES,
        action="append",
        help=gettext("may be given again; default: kk and ru"),
    )
    parser.add_argument(
        "--out",
        type=Path,
        metavar=gettext("DIR"),
        required=True,
        help=gettext("directory for the report as DOCX, PDF and XLSX"),
    )


def run(options: argparse.Namespace) -> int:
    """Write the files, and say which."""
    ensure_schema()
    day = options.day or clock_now().today()
    report = control_report(day, options.span, options.body)
    if options.body and options.body not in report.bodies:
        raise ToldError(
            _("There is no body with the code “{body}”."), body=options.body
        )
    options.out.mkdir(parents=True, exist_ok=True)
    with PdfCompiler() as pdf:
        languages = options.language or FORM_LANGUAGES
        for name, make in files_of(report, languages, pdf):
            path = options.out / name
            path.write_bytes(make())
            print(path)  # noqa: T201 - the command line speaks
    return DONE
