"""The private calendar of one's deadlines."""

from datetime import date

import pytest
from icalendar import Calendar, Event

from jospar.notices.calendar_feed import (
    calendar_feed,
    close_feed,
    feed_made_at,
    new_feed,
    person_of_feed,
)
from jospar.notices.models import FeedToken
from tests.notices.made_notices import appoint, at, do, open_cycle
from tests.rules import made

pytestmark = pytest.mark.django_db
DAY = date(2024, 10, 7)
NOW = at(DAY).now()


def events(person: str, language: str = "en", *years: int) -> dict[str, Event]:
    """Return the events of the feed by their UIDs."""
    text = calendar_feed(person, years or (2024,), language, NOW, DAY)
    return {str(event["uid"]): event for event in Calendar.from_ical(text).events}


def planned() -> None:
    """Let one concept stand in the current plan."""
    open_cycle()
    do(made.submit_concept())
    do(made.conclude(on=date(2024, 10, 2)))
    do(made.place(on=date(2024, 10, 3)))


@pytest.mark.parametrize(
    ("office", "body", "uids"),
    [
        ("body_officer", "trade", ["2024.concepts.deadline@jospar"]),
        ("reviewer", "", ["2024.conclusions.deadline@jospar"]),
        (
            "planner",
            "",
            [
                "2024.commission.deadline.current@jospar",
                "2024.president.deadline.current@jospar",
            ],
        ),
        ("auditor", "", []),
    ],
)
def test_the_deadlines_of_an_office(office: str, body: str, uids: list[str]) -> None:
    """Each office has its own; who holds none has an empty calendar."""
    planned()
    appoint("a", office, body)
    assert sorted(events("a")) == uids


def test_an_event_says_why() -> None:
    """It takes the day of the strictest reading, with ground, days and calendar."""
    planned()
    appoint("a", "planner")
    event = events("a")["2024.commission.deadline.current@jospar"]
    assert (event.start, event.end) == (date(2024, 11, 10), date(2024, 11, 11))
    assert str(event["description"]).splitlines()[:-1] == [
        "Ground: paragraph 12 (commission.deadline).",
        "The day that the Rules name: 10 November 2024.",
        "Day skipped: 10 November 2024, weekend.",
        "Read widely, the last day is 11 November 2024.",
    ]


def test_it_rings_on_working_mornings() -> None:
    """Five working days before and one, at nine in Astana."""
    planned()
    appoint("a", "planner")
    lines = calendar_feed("a", [2024], "en", NOW, DAY).decode().splitlines()
    assert [line for line in lines if line.startswith("TRIGGER")][:2] == [
        "TRIGGER;VALUE=DATE-TIME:20241104T040000Z",
        "TRIGGER;VALUE=DATE-TIME:20241108T040000Z",
    ]


def test_what_is_met_does_not_ring() -> None:
    """It says when it was met."""
    planned()
    appoint("a", "reviewer")
    (event,) = events("a").values()
    assert event.walk("valarm") == []
    assert "Met on 2 October 2024." in str(event["description"])


def test_years_that_are_not_open() -> None:
    """They have no deadlines, whatever is asked."""
    open_cycle()
    appoint("a", "reviewer")
    assert list(events("a", "kk", 2023, 2024, 2025)) == [
        "2024.conclusions.deadline@jospar"
    ]


def test_the_secret_of_a_feed() -> None:
    """It opens the feed until it is made anew, and is kept as a hash alone."""
    first = new_feed("a", NOW)
    second = new_feed("a", NOW)
    assert (feed_made_at("a"), feed_made_at("b")) == (NOW, None)
    assert [person_of_feed(secret) for secret in (first, second, "")] == [
        None,
        "a",
        None,
    ]
    assert second not in FeedToken.objects.get().secret_hash
    close_feed("a")
    assert (person_of_feed(second), feed_made_at("a")) == (None, None)


def test_a_named_day_that_is_too_late() -> None:
    """Where the Rules say "before", the event says why it stands a day earlier."""
    open_cycle()
    appoint("a", "reviewer")
    event = events("a")["2024.conclusions.deadline@jospar"]
    assert event.start == date(2024, 10, 24)
    assert str(event["description"]).splitlines()[1:3] == [
        "The day that the Rules name: 25 October 2024.",
        "The named day itself is too late: read strictly, the last day is 24 October "
        "2024.",
    ]
