"""A record for tests, filled through ``perform`` like any other."""

from datetime import date, datetime
from typing import Any
from uuid import uuid4

from jospar.procedure.clock import Clock
from jospar.procedure.perform import Order, perform
from jospar.rules.core.deadlines import ASTANA, day_in_astana
from jospar.rules.core.nouns import PlanKind, Text
from jospar.rules.core.offices import OF_ONE_BODY, Actor
from jospar.rules.registry import BY_FILING
from tests.rules import made
from tests.rules.made import CURRENT, RULES, YEAR

TRADE = Text("Сауда министрлігі", "Министерство торговли")
ENERGY = Text("Энергетика министрлігі", "Министерство энергетики")
LATE = datetime(2024, 9, 26, 9, 5, tzinfo=ASTANA)
DURING = date(2024, 10, 10)
_CLOCK = Clock(date(2025, 1, 31))
_FIRST_DAY = date(2024, 1, 1)


def do(filing: Any) -> int:
    """Perform an act on its own day and return the number of its entry."""
    on = getattr(filing, "on", None)
    if on is None:
        moment = getattr(filing, "received_at", None)
        on = day_in_astana(moment) if moment else _FIRST_DAY
    order = Order(
        act_id=uuid4(),
        filing=filing,
        year=YEAR,
        on=on,
        actor=Actor("test", max(BY_FILING[type(filing)].by - OF_ONE_BODY)),
        ruleset=RULES,
        document="1",
        acknowledged=None,
        imported=True,
    )
    return perform(order, _CLOCK).number


def open_cycle() -> None:
    """Open the cycle of 2024 for two bodies; five entries."""
    do(made.open_cycle())
    do(made.list_body(code="trade", name=TRADE))
    do(made.list_body(code="energy", name=ENERGY))


def submit(key: str, **changes: Any) -> int:
    """Let the first body submit a concept, and return the number of its entry."""
    return do(made.submit_concept(key=key, **({"proposers": ("trade",)} | changes)))


def conclude(key: str, **changes: Any) -> int:
    """Let the Ministry conclude on a concept, expedient if nothing else is said."""
    return do(made.conclude(key=key, **({"on": DURING} | changes)))


def place(key: str, plan: PlanKind = CURRENT, **changes: Any) -> int:
    """Submit a concept, conclude on it and place it in a plan."""
    submit(key, **changes)
    conclude(key)
    return do(made.place(key=key, plan=plan, on=DURING))


def agree(plan: PlanKind = CURRENT) -> None:
    """Send a plan to the Commission and the President, who both consent."""
    do(made.send_to_commission(plan=plan, on=date(2024, 11, 8)))
    do(made.decide(plan=plan, on=date(2024, 11, 15)))
    do(made.send_to_president(plan=plan, on=date(2024, 11, 20)))
    do(made.record_reply(plan=plan, on=date(2024, 12, 2)))
