"""A paper's template: a DOCX file with Jinja placeholders, as docxtpl reads them.

docxtpl opens a file anew for each letter (25 ms). Here it only turns what Word made
of the placeholders into a Jinja template, once; filling in takes a millisecond.
"""

import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, Template, TemplateSyntaxError
from jinja2.meta import find_undeclared_variables
from jinja2.sandbox import ImmutableSandboxedEnvironment
from lxml import etree
from markupsafe import Markup, escape

from jospar.rules.core.packages import MOST_OF_A_TEMPLATE, UNREADABLE, all_parts

from .characters import printable
from .docx_template import TemplateError

_FILLED_IN = re.compile(r"word/(?:document|header|footer)\d*\.xml")
_UNREADABLE = (*UNREADABLE, etree.XMLSyntaxError)
_LINE_BREAK = Markup('</w:t><w:br/><w:t xml:space="preserve">')
_MADE = (1980, 1, 1, 0, 0, 0)
"""The moment that every part of every paper bears: the same paper, the same bytes."""


@dataclass(frozen=True, slots=True)
class PaperTemplate:
    """The parts of a DOCX package: those to fill in, and those that stay."""

    parts: Mapping[str, bytes | Template]

    def fill(self, values: Mapping[str, object]) -> bytes:
        """Return the document with ``values`` in the places of the placeholders."""
        document = BytesIO()
        with zipfile.ZipFile(document, "w") as package:
            for name, part in self.parts.items():
                content = (
                    part.render(values).encode() if isinstance(part, Template) else part
                )
                entry = zipfile.ZipInfo(name, _MADE)
                package.writestr(entry, content, zipfile.ZIP_DEFLATED)
        return document.getvalue()


def read_template(path: Path, names: tuple[str, ...]) -> PaperTemplate:
    """Return the template in the file at ``path``, which may use ``names``.

    Raises:
        TemplateError: if there is no DOCX file, a placeholder is broken or unknown.
    """
    try:
        with zipfile.ZipFile(path) as package:
            parts = all_parts(package, MOST_OF_A_TEMPLATE)
        texts = {
            name: _xml(part)
            for name, part in parts.items()
            if _FILLED_IN.fullmatch(name)
        }
    except _UNREADABLE as error:
        raise _unreadable(path) from error
    if not texts:
        raise _unreadable(path)
    compiled = {name: _compile(path, text, names) for name, text in texts.items()}
    return PaperTemplate({**parts, **compiled})


def _xml(part: bytes) -> str:
    """Return a part as text in one spelling: office programs escape as they like."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    xml = etree.tostring(etree.fromstring(part, parser), encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{xml}'


def _unreadable(path: Path) -> TemplateError:
    return TemplateError(
        f"The template {path.name} cannot be read as a DOCX file: put one in its place "
        "that was saved as DOCX, without a password."
    )


def _print(value: object) -> Markup:
    """Return a value as text of a run; what it holds is never read as markup."""
    return escape(printable(str(value))).replace("\n", _LINE_BREAK)


_JINJA = ImmutableSandboxedEnvironment(
    autoescape=True, undefined=StrictUndefined, finalize=_print
)


def _compile(path: Path, xml: str, names: tuple[str, ...]) -> Template:
    """Compile a part; each paragraph is a line, so that an error names its text."""
    source = re.sub(r"<w:p([ >])", r"\n<w:p\1", DocxTemplate(path).patch_xml(xml))
    try:
        unknown = find_undeclared_variables(_JINJA.parse(source)) - set(names)
        template = _JINJA.from_string(source)
    except TemplateSyntaxError as error:
        line = source.splitlines()[error.lineno - 1]
        raise TemplateError(
            f"In the template {path.name} a placeholder is broken, in or near "
            f"“{_text(line)}” ({error.message}): correct it in Word."
        ) from error
    for name in sorted(unknown):
        raise TemplateError(
            f"The template {path.name} uses {{{{ {name} }}}}, which this paper does "
            f"not have: take one of {', '.join(names)}."
        )
    return template


def _text(xml: str) -> str:
    return re.sub(r"<[^>]*>?", "", xml).strip()[:80]
