"""Orders for tests, each valid until something is changed; and acts, performed."""

from datetime import date
from typing import Any
from uuid import uuid4

from jospar.procedure.clock import Clock
from jospar.procedure.perform import Order, Performed, perform
from jospar.rules.core.deadlines import day_in_astana
from jospar.rules.core.offices import OF_ONE_BODY, Actor
from jospar.rules.intake.facts import ReportNone
from jospar.rules.plans.facts import BringIn
from jospar.rules.registry import BY_FILING
from tests.records.made_files import kept_scan
from tests.rules.made import RULES, YEAR
from tests.rules.made_plans import PAST

TODAY = date(2024, 12, 31)
"""The day on which everything is recorded, if no other is given."""

JANUARY = date(2024, 1, 9)
"""The day of effect of filings that have none of their own."""


def order(filing: Any, **changes: Any) -> Order:
    """Return an imported order of ``filing`` on its own day, by an office that may.

    A letter of none comes with its scan; a past plan is of its own year.
    """
    given: dict[str, Any] = {
        "act_id": uuid4(),
        "filing": filing,
        "year": PAST if isinstance(filing, BringIn) else YEAR,
        "on": _day(filing),
        "actor": Actor("test", max(BY_FILING[type(filing)].by - OF_ONE_BODY)),
        "ruleset": RULES,
        "document": "12-3/45",
        "acknowledged": None,
        "imported": True,
        "files": (kept_scan(),) if isinstance(filing, ReportNone) else (),
    }
    return Order(**(given | changes))


def perform_act(filing: Any, today: date = TODAY, **changes: Any) -> Performed:
    """Perform ``filing`` on ``today``; ``changes`` are those of its order."""
    return perform(order(filing, **changes), Clock(today))


def _day(filing: Any) -> date:
    if hasattr(filing, "received_at"):
        return day_in_astana(filing.received_at)
    return getattr(filing, "on", JANUARY)
