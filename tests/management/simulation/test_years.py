"""Years are played alike by the same scenario, through ``perform`` alone."""

import json
from datetime import date
from typing import Any

import pytest
from django.db import transaction

from jospar.management.simulation.state import Scenario
from jospar.management.simulation.years import played, simulate
from jospar.procedure import journal
from jospar.procedure.clock import Clock
from jospar.procedure.perform import Order, Performed, perform
from jospar.procedure.replay import dump
from jospar.rules.registry import ACTS
from tests.years.decades import check_record

pytestmark = [
    pytest.mark.django_db(databases=["default", "past"]),
    pytest.mark.slow,
]

SMALL = Scenario(years=2, concepts=8, bodies=3, seed=5)
UNUSED = {
    "reference.set_calendar",
    "reference.end_appointment",
    "outbox.approve",
    "plans.bring_in",
    "reference.repair",
}
"""Acts that the simulation has no use for."""


def told(scenario: Scenario, until: date) -> tuple[list[Any], dict[str, Any]]:
    """Return what the journal and the records say after a time; nothing is kept."""
    start = transaction.savepoint()
    simulate(scenario, until)
    said = [
        (entry.act_id, entry.value("filing"), json.loads(entry.header)["recorded_at"])
        for entry in journal.entries()
    ]
    records = dump()
    transaction.savepoint_rollback(start)
    return said, records


def test_the_same_seed_gives_the_same_years() -> None:
    """To the last word and id; another seed gives other years."""
    until = date(2023, 10, 31)
    first = told(SMALL, until)
    assert told(SMALL, until) == first
    assert told(Scenario(2, 8, 3, seed=6), until)[0] != first[0]


def test_a_day_to_stop_at() -> None:
    """Nothing is recorded after it; the play stands there."""
    *_days, play = played(SMALL, date(2023, 9, 20))
    last = journal.latest()
    assert play.day == date(2023, 9, 20)
    assert last is not None
    assert last.read().recorded_at < "2023-09-21"


def test_all_routes_are_gone() -> None:
    """Some years of a few bodies have every act in them that a simulation plays."""
    unseen = {act.filing: act.code for act in ACTS}

    def seen(order: Order, clock: Clock) -> Performed:
        performed = perform(order, clock)
        unseen.pop(type(order.filing), None)
        return performed

    # What is rare need not happen in the first years that are drawn.
    for seed in range(8):
        start = transaction.savepoint()
        simulate(Scenario(4, 20, 5, seed=seed), performer=seen)
        transaction.savepoint_rollback(start)
        if set(unseen.values()) == UNUSED:
            break
    assert set(unseen.values()) == UNUSED


def test_unlawful_years() -> None:
    """All that is attempted is refused, and nothing else; the journal gives it all."""
    check_record(simulate(Scenario(2, 15, 4, seed=1, unlawful=30)))


def test_lawful_years() -> None:
    """Where nothing is unlawful nothing is attempted, late or refused."""
    play = simulate(Scenario(1, 10, 3, seed=2, unlawful=0))
    assert {tally.numbers()[2:] for tally in play.tallies.values()} == {(0, 0)}
    assert not any(treaty.late for treaty in play.cycles[2023].treaties.values())
    assert all(treaty.whole for treaty in play.cycles[2023].treaties.values())
