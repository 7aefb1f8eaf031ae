"""A personal link opens one act, for one recipient of one plan, for a time."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest

from jospar.accounts.receipt_links import (
    AS_AGREED,
    LASTS,
    acts_by_link,
    make_link,
    opened_by,
)
from jospar.procedure.clock import Clock
from jospar.procedure.perform import ActRefusedError, Order, perform
from jospar.rules.core.offices import Actor, Office
from tests.queries.made_record import agree, do, open_cycle, place
from tests.rules import made
from tests.rules.made import CURRENT, LONG_TERM, RULES, YEAR

pytestmark = pytest.mark.django_db

TODAY = date(2024, 12, 10)
ONE_DAY = timedelta(days=1)


def linked() -> Actor:
    """Return who acts by a link for Parliament to the current plan."""
    token = make_link(YEAR, CURRENT, "parliament", "a.akhmetova", TODAY)
    opened = opened_by(token, TODAY)
    assert opened is not None
    return opened.actor


def test_a_link_opens_its_plan_alone() -> None:
    """For its recipient, in its cycle, until its last day."""
    actor = linked()
    valid: dict[str, Any] = {
        "actor": actor,
        "year": YEAR,
        "plan": CURRENT,
        "revision": AS_AGREED,
        "today": TODAY + LASTS,
    }
    assert acts_by_link(**valid)
    for other in (
        {"plan": LONG_TERM},
        {"revision": 2},
        {"year": YEAR + 1},
        {"today": TODAY + LASTS + ONE_DAY},
        {"actor": replace(actor, body="trade")},
        {"actor": replace(actor, office=Office.REGISTRAR)},
        {"actor": replace(actor, person="link:0")},
        {"actor": replace(actor, person="link:")},
        {"actor": replace(actor, person="parliament")},
    ):
        assert not acts_by_link(**(valid | other))


@pytest.mark.parametrize("plan", [CURRENT, LONG_TERM])
def test_a_link_performs_its_own_act_and_no_other(plan: Any) -> None:
    """Whoever holds no office is refused everything else."""
    open_cycle()
    place("C-1")
    agree()
    do(made.distribute(recipient="parliament", on=TODAY))
    actor = linked()
    filing = made.acknowledge(plan=plan, recipient="parliament", on=TODAY)
    order = Order(uuid4(), filing, YEAR, TODAY, actor, RULES)
    if plan is CURRENT:
        assert perform(order, Clock(TODAY)).new
        return
    with pytest.raises(ActRefusedError, match="office_held"):
        perform(order, Clock(TODAY))


def test_a_link_that_was_not_made_opens_nothing() -> None:
    """Its token is compared by what it hashes to."""
    linked()
    assert opened_by("", TODAY) is None
