"""Which plans an office sees, by where they stand."""

from datetime import date

import pytest
from pytest_django import DjangoAssertNumQueries

from jospar.queries.visible_plans import (
    plan_seen_by,
    revisions_seen_by,
    stage_of_plan,
)
from jospar.rules.commission.facts import Outcome
from jospar.rules.core.nouns import PlanStage
from jospar.rules.core.offices import OF_ONE_BODY, Actor, Office
from tests.queries.made_record import do
from tests.rules import made
from tests.rules.made import CURRENT, LONG_TERM, YEAR
from tests.web.made_year import drafted_year, send_out

pytestmark = pytest.mark.django_db

DRAFTERS = {Office.REVIEWER, Office.HEAD, Office.PLANNER, Office.AUDITOR}
COMMISSION = DRAFTERS | {Office.COMMISSION_SECRETARY}
PRESIDENT = COMMISSION | {Office.ADMINISTRATION_OFFICER}
AGREED = PRESIDENT | {Office.BODY_OFFICER, Office.REGISTRAR, Office.CONTROLLER}


def actor(office: Office, body: str = "trade") -> Actor:
    """Return somebody of the office."""
    return Actor("x", office, body if office in OF_ONE_BODY else "")


def seeing() -> set[Office]:
    """Return the offices that see the current plan."""
    return {office for office in Office if plan_seen_by(actor(office), YEAR, CURRENT)}


def test_a_plan_is_seen_by_more_offices_on_its_way() -> None:
    """Each sees it from the stage at which it comes to them, and no sooner."""
    drafted_year(1)
    assert (stage_of_plan(YEAR, CURRENT), seeing()) == (PlanStage.DRAFT, DRAFTERS)
    do(made.send_to_commission(on=date(2024, 11, 8)))
    assert seeing() == COMMISSION
    do(made.decide(on=date(2024, 11, 15)))
    assert seeing() == COMMISSION
    do(made.send_to_president(on=date(2024, 11, 20)))
    assert seeing() == PRESIDENT
    do(made.record_reply(on=date(2024, 12, 2)))
    assert (stage_of_plan(YEAR, CURRENT), seeing()) == (PlanStage.AGREED, AGREED)


def test_a_plan_that_was_returned_is_a_draft_again() -> None:
    """The Commission sees it again when it is sent again."""
    drafted_year(1)
    do(made.send_to_commission(on=date(2024, 11, 8)))
    do(made.decide(on=date(2024, 11, 11), outcome=Outcome.RETURNED))
    assert seeing() == DRAFTERS


def test_a_recipient_sees_the_plan_that_was_sent_to_it() -> None:
    """And no other plan, and nobody else's."""
    drafted_year(1)
    do(made.send_to_commission(on=date(2024, 11, 8)))
    do(made.decide(on=date(2024, 11, 15)))
    do(made.send_to_president(on=date(2024, 11, 20)))
    do(made.record_reply(on=date(2024, 12, 2)))
    send_out("trade", date(2024, 12, 6))
    recipient = actor(Office.RECIPIENT)
    assert plan_seen_by(recipient, YEAR, CURRENT)
    assert not plan_seen_by(recipient, YEAR, LONG_TERM)
    assert not plan_seen_by(actor(Office.RECIPIENT, "parliament"), YEAR, CURRENT)


def test_no_plan_of_a_year_without_a_cycle_is_seen() -> None:
    """But by those who see drafts, who are told that there is none."""
    assert not plan_seen_by(actor(Office.CONTROLLER), YEAR, CURRENT)


def test_revisions_are_seen_by_whom_they_were_sent_to() -> None:
    """A second round makes a second revision; drafts between are the Ministry's."""
    drafted_year(1)

    def numbers(office: Office) -> list[int]:
        found = revisions_seen_by(actor(office), YEAR, CURRENT)
        return sorted(found.values_list("number", flat=True))

    assert numbers(Office.HEAD) == []
    do(made.send_to_commission(on=date(2024, 11, 8)))
    assert numbers(Office.COMMISSION_SECRETARY) == [1]
    do(made.decide(on=date(2024, 11, 11), number="1", outcome=Outcome.RETURNED))
    changes = made.changes(note_ru="Бар", note_kk="Бар")
    do(made.settle(key="C-0", on=date(2024, 11, 12), changes=changes))
    do(made.send_to_commission(on=date(2024, 11, 12)))
    do(made.decide(on=date(2024, 11, 15)))
    do(made.send_to_president(on=date(2024, 11, 20)))
    assert numbers(Office.HEAD) == numbers(Office.COMMISSION_SECRETARY) == [1, 2]
    assert numbers(Office.ADMINISTRATION_OFFICER) == [2]
    assert numbers(Office.BODY_OFFICER) == numbers(Office.CONTROLLER) == []
    do(made.record_reply(on=date(2024, 12, 2)))
    assert numbers(Office.BODY_OFFICER) == numbers(Office.CONTROLLER) == [2]


def test_who_sees_a_plan_is_asked_in_two_queries(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    """Who sees drafts is not asked for at all."""
    drafted_year(1)
    for office, queries in ((Office.HEAD, 0), (Office.BODY_OFFICER, 2)):
        with django_assert_num_queries(queries):
            plan_seen_by(actor(office), YEAR, CURRENT)
