"""The editions of an amended plan: the agreed one, and one for each amendment."""

import pytest

from jospar.documents.plan_docx import plan_docx
from jospar.documents.plan_json import plan_json
from jospar.documents.plan_xlsx import plan_xlsx
from jospar.documents.plan_xml import plan_xml
from jospar.queries.kept_editions import amended_editions
from jospar.queries.plans import edition_of
from jospar.rules.core.forms import FORM_LANGUAGES, PlanEdition
from jospar.rules.core.nouns import Text
from tests.queries.made_amended import (
    add,
    agreed_plan,
    instruct,
    make,
    remove,
)
from tests.rules.made import CURRENT, LONG_TERM, RULES, YEAR

pytestmark = pytest.mark.django_db


def concepts(edition: PlanEdition) -> list[str]:
    """Return the concepts of an edition, in the order of its rows."""
    return [row.concept for group in edition.form.groups for row in group.rows]


def test_a_plan_that_was_not_amended_has_none() -> None:
    """Not agreed or agreed: there is the plan, and nothing beside it."""
    agreed_plan()
    found = [amended_editions(RULES, YEAR, kind) for kind in (CURRENT, LONG_TERM)]
    assert found == [[], []]


def test_an_amended_plan_has_the_agreed_one_and_each_after_it() -> None:
    """Each says what it said when it was made, under its number."""
    agreed_plan()
    instruct("1", 9)
    instruct("2", 10)
    add("1", 9, "N-1")
    make("1", 9)
    remove("2", 10, "C-1")
    make("2", 10)
    found = amended_editions(RULES, YEAR, CURRENT)
    assert [(one.revision, one.stage, concepts(one)) for one in found] == [
        (1, "agreed", ["C-1", "C-2"]),
        (2, "agreed", ["C-1", "C-2", "N-1"]),
        (3, "agreed", ["C-2", "N-1"]),
    ]


def test_a_revision_says_on_what_ground_it_amended() -> None:
    """The agreed one says nothing, and stays so word for word."""
    agreed_plan()
    before = plan_json(edition_of(RULES, YEAR, CURRENT))
    instruct("1", 9)
    add("1", 9, "N-1")
    make("1", 9)
    agreed, amended = amended_editions(RULES, YEAR, CURRENT)
    assert (agreed.amended, plan_json(agreed)) == (Text(), before)
    assert amended.amended.ru.endswith("9 декабря 2024 года, № 1")


def test_the_plan_in_force_is_the_last_revision_in_every_format() -> None:
    """What was removed is not in it, and it says on what ground it was amended."""
    agreed_plan()
    instruct("1", 9)
    remove("1", 9, "C-1")
    make("1", 9)
    now, kept = edition_of(RULES, YEAR, CURRENT), amended_editions(RULES, YEAR, CURRENT)
    assert concepts(now) == ["C-2"]
    for form in (plan_json, plan_xml, plan_xlsx):
        assert form(now) == form(kept[-1])
    for language in FORM_LANGUAGES:
        assert plan_docx(now, language) == plan_docx(kept[-1], language)
