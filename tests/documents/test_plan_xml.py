"""A plan as XML, read back and held against its schema."""

from importlib.resources import files

import pytest
from lxml import etree

import jospar.documents
from jospar.documents.plan_xml import CELLS, NAMESPACE, plan_xml
from jospar.rules.core.forms import FORM_LANGUAGES
from jospar.rules.core.nouns import PlanStage, Text
from tests.documents.editions import KAZAKH_LETTERS, cells, make

SCHEMA = etree.XMLSchema(
    etree.fromstring(
        files(jospar.documents).joinpath("templates/plan.xsd").read_bytes()
    )
)
_N = f"{{{NAMESPACE}}}"


@pytest.mark.parametrize("rows", [0, 1, 120])
@pytest.mark.parametrize("stage", list(PlanStage))
def test_every_plan_is_as_its_schema_says(rows: int, stage: PlanStage) -> None:
    """Plans of any size and stage, in and out of a rehearsal."""
    edition = make(rows, stage=stage, rehearsal=stage is PlanStage.DRAFT)
    SCHEMA.assertValid(etree.fromstring(plan_xml(edition)))


@pytest.mark.parametrize("language", FORM_LANGUAGES)
def test_the_text_read_back_is_the_form(language: str) -> None:
    """Each cell stands under its name, in its language."""
    edition = make(12)
    plan = etree.fromstring(plan_xml(edition))
    found = [
        (
            row.get("number"),
            *(
                row.find(f"{_N}{name}[@lang='{language}']").text or ""
                for name in CELLS[1:]
            ),
        )
        for row in plan.iter(f"{_N}row")
    ]
    assert found == cells(edition, language)
    title = plan.find(f"{_N}title[@lang='{language}']")
    assert title.text == edition.form.title[language]


def test_the_plan_says_where_it_stands() -> None:
    """Stage, revision and fingerprint are attributes, as is that it is a rehearsal."""
    edition = make(1, stage=PlanStage.APPROVED, revision=3, rehearsal=True)
    assert dict(etree.fromstring(plan_xml(edition)).attrib) == {
        "kind": "current",
        "years": "2025",
        "ruleset": "kz-2023",
        "stage": "approved",
        "revision": "3",
        "fingerprint": edition.fingerprint,
        "rehearsal": "true",
    }


def test_hostile_texts_are_only_texts() -> None:
    """Markup in a title is read back as it was; what XML cannot hold is left out."""
    titles = [
        Text("<row/>&amp;]]>", f"{KAZAKH_LETTERS} № ₸"),
        Text("\x00\x08ә\x1f", "строка\r\nдругая"),
    ]
    content = plan_xml(make(2, titles=titles))
    plan = etree.fromstring(content)
    SCHEMA.assertValid(plan)
    found = [title.text for title in plan.iterfind(f".//{_N}row/{_N}title")]
    assert found == [
        *("<row/>&amp;]]>", f"{KAZAKH_LETTERS} № ₸"),
        *("ә", "строка\nдругая"),
    ]


def test_the_same_edition_gives_the_same_bytes() -> None:
    """Nothing in the file depends on when it is made."""
    assert plan_xml(make(12)) == plan_xml(make(12))


def test_the_xml_of_an_amended_plan_says_on_what_ground() -> None:
    """In both languages, as its schema says; any other plan says nothing of it."""
    amended = Text("№ 5 тапсырма", "поручение № 5")
    plan = etree.fromstring(plan_xml(make(1, amended=amended)))
    SCHEMA.assertValid(plan)
    said = {one.get("lang"): one.text for one in plan.iter(f"{_N}amended")}
    assert said == {"kk": amended.kk, "ru": amended.ru}
    assert not list(etree.fromstring(plan_xml(make(1))).iter(f"{_N}amended"))
