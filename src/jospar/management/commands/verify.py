"""``jospar verify``: is a file the plan in force, and does an evidence file hold."""

import argparse
from pathlib import Path

from django.utils.translation import gettext
from rich.console import Console
from rich.table import Table

from jospar.documents.docx_cells import LARGEST
from jospar.documents.pdf_compiler import PdfCompiler
from jospar.documents.plan_pdf import plan_pdf
from jospar.exchange.evidence.checking import Outcome as Found
from jospar.exchange.evidence.checking import check
from jospar.exchange.evidence.package import LARGEST as LARGEST_EVIDENCE
from jospar.exchange.evidence.package import is_evidence
from jospar.exchange.verification.typed import typed
from jospar.exchange.verification.verify import Verdict, verify_digits, verify_file
from jospar.management.cli import DONE, NOT_DONE, SOME_REFUSED
from jospar.management.options import a_day
from jospar.management.schema import ensure_schema
from jospar.management.told import tell
from jospar.procedure.checkpoints import public_key
from jospar.procedure.rehearsal import clock_now
from jospar.rules.core.sentences import ToldError, _
from jospar.web.evidence_findings import findings, headline
from jospar.web.evidence_words import evidence_page
from jospar.web.verify_words import VerifyWords

PURPOSE = _(
    "Tell whether a file or a fingerprint is the plan in force, or whether an evidence "
    "file holds."
)
_STATUS = _(
    "Exit status: 0 it is; 1 it is an older revision, one that was not agreed, or a "
    "draft; 2 it was altered, is unknown, or cannot be checked. An evidence file: 0 it "
    "holds; 1 it holds, but not everything is proven; 2 it was altered."
)
_STATUSES = {
    Found.HOLDS: DONE,
    Found.DOUBTFUL: SOME_REFUSED,
    Found.ALTERED: NOT_DONE,
}
EXAMPLES = """  jospar verify current-2025.ru.pdf
  jospar verify plan.docx --day 2025-03-01 --lang ru
  jospar verify --fingerprint 'ab12 cd34 ef56 7890'
  jospar verify evidence-2024-147.zip --public-key jospar.pub"""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments, and what its statuses mean."""
    parser.description = f"{gettext(PURPOSE)}\n{gettext(_STATUS)}"
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument(
        "file",
        nargs="?",
        type=Path,
        metavar=gettext("FILE"),
        help=gettext(
            "a PDF, DOCX, XLSX, JSON or XML file that Jospar made of a plan, or an "
            "evidence file"
        ),
    )
    what.add_argument(
        "--fingerprint",
        metavar=gettext("DIGITS"),
        help=gettext(
            "what the foot of a printed page says, its first sixteen digits at least"
        ),
    )
    parser.add_argument(
        "--day",
        type=a_day,
        metavar=gettext("DAY"),
        help=gettext("in force on which day; default: today"),
    )
    parser.add_argument(
        "--public-key",
        type=Path,
        metavar=gettext("FILE"),
        help=gettext("the key that the checkpoint of an evidence file is signed for"),
    )


def run(options: argparse.Namespace) -> int:
    """Look it up or check it, and say what it is.

    Evidence is checked without the database, which may not be there any more.
    """
    if options.file and (data := _evidence(options.file)):
        return _check_evidence(data, options)
    if options.public_key:
        raise ToldError(_("--public-key is for evidence files; leave it out."))
    ensure_schema()
    day, words = options.day or clock_now().today(), VerifyWords(options.lang)
    if options.file:
        with options.file.open("rb") as file, PdfCompiler() as compiler:
            verdict = verify_file(
                file.read(LARGEST + 1),
                options.file.name,
                day,
                lambda edition, language: plan_pdf(edition, language, compiler),
            )
    else:
        found = typed(options.fingerprint)
        if not found.whole:
            return tell(words.mistyped(found))
        verdict = verify_digits(found.digits, day)
    _show(verdict, words)
    if verdict.in_force:
        return DONE
    return SOME_REFUSED if verdict.stands else NOT_DONE


def _evidence(path: Path) -> bytes:
    """Return what an evidence file holds; nothing of any other file."""
    with path.open("rb") as file:
        if not is_evidence(file.read(100)):
            return b""
        file.seek(0)
        return file.read(LARGEST_EVIDENCE + 1)


def _check_evidence(data: bytes, options: argparse.Namespace) -> int:
    key = public_key(options.public_key) if options.public_key else None
    checked = check(data, options.file.name, evidence_page, key)
    console = Console(highlight=False, markup=False)
    console.print(headline(checked, options.lang))
    for sentence in findings(checked, options.lang):
        console.print(sentence, soft_wrap=True)
    return _STATUSES[checked.outcome]


def _show(verdict: Verdict, words: VerifyWords) -> None:
    console = Console(highlight=False, markup=False)
    console.print(words.headline(verdict))
    for sentence in words.sentences(verdict):
        console.print(sentence, soft_wrap=True)
    if verdict.digits:
        label = words.t("verify.typed")
        console.print(f"{label}: {words.digits(verdict)}", soft_wrap=True)
    if not verdict.departures:
        return
    count = len(verdict.departures)
    table = Table(
        title=words.t("verify.departures", count=count),
        title_justify="left",
        show_lines=True,
    )
    for key in ("departure.where", "departure.was", "departure.now"):
        table.add_column(words.t(key).rstrip(":"), overflow="fold")
    for one in words.departures(verdict.departures):
        where = "\n".join(filter(None, (one.where, one.what, *one.notes)))
        table.add_row(where, one.was, one.now)
    console.print(table)
