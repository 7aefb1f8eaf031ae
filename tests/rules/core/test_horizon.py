"""Which years a plan is for, and which plan a term points to."""

from dataclasses import replace
from datetime import date
from itertools import combinations_with_replacement

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jospar.rules.core.horizon import cycle_years, lies_within, plan_years, plans_for
from jospar.rules.core.nouns import PlanKind, Term
from jospar.rules.core.ruleset import Ruleset
from tests.rules import made
from tests.rules.made import CURRENT, LONG_TERM, RULES

BOTH = {CURRENT, LONG_TERM}
FIRST_DAY = made.rules(straddling="first_day")
LONGER = replace(RULES, horizons={CURRENT: (1, 2), LONG_TERM: (3, 6)})


@pytest.mark.provision("plans.years")
def test_years_of_the_plans() -> None:
    """The current plan is for the coming year, the long-term one for three after it."""
    assert plan_years(RULES, CURRENT, 2024) == (2025,)
    assert plan_years(RULES, LONG_TERM, 2024) == (2026, 2027, 2028)
    assert cycle_years(RULES, 2024) == (2025, 2026, 2027, 2028)


def test_years_of_other_rules() -> None:
    """Other Rules have plans of other lengths."""
    assert plan_years(LONGER, CURRENT, 2031) == (2032, 2033)
    assert plan_years(LONGER, LONG_TERM, 2031) == (2034, 2035, 2036, 2037)


@pytest.mark.provision("plans.years")
@pytest.mark.provision("placement.term")
@pytest.mark.parametrize(
    ("first_day", "last_day", "plans"),
    [
        (date(2024, 12, 31), date(2024, 12, 31), set()),
        (date(2024, 12, 31), date(2025, 1, 1), set()),
        (date(2025, 1, 1), date(2025, 1, 1), {CURRENT}),
        (date(2025, 1, 1), date(2025, 12, 31), {CURRENT}),
        (date(2025, 12, 31), date(2026, 1, 1), BOTH),
        (date(2025, 1, 1), date(2028, 12, 31), BOTH),
        (date(2026, 1, 1), date(2026, 12, 31), {LONG_TERM}),
        (date(2026, 12, 31), date(2027, 1, 1), {LONG_TERM}),
        (date(2027, 12, 31), date(2028, 1, 1), {LONG_TERM}),
        (date(2028, 12, 31), date(2028, 12, 31), {LONG_TERM}),
        (date(2028, 12, 31), date(2029, 1, 1), set()),
        (date(2029, 1, 1), date(2029, 1, 1), set()),
    ],
)
def test_plans_that_a_term_points_to(
    first_day: date, last_day: date, plans: set[PlanKind]
) -> None:
    """A term points to the plans of its years, and to none when a day lies outside."""
    assert plans_for(RULES, 2024, Term(first_day, last_day)) == plans


@pytest.mark.provision("placement.term")
@pytest.mark.parametrize(
    ("first_day", "last_day", "plans"),
    [
        (date(2025, 12, 31), date(2026, 1, 1), {CURRENT}),
        (date(2025, 1, 1), date(2028, 12, 31), {CURRENT}),
        (date(2026, 1, 1), date(2028, 12, 31), {LONG_TERM}),
        (date(2025, 12, 31), date(2029, 1, 1), set()),
    ],
)
def test_plans_by_the_first_day(
    first_day: date, last_day: date, plans: set[PlanKind]
) -> None:
    """By the other reading a straddling term points to the plan that it begins in."""
    assert plans_for(FIRST_DAY, 2024, Term(first_day, last_day)) == plans


@pytest.mark.parametrize(
    ("first_day", "last_day", "plans"),
    [
        (date(2032, 1, 1), date(2033, 12, 31), {CURRENT}),
        (date(2033, 12, 31), date(2034, 1, 1), BOTH),
        (date(2034, 1, 1), date(2037, 12, 31), {LONG_TERM}),
        (date(2037, 12, 31), date(2038, 1, 1), set()),
    ],
)
def test_plans_of_other_rules(
    first_day: date, last_day: date, plans: set[PlanKind]
) -> None:
    """With other horizons the years' boundaries lie elsewhere."""
    assert plans_for(LONGER, 2031, Term(first_day, last_day)) == plans


def test_a_term_lies_within_its_years_only() -> None:
    """Each year that a term touches has to be among the years."""
    term = Term(date(2025, 12, 31), date(2027, 1, 1))
    assert lies_within(term, (2025, 2026, 2027)) is True
    assert lies_within(term, (2025, 2027)) is False


DAYS = st.dates(date(2022, 1, 1), date(2032, 12, 31))


@given(st.sampled_from([RULES, FIRST_DAY, LONGER]), st.tuples(DAYS, DAYS))
def test_a_term_within_the_cycle_always_has_a_plan(
    rules: Ruleset, days: tuple[date, date]
) -> None:
    """A term has a plan exactly where all its days lie in the years of the plans."""
    first_day, last_day = sorted(days)
    within = {first_day.year, last_day.year} <= set(cycle_years(rules, 2024))
    assert bool(plans_for(rules, 2024, Term(first_day, last_day))) is within


@pytest.mark.parametrize("rules", [RULES, LONGER])
def test_whole_years_point_to_the_plans_that_have_them(rules: Ruleset) -> None:
    """A term of whole years points to each plan that is for one of them."""
    for first, last in combinations_with_replacement(cycle_years(rules, 2024), 2):
        term = Term(date(first, 1, 1), date(last, 12, 31))
        assert plans_for(rules, 2024, term) == {
            kind
            for kind in PlanKind
            if set(range(first, last + 1)) & set(plan_years(rules, kind, 2024))
        }
