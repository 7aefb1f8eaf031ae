"""One treaty through the years, as different readers see it."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from jospar.queries.treaty_life import TreatyLife, treaty_life
from jospar.records.models import Concept
from jospar.rules.core.nouns import ProgressStage
from jospar.rules.core.offices import Actor, Office
from jospar.rules.treaty.facts import How
from tests.queries.made_life import agreed_later, agreed_rows, later
from tests.queries.made_record import submit
from tests.rules import made_carrying_out as made_rows
from tests.rules.made import LONG_TERM

pytestmark = [pytest.mark.django_db, pytest.mark.provision("treaties.one")]
TODAY = date(2026, 6, 30)
CONTROLLER = Actor("c", Office.CONTROLLER)
PLANNER = Actor("p", Office.PLANNER)
OWN = Actor("t", Office.BODY_OFFICER, "trade")
OTHER = Actor("e", Office.BODY_OFFICER, "energy")


def entry(key: str) -> int:
    """Return the number of the concept of that key."""
    return Concept.objects.get(key=key).entry


def life(actor: Actor, key: str = "C-2") -> TreatyLife:
    """Return the life of a concept's treaty, which the actor sees."""
    found = treaty_life(actor, entry(key), TODAY)
    assert found is not None
    return found


def lived() -> None:
    """Carry a long-term row over into the next cycle, where it is signed."""
    agreed_rows()
    later(
        made_rows.report(
            key="C-2", plan=LONG_TERM, on=date(2025, 3, 3), reached_on=None
        )
    )
    agreed_later()
    later(
        made_rows.link(
            key="N-1", on=date(2025, 10, 1), earlier_year=2024, earlier="C-2"
        ),
        2025,
    )
    later(
        made_rows.tell_apart(
            key="N-2", on=date(2025, 10, 2), other_year=2024, other="C-2"
        ),
        2025,
    )
    later(made_rows.put_forward(key="N-1", on=date(2026, 1, 12)), 2025)
    later(made_rows.plan_stage(key="N-1", on=date(2026, 1, 12), planned_on=TODAY), 2025)
    later(made_rows.record_name(key="N-1", on=date(2026, 2, 2)), 2025)
    later(made_rows.record_signing(key="N-1", on=date(2026, 3, 3)), 2025)
    later(
        made_rows.report(
            key="N-1",
            on=date(2026, 5, 5),
            stage=ProgressStage.IN_FORCE,
            reached_on=date(2026, 5, 1),
        ),
        2025,
    )


@pytest.mark.parametrize("key", ["C-2", "N-1"])
def test_a_treaty_through_the_years(key: str) -> None:
    """From whichever of its concepts, the treaty is whole."""
    lived()
    found = life(CONTROLLER, key)
    assert found.treaty == entry("C-2")
    assert [(one.year, one.key, one.bodies) for one in found.concepts] == [
        (2024, "C-2", ("trade",)),
        (2025, "N-1", ("trade",)),
    ]
    first, second = (one.row for one in found.concepts)
    assert first is not None
    assert second is not None
    assert [one.on for one in first.reports] == [date(2025, 3, 3)]
    assert (first.stage, second.stage) == (
        ProgressStage.IN_TALKS,
        ProgressStage.IN_FORCE,
    )
    assert [one.name for one in second.names] == [made_rows.NAME]
    assert [one.on for one in second.put_forward] == [date(2026, 1, 12)]
    assert [one.planned_on for one in second.planned] == [TODAY]
    assert second.in_force_on == date(2026, 5, 1)
    assert first.in_force_on is None
    assert found.signing is not None
    assert found.signing is second.signing
    assert (found.signing.on, found.signing.name) == (
        date(2026, 3, 3),
        made_rows.NAME,
    )
    assert [(one.revision, one.number) for one in second.revisions] == [(1, 1)]


def test_how_concepts_belong_together() -> None:
    """Links and what was told apart are there with their reasons."""
    lived()
    found = life(CONTROLLER)
    (link,), (apart,) = found.links, found.apart
    assert (link.concept, link.earlier, link.how) == (
        *(entry("N-1"), entry("C-2")),
        How.CONTINUES,
    )
    assert (apart.concept, apart.other) == (entry("N-2"), entry("C-2"))
    assert link.reason == apart.reason == made_rows.REASON


def test_who_sees_the_carrying_out() -> None:
    """Reports are for the Ministry and for the body that answers; names are for all."""
    lived()

    def shown(actor: Actor) -> tuple[int, int, int, bool]:
        row = life(actor).concepts[1].row
        assert row is not None
        return (
            len(row.reports),
            len(row.put_forward),
            len(row.names),
            row.signing is not None,
        )

    assert shown(CONTROLLER) == shown(PLANNER) == shown(OWN) == (2, 1, 1, True)
    assert shown(OTHER) == (0, 0, 1, True)


def test_who_sees_a_concept_that_is_not_agreed() -> None:
    """Who does not see it sees no life of it, nor it in the life of another."""
    lived()
    submit("C-3")
    later(
        made_rows.link(
            key="C-3",
            on=date(2024, 12, 9),
            earlier_year=2024,
            earlier="C-2",
            how=How.SAME,
        )
    )
    assert treaty_life(OTHER, entry("C-3"), TODAY) is None
    keys = {
        actor.office: [one.key for one in life(actor).concepts]
        for actor in (PLANNER, OWN)
    }
    assert keys == {
        Office.PLANNER: ["C-2", "C-3", "N-1"],
        Office.BODY_OFFICER: ["C-2", "C-3", "N-1"],
    }
    assert [one.key for one in life(OTHER).concepts] == ["C-2", "N-1"]
    assert len(life(PLANNER).links) == 2
    assert len(life(OTHER).links) == 1


def test_what_the_ministry_concluded() -> None:
    """It is for the reviewers until the body is told."""
    lived()
    assert [one.expedient for one in life(PLANNER).concepts] == [True, True]
    assert [one.expedient for one in life(OWN).concepts] == [None, None]


def test_a_treaty_that_nobody_knows() -> None:
    """There is none."""
    assert treaty_life(PLANNER, 99, TODAY) is None


def test_the_number_of_queries() -> None:
    """It is the same for one concept and for two."""
    lived()
    with CaptureQueriesContext(connection) as of_two:
        assert len(life(PLANNER).concepts) == 2
    with CaptureQueriesContext(connection) as of_one:
        assert len(life(PLANNER, "C-1").concepts) == 1
    assert len(of_two) == len(of_one)
