"""A person's calendar of deadlines."""

import re
from datetime import date

import pytest
from django.test import Client
from icalendar import Calendar

from jospar.accounts.models import Person
from jospar.notices.models import FeedToken
from jospar.procedure.rehearsal import rehearse_on
from jospar.rules.core.offices import Office
from tests.queries.made_record import open_cycle
from tests.web.seats import seat

pytestmark = pytest.mark.django_db

PAGE = "/en/calendar/"


def made(browser: Client) -> str:
    """Have the address made, and return its path."""
    answer = browser.post(PAGE, {"do": "make"})
    assert answer.status_code == 200
    found = re.search(r"http://testserver(/calendar/[^<]+\.ics)", answer.text)
    assert found is not None
    return found[1]


def test_a_calendar_program_needs_no_sign_in() -> None:
    """It gets the deadlines of the person's offices, in the person's language."""
    open_cycle()
    browser = seat(Office.HEAD)
    rehearse_on(date(2024, 10, 20))
    Person.objects.update(language="ru")
    answer = Client().get(made(browser))
    assert answer.status_code == 200
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert answer["Cache-Control"] == "private, no-cache"
    events = Calendar.from_ical(answer.content).walk("VEVENT")
    days = {event.decoded("dtstart") for event in events}
    assert date(2024, 10, 24) in days
    assert "Министерство даёт заключение" in answer.content.decode().replace(
        "\r\n ", ""
    )


def test_an_old_cycle_is_left_out() -> None:
    """The calendar has what can still come, and the year before."""
    open_cycle()
    browser = seat(Office.HEAD)
    path = made(browser)
    for year, events in ((2025, True), (2026, False)):
        rehearse_on(date(year, 2, 1))
        found = Calendar.from_ical(Client().get(path).content).walk("VEVENT")
        assert bool(found) is events


def test_the_address_is_shown_once() -> None:
    """Later the page only says when it was made."""
    browser = seat(Office.HEAD)
    assert "There is no address yet." in browser.get(PAGE).text
    made(browser)
    html = browser.get(PAGE).text
    assert ".ics" not in html
    assert "The address was made on" in html


def test_a_new_address_ends_the_former_one() -> None:
    """Whoever was given that one sees nothing any more."""
    browser = seat(Office.HEAD)
    first, second = made(browser), made(browser)
    statuses = [Client().get(path).status_code for path in (first, second)]
    assert statuses == [404, 200]


def test_a_closed_address_opens_nothing() -> None:
    """The person can make another one."""
    browser = seat(Office.HEAD)
    path = made(browser)
    answer = browser.post(PAGE, {"do": "close"})
    assert (answer.status_code, answer["Location"]) == (302, PAGE)
    assert Client().get(path).status_code == 404
    assert FeedToken.objects.count() == 0


def test_a_closed_account_has_no_calendar() -> None:
    """Its address is as if it had never been."""
    path = made(seat(Office.HEAD))
    Person.objects.update(is_active=False)
    assert Client().get(path).status_code == 404


@pytest.mark.parametrize("secret", ["x", "a" * 43, ".."])
def test_a_secret_cannot_be_guessed(secret: str) -> None:
    """A wrong one opens nothing."""
    made(seat(Office.HEAD))
    assert Client().get(f"/calendar/{secret}.ics").status_code == 404


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_the_page_stands_in_each_language(language: str) -> None:
    """It says what the calendar is."""
    names = {"kk": "күнтізбесі", "ru": "Календарь", "en": "Calendar"}
    answer = seat(Office.HEAD).get(f"/{language}/calendar/")
    assert answer.status_code == 200
    assert names[language] in answer.text


def test_nobody_makes_an_address_without_signing_in() -> None:
    """The way leads through the sign-in."""
    assert Client().post(PAGE, {"do": "make"}).status_code == 302
    assert FeedToken.objects.count() == 0


def test_what_is_not_known_is_not_done() -> None:
    """The page is shown as it is."""
    browser = seat(Office.HEAD)
    assert browser.post(PAGE, {"do": "else"}).status_code == 200
    assert FeedToken.objects.count() == 0
