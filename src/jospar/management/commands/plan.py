"""``jospar plan``: one plan in one form."""

import argparse
from pathlib import Path
from typing import Any

from django.utils.translation import gettext

from jospar.documents.pdf_compiler import PdfCompiler
from jospar.documents.plan_docx import plan_docx
from jospar.documents.plan_json import plan_json
from jospar.documents.plan_pdf import plan_pdf
from jospar.documents.plan_xlsx import plan_xlsx
from jospar.documents.plan_xml import plan_xml
from jospar.management.bringing_in import BRING_IN, add_bringing_in, bring_in
from jospar.management.cli import DONE
from jospar.management.options import a_plan, a_year
from jospar.management.schema import ensure_schema
from jospar.queries.plans import drafted_plans, edition_of
from jospar.records.rulesets import ruleset_of
from jospar.rules.core.forms import PlanEdition
from jospar.rules.core.sentences import ToldError, _

PURPOSE = _("Write one plan of a cycle in one form, or bring a past plan in.")
EXAMPLES = """  jospar plan 2024 current --form docx --language kk
  jospar plan 2024 long_term --form pdf --language ru --out plan.pdf
  jospar plan 2024 current --form json
  jospar plan bring-in kk.docx ru.docx --write review.xlsx
  jospar plan bring-in review.xlsx kk.docx ru.docx --on 2021-12-24 --number 01-5/77"""

FORMS = ("docx", "pdf", "xlsx", "json", "xml")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument(
        "year",
        type=_a_year_or_bring_in,
        metavar=gettext("YEAR"),
        help=gettext(
            "the cycle: the year in which the planning is done; or bring-in, to bring "
            "a past plan in"
        ),
    )
    parser.add_argument(
        "plan",
        nargs="+",
        action=_PlanOrFiles,
        metavar=gettext("PLAN"),
        help=gettext(
            "current or long_term; for bring-in the documents of the plan, DOCX or XLSX"
        ),
    )
    parser.add_argument(
        "--form", choices=FORMS, default="docx", help=gettext("default: docx")
    )
    parser.add_argument(
        "--language",
        choices=("kk", "ru"),
        default="kk",
        help=gettext("of a DOCX or PDF; XLSX and JSON hold both; default: kk"),
    )
    parser.add_argument(
        "--out",
        type=Path,
        metavar=gettext("FILE"),
        help=gettext("the file to write; default: the plan's name, in this directory"),
    )
    add_bringing_in(parser)


def _a_year_or_bring_in(text: str) -> int | str:
    return text if text == BRING_IN else a_year(text)


class _PlanOrFiles(argparse.Action):
    """Reads the plan of a cycle, or the files that a past plan is brought in from."""

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: Any,
        option_string: str | None = None,
    ) -> None:
        """Keep the plan's kind, or the paths of the files."""
        if namespace.year == BRING_IN:
            namespace.files = [Path(value) for value in values]
            return
        first, *more = values
        try:
            namespace.plan = a_plan(first)
        except argparse.ArgumentTypeError as error:
            raise argparse.ArgumentError(self, str(error)) from error
        if more:
            parser.error(gettext("unrecognized arguments: %s") % " ".join(more))


def run(options: argparse.Namespace) -> int:
    """Write the plan as it stands in the record, or bring a past one in."""
    ensure_schema()
    if options.year == BRING_IN:
        return bring_in(options)
    rules = ruleset_of(options.year)
    if rules is None or options.plan not in drafted_plans(options.year):
        raise ToldError(
            _("There is no {plan} of the cycle {year} in the record yet."),
            plan=options.plan,
            year=options.year,
        )
    edition = edition_of(rules, options.year, options.plan)
    content = _made(edition, options.form, options.language)
    path = options.out or Path(_name(edition, options.form, options.language))
    path.write_bytes(content)
    print(path)  # noqa: T201 - the command line speaks
    return DONE


def _name(edition: PlanEdition, form: str, language: str) -> str:
    parts = (edition.form.name, language, form)
    return ".".join(
        part for part in parts if part != language or form in {"docx", "pdf"}
    )


def _made(edition: PlanEdition, form: str, language: str) -> bytes:
    if form == "docx":
        return plan_docx(edition, language)
    if form == "pdf":
        with PdfCompiler() as compiler:
            return plan_pdf(edition, language, compiler)
    return {"xlsx": plan_xlsx, "json": plan_json, "xml": plan_xml}[form](edition)
