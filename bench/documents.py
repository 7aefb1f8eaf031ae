"""Plans as DOCX and PDF, beside the libraries and programs that make them too."""

import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from functools import partial
from html import escape
from importlib import import_module
from importlib.resources import files
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path

from docxtpl import DocxTemplate

from jospar.documents.docx_template import CELLS, load_template
from jospar.documents.pdf_compiler import PdfCompiler
from jospar.documents.plan_docx import plan_docx
from jospar.documents.plan_pdf import plan_pdf
from jospar.rules.core.forms import PlanEdition
from tests.documents.editions import cells, make

from .measure import Measure, at_most, faster, seconds

ROWS = 500
MANY = 5_000
DOCX_MEMORY = 80
PDF_MEMORY = 700
"""What a process may take at most, in megabytes."""


def measures() -> Iterator[Measure]:
    """Take the measurements of documents, the slow ones last."""
    yield from _docx()
    yield from _pdf()


def _docx() -> Iterator[Measure]:
    edition, many = make(ROWS), make(MANY)
    made = plan_docx(edition, "kk")
    own = seconds(partial(plan_docx, edition, "kk"), runs=9)
    floor = seconds(partial(_zipped, _unzipped(made)), runs=9)
    yield at_most(2, "plan DOCX, 500 rows", own, "s", "the same bytes zipped", floor)
    template = _docxtpl_template()
    docxtpl = seconds(partial(_by_docxtpl, template, edition), runs=3)
    yield faster(6, "plan DOCX, 500 rows, by docxtpl", own, "docxtpl", docxtpl)
    at_many = seconds(partial(plan_docx, many, "kk"), runs=3) / MANY
    yield at_most(
        1.3, "a row of a plan DOCX at 5,000", at_many, "s", "at 500", own / ROWS
    )
    memory = _peak_of(f"plan_docx(make({ROWS}), 'kk')")
    yield at_most(
        1, "memory of a plan DOCX, 500 rows", memory, "MB", "limit", DOCX_MEMORY
    )


def _pdf() -> Iterator[Measure]:
    edition = make(ROWS)
    own, memory = _by_typst(edition)
    yield at_most(
        1, "memory of the PDF process, 500 rows", memory, "MB", "limit", PDF_MEMORY
    )
    if shutil.which("soffice"):
        office = _by_libreoffice(edition)
        yield faster(5, "plan PDF, 500 rows, by LibreOffice", own, "soffice", office)
    else:
        print("LibreOffice is not installed: PDF is not measured against it.")
    if find_spec("weasyprint"):
        weasyprint = _by_weasyprint(edition)
        yield faster(15, "plan PDF, 500 rows", own, "WeasyPrint", weasyprint)
    else:
        print("WeasyPrint is not installed: PDF is not measured against it.")


def _unzipped(package: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(package)) as parts:
        return {name: parts.read(name) for name in parts.namelist()}


def _zipped(parts: dict[str, bytes]) -> bytes:
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in parts.items():
            package.writestr(name, part)
    return target.getvalue()


def _docxtpl_template() -> bytes:
    """Return Jospar's template with docxtpl's loop instead of the model rows."""
    own = files("jospar.documents").joinpath("templates/plan.docx").read_bytes()
    model = load_template(own, "kk-KZ")
    loop = ["{%tr for row in rows %}", "{%tr endfor %}"]
    begin, end = (model.group.replace("{group}", tag) for tag in loop)
    row = model.row
    for number, name in enumerate(CELLS):
        row = row.replace(f"{{{name}}}", f"{{{{ row[{number}] }}}}")
    body = model.before + begin + row + end + model.after
    return _zipped(_unzipped(own) | {"word/document.xml": body.encode()})


def _by_docxtpl(template: bytes, edition: PlanEdition) -> None:
    document = DocxTemplate(BytesIO(template))
    document.render({"rows": cells(edition, "kk")}, autoescape=True)
    document.save(BytesIO())


def _by_typst(edition: PlanEdition) -> tuple[float, float]:
    """Return the seconds, with a new process each time, and its megabytes."""

    def compile_one() -> None:
        with PdfCompiler() as compiler:
            plan_pdf(edition, "kk", compiler)
            (child,) = children.read_text().split()
            peaks.append(_peak(Path(f"/proc/{child}/status").read_text()))

    children = Path(f"/proc/self/task/{os.getpid()}/children")
    peaks: list[float] = []
    return seconds(compile_one, runs=3), max(peaks)


def _by_libreoffice(edition: PlanEdition) -> float:
    """Return the seconds of a conversion, after one that makes the profile."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "plan.docx")
        command = [
            *("soffice", f"-env:UserInstallation={Path(folder, 'profile').as_uri()}"),
            *("--headless", "--convert-to", "pdf", "--outdir", folder, str(path)),
        ]
        run = partial(subprocess.run, command, check=True, capture_output=True)
        path.write_bytes(plan_docx(make(1), "kk"))
        run()
        path.write_bytes(plan_docx(edition, "kk"))
        return seconds(run)


def _by_weasyprint(edition: PlanEdition) -> float:
    """Return the seconds for the same table as a page of HTML."""
    weasyprint = import_module("weasyprint")  # it need not be installed

    def row(texts: tuple[str, ...], tag: str) -> str:
        return "<tr>" + "".join(f"<{tag}>{escape(text)}</{tag}>" for text in texts)

    body = "".join(row(texts, "td") for texts in cells(edition, "kk"))
    page = (
        "<html lang=kk><style>@page { size: A4 landscape; margin: 18mm 15mm }"
        "table { border-collapse: collapse } td, th { border: 1px solid }"
        "tr { break-inside: avoid }</style>"
        f"<h1>{escape(edition.form.title['kk'])}</h1><table>"
        f"<thead>{row(edition.form.columns['kk'], 'th')}</thead>{body}</table></html>"
    )
    return seconds(weasyprint.HTML(string=page).write_pdf)


def _peak_of(call: str) -> float:
    """Return the megabytes that a process of its own takes for ``call``."""
    source = (
        "from tests.documents.editions import make\n"
        "from jospar.documents.plan_docx import plan_docx\n"
        f"{call}\nprint(open('/proc/self/status').read())"
    )
    done = subprocess.run(
        [sys.executable, "-c", source], check=True, capture_output=True, text=True
    )
    return _peak(done.stdout)


def _peak(status: str) -> float:
    """Return the most memory that a process held, in megabytes, from its status."""
    (line,) = (line for line in status.splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) / 1024
