"""A query that is built once answers each time as Django would have asked it."""

from datetime import UTC, date, datetime

import pytest
from django.db.models import Q

from jospar.records.models import Cycle, LetterOfNone, Occasion
from jospar.records.past import empty_past
from jospar.records.prepared import Prepared

pytestmark = pytest.mark.django_db(databases=["default", "past"])

AT = datetime(2024, 9, 20, 7, 0, tzinfo=UTC)
ON = date(2024, 9, 20)

LETTERS = Prepared(
    lambda year, body, day: LetterOfNone.objects.filter(
        Q(received_on__lte=day), cycle_id=year, body=body
    ).values_list("received_at", "received_on", "document"),
    year=0,
    body="body",
    day=date.min,
)
YEARS = Prepared(
    lambda key: Occasion.objects.filter(key=key).values_list("years"), key="key"
)
CYCLES = Prepared(lambda: Cycle.objects.order_by("year").values_list("year"))


def open_cycle(year: int) -> None:
    """Put a cycle into the database that is looked at."""
    Cycle.objects.create(year=year, entry=year, ruleset="x", digest="y", content="z")


def test_values_go_to_their_places_by_name() -> None:
    """Whatever order the SQL has them in, and as days and moments with a time zone."""
    open_cycle(2024)
    for entry, body in enumerate(("trade", "energy")):
        LetterOfNone.objects.create(
            entry=entry,
            cycle_id=2024,
            body=body,
            received_at=AT,
            received_on=ON,
            document=f"№ {entry}",
        )
    asked = [
        LETTERS.rows(year=2024, body="energy", day=ON),
        LETTERS.rows(year=2024, body="trade", day=ON),
        LETTERS.rows(year=2024, body="trade", day=date(2024, 9, 19)),
        LETTERS.rows(year=2025, body="trade", day=ON),
    ]
    assert asked == [[(AT, ON, "№ 1")], [(AT, ON, "№ 0")], [], []]


def test_json_is_read() -> None:
    """A field of JSON comes as its value."""
    open_cycle(2024)
    Occasion.objects.create(
        entry=1,
        cycle_id=2024,
        register="event",
        key="E-1",
        kind="president",
        title="Ресми сапар",
        first_day=ON,
        last_day=ON,
        place="",
        years=[2025, 2026],
        concepts=[],
        considered="",
        registered_on=ON,
    )
    assert YEARS.rows(key="E-1") == [([2025, 2026],)]


def test_each_database_is_asked_in_its_own_words() -> None:
    """The past is asked while it is looked at, the present before and after."""
    open_cycle(2024)
    assert CYCLES.rows() == [(2024,)]
    with empty_past():
        open_cycle(2022)
        assert CYCLES.rows() == [(2022,)]
    assert CYCLES.rows() == [(2024,)]
