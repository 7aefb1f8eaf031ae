"""A plan as JSON."""

import json

from jospar.documents.plan_json import plan_json
from jospar.rules.core.nouns import PlanStage, Text
from tests.documents.editions import make


def test_the_json_says_what_the_form_says_and_where_the_plan_stands() -> None:
    """The keys stand in their order, with the form's content among them."""
    edition = make(3, stage=PlanStage.BEFORE_COMMISSION, revision=2)
    content = edition.form.content()
    assert list(json.loads(plan_json(edition)).items()) == [
        ("plan", "current"),
        ("years", [2025]),
        ("ruleset", "kz-2023"),
        ("stage", "before_commission"),
        ("revision", 2),
        ("fingerprint", edition.fingerprint),
        ("groups", content["groups"]),
    ]


def test_letters_stand_in_the_json_as_they_are() -> None:
    """A person can read the file: Cyrillic letters are not escaped."""
    edition = make(1)
    title = edition.form.groups[0].rows[0].cells["kk"][2]
    lines = plan_json(edition).decode().splitlines()
    assert lines.count(f'       "{title}",') == 1


def test_the_same_edition_gives_the_same_json() -> None:
    """Two editions that are equal give equal bytes."""
    assert plan_json(make(12)) == plan_json(make(12))


def test_the_json_of_an_empty_plan_has_three_empty_groups() -> None:
    """Every group stands, with its heading, even without rows."""
    groups = json.loads(plan_json(make(0)))["groups"]
    assert [(group["level"], group["rows"]) for group in groups] == [
        ("interstate", []),
        ("intergovernmental", []),
        ("interagency", []),
    ]


def test_the_json_of_a_rehearsal_says_so() -> None:
    """A machine cannot take it for a plan either."""
    plan = json.loads(plan_json(make(1, rehearsal=True)))
    assert plan["rehearsal"] is True


def test_the_json_of_an_amended_plan_says_on_what_ground() -> None:
    """In both languages; any other plan has no such key."""
    amended = Text("№ 5 тапсырма", "поручение № 5")
    plan = json.loads(plan_json(make(1, amended=amended)))
    assert plan["amended"] == {"kk": amended.kk, "ru": amended.ru}
    assert "amended" not in json.loads(plan_json(make(1)))
