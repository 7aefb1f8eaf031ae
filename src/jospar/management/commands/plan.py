"""``jospar plan``: one plan in one form."""

import argparse
from pathlib import Path

from django.utils.translation import gettext

from jospar.documents.pdf_compiler import PdfCompiler
from jospar.documents.plan_docx import plan_docx
from jospar.documents.plan_json import plan_json
from jospar.documents.plan_pdf import plan_pdf
from jospar.documents.plan_xlsx import plan_xlsx
from jospar.documents.plan_xml import plan_xml
from jospar.management.cli import DONE
from jospar.management.options import a_plan, a_year
from jospar.management.schema import ensure_schema
from jospar.queries.plans import drafted_plans, edition_of
from jospar.records.rulesets import ruleset_of
from jospar.rules.core.forms import PlanEdition
from jospar.rules.core.sentences import ToldError, _

PURPOSE = _("Write one plan of a cycle in one form.")
EXAMPLES = """  jospar plan 2024 current --form docx --language kk
  jospar plan 2024 long_term --form pdf --language ru --out plan.pdf
  jospar plan 2024 current --form json"""

FORMS = ("docx", "pdf", "xlsx", "json", "xml")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument(
        "year",
        type=a_year,
        metavar=gettext("YEAR"),
        help=gettext("the cycle: the year in which the planning is done"),
    )
    parser.add_argument(
        "plan",
        type=a_plan,
        metavar=gettext("PLAN"),
        help=gettext("current or long_term"),
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


def run(options: argparse.Namespace) -> int:
    """Write the plan as it stands in the record."""
    ensure_schema()
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
