"""The stage on which the years are played."""

from datetime import date

import pytest

from jospar.management.simulation.play import Play, Tally
from jospar.management.simulation.state import Scenario
from jospar.procedure import journal
from jospar.rules.core.offices import Office
from jospar.rules.reference.facts import Appoint, OpenCycle
from tests.rules.made import RULES

SCENARIO = Scenario(years=2, concepts=3, bodies=2, seed=1, unlawful=0)
OPEN = OpenCycle(2023, RULES.code)
ADMINISTRATOR = Appoint(
    "administrator", "Әкімші", Office.ADMINISTRATOR, "", date(2023, 1, 1)
)


def test_what_waits_is_done_by_days_on_days_of_work() -> None:
    """What falls on a weekend is done on Monday, in the order in which it was asked."""
    play, done = Play(SCENARIO, RULES), []

    def note(play: Play, what: str) -> None:
        done.append((play.day, what))
        if what == "Friday":
            play.after(1, note, "the day after")

    play.at(date(2023, 3, 11), note, "Saturday")
    play.at(date(2023, 3, 13), note, "Monday")
    play.at(date(2023, 3, 10), note, "Friday")
    play.at(date(2023, 4, 1), note, "too late")
    days = list(play.days(date(2023, 3, 31)))
    monday = date(2023, 3, 13)
    assert done == [
        (date(2023, 3, 10), "Friday"),
        (monday, "Saturday"),
        (monday, "Monday"),
        (monday, "the day after"),
    ]
    assert days == [date(2023, 1, 1), date(2023, 3, 10), date(2023, 3, 31)]


@pytest.mark.django_db
def test_who_holds_no_office_is_refused_and_counted() -> None:
    """Before the appointment nobody opens the year; after it somebody does, once."""
    play = Play(SCENARIO, RULES)
    assert play.act(2023, OPEN) == 0
    play.begin(2023, ADMINISTRATOR)
    assert play.act(2023, OPEN) == 2
    assert play.act(2023, OPEN) == 0
    assert play.tallies == {2023: Tally(performed=2, refused=2)}
    assert journal.last()[0] == 2


@pytest.mark.django_db
@pytest.mark.parametrize(("unlawful", "attempted"), [(0, 0), (34, 1)])
def test_lawless_attempts_as_often_as_asked_for(unlawful: int, attempted: int) -> None:
    """None in a lawful scenario; of three times the percentage, each time at 34."""
    scenario = Scenario(2, 3, 2, seed=1, unlawful=unlawful)
    play = Play(scenario, RULES)
    play.attempt(2023, OPEN)
    assert play.tallies.get(2023, Tally()) == Tally(
        attempted=attempted, refused=attempted
    )


def test_a_body_answers_through_its_successors() -> None:
    """In however many steps; a body that was not succeeded answers itself."""
    play = Play(SCENARIO, RULES)
    play.successors = {"body-1": "body-3", "body-3": "body-4"}
    assert [play.answering(body) for body in ("body-1", "body-2")] == [
        "body-4",
        "body-2",
    ]


def test_tallies_add_up() -> None:
    """Number by number."""
    assert Tally(1, 2, 3, 4) + Tally(10, 20, 30, 40) == Tally(11, 22, 33, 44)
