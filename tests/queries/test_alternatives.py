"""What would differ if an open word of the Rules were read otherwise."""

from datetime import date
from functools import partial

import pytest

from jospar.queries.alternatives import Alternative, Difference, Differs
from jospar.rules.core.nouns import Text
from tests.queries.made_record import LATE, conclude, do, open_cycle, place, submit
from tests.queries.test_living_rules import rules_on
from tests.rules import made
from tests.rules.made import BOTH_YEARS, CURRENT

pytestmark = pytest.mark.django_db

sent_in_time = partial(submit, received_at=LATE, sent_on=date(2024, 9, 24))


def ways(provision: str, today: date = date(2024, 10, 20)) -> dict[str, Alternative]:
    """Return the other options of a provision by their names."""
    found = rules_on(today).find(provision)
    assert found is not None
    return {other.option: other for way in found.alternatives for other in way.others}


def test_concepts_that_are_late_only_by_their_receipt() -> None:
    """What was sent in time and came late is late on one of two readings."""
    open_cycle()
    submit("C-1")
    sent_in_time("C-2")
    submit("C-3", received_at=LATE, sent_on=None)
    assert ways("concepts.deadline")["sent"].differs == (
        Differs(Difference.LATE_CONCEPTS, ("C-2",), ()),
    )


def test_concepts_that_would_be_late_by_their_completion() -> None:
    """A concept that lacks a language keeps its day on one of two readings."""
    open_cycle()
    whole = made.wording()
    submit("C-1", wording=made.wording(title=Text(ru=whole.title.ru)))
    submit("C-2")
    assert ways("concepts.languages")["completion_counts"].differs == (
        Differs(Difference.LATE_CONCEPTS, (), ("C-1",)),
    )


def test_a_reading_that_changes_nothing_says_so() -> None:
    """Nobody sent anything that came late."""
    open_cycle()
    submit("C-1")
    assert ways("concepts.deadline")["sent"].differs == ()


def test_conclusions_are_given_when_signed_or_when_sent() -> None:
    """A conclusion that was signed and not sent is late on one of two readings."""
    open_cycle()
    for key in ("C-1", "C-2"):
        submit(key)
        conclude(key)
    do(made.notify(key="C-1", on=date(2024, 10, 15)))
    after = date(2024, 11, 20)
    assert ways("conclusions.deadline", after)["sent"].differs == (
        Differs(Difference.LATE_CONCLUSIONS, (), ("C-2",)),
    )


def test_a_straddling_term_is_chosen_on_one_reading() -> None:
    """By the other the plan follows from the term's first day."""
    open_cycle()
    submit("C-1", wording=made.wording(conclude=BOTH_YEARS))
    conclude("C-1")
    assert ways("placement.term")["first_day"].differs == (
        Differs(Difference.TO_CHOOSE, ("C-1",), ()),
    )


def test_a_day_off_divides_the_strict_reading_from_the_wide_one() -> None:
    """10 November 2024 is a Sunday: a plan of Monday is late by the strict reading."""
    open_cycle()
    place("C-1")
    do(made.send_to_commission(on=date(2024, 11, 11)))
    (way,) = (
        way
        for line in rules_on(date(2024, 11, 12)).provisions
        for way in line.alternatives
        if way.provision == "commission.deadline"
    )
    assert (way.reading, way.chosen) == (None, "outer")
    assert way.days == {"due": date(2024, 11, 10), "outer": date(2024, 11, 11)}
    assert way.others == (
        Alternative(
            "due", (Differs(Difference.LATE_TO_COMMISSION, (), (CURRENT.value,)),)
        ),
    )


def test_a_deadline_on_a_working_day_is_read_in_one_way() -> None:
    """25 September 2024 is a Wednesday."""
    open_cycle()
    assert "outer" not in ways("concepts.deadline")
    assert ways("distribution.deadline") == {}
