"""Official papers as DOCX: letters, receipts and sheets, from templates.

The templates stand in ``templates/letters``, one for each paper and language, and are
edited in an office program. An office keeps its own in a directory of its own, under
the same names; what is not there is taken from here.
"""

from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any

import jinja2
from docx import Document
from docx.opc.exceptions import PackageNotFoundError

from jospar.rules.core.nouns import Language, PlanStage

from .amendment_sheet import AmendmentSheet
from .docx_template import TemplateError
from .page_mark import marked
from .paper_samples import SAMPLES
from .paper_template import PaperTemplate, read_template
from .paper_values import template_names, template_values
from .papers import PAPER_TYPES, Paper
from .words import OFFICIAL_USE, REHEARSAL, stage_mark

_TEMPLATES = Path(__file__).parent / "templates" / "letters"
_WRONG_EXPRESSION = (TypeError, ValueError, ArithmeticError, LookupError)
_WOULD_NOT_OPEN = (
    SyntaxError,  # lxml's own
    LookupError,
    ValueError,
    TypeError,
    AttributeError,  # python-docx where a part is another than its name says
    PackageNotFoundError,
)


def render(
    template_name: str,
    paper: Paper,
    language: str,
    templates_dir: Path | None = None,
    *,
    rehearsal: bool = False,
) -> bytes:
    """Return ``paper`` as DOCX in ``language``: equal bytes for equal papers.

    Where the paper is for official use, every page says so.

    Args:
        template_name: one of ``PAPER_TYPES``, such as ``return_letter``.
        paper: what to print, of that type.
        language: ``kk`` or ``ru``.
        templates_dir: an office's own templates, as ``return_letter.kk.docx``.
        rehearsal: whether every page says that the paper has no legal force.

    Raises:
        TemplateError: if the template is not usable; see ``check_template``.
    """
    file_name = f"{template_name}.{language}.docx"
    path = _TEMPLATES / file_name
    if templates_dir and (own := templates_dir / file_name).exists():
        path = own
    template = _loaded(path, path.stat().st_mtime_ns, template_name)
    document = template.fill(template_values(paper, language))
    if isinstance(paper, AmendmentSheet) and paper.draft:
        document = marked(document, stage_mark(PlanStage.DRAFT, language))
    if rehearsal:
        document = marked(document, REHEARSAL[language])
    if paper.official_use:
        document = marked(document, OFFICIAL_USE[language], align="right")
    return document


def check_template(path: Path, paper_type: type[Paper]) -> None:
    """Fill the template in with sample papers, so that no letter ever fails on it.

    Raises:
        TemplateError: if the file is no DOCX file, a placeholder is broken or not
            known to ``paper_type``, or the outcome would not open.
    """
    _checked(path, paper_type)


@lru_cache(maxsize=64)
def _loaded(path: Path, _changed_at: int, template_name: str) -> PaperTemplate:
    """Return a checked template, read once until its file changes."""
    return _checked(path, PAPER_TYPES[template_name])


def _checked(path: Path, paper_type: type[Paper]) -> PaperTemplate:
    template = read_template(path, template_names(paper_type))
    for sample in SAMPLES:
        if isinstance(sample, paper_type):
            _try(path, template, template_values(sample, Language.KK))
    return template


def _try(path: Path, template: PaperTemplate, values: dict[str, Any]) -> None:
    try:
        document = template.fill(values)
    except (jinja2.TemplateError, *_WRONG_EXPRESSION) as error:
        raise TemplateError(
            f"The template {path.name} has a placeholder that cannot be worked out "
            f"({error}): correct it in Word."
        ) from error
    try:
        Document(BytesIO(document))
    except _WOULD_NOT_OPEN as error:
        raise TemplateError(
            f"The template {path.name} would make a document that does not open: let "
            "each {% if %} and {% for %} end in the cell or paragraph in which it "
            "begins, or give both their own paragraph ({%p … %}) or row ({%tr … %})."
        ) from error
