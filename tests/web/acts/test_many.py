"""The same act on many concepts."""

from dataclasses import replace
from uuid import uuid4

import pytest

from jospar.records.models import JournalEntry
from jospar.rules.core.offices import Office
from jospar.web.acts.attempt import Attempt
from jospar.web.acts.many import perform_many
from tests.queries.made_record import LATE, open_cycle, submit
from tests.web.acts.made_attempt import attempt
from tests.web.acts.test_attempt import CONCLUDED
from tests.web.seats import seat

pytestmark = pytest.mark.django_db


def one(key: str, **typed: str) -> Attempt:
    """Return the head's attempt to conclude on a concept."""
    return attempt(
        "review.conclude",
        Office.HEAD,
        CONCLUDED | {"key": key} | typed,
        person="head",
    )


def test_each_is_performed_or_refused_on_its_own() -> None:
    """One that is refused, or cannot be read, stops no other."""
    open_cycle()
    submit("C-1")
    submit("late", received_at=LATE)
    submit("C-2")
    submit("C-3")
    seat(Office.HEAD)
    first, late, unread, last = perform_many(
        [one("C-1"), one("late"), one("C-2", expedient="perhaps"), one("C-3")]
    )
    entries = JournalEntry.objects.filter(act="review.conclude").order_by("number")
    assert [first.number, last.number] == [entry.number for entry in entries]
    assert (late.number, unread.number) == (None, None)
    assert [found.provision for found in late.objections] == ["concepts.late"]
    assert (dict(unread.faults), unread.objections) == ({"expedient": "fault.flag"}, ())


def test_what_was_sent_twice_is_done_once() -> None:
    """Each attempt keeps its id; other words under it change nothing."""
    open_cycle()
    submit("C-1")
    seat(Office.HEAD)
    sent = one("C-1")
    (first,), (again,) = perform_many([sent]), perform_many([sent])
    assert first.number == again.number
    other = replace(sent, typed=dict(sent.typed) | {"number": "7"})
    assert perform_many([other])[0].number == first.number
    (refused,) = perform_many([replace(other, act_id=uuid4())])
    assert refused.number is None
    assert JournalEntry.objects.filter(act="review.conclude").count() == 1


def test_nothing_is_performed_on_nothing() -> None:
    """No attempts, no results."""
    assert perform_many([]) == []
