"""What a plan says in the two forms for machines, JSON and XML: all of it, or nothing.

Both hold everything that the fingerprint is of, so that it can be computed again.
"""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Annotated, Any

import msgspec
from defusedxml.ElementTree import fromstring
from lxml import etree

from jospar import documents
from jospar.documents.plan_xml import CELLS, NAMESPACE
from jospar.records.fingerprints import fingerprint
from jospar.rules.core.forms import FORM_LANGUAGES
from jospar.rules.core.packages import UNREADABLE
from jospar.rules.core.sentences import _

from .values import FileKind, VerificationError

NO_PLAN = _(
    "“{name}” is damaged or is no plan as Jospar writes it; get it again from where it "
    "came."
)
_MOST_MARKS = 500_000
"""A file with more brackets is not read: a plan of five thousand rows has fewer."""
_XML = f"{{{NAMESPACE}}}"
_Number = Annotated[int, msgspec.Meta(ge=0, le=1_000_000)]


class Row(msgspec.Struct, forbid_unknown_fields=True):
    """A row: ``cells`` are six texts in each language of the forms."""

    number: _Number
    concept: str
    body: str
    cells: dict[str, list[str]]


class Group(msgspec.Struct, forbid_unknown_fields=True):
    """A group under its heading, which is in each language."""

    level: str
    heading: dict[str, str]
    rows: list[Row]


class Content(msgspec.Struct):
    """What the fingerprint is of."""

    plan: str
    years: list[_Number]
    ruleset: str
    groups: list[Group]


class _Json(Content, forbid_unknown_fields=True):
    stage: str
    revision: int
    fingerprint: str
    rehearsal: bool = False
    amended: dict[str, str] = {}


class StatedContent(msgspec.Struct):
    """A content, the fingerprint that its file states, and that which it gives.

    ``headings`` are the titles and columns by language, where the file has them, and
    ``amended`` is on what ground the plan was, where it was.
    """

    content: Content
    stated: str
    given: str
    headings: Mapping[str, tuple[str, ...]]
    amended: Mapping[str, str]


def content_of(kind: FileKind, data: bytes, name: str) -> StatedContent:
    """Return what a JSON or XML file says; ``name`` is for the sentence.

    Raises:
        VerificationError: it is not, from end to end, a plan as Jospar writes it.
    """
    try:
        if data.count(b"<") + data.count(b"{") + data.count(b"[") > _MOST_MARKS:
            raise VerificationError(NO_PLAN, name=name)
        return _from_json(data) if kind is FileKind.JSON else _from_xml(data)
    except (msgspec.DecodeError, etree.LxmlError, *UNREADABLE) as error:
        raise VerificationError(NO_PLAN, name=name) from error


def _from_json(data: bytes) -> StatedContent:
    found = msgspec.json.decode(data.removeprefix(b"\xef\xbb\xbf"), type=_Json)
    content = Content(found.plan, found.years, found.ruleset, found.groups)
    return _stated(content, found.fingerprint, {}, found.amended)


def _from_xml(data: bytes) -> StatedContent:
    fromstring(data, forbid_dtd=True)  # before anything else looks at it
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
    )
    plan = etree.fromstring(data, parser)
    _schema().assertValid(plan)
    content = Content(
        plan=plan.get("kind"),
        years=list(map(int, plan.get("years").split())),
        ruleset=plan.get("ruleset"),
        groups=[
            Group(
                group.get("level"),
                _texts(group, "heading"),
                list(map(_row, group.iterfind(f"{_XML}row"))),
            )
            for group in plan.iterfind(f"{_XML}group")
        ],
    )
    titles, columns = _texts(plan, "title"), plan.find(f"{_XML}columns")
    cells = [_texts(columns, name) for name in CELLS]
    headings = {
        language.value: (titles[language], *(cell[language] for cell in cells))
        for language in FORM_LANGUAGES
    }
    amended = _texts(plan, "amended")
    return _stated(content, plan.get("fingerprint"), headings, amended)


def _row(row: Any) -> Row:
    number = row.get("number")
    cells = [_texts(row, name) for name in CELLS[1:]]
    return Row(
        int(number),
        row.get("concept"),
        row.get("body"),
        {
            language.value: [number, *(cell[language] for cell in cells)]
            for language in FORM_LANGUAGES
        },
    )


def _texts(parent: Any, name: str) -> dict[str, str]:
    """Return the texts of a name by their languages."""
    return {one.get("lang"): one.text or "" for one in parent.iterfind(_XML + name)}


def _stated(
    content: Content,
    stated: str,
    headings: Mapping[str, tuple[str, ...]],
    amended: Mapping[str, str],
) -> StatedContent:
    """Return the content, whose every text is in the languages of the forms."""
    languages = {language.value for language in FORM_LANGUAGES}
    for group in content.groups:
        texts = [group.heading.keys(), *(row.cells.keys() for row in group.rows)]
        cells = (len(said) for row in group.rows for said in row.cells.values())
        if any(found != languages for found in texts) or set(cells) - {len(CELLS)}:
            raise ValueError(group.level)
    given = fingerprint(msgspec.to_builtins(content))
    return StatedContent(content, stated, given, headings, amended)


@cache
def _schema() -> Any:
    schema = files(documents).joinpath("templates/plan.xsd").read_bytes()
    return etree.XMLSchema(etree.fromstring(schema))
