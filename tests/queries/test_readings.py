"""The record of reading, looked through."""

from datetime import UTC, date, datetime

import pytest

from jospar.accounts.models import Reading
from jospar.queries.readings import (
    A_PAGE,
    ReadingFilter,
    ReadingKind,
    ReadThing,
    readers_bodies,
    readings_page,
    taken_apart,
)
from tests.queries.made_record import do, open_cycle, submit
from tests.rules import made

MIDNIGHT = datetime(2024, 10, 20, 19, 0, tzinfo=UTC)
"""Where 21 October begins in Astana."""


def read(what: str = "concept 1", **changes: object) -> Reading:
    """Note that somebody read ``what``."""
    values = {"person": "a.a", "office": "head", "body": "", "at": MIDNIGHT}
    return Reading.objects.create(**values | {"what": what} | changes)


def found(**asked: object) -> list[str]:
    """Return what the readings that are asked for noted, the newest first."""
    chosen = ReadingFilter(**asked)  # type: ignore[arg-type]  # fields by their names
    return [line.what for line in readings_page(chosen).lines]


@pytest.mark.parametrize(
    ("what", "thing"),
    [
        (
            "plan 2024 current 1 kk.docx",
            ReadThing(ReadingKind.PLAN, 2024, ("current", "1", "kk.docx"), 2024),
        ),
        ("concept 12", ReadThing(ReadingKind.CONCEPT, 12, (), None)),
        ("concept", None),
        ("concept C-1", None),
        ("novel 12", None),
        ("", None),
    ],
)
def test_what_was_read_is_taken_apart(what: str, thing: ReadThing | None) -> None:
    """What an older version noted otherwise is left as it is."""
    assert taken_apart(what) == thing


@pytest.mark.parametrize(
    ("what", "downloaded"),
    [
        ("file 3 abc", True),
        ("president 2024 kk.pdf", True),
        ("plan 2024 current 1 xlsx", True),
        ("president 2024", False),
        ("concept 12", False),
    ],
)
def test_what_was_sent_to_be_kept_is_a_download(what: str, downloaded: bool) -> None:
    """A page is read, a document is downloaded, and an attached file always is."""
    thing = taken_apart(what)
    assert thing is not None
    assert thing.downloaded is downloaded


@pytest.mark.django_db
def test_entries_have_their_years_and_names() -> None:
    """A concept is called by its key, an entry that is not there by nothing."""
    open_cycle()
    entry = submit("C-1")
    read(f"concept {entry}")
    read("concept 999")
    unknown, known = (line.thing for line in readings_page(ReadingFilter()).lines)
    assert known == ReadThing(ReadingKind.CONCEPT, entry, (), 2024, "C-1")
    assert unknown == ReadThing(ReadingKind.CONCEPT, 999, (), None)


@pytest.mark.django_db
def test_readings_are_found_by_person_body_and_kind() -> None:
    """A person by the code, or by a part of the name."""
    open_cycle()
    do(made.appoint(person="b.b", name="Б. Оспанов"))
    read("concept 1", person="b.b")
    read("plan 2024 current 1", body="trade")
    assert found() == ["plan 2024 current 1", "concept 1"]
    assert found(person="b.b") == ["concept 1"]
    assert found(person="Оспан") == ["concept 1"]
    assert found(person="b") == []
    assert found(body="trade") == ["plan 2024 current 1"]
    assert found(kind=ReadingKind.CONCEPT) == ["concept 1"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({"first_day": date(2024, 10, 21)}, ["concept 1"]),
        ({"first_day": date(2024, 10, 22)}, []),
        ({"last_day": date(2024, 10, 21)}, ["concept 1"]),
        ({"last_day": date(2024, 10, 20)}, []),
    ],
)
def test_days_are_those_of_astana(asked: dict[str, date], expected: list[str]) -> None:
    """Midnight there belongs to the day that begins."""
    read()
    assert found(**asked) == expected


@pytest.mark.django_db
def test_pages_go_on_where_the_one_before_ended() -> None:
    """The last one says that there is nothing older."""
    for number in range(A_PAGE + 1):
        read(f"concept {number}")
    first = readings_page(ReadingFilter())
    last = readings_page(ReadingFilter(), first.older)
    assert (len(first.lines), len(last.lines)) == (A_PAGE, 1)
    assert (last.lines[0].what, last.older) == ("concept 0", None)


@pytest.mark.django_db
def test_bodies_and_recipients_have_their_names() -> None:
    """Before the first cycle there are none."""
    assert readers_bodies() == {}
    open_cycle()
    bodies = readers_bodies()
    assert list(bodies) == ["trade", "energy", "parliament", "government_office"]
    assert bodies["parliament"].name_en == "Parliament of the Republic of Kazakhstan"
