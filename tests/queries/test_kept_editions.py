"""The editions of an amended plan: the agreed one, and one for each amendment."""

import pytest

from jospar.queries.kept_editions import amended_editions
from jospar.rules.core.forms import PlanEdition
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
