"""The strip of a rehearsal: any seat can be taken, the day moved on by hand."""

import re
from datetime import date

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from jospar.procedure.clock import Clock
from jospar.procedure.rehearsal import clock_now, rehearse_on
from jospar.rules.core.offices import Office
from jospar.web.rehearsal import Strip, strip
from jospar.web.visitor import Visitor
from tests.queries.made_record import do, open_cycle
from tests.rules import made
from tests.web.seats import seat

pytestmark = pytest.mark.django_db


def strip_on(today: date, language: str = "en") -> Strip:
    """Return the strip of a rehearsal that stands at ``today``."""
    return strip(Visitor(None, None, (), Clock(today), today), language)


def test_every_seat_of_the_day_stands_under_its_office() -> None:
    """Not those of whose appointment ended, or has not begun."""
    open_cycle()
    for person, first_day, last_day in (
        ("now", date(2024, 1, 1), None),
        ("past", date(2024, 1, 1), date(2024, 6, 28)),
        ("later", date(2024, 12, 1), None),
    ):
        do(
            made.appoint(
                person=person,
                name=person,
                office=Office.HEAD,
                first_day=first_day,
                last_day=last_day,
            )
        )
    ((office, held),) = strip_on(date(2024, 10, 20)).seats
    assert office == "head of the International Law Department"
    assert [one.name for one in held] == ["now"]


def test_the_strip_asks_the_same_of_one_seat_and_of_thirty(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    """It stands on every page."""
    open_cycle()
    seats = 0
    for more in (1, 29):
        for _ in range(more):
            seats += 1
            do(made.appoint(person=f"p{seats}", name="А. Ә.", office=Office.HEAD))
        with django_assert_num_queries(3):
            ((_office, held),) = strip_on(date(2024, 10, 20)).seats
        assert len(held) == seats


def test_the_deadlines_ahead_are_days_worth_going_to() -> None:
    """Those by both readings, in their order, and none that is over."""
    open_cycle()
    assert strip_on(date(2024, 10, 24)).days == (
        date(2024, 10, 28),
        date(2024, 11, 10),
        date(2024, 11, 11),
        date(2024, 11, 25),
    )
    assert strip_on(date(2024, 11, 25)).days == ()


def test_a_year_without_a_cycle_has_no_such_days() -> None:
    """Its Rules are not known."""
    assert strip_on(date(2024, 10, 24)).days == ()


def test_a_rehearsal_says_that_it_is_one() -> None:
    """On every page, also to whoever has not signed in."""
    mark = "Rehearsal: what stands on these pages has no legal force."
    assert mark not in Client().get("/en/sign-in/").text
    open_cycle()
    assert mark in Client().get("/en/sign-in/").text
    assert mark in seat(Office.HEAD).get("/en/2024/").text


def test_the_strip_shows_whose_seat_is_taken() -> None:
    """The appointment that one acts under is chosen in it."""
    open_cycle()
    seat(Office.PLANNER)
    html = seat(Office.HEAD).get("/en/2024/").text
    (chosen,) = re.findall(r'<option value="\d+" selected>([^<]+)</option>', html)
    assert chosen == "head of the International Law Department: А. Ә."


def test_the_day_is_moved_on_for_everybody() -> None:
    """The person goes back to where they were."""
    open_cycle()
    browser = seat(Office.HEAD)
    rehearse_on(date(2024, 10, 20))
    answer = browser.post(
        "/en/rehearse/",
        {"day": "2024-10-25"},
        headers={"referer": "http://testserver/en/2024/answers/?answer=silent"},
    )
    assert (answer.status_code, answer["Location"]) == (
        302,
        "/en/2024/answers/?answer=silent",
    )
    assert clock_now().today() == date(2024, 10, 25)


def test_without_a_page_to_go_back_to_the_way_leads_to_the_start() -> None:
    """A browser need not say where it was."""
    open_cycle()
    browser = seat(Office.HEAD)
    answer = browser.post("/ru/rehearse/", {"day": "2025-02-01"})
    assert (answer.status_code, answer["Location"]) == (302, "/ru/")


@pytest.mark.parametrize("day", ["2024-10-19", "", "soon", "20.10.2025"])
def test_the_day_never_goes_back(day: str) -> None:
    """What was recorded stays; nor is anything else a day."""
    open_cycle()
    rehearse_on(date(2024, 10, 20))
    answer = seat(Office.HEAD).post("/en/rehearse/", {"day": day})
    assert answer.status_code == 422
    assert "<h1>The day cannot go back</h1>" in answer.text
    assert clock_now().today() == date(2024, 10, 20)


def test_for_real_nobody_moves_the_day() -> None:
    """Where nothing is rehearsed there is no such page."""
    assert Client().post("/en/rehearse/", {"day": "2031-01-01"}).status_code == 404
    assert Client().get("/en/rehearse/").status_code == 405
