"""What the forms of acts begin with."""

import pytest
from pytest_django import DjangoAssertNumQueries

from jospar.queries.offered import offered
from jospar.rules.core.nouns import Text
from jospar.rules.review.facts import PrepareConclusion
from tests.queries.made_record import DURING, do, open_cycle, submit
from tests.rules import made
from tests.rules.made import BOTH_YEARS, RULES, YEAR, YEAR_2026

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("expedient", "typed"), [(True, "yes"), (False, "no")])
def test_a_conclusion_begins_as_it_was_prepared(expedient: bool, typed: str) -> None:
    """One that was not prepared begins empty."""
    open_cycle()
    for key in ("C-1", "C-2"):
        submit(key)
    reasons = Text("Себебі", "Основание")
    do(PrepareConclusion("C-1", expedient, DURING, reasons))
    assert offered("review.conclude", RULES, YEAR, ["C-1", "C-2"]) == {
        "C-1": {"expedient": typed, "reasons_kk": "Себебі", "reasons_ru": "Основание"}
    }


def test_a_mark_is_set_where_there_is_none_and_lifted_where_it_stands() -> None:
    """The other choice stays open."""
    open_cycle()
    for key in ("C-1", "C-2"):
        submit(key)
    do(made.mark_handling(key="C-1", on=DURING))
    assert offered("intake.mark_handling", RULES, YEAR, ["C-1", "C-2"]) == {
        "C-1": {"official_use": "no"},
        "C-2": {"official_use": "yes"},
    }


def test_a_concept_goes_to_the_plan_of_its_term() -> None:
    """Where the term leads to both plans, the planner chooses."""
    open_cycle()
    submit("C-1")
    submit("C-2", wording=made.wording(conclude=YEAR_2026))
    submit("C-3", wording=made.wording(conclude=BOTH_YEARS))
    assert offered("drafting.place", RULES, YEAR, ["C-1", "C-2", "C-3"]) == {
        "C-1": {"plan": "current"},
        "C-2": {"plan": "long_term"},
    }


def test_bodies_begin_in_the_order_that_they_have() -> None:
    """One is moved, and the others need not be typed anew."""
    open_cycle()
    assert offered("reference.order_bodies", RULES, YEAR, [""]) == {
        "": {"codes": "trade\nenergy"}
    }


def test_other_acts_begin_empty() -> None:
    """Nothing is offered that the record does not say."""
    open_cycle()
    submit("C-1")
    assert offered("intake.withdraw_concept", RULES, YEAR, ["C-1"]) == {}


@pytest.mark.parametrize("act", ["review.conclude", "drafting.place"])
def test_what_is_offered_is_read_in_one_query(
    act: str, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    """For one concept or thirty."""
    open_cycle()
    keys = [f"C-{number}" for number in range(30)]
    for key in keys:
        submit(key)
    for asked in (keys[:1], keys):
        with django_assert_num_queries(1):
            offered(act, RULES, YEAR, asked)
