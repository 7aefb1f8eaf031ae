"""An attempt for tests: an act that somebody is about to perform at a desk."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import uuid4

from jospar.procedure.clock import Clock
from jospar.rules.core.offices import Actor, Office
from jospar.rules.registry import BY_CODE
from jospar.web.acts.attempt import Attempt
from jospar.web.visitor import Seat, Visitor
from tests.rules.made import RULES, YEAR

TODAY = date(2024, 10, 21)


def visitor(office: Office, body: str = "", today: date = TODAY) -> Visitor:
    """Return somebody of the office, whose appointment the record need not have."""
    return Visitor(None, Actor("x", office, body), (), Clock(today), today)


def attempt(
    code: str,
    office: Office,
    typed: Mapping[str, str] | None = None,
    *,
    body: str = "",
    person: str = "x",
    who: Visitor | None = None,
    **changes: Any,
) -> Attempt:
    """Return an attempt at the act with what was typed."""
    given: dict[str, Any] = {
        "act": BY_CODE[code],
        "seat": Seat(
            who or visitor(office, body), Actor(person, office, body), RULES, YEAR
        ),
        "typed": typed or {},
        "act_id": uuid4(),
    }
    return Attempt(**(given | changes))
