"""A mark at the top of every page of a DOCX file, whatever template it came from."""

import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape

from lxml import etree

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_HEADER_TYPE = (
    "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"
)
_BODY, _LINKS = "word/document.xml", "word/_rels/document.xml.rels"
_OWN, _OWN_ID = "header_mark.xml", "rIdPageMark"
_KINDS = ("default", "first", "even")
"""A header may be different on the first page and on even ones."""
_PARAGRAPH = (
    f'<w:p xmlns:w="{_W}"><w:pPr><w:spacing w:before="0" w:after="60"/>'
    '<w:ind w:left="0" w:right="0" w:firstLine="0"/><w:jc w:val="{align}"/></w:pPr>'
    '<w:r><w:rPr><w:b/><w:sz w:val="18"/></w:rPr><w:t>{mark}</w:t></w:r></w:p>'
)
_MADE = (1980, 1, 1, 0, 0, 0)


def marked(document: bytes, mark: str, align: str = "center") -> bytes:
    """Return the DOCX file with ``mark`` above the text of every page.

    It stands in the middle, or at the ``right``.

    Headers that it has keep what they say, under the mark. Equal documents give equal
    bytes.
    """
    with zipfile.ZipFile(BytesIO(document)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    links = etree.fromstring(parts[_LINKS])
    for name in _headers(links):
        header = etree.fromstring(parts[name])
        header.insert(0, _paragraph(mark, align))
        parts[name] = _xml(header)
    body = etree.fromstring(parts[_BODY])
    if _fill_gaps(body):
        etree.SubElement(
            links,
            f"{{{_RELATIONS}}}Relationship",
            {"Id": _OWN_ID, "Type": f"{_R}/header", "Target": _OWN},
        )
        types = etree.fromstring(parts["[Content_Types].xml"])
        etree.SubElement(
            types,
            f"{{{_TYPES}}}Override",
            {"PartName": f"/word/{_OWN}", "ContentType": _HEADER_TYPE},
        )
        header = etree.Element(f"{{{_W}}}hdr", nsmap={"w": _W})
        header.append(_paragraph(mark, align))
        parts |= {
            _BODY: _xml(body),
            _LINKS: _xml(links),
            "[Content_Types].xml": _xml(types),
            f"word/{_OWN}": _xml(header),
        }
    return _zipped(parts)


def _headers(links: Any) -> Iterator[str]:
    for link in links:
        if link.get("Type") == f"{_R}/header":
            target = link.get("Target")
            yield target[1:] if target.startswith("/") else f"word/{target}"


def _fill_gaps(body: Any) -> bool:
    """Give the first section every kind of header it lacks; later ones follow it."""
    section = next(body.iter(f"{{{_W}}}sectPr"), None)
    if section is None:
        section = etree.SubElement(body.find(f"{{{_W}}}body"), f"{{{_W}}}sectPr")
    has = {
        reference.get(f"{{{_W}}}type")
        for reference in section.iter(f"{{{_W}}}headerReference")
    }
    lacking = [kind for kind in _KINDS if kind not in has]
    for kind in lacking:
        reference = etree.Element(f"{{{_W}}}headerReference")
        reference.set(f"{{{_W}}}type", kind)
        reference.set(f"{{{_R}}}id", _OWN_ID)
        section.insert(0, reference)
    return bool(lacking)


def _paragraph(mark: str, align: str) -> Any:
    return etree.fromstring(_PARAGRAPH.format(mark=escape(mark), align=align))


def _xml(tree: Any) -> bytes:
    return bytes(
        etree.tostring(tree, encoding="UTF-8", xml_declaration=True, standalone=True)
    )


def _zipped(parts: dict[str, bytes]) -> bytes:
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as package:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, _MADE)
            package.writestr(entry, content, zipfile.ZIP_DEFLATED)
    return target.getvalue()
