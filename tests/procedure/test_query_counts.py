"""An act asks a fixed number of queries, however much is in the record."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from jospar.rules.commission.facts import AnswerRemark
from jospar.rules.registry import BY_FILING
from tests.procedure.made_orders import perform_act
from tests.procedure.small_year import (
    AGREED,
    APPROVED,
    DRAFTING,
    INTAKE,
    REFERENCE,
    RETURNED,
)
from tests.rules import made

pytestmark = pytest.mark.django_db

OCTOBER = date(2024, 10, 10)

QUERIES: dict[str, set[int]] = {
    "reference.open_cycle": {9},
    "reference.list_body": {10},
    "reference.order_bodies": {11},
    "reference.set_calendar": {9},
    "reference.list_treaty": {8, 9},
    "reference.appoint": {7},
    "reference.end_appointment": {8},
    "reference.explain": {8},
    "intake.report_none": {11},
    "intake.submit_concept": {13},
    "intake.supplement_concept": {13},
    "intake.withdraw_concept": {12},
    "intake.mark_handling": {11},
    "intake.return_late": {12},
    "intake.register_paper": {10},
    "intake.remind": {12},
    "review.ask_opinion": {12},
    "review.give_opinion": {12},
    "review.ask_clarification": {12},
    "review.answer_clarification": {12},
    "review.prepare_conclusion": {13},
    "review.agree_conclusion": {12},
    "review.conclude": {13},
    "review.notify": {12},
    "drafting.settle": {14},
    "drafting.place": {13},
    "drafting.move": {15},
    "drafting.register_agreement": {9},
    "drafting.register_event": {9},
    "drafting.consider": {10},
    "drafting.ask_for_concept": {11},
    "commission.send_to_commission": {29, 30},
    "commission.remark": {12},
    "commission.answer_remark": {9},
    "commission.decide": {11},
    "commission.decide_row": {23, 24, 27, 28},
    "agreement.send_to_president": {22, 23},
    "agreement.record_reply": {15},
    "agreement.distribute": {11, 12},
    "agreement.acknowledge": {11},
    "outbox.approve": {9},
    "outbox.send_reminder": {11},
}
"""How many each act asks on SQLite: several numbers where its cases differ.

Five belong to every act: a transaction, and three of the journal. What plans asks
whether the year was brought in. On PostgreSQL the journal's lock is one more.
"""


@pytest.mark.slow
@pytest.mark.parametrize("others", [1, 300])
def test_queries_of_an_act(others: int) -> None:
    """Each act of a year asks the same beside one other concept and beside 300."""
    found = counted((*REFERENCE, *INTAKE, *DRAFTING))
    place_others(others)
    for code, numbers in counted((*RETURNED, *APPROVED, *AGREED)).items():
        found.setdefault(code, set()).update(numbers)
    lock = 1 if connection.vendor == "postgresql" else 0
    assert found == {
        code: {number + lock for number in numbers} for code, numbers in QUERIES.items()
    }


def place_others(number: int) -> None:
    """Put so many other concepts into the current plan."""
    for key in (f"X-{count}" for count in range(number)):
        for filing in (
            made.submit_concept(key=key),
            made.conclude(key=key, on=OCTOBER),
            made.place(key=key, on=OCTOBER),
        ):
            perform_act(filing)


def counted(filings: tuple[Any, ...]) -> dict[str, set[int]]:
    """Perform ``filings`` and return how many queries each act asked.

    A remark is answered right after it was made.
    """
    found: dict[str, set[int]] = {}
    number = 0
    for given in filings:
        filing = given
        if isinstance(given, AnswerRemark):
            filing = replace(given, remark=number)
        with CaptureQueriesContext(connection) as queries:
            number = perform_act(filing).number
        code = BY_FILING[type(filing)].code
        found.setdefault(code, set()).add(len(queries))
    return found
