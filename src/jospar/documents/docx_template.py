"""The template of the plan as DOCX: an ordinary document that an office may edit.

It holds markers in braces, each in any formatting: ``{title}``, ``{column1}`` to
``{column6}``, a model row with ``{group}`` and right under it a model row with
``{cell1}`` to ``{cell6}``; ``{stage}``, ``{revision}``, ``{fingerprint}`` and
``{pages}`` stand in the header or the footer.
"""

import re
import zipfile
from bisect import bisect, bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from itertools import accumulate
from typing import Any

from lxml import etree

from jospar.rules.core.packages import MOST_OF_A_TEMPLATE, UNREADABLE, all_parts

MARKER = re.compile(r"\{(\w+)\}")
COLUMNS = tuple(f"column{number}" for number in range(1, 7))
CELLS = tuple(f"cell{number}" for number in range(1, 7))

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_BODY = "word/document.xml"
_STYLES = "word/styles.xml"
_MARGINS = re.compile(r"word/(?:header|footer)\d*\.xml")
_IN_BODY = {"title", *COLUMNS, "group", *CELLS}
_IN_MARGINS = {"stage", "revision", "fingerprint", "pages"}
_MODELS = [["group"], list(CELLS)]


class TemplateError(Exception):
    """The template cannot be used; the sentence says what it lacks."""


@dataclass(frozen=True, slots=True)
class PlanTemplate:
    """A template cut into what is written once and what is written for each row.

    ``parts`` are the parts of the package that stay as they are, ``margins`` its
    headers and footers; ``before``, ``group``, ``row`` and ``after`` make the body.
    Texts hold markers still.
    """

    parts: Mapping[str, bytes]
    margins: Mapping[str, str]
    before: str
    group: str
    row: str
    after: str


@lru_cache(maxsize=4)
def load_template(data: bytes, locale: str) -> PlanTemplate:
    """Return the template, checked, with ``locale`` as the language of its text.

    Raises:
        TemplateError: if ``data`` is not a DOCX file or lacks a marker.
    """
    parts = _unzip(data)
    styles = _parse(parts, _STYLES)
    body = _parse(parts, _BODY)
    margins = {name: _parse(parts, name) for name in parts if _MARGINS.fullmatch(name)}
    _set_default_language(styles, locale)
    for tree in (body, *margins.values()):
        _join_markers(tree)
        _set_language(tree, locale)
    _check([body], _IN_BODY, "its text")
    _check(margins.values(), _IN_MARGINS, "its header or footer")
    before, group, row, after = _cut(body)
    rest = {name: part for name, part in parts.items() if name not in margins}
    rest[_STYLES] = _xml(styles).encode()
    del rest[_BODY]
    return PlanTemplate(
        parts=rest,
        margins={name: _xml(tree) for name, tree in margins.items()},
        before=before,
        group=group,
        row=row,
        after=after,
    )


def _unzip(data: bytes) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            parts = all_parts(package, MOST_OF_A_TEMPLATE)
    except UNREADABLE as error:
        raise TemplateError(
            "The template of the plan is not a DOCX file: save it as DOCX."
        ) from error
    return parts


def _parse(parts: Mapping[str, bytes], name: str) -> Any:
    """Parse a part as an lxml tree (a library without types, hence ``Any``)."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        return etree.fromstring(parts[name], parser)
    except (KeyError, etree.XMLSyntaxError) as error:
        raise TemplateError(
            f"The template of the plan has no readable part {name}: save it as DOCX."
        ) from error


def _xml(tree: Any) -> str:
    declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    return declaration + str(etree.tostring(tree, encoding="unicode"))


def _join_markers(tree: Any) -> None:
    """Put each marker into one run: editing and spelling checks cut them up."""
    for paragraph in tree.iter(f"{{{_W}}}p"):
        texts = list(paragraph.iter(f"{{{_W}}}t"))
        ends = list(accumulate(len(text.text or "") for text in texts))
        joined = "".join(text.text or "" for text in texts)
        for marker in reversed(list(MARKER.finditer(joined))):
            first, last = bisect(ends, marker.start()), bisect_left(ends, marker.end())
            if first < last:
                texts[first].text += joined[ends[first] : marker.end()]
                texts[last].text = texts[last].text[marker.end() - ends[last - 1] :]
                for text in texts[first + 1 : last]:
                    text.text = ""
        for text in texts:
            text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def _set_default_language(styles: Any, locale: str) -> None:
    defaults = styles.find(f"{{{_W}}}docDefaults/{{{_W}}}rPrDefault/{{{_W}}}rPr")
    if defaults is None:
        raise TemplateError(
            "The template of the plan sets no default text style: save it anew as DOCX."
        )
    _set_lang(defaults, locale)
    for lang in styles.iter(f"{{{_W}}}lang"):
        lang.set(f"{{{_W}}}val", locale)


def _set_language(tree: Any, locale: str) -> None:
    for run in tree.iter(f"{{{_W}}}r"):
        properties = run.find(f"{{{_W}}}rPr")
        if properties is None:
            properties = etree.Element(f"{{{_W}}}rPr")
            run.insert(0, properties)
        _set_lang(properties, locale)


def _set_lang(properties: Any, locale: str) -> None:
    lang = properties.find(f"{{{_W}}}lang")
    if lang is None:
        lang = etree.SubElement(properties, f"{{{_W}}}lang")
    lang.set(f"{{{_W}}}val", locale)


def _check(trees: Any, markers: set[str], place: str) -> None:
    texts = " ".join(_xml(tree) for tree in trees)
    if missing := sorted(markers - set(MARKER.findall(texts))):
        names = ", ".join(f"{{{name}}}" for name in missing)
        raise TemplateError(
            f"The template of the plan lacks {names} in {place}: put each back."
        )


def _cut(body: Any) -> list[str]:
    """Return the body before the model rows, the two rows, and the body after."""
    rows = [row for row in body.iter(f"{{{_W}}}tr") if _markers(row) in _MODELS]
    if list(map(_markers, rows)) != _MODELS or rows[0].getnext() is not rows[1]:
        raise TemplateError(
            "In the template of the plan the row with {group} must stand right above "
            "the row with {cell1} to {cell6}, in this order."
        )
    for row in rows:
        row.addprevious(etree.PI("cut", "here"))
        row.addnext(etree.PI("cut", "here"))
    before, group, _, row, after = _xml(body).split("<?cut here?>")
    return [before, group, row, after]


def _markers(row: Any) -> list[str]:
    texts = row.iter(f"{{{_W}}}t")
    return MARKER.findall("".join(text.text or "" for text in texts))
