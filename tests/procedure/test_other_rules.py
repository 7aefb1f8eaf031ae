"""What was done in a year, asked again under other rules."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest

from jospar.procedure import journal
from jospar.procedure.clock import Clock
from jospar.procedure.other_rules import (
    Declined,
    entries_for,
    refused_by_themselves,
    under,
)
from jospar.procedure.replay import dump
from jospar.records.models import Concept, JournalEntry, Row
from jospar.rules.core.ruleset import Ruleset
from jospar.rules.core.varied import NewDeadline, Variation, varied
from tests.procedure.made_orders import order
from tests.queries.made_record import LATE, agree, conclude, open_cycle, place, submit
from tests.rules import made
from tests.rules.made import RULES, YEAR
from tests.web.made_year import agreed_year
from tests.web.whole_record import whole_record

pytestmark = pytest.mark.django_db(databases=["default", "past"])


def earlier(month: int, day: int) -> Ruleset:
    """Return the Rules with another deadline of the concepts."""
    moved = {"concepts.deadline": NewDeadline(month, day)}
    return varied(RULES, Variation(deadlines=moved))


def refused(rules: Ruleset) -> Mapping[int, str]:
    """Return the name of the check that refuses each entry under the rules."""
    with under(rules, YEAR, entries_for(YEAR, journal.entries())) as asked:
        return {
            one.entry: one.against[0].code
            for one in asked
            if one.entry is not None and one.against
        }


def test_the_own_rules_refuse_nothing_and_make_the_same_record() -> None:
    """Every act stands again, with the numbers, the files and the texts it had."""
    whole_record()
    recorded, entries = dump(), list(journal.entries())
    with under(RULES, YEAR, entries) as asked:
        assert [one.against for one in asked if one.against] == []
        assert dump() == recorded
        assert JournalEntry.objects.count() == len(entries)


def test_a_concept_that_would_be_late_takes_what_followed_with_it() -> None:
    """The conclusion is refused by the rules, the placement for want of it."""
    open_cycle()
    placed = place("C-1")
    conclusion = placed - 1
    rules = earlier(9, 1)
    assert refused(rules) == {conclusion: "in_time", placed: "expedient"}
    entries = list(journal.entries())
    assert refused_by_themselves(rules, YEAR, entries, {conclusion, placed}) == {
        conclusion
    }
    with under(rules, YEAR, entries):
        assert (Concept.objects.count(), Row.objects.count()) == (1, 0)
    assert Row.objects.count() == 1


def test_what_is_not_refused_is_not_asked_twice() -> None:
    """Without refused entries none is refused by itself."""
    open_cycle()
    assert refused_by_themselves(RULES, YEAR, list(journal.entries()), ()) == set()


def test_a_day_that_changes_nothing() -> None:
    """Everything had come by the last day in time."""
    agreed_year()
    assert refused(earlier(9, 25)) == {}


def test_a_plan_without_rows_is_not_sent_on() -> None:
    """Whatever became of the plan has nothing to build on."""
    open_cycle()
    placed = place("C-1")
    agree()
    found = refused(earlier(9, 1))
    assert list(found)[:2] == [placed - 1, placed]
    assert set(found) <= set(range(placed - 1, placed + 5))


def test_what_was_declined_stands_where_it_is_allowed() -> None:
    """A conclusion on a late concept is given under rules by which it is in time."""
    open_cycle()
    entry = submit("C-1", received_at=LATE)
    refused_before = order(made.conclude(key="C-1", on=date(2024, 10, 10)))
    declined = Declined(entry, refused_before, Clock(date(2025, 1, 31)), ())
    entries = list(journal.entries())
    stands = []
    for rules in (RULES, earlier(9, 30)):
        with under(rules, YEAR, entries, [declined]) as asked:
            stands.append((asked[-1].entry, bool(asked[-1].against)))
    assert stands == [(None, True), (None, False)]


def test_later_years_are_left_out_but_for_what_no_cycle_owns() -> None:
    """Appointments and days off stay whichever year they were entered in."""
    whole_record()
    entries = list(journal.entries())
    assert {entry.act for entry in entries_for(YEAR - 2, entries)} == {
        *("reference.appoint", "reference.repair", "plans.bring_in"),
    }
    assert entries_for(YEAR, entries) == entries


def test_an_entry_that_cannot_be_read_is_named() -> None:
    """Its filing has a value that the act does not know."""
    open_cycle()
    submit("C-1")
    conclude("C-1")
    *entries, last = journal.entries()
    spoilt = last.filing.replace('"expedient":true', '"expedient":"perhaps"')
    entries.append(replace(last, filing=spoilt))
    told = f"entry {last.number} "
    with pytest.raises(journal.JournalError, match=told), under(RULES, YEAR, entries):
        pass
