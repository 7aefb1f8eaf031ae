"""What links concepts of one treaty, and what a body may link."""

from datetime import date
from typing import Any

import pytest

from jospar.procedure.perform import ActRefusedError
from jospar.records.models import Concept
from jospar.records.snapshots import NotInRecordError, facts_for
from jospar.rules.core.offices import Office
from jospar.rules.treaty.facts import How, OfTreaty, PairFacts
from tests.queries.made_life import agreed_later, agreed_rows, later
from tests.queries.made_record import open_cycle, submit
from tests.rules import made
from tests.rules import made_carrying_out as made_rows

pytestmark = [pytest.mark.django_db, pytest.mark.provision("treaties.one")]
ON = date(2024, 12, 20)


def treaties() -> dict[str, str]:
    """Return each concept's treaty, by the key of that treaty's first concept."""
    keys = dict(Concept.objects.values_list("entry", "key"))
    rows = Concept.objects.values_list("key", "treaty")
    return {key: keys[treaty] for key, treaty in rows}


def linked(key: str, earlier: str) -> None:
    """Link a concept to an earlier one of the same year."""
    filing = made_rows.link(
        key=key, on=ON, earlier_year=2024, earlier=earlier, how=How.SAME
    )
    later(filing)


def pair(key: str, other: str, body: str = "") -> PairFacts:
    """Return the facts about two concepts of 2024, for a body if it is named."""
    office = Office.BODY_OFFICER if body else Office.CONTROLLER
    filing = made_rows.tell_apart(key=key, on=ON, other_year=2024, other=other)
    case = made.case(actor=made.actor(office=office, body=body), on=ON, today=ON)
    found = facts_for(filing, case, made.calendar())
    assert isinstance(found, PairFacts)
    return found


def test_a_concept_is_its_own_treaty() -> None:
    """Until it is linked."""
    open_cycle()
    submit("C-1")
    submit("C-2")
    assert treaties() == {"C-1": "C-1", "C-2": "C-2"}


def test_links_carry_along_what_was_linked() -> None:
    """However links follow one another, the treaty is that of its first concept."""
    open_cycle()
    for number in range(1, 6):
        submit(f"C-{number}")
    linked("C-3", "C-2")
    linked("C-4", "C-3")
    assert treaties()["C-4"] == "C-2"
    linked("C-2", "C-1")
    assert treaties() == {**dict.fromkeys(["C-1", "C-2", "C-3", "C-4"], "C-1")} | {
        "C-5": "C-5"
    }


def unlinked(key: str, earlier: str) -> None:
    """Undo the link of a concept to an earlier one of the same year."""
    later(made_rows.unlink(key=key, on=ON, earlier_year=2024, earlier=earlier))


def refused(filing: Any) -> tuple[str, ...]:
    """Return what refuses the act."""
    with pytest.raises(ActRefusedError) as error:
        later(filing)
    return tuple(one.code for one in error.value.objections)


def test_a_link_undone_leaves_the_others() -> None:
    """What followed the concept goes with it, what it was linked to stays together."""
    open_cycle()
    for number in range(1, 6):
        submit(f"C-{number}")
    for later_one, earlier in ((2, 1), (4, 3), (3, 2), (5, 4)):
        linked(f"C-{later_one}", f"C-{earlier}")
    assert set(treaties().values()) == {"C-1"}
    unlinked("C-3", "C-2")
    assert treaties() == {
        **dict.fromkeys(["C-1", "C-2"], "C-1"),
        **dict.fromkeys(["C-3", "C-4", "C-5"], "C-3"),
    }
    linked("C-3", "C-2")
    assert set(treaties().values()) == {"C-1"}


def test_a_concept_linked_twice_stays_by_the_other_link() -> None:
    """Two ways lead to the treaty; one of them is enough."""
    open_cycle()
    for number in (1, 2, 3):
        submit(f"C-{number}")
    linked("C-2", "C-1")
    linked("C-3", "C-1")
    unlinked("C-2", "C-1")
    assert treaties() == {"C-1": "C-1", "C-2": "C-2", "C-3": "C-1"}


def test_what_was_undone_is_not_undone_again() -> None:
    """Nor is a link that nobody made."""
    open_cycle()
    for number in (1, 2, 3):
        submit(f"C-{number}")
    linked("C-2", "C-1")
    linked("C-3", "C-2")
    undo = made_rows.unlink(key="C-3", on=ON, earlier_year=2024, earlier="C-1")
    assert refused(undo) == ("is_linked",)
    unlinked("C-3", "C-2")
    again = made_rows.unlink(key="C-3", on=ON, earlier_year=2024, earlier="C-2")
    assert refused(again) == ("is_linked",)


def test_linked_then_told_apart_and_the_other_way_round() -> None:
    """A link stands against telling apart until it is undone; then both are open."""
    open_cycle()
    submit("C-1")
    submit("C-2")
    apart = made_rows.tell_apart(key="C-2", on=ON, other_year=2024, other="C-1")
    linked("C-2", "C-1")
    assert refused(apart) == ("of_two_treaties",)
    unlinked("C-2", "C-1")
    later(apart)
    assert refused(apart) == ("not_told_apart",)
    link = {"key": "C-2", "on": ON, "earlier_year": 2024, "earlier": "C-1"}
    with pytest.raises(ActRefusedError) as error:
        later(made_rows.link(**link, how=How.SAME), acknowledged=())
    assert [one.code for one in error.value.objections] == ["was_not_told_apart"]
    linked("C-2", "C-1")
    assert treaties()["C-2"] == "C-1"


def test_facts_about_two_concepts() -> None:
    """Each with its year, its treaty and its bodies."""
    open_cycle()
    first = submit("C-1")
    submit("C-2", proposers=("energy", "trade"))
    linked("C-2", "C-1")
    found = pair("C-2", "C-1")
    received_on = date(2024, 9, 20)
    assert found.concept == OfTreaty(
        2024, "C-2", received_on, first, ("energy", "trade")
    )
    assert found.other == OfTreaty(2024, "C-1", received_on, first, ("trade",))
    assert found.told_apart_on is None


@pytest.mark.parametrize(("key", "other"), [("C-3", "C-1"), ("C-1", "C-3")])
def test_told_apart_for_the_whole_treaty(key: str, other: str) -> None:
    """What was told of one concept holds for all of its treaty, both ways."""
    open_cycle()
    for number in (1, 2, 3):
        submit(f"C-{number}")
    later(made_rows.tell_apart(key="C-3", on=ON, other_year=2024, other="C-2"))
    assert pair(key, other).told_apart_on is None
    linked("C-2", "C-1")
    assert pair(key, other).told_apart_on == ON


def test_a_body_sees_its_own_and_what_is_agreed() -> None:
    """Another body's concept is for it as if it were not there, until it is agreed."""
    agreed_rows()
    submit("C-3", proposers=("energy",))
    submit("C-4")
    assert pair("C-4", "C-1", "trade").other.key == "C-1"
    assert pair("C-3", "C-1", "energy").other.key == "C-1"
    for key, other, body in (("C-1", "C-3", "trade"), ("C-3", "C-4", "energy")):
        with pytest.raises(NotInRecordError) as error:
            pair(key, other, body)
        assert error.value.objection.field == "other"
    assert pair("C-1", "C-3").other.key == "C-3"


@pytest.mark.parametrize(("year", "key"), [(2023, "C-1"), (2024, "N-1"), (2024, "C-9")])
def test_a_concept_that_is_not_there(year: int, key: str) -> None:
    """A concept is named by its own year and key."""
    agreed_rows()
    agreed_later()
    filing = made_rows.link(key="C-1", on=ON, earlier_year=year, earlier=key)
    case = made.case(actor=made.actor(office=Office.CONTROLLER), on=ON, today=ON)
    with pytest.raises(NotInRecordError) as error:
        facts_for(filing, case, made.calendar())
    assert (error.value.objection.field, error.value.objection.values) == (
        "earlier",
        {"key": key},
    )
