"""A treaty's life for tests: agreed, put forward, renamed, signed, in force."""

from datetime import date
from typing import Any
from uuid import uuid4

from jospar.procedure.clock import Clock
from jospar.procedure.perform import Order, perform
from jospar.rules.core.nouns import Term
from jospar.rules.core.offices import OF_ONE_BODY, Actor
from jospar.rules.registry import BY_FILING
from tests.queries.made_record import agree, do, open_cycle, place
from tests.rules import made
from tests.rules.made import AT, CURRENT, LONG_TERM, RULES, YEAR, YEAR_2026

LATER = date(2026, 12, 31)
YEAR_2027 = Term(date(2027, 1, 1), date(2027, 12, 31))


def agreed_rows() -> None:
    """Agree a current plan with the row C-1 and a long-term one with the row C-2."""
    open_cycle()
    place("C-1")
    place("C-2", LONG_TERM, wording=made.wording(conclude=YEAR_2026))
    agree()
    agree(LONG_TERM)


def later(
    filing: Any,
    year: int = YEAR,
    on: date | None = None,
    acknowledged: tuple[str, ...] | None = None,
) -> int:
    """Perform an act of carrying out on its own day, years after if need be."""
    order = Order(
        act_id=uuid4(),
        filing=filing,
        year=year,
        on=on or filing.on,
        actor=Actor("test", max(BY_FILING[type(filing)].by - OF_ONE_BODY)),
        ruleset=RULES,
        document="1",
        acknowledged=acknowledged,
        imported=True,
    )
    return perform(order, Clock(LATER)).number


def listed_body(code: str) -> None:
    """List one more body in the cycle."""
    do(made.list_body(code=code))


def agreed_later() -> None:
    """Open the cycle of 2025 and agree both of its plans, on 8 December 2025.

    The row N-1 is in the current plan of 2026, the row N-2 in the long-term one.
    """
    year, day = 2025, date(2025, 1, 9)
    later(made.open_cycle(year=year), year, day)
    later(made.list_body(code="trade"), year, day)
    for key, plan, term in (("N-1", CURRENT, YEAR_2026), ("N-2", LONG_TERM, YEAR_2027)):
        received_at = AT.replace(year=year)
        later(
            made.submit_concept(
                key=key,
                proposers=("trade",),
                wording=made.wording(conclude=term),
                received_at=received_at,
                sent_on=None,
            ),
            year,
            received_at.date(),
        )
        later(made.conclude(key=key, number=key, on=date(year, 10, 10)), year)
        later(made.place(key=key, plan=plan, on=date(year, 10, 10)), year)
    for plan in (CURRENT, LONG_TERM):
        later(made.send_to_commission(plan=plan, on=date(year, 11, 7)), year)
        later(made.decide(plan=plan, on=date(year, 11, 14)), year)
        later(made.send_to_president(plan=plan, on=date(year, 11, 20)), year)
        later(made.record_reply(plan=plan, on=date(year, 12, 8)), year)
