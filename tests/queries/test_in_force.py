"""Which revision of an amended plan is in force on a day."""

from datetime import date

import pytest

from jospar.queries.in_force import (
    AmendedRevision,
    Force,
    amendments_of,
    in_force,
)
from jospar.queries.kept_editions import edition_seen_by
from jospar.queries.plan_revisions import revision_lines
from jospar.queries.plan_screen import plan_screen
from jospar.queries.plans import recipients_needed
from jospar.rules.core.nouns import PlanStage
from jospar.rules.core.offices import Actor, Office
from tests.queries.made_amended import (
    AGREED_ON,
    add,
    agreed_plan,
    december,
    decide,
    decided,
    instruct,
    make,
    remove,
    stage,
)
from tests.rules.made import CURRENT, RULES, YEAR
from tests.rules.made_amendments import DECISION, INSTRUCTION

pytestmark = pytest.mark.django_db
BODY = Actor("officer", Office.BODY_OFFICER, "trade")


def amended_twice() -> None:
    """Amend the plan on an instruction of the 9th, then by a decision of the 10th."""
    agreed_plan()
    instruct("1", 9)
    stage("1", 11)
    make("1", 11)
    decide("5", 10, 12)
    remove("5", 13, "C-2", **decided("5"))
    add("5", 13, "N-1", **decided("5"))
    make("5", 13, **decided("5"))


@pytest.mark.parametrize(
    ("day", "revision"),
    [
        (date(2024, 12, 1), None),
        (AGREED_ON, 1),
        (december(8), 1),
        (december(9), 2),
        (december(11), 2),
        (december(12), 3),
        (date(2025, 12, 31), 3),
        (date(2026, 1, 1), None),
    ],
)
def test_the_revision_in_force_on_a_day(day: date, revision: int | None) -> None:
    """Since its ground has effect: the instruction, or the later of the two papers."""
    amended_twice()
    assert in_force(RULES, YEAR, CURRENT, day).revision == revision


def test_a_plan_that_was_not_amended() -> None:
    """The agreed revision is in force, and the page of the plan names no amendment."""
    agreed_plan()
    found = in_force(RULES, YEAR, CURRENT, december(9))
    assert (found.force, found.revision, found.amended) == (Force.IN_FORCE, 1, None)
    assert plan_screen(RULES, YEAR, CURRENT).amended is None


def test_the_amended_revision_with_its_ground() -> None:
    """Pages of the plan say which revision it is, since when, and why."""
    amended_twice()
    first = AmendedRevision(2, december(9), INSTRUCTION, "1", december(9))
    second = AmendedRevision(3, december(12), DECISION, "5", december(12))
    assert amendments_of(YEAR, CURRENT) == [first, second]
    assert in_force(RULES, YEAR, CURRENT, december(20)).amended == second
    screen = plan_screen(RULES, YEAR, CURRENT)
    assert (screen.amended, screen.rows, screen.edition.revision) == (second, 2, 3)


def test_who_sees_the_agreed_plan_sees_its_amendments() -> None:
    """They are seen as the plan in force, and printed as agreed."""
    amended_twice()
    agreement = in_force(RULES, YEAR, CURRENT, AGREED_ON).agreement
    lines = revision_lines(BODY, YEAR, CURRENT, agreement)
    assert [(line.number, line.amended is None) for line in lines] == [
        (3, False),
        (2, False),
        (1, True),
    ]
    for number in (1, 2, 3):
        edition = edition_seen_by(BODY, RULES, YEAR, CURRENT, number)
        assert edition is not None
        assert edition.stage is PlanStage.AGREED


def test_recipients_are_those_of_the_agreed_plan() -> None:
    """A body whose row came later need not be sent it, one whose row left must."""
    amended_twice()
    before = recipients_needed(RULES, YEAR, CURRENT)
    assert before == ["parliament", "government_office", "trade"]
    instruct("9", 14)
    remove("9", 14)
    make("9", 14)
    assert recipients_needed(RULES, YEAR, CURRENT) == before
