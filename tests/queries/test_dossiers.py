"""Dossiers and grounds: how far each is, until when, and who sees it."""

from datetime import timedelta
from typing import Any

import pytest

from jospar.queries.amendment_grounds import GroundStage, grounds
from jospar.queries.dossiers import (
    DossierStage,
    DossierStanding,
    dossier,
    dossiers,
)
from jospar.queries.look_alikes import look_alikes
from jospar.rules.amendment.nouns import Route
from jospar.rules.core.nouns import PlanKind, Text
from jospar.rules.core.offices import Actor, Office
from tests.queries.made_amended import (
    add,
    agreed_plan,
    came,
    december,
    decide,
    decided,
    instruct,
    make,
    stage,
)
from tests.queries.made_record import do
from tests.rules import made, made_amendments
from tests.rules.made import RULES, YEAR
from tests.rules.made_amendments import DECISION, DECLINED, INSTRUCTION

pytestmark = pytest.mark.django_db
HEAD = Actor("head", Office.HEAD)
GROUND: dict[str, Any] = {"route": INSTRUCTION, "ground": "01-7/95"}


def standing(key: str = "D-001") -> DossierStanding:
    """Return the dossier as the head sees it."""
    found = dossier(HEAD, RULES, YEAR, key)
    assert found is not None
    return found


def test_a_dossier_goes_its_way() -> None:
    """From the first paper to the row in the plan."""
    agreed_plan()
    steps: list[tuple[Any, DossierStage]] = [
        (made_amendments.bring_grounds(received_at=came(5)), DossierStage.INCOMPLETE),
        (
            made_amendments.bring_concept(
                received_at=came(6),
                wording=made.wording(purpose=Text(kk="Өзара сауда")),
            ),
            DossierStage.INCOMPLETE,
        ),
        (made_amendments.bring_concept(received_at=came(6)), DossierStage.TO_CONCLUDE),
        (made_amendments.conclude(on=december(9)), DossierStage.CONCLUDED),
        (made_amendments.request(on=december(10)), DossierStage.REQUESTED),
        (
            made_amendments.record_instruction(
                on=december(11), outcome=DECLINED, number="1"
            ),
            DossierStage.DECLINED,
        ),
        (
            made_amendments.record_instruction(on=december(12)),
            DossierStage.INSTRUCTED,
        ),
        (made_amendments.add_from_dossier(on=december(12)), DossierStage.STAGED),
        (made_amendments.make_revision(**GROUND, on=december(13)), DossierStage.MADE),
    ]
    found = []
    for filing, _stage in steps:
        do(filing)
        found.append(standing().stage)
    assert found == [expected for _filing, expected in steps]
    last = standing()
    assert (last.instruction, last.revision, last.expedient) == ("01-7/95", 2, True)
    assert (last.bodies, last.title) == (("energy", "trade"), made.wording().title)


def test_the_days_that_are_left() -> None:
    """They are counted to the wide day, from the later of the two papers."""
    agreed_plan()
    do(made_amendments.bring_grounds(received_at=came(5)))
    assert (standing().deadline, standing().days_left(december(5))) == (None, None)
    do(made_amendments.bring_concept(received_at=came(6)))
    found = standing()
    assert found.deadline is not None
    assert (found.deadline.due, found.deadline.outer) == (december(20), december(23))
    days = (december(20), december(23), december(24))
    assert [found.days_left(day) for day in days] == [3, 0, -1]
    assert found.days_late is None


@pytest.mark.parametrize(("on", "late"), [(23, 0), (24, 1)])
def test_a_conclusion_that_came_late(on: int, late: int) -> None:
    """Once it is given no days are left; it says by how many it was late."""
    agreed_plan()
    do(made_amendments.bring_grounds(received_at=came(5)))
    do(made_amendments.bring_concept(received_at=came(6)))
    do(made_amendments.conclude(on=december(on)))
    assert standing().days_late == late
    assert standing().days_left(december(on) + timedelta(days=1)) is None


def test_who_sees_which_dossier() -> None:
    """A body sees its own, the Administration what it was asked for."""
    agreed_plan()
    do(made_amendments.bring_grounds(received_at=came(5)))
    body, other = (Actor("o", Office.BODY_OFFICER, code) for code in ("trade", "mid"))
    first = Actor("o", Office.BODY_OFFICER, "energy")
    administration = Actor("a", Office.ADMINISTRATION_OFFICER)
    everyone = (HEAD, first, body, other, administration)

    def seen() -> list[int]:
        return [len(dossiers(actor, RULES, YEAR)) for actor in everyone]

    assert seen() == [1, 1, 0, 0, 0]
    do(made_amendments.bring_concept(received_at=came(5)))
    assert seen() == [1, 1, 1, 0, 0]
    do(made_amendments.request(on=december(6)))
    assert seen() == [1, 1, 1, 0, 1]
    assert dossier(other, RULES, YEAR, "D-001") is None


def test_dossiers_by_their_stage(django_assert_num_queries: Any) -> None:
    """The number of queries is the same for two dossiers as for one."""
    agreed_plan()
    do(made_amendments.bring_grounds(received_at=came(5)))
    do(made_amendments.bring_grounds(received_at=came(5), key="D-002"))
    do(made_amendments.bring_concept(received_at=came(5), key="D-002"))
    with django_assert_num_queries(5):
        assert len(dossiers(HEAD, RULES, YEAR)) == 2
    (found,) = dossiers(HEAD, RULES, YEAR, [DossierStage.TO_CONCLUDE])
    assert found.key == "D-002"


def test_grounds_by_route_and_stage(django_assert_num_queries: Any) -> None:
    """Each ground says what it waits for, and what it made."""
    agreed_plan()
    instruct("1", 9)
    stage("1", 9)
    make("1", 9)
    instruct("2", 10, outcome=DECLINED)
    instruct("3", 10)
    decide("5", 10, None)
    decide("6", 10, 11)
    add("6", 11, "N-1", **decided("6"))
    decide("7", 10, None)
    do(
        made_amendments.record_consent(
            decision="7", on=december(11), outcome=DECLINED, number="n"
        )
    )
    with django_assert_num_queries(5):
        lines = grounds(YEAR)
    assert [(line.number, line.stage, line.effective_on) for line in lines] == [
        ("1", GroundStage.MADE, december(9)),
        ("2", GroundStage.DECLINED, None),
        ("3", GroundStage.IN_EFFECT, december(10)),
        ("5", GroundStage.WAITS_FOR_CONSENT, None),
        ("6", GroundStage.STAGED, december(11)),
        ("7", GroundStage.DECLINED, None),
    ]
    assert (lines[0].made, lines[0].by) == (((PlanKind.CURRENT, 2),), "president")
    assert (lines[4].waiting, lines[4].reply) == (1, "6-c")
    by_route = grounds(YEAR, Route.DECISION, GroundStage.DECLINED)
    assert [line.number for line in by_route] == ["7"]
    assert grounds(YEAR, DECISION) == lines[3:]


def test_a_concept_outside_the_cycles_looks_alike() -> None:
    """It is found by its title, with the year of the plan that it amends."""
    agreed_plan()
    title = Text("Тікұшақтар туралы келісім", "Соглашение о вертолётах")
    do(
        made_amendments.bring_concept(
            received_at=came(5), wording=made.wording(title=title)
        )
    )
    (found,) = look_alikes(title.kk, title.ru, HEAD)
    assert (found.year, found.place, found.title) == (YEAR, "concept", title)
