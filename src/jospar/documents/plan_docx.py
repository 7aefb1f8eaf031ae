"""A plan in its annex form as DOCX: rows streamed as XML into a template."""

import zipfile
from collections.abc import Iterator, Mapping
from importlib.resources import files
from io import BytesIO
from xml.sax.saxutils import escape

from jospar.rules.core.forms import FormRow, PlanEdition

from . import words
from .characters import printable
from .docx_template import COLUMNS, MARKER, PlanTemplate, load_template

_CORE = "docProps/core.xml"
_CORE_XML = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties \
xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" \
xmlns:dc="http://purl.org/dc/elements/1.1/">\
<dc:title>{title}</dc:title><dc:identifier>{fingerprint}</dc:identifier>\
<dc:language>{locale}</dc:language></cp:coreProperties>"""
_FIELD = (
    '</w:t><w:fldChar w:fldCharType="begin"/>'
    '<w:instrText xml:space="preserve"> {code} </w:instrText>'
    '<w:fldChar w:fldCharType="separate"/><w:t>1</w:t>'
    '<w:fldChar w:fldCharType="end"/><w:t xml:space="preserve">'
)
_BREAKS = {
    "\n": '</w:t><w:br/><w:t xml:space="preserve">',
    "\t": '</w:t><w:tab/><w:t xml:space="preserve">',
}
_UNDER_NUMBER = (
    '</w:t></w:r><w:r><w:rPr><w:b/><w:sz w:val="13"/></w:rPr><w:br/><w:t>{mark}</w:t>'
    "</w:r><w:r><w:t>"
)
"""A small line under the number of a row, within the narrow column."""
_ROWS_AT_ONCE = 100


def plan_docx(
    edition: PlanEdition, language: str, template: bytes | None = None
) -> bytes:
    """Return the plan as DOCX in ``language``, equal bytes for equal editions.

    Args:
        edition: the plan to print.
        language: ``kk`` or ``ru``.
        template: an office's own template instead of the one that comes with Jospar.

    Raises:
        TemplateError: if the template is no DOCX file or lacks a marker.
    """
    if template is None:
        template = files(__package__).joinpath("templates/plan.docx").read_bytes()
    model = load_template(template, words.LOCALES[language])
    values = _values(edition, language)
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as package:
        for name, part in model.parts.items():
            if name != _CORE:
                _write(package, name, iter([part]))
        for name, text in model.margins.items():
            _write(package, name, iter([_fill(text, values).encode()]))
        core = _CORE_XML.format(
            title=values["title"],
            fingerprint=edition.fingerprint,
            locale=words.LOCALES[language],
        )
        _write(package, _CORE, iter([core.encode()]))
        _write(package, "word/document.xml", _body(model, edition, language, values))
    return target.getvalue()


def _write(package: zipfile.ZipFile, name: str, chunks: Iterator[bytes]) -> None:
    """Write a part under a fixed time, so that its bytes do not depend on the day."""
    part = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
    part.compress_type = zipfile.ZIP_DEFLATED
    with package.open(part, "w") as stream:
        for chunk in chunks:
            stream.write(chunk)


def _values(edition: PlanEdition, language: str) -> dict[str, str]:
    """Return what stands for the markers outside the rows, as XML."""
    form = edition.form
    revision = words.REVISION[language].format(number=edition.revision)
    fingerprint = words.fingerprint_line(edition.fingerprint, language)
    pages = words.PAGES[language].format(
        page=_FIELD.format(code="PAGE"), pages=_FIELD.format(code="NUMPAGES")
    )
    if amended := words.amended_line(edition, language):
        pages += _BREAKS["\n"] + _text(amended)
    return {
        "title": _text(form.title[language]),
        "stage": _text(words.edition_mark(edition, language)),
        "revision": revision,
        "fingerprint": fingerprint,
        "pages": pages,
        **dict(zip(COLUMNS, map(_text, form.columns[language]), strict=True)),
    }


def _body(
    model: PlanTemplate, edition: PlanEdition, language: str, values: Mapping[str, str]
) -> Iterator[bytes]:
    yield _fill(model.before, values).encode()
    pieces = MARKER.split(model.row)
    for group in edition.form.groups:
        heading = _text(group.heading[language])
        yield _fill(model.group, {"group": heading}).encode()
        for start in range(0, len(group.rows), _ROWS_AT_ONCE):
            rows = group.rows[start : start + _ROWS_AT_ONCE]
            yield "".join(_row(pieces, edition, row, language) for row in rows).encode()
    yield _fill(model.after, values).encode()


def _row(pieces: list[str], edition: PlanEdition, row: FormRow, language: str) -> str:
    """Return the model row with its markers (every second piece) filled in."""
    filled = pieces.copy()
    filled[1::2] = map(_text, row.cells[language])
    if mark := words.row_mark(edition, row, language):
        filled[1] += _UNDER_NUMBER.format(mark=_text(mark))
    return "".join(filled)


def _fill(text: str, values: Mapping[str, str]) -> str:
    """Return ``text`` with its markers filled in, and what stands for them as it is."""
    return MARKER.sub(lambda marker: values.get(marker[1], marker[0]), text)


def _text(text: str) -> str:
    """Return ``text`` as the inside of a ``w:t``, with line breaks and tabs."""
    return escape(printable(text), _BREAKS)
