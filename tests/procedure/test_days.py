"""Days are counted with what we bring and what was entered since."""

from datetime import date

import pytest

from jospar.procedure.calendars import CalendarFileError
from jospar.procedure.days import (
    against_calendar,
    calendar_of,
    check_calendar,
    entered,
)
from jospar.procedure.perform import ActRefusedError
from tests.procedure.made_orders import perform_act
from tests.rules import made

pytestmark = pytest.mark.django_db

MOVED = 'edition = "{name}"\nknown_years = [2027]\n[[moved]]\noff = {off}\nworks = {on}'
FIRST = MOVED.format(name="№ 1", off="2027-05-06", on="2027-05-08")
SECOND = 'edition = "№ 2"\nworking_days = [2027-05-06]'
CLASHING = MOVED.format(name="№ 3", off="2027-05-08", on="2027-05-09")


def test_a_calendar_reaches_around_its_year() -> None:
    """It covers the years that deadlines of a cycle can lie in."""
    calendar = calendar_of(2024)
    assert (calendar.first_year, calendar.last_year) == (2022, 2029)


def test_what_is_entered_counts_from_then_on() -> None:
    """An edition that is entered changes the calendar; a later one stands above it."""
    day = date(2027, 5, 6)
    assert (calendar_of(2027).is_working(day), calendar_of(2027).is_known(2027)) == (
        True,
        False,
    )
    perform_act(made.set_calendar(edition="№ 1", content=FIRST))
    assert (calendar_of(2027).is_working(day), calendar_of(2027).is_known(2027)) == (
        False,
        True,
    )
    perform_act(made.set_calendar(edition="№ 2", content=SECOND))
    assert calendar_of(2027).is_working(day) is True
    assert entered() == [("№ 1", FIRST), ("№ 2", SECOND)]


def test_a_file_is_checked_before_it_is_entered() -> None:
    """One that makes no sense is refused with its name; nothing is entered by that."""
    assert check_calendar(FIRST, "first.toml").edition == "№ 1"
    with pytest.raises(CalendarFileError) as error:
        check_calendar(CLASHING, "third.toml")
    assert str(error.value).startswith(
        "The calendar “№ 3” moves 2027-05-09 to 2027-05-08: "
    )
    assert entered() == []


@pytest.mark.parametrize(
    ("edition", "content", "said"),
    [
        ("№ 1", FIRST, ()),
        ("№ 3", CLASHING, ("moves 2027-05-09 to 2027-05-08",)),
        ("№ 9", "edition = 9", ("The calendar file “№ 9” cannot be read",)),
        ("№ 9", FIRST, ("The file calls its edition “№ 1”.",)),
    ],
)
def test_what_days_cannot_be_counted_with_is_not_entered(
    edition: str, content: str, said: tuple[str, ...]
) -> None:
    """Whoever tries: every act would stand still afterwards."""
    filing = made.set_calendar(edition=edition, content=content)
    told = [one.message.format(**one.values) for one in against_calendar(filing)]
    assert [text in one for text, one in zip(said, told, strict=True)] == [True] * len(
        said
    )
    if said:
        with pytest.raises(ActRefusedError):
            perform_act(filing)
        assert entered() == []
