"""A plan as XML, for machines; ``templates/plan.xsd`` says what stands where."""

from collections.abc import Mapping
from xml.etree import ElementTree as Xml

from jospar.rules.core.forms import FORM_LANGUAGES, FormGroup, FormRow, PlanEdition
from jospar.rules.core.nouns import Text

from .characters import printable

NAMESPACE = "urn:jospar:plan:1"
CELLS = ("number", "body", "title", "term", "procedures", "notes")
"""What the cells of a row are called; the number stands on the row itself."""


def plan_xml(edition: PlanEdition) -> bytes:
    """Return the plan in both languages as indented UTF-8 XML.

    Equal editions give equal bytes. Characters that XML cannot hold are left out.
    """
    form = edition.form
    plan = Xml.Element(
        "plan",
        {
            "xmlns": NAMESPACE,
            "kind": form.kind.value,
            "years": " ".join(map(str, form.years)),
            "ruleset": form.ruleset,
            "stage": edition.stage.value,
            "revision": str(edition.revision),
            "fingerprint": edition.fingerprint,
            "rehearsal": str(edition.rehearsal).lower(),
        },
    )
    _say(plan, "title", form.title)
    if edition.amended != Text():
        _say(plan, "amended", {name: edition.amended[name] for name in FORM_LANGUAGES})
    columns = Xml.SubElement(plan, "columns")
    for index, name in enumerate(CELLS):
        _say(columns, name, {lang: form.columns[lang][index] for lang in form.columns})
    for group in form.groups:
        _group(plan, group)
    Xml.indent(plan, " ")
    content: bytes = Xml.tostring(plan, "utf-8", xml_declaration=True)
    return content + b"\n"


def _group(plan: Xml.Element, group: FormGroup) -> None:
    element = Xml.SubElement(plan, "group", level=group.level.value)
    _say(element, "heading", group.heading)
    for row in group.rows:
        _row(element, row)


def _row(group: Xml.Element, row: FormRow) -> None:
    element = Xml.SubElement(
        group,
        "row",
        number=str(row.number),
        concept=printable(row.concept),
        body=printable(row.body),
    )
    for index, name in enumerate(CELLS[1:], start=1):
        _say(element, name, {lang: row.cells[lang][index] for lang in FORM_LANGUAGES})


def _say(parent: Xml.Element, name: str, texts: Mapping[str, str]) -> None:
    """Write a text in each language of the forms."""
    for language in FORM_LANGUAGES:
        element = Xml.SubElement(parent, name, {"lang": language.value})
        element.text = printable(texts[language])
