"""A past plan is brought in whole, once, and as it was agreed."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from jospar.rules.core.bounds import ROWS
from jospar.rules.core.nouns import Language, Term, Text
from jospar.rules.core.offices import Office
from jospar.rules.plans.bring_in import bring_in
from jospar.rules.plans.effects import CycleBroughtIn, PlanBroughtIn
from jospar.rules.plans.facts import BringIn, BroughtBefore, BroughtBody
from tests.rules import made, made_plans
from tests.rules.made import BEFORE, BOTH_YEARS, DAY, RULES, YEAR
from tests.rules.made_plans import MID, TRADE, brought_row

pytestmark = pytest.mark.provision("plans.brought_in")


def verdict(filing: BringIn, **facts: Any) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the grounds of what speaks against a filing by a planner."""
    case = made.acting(Office.PLANNER)
    found = made_plans.bring_in_facts(**({"case": case} | facts))
    return made.said(bring_in.verdict(found, filing))


def rows(*given: Any) -> Any:
    """Return the made filing with these rows."""
    return made_plans.bring_in(rows=given)


def test_the_first_plan_of_a_year_opens_its_cycle() -> None:
    """The cycle keeps its ruleset whole; the plan has its bodies, rows and paper."""
    facts, filing = made_plans.bring_in_facts(), made_plans.bring_in()
    assert bring_in.effect(facts, filing) == (
        CycleBroughtIn(YEAR, RULES.code, RULES.digest, RULES.content),
        PlanBroughtIn(
            plan=filing.plan,
            on=DAY,
            number="01-5/77",
            bodies=(TRADE, MID),
            rows=filing.rows,
            only=None,
            fingerprint="f" * 64,
        ),
    )


def test_the_second_plan_comes_into_the_cycle_that_is_there() -> None:
    """Bodies that are listed keep the names that they were listed by."""
    facts = made_plans.bring_in_facts(is_open=True, listed=frozenset({"trade"}))
    (plan,) = bring_in.effect(facts, made_plans.bring_in())
    assert isinstance(plan, PlanBroughtIn)
    assert plan.bodies == (MID,)


def test_a_year_that_is_planned_here() -> None:
    """Its plans are in the record already."""
    refused = ("plans.brought_in: cycle_not_worked_on",)
    assert verdict(made_plans.bring_in(), worked_on=True) == (refused, ())
    assert verdict(made_plans.bring_in(), is_open=True) == ((), ())


def test_a_year_to_come() -> None:
    """The present year may be brought in, the next one may not."""
    planner = made.acting(Office.PLANNER)
    now, next_year = (replace(planner, year=year) for year in (YEAR, YEAR + 1))
    filing = made_plans.bring_in()
    refused, _cautions = verdict(filing, case=next_year)
    assert refused == ("plans.brought_in: cycle_has_come",)
    assert verdict(filing, case=now) == ((), ())


def test_a_plan_is_brought_in_once() -> None:
    """Who brought it in before is said, and when it was agreed."""
    before = BroughtBefore(17, "a.serik", BEFORE)
    facts = made_plans.bring_in_facts(case=made.acting(Office.PLANNER), before=before)
    (refusal,) = bring_in.verdict(facts, made_plans.bring_in()).refusals
    assert refusal.code == "plan_not_brought_in"
    assert refusal.values == {"person": "a.serik", "entry": "17", "on": BEFORE}


@pytest.mark.parametrize(("count", "fits"), [(0, False), (1, True)])
def test_a_plan_has_rows(count: int, fits: bool) -> None:
    """A plan of no rows is a wrong file."""
    refused = () if fits else ("plans.brought_in: has_rows",)
    assert verdict(rows(*[brought_row()] * count)) == (refused, ())


@pytest.mark.parametrize(("count", "fits"), [(ROWS, True), (ROWS + 1, False)])
def test_a_plan_has_no_more_rows_than_plans_have(count: int, fits: bool) -> None:
    """Far too many rows are not brought in."""
    made_rows = [brought_row(f"P-{number}") for number in range(count)]
    refused, _cautions = verdict(rows(*made_rows))
    assert refused == (() if fits else ("plans.brought_in: has_rows",))


@pytest.mark.provision("record.key")
@pytest.mark.parametrize(
    ("keys", "taken", "count"),
    [
        (("A", "B"), (), 0),
        (("A", "A"), (), 1),
        (("A", ""), (), 1),
        (("A", "B"), ("A", "B"), 2),
    ],
)
def test_every_row_has_its_own_key(
    keys: tuple[str, ...], taken: tuple[str, ...], count: int
) -> None:
    """No key is empty, given twice, or in use in the cycle."""
    titled = (
        brought_row(key, wording=made.wording(title=Text(f"Ш{at}", f"Д{at}")))
        for at, key in enumerate(keys)
    )
    refused = ("record.key: keys_of_their_own",) * count
    assert verdict(rows(*titled), keys=frozenset(taken)) == (refused, ())


@pytest.mark.parametrize(
    ("proposers", "listed", "fits"),
    [
        (("trade",), (), True),
        (("trade", "mid"), (), True),
        (("energy",), (), False),
        (("energy",), ("energy",), True),
        (("unnamed",), (), False),
        ((), (), False),
    ],
)
def test_every_row_is_of_known_bodies(
    proposers: tuple[str, ...], listed: tuple[str, ...], fits: bool
) -> None:
    """A body is listed in the cycle, or comes along with its name."""
    filing = made_plans.bring_in(
        bodies=(TRADE, MID, BroughtBody("unnamed", Text())),
        rows=(brought_row(proposers=proposers),),
    )
    refused = () if fits else ("plans.brought_in: proposers_known",)
    assert verdict(filing, listed=frozenset(listed)) == (refused, ())


@pytest.mark.parametrize(
    ("title", "only", "refused", "cautioned"),
    [
        (Text("Шарт", "Договор"), None, 0, 0),
        (Text("", "Договор"), None, 1, 0),
        (Text("Шарт", ""), None, 1, 0),
        (Text(), None, 2, 0),
        (Text("", "Договор"), Language.RU, 0, 1),
        (Text("", "Договор"), Language.KK, 1, 1),
    ],
)
def test_titles_in_the_languages_of_the_plan(
    title: Text, only: Language | None, refused: int, cautioned: int
) -> None:
    """A title in each language, or in the only one; which is told as a caution."""
    row = brought_row(wording=made.wording(title=title))
    assert verdict(made_plans.bring_in(rows=(row,), only=only)) == (
        ("plans.brought_in: titles_in_both_languages",) * refused,
        ("plans.forms: exists_in_one_language",) * cautioned,
    )


@pytest.mark.provision("record.terms")
def test_terms_in_order() -> None:
    """A term may be one day, and does not end before it begins."""
    for first, fits in ((DAY, True), (DAY + (DAY - BEFORE), False)):
        term = Term(first.replace(year=2025), DAY.replace(year=2025))
        row = brought_row(wording=made.wording(conclude=term))
        refused = () if fits else ("record.terms: brought_terms_in_order",)
        assert verdict(rows(row)) == (refused, ())


@pytest.mark.provision("plans.years")
def test_terms_outside_of_the_plan() -> None:
    """Others agreed the plan so: it is told, and the row stands."""
    outside = brought_row(wording=made.wording(conclude=BOTH_YEARS))
    told = ("plans.years: brought_terms_within_years",)
    assert verdict(rows(brought_row())) == ((), ())
    assert verdict(rows(outside)) == ((), told)


@pytest.mark.provision("plans.years")
@pytest.mark.parametrize(
    ("on", "fits"),
    [
        (date(2020, 12, 31), False),
        (date(2021, 1, 1), True),
        (date(2022, 12, 31), True),
        (date(2023, 1, 1), False),
    ],
)
def test_the_day_of_the_agreement(on: date, fits: bool) -> None:
    """A plan is agreed in its year or in the next; another day is told."""
    case = replace(made.acting(Office.PLANNER, on=on), year=2021)
    told = () if fits else ("plans.years: agreed_in_its_time",)
    assert verdict(made_plans.bring_in(on=on), case=case) == ((), told)


def test_rows_of_one_title() -> None:
    """Two rows of one title are told of: one may be a copy."""
    told = ("plans.brought_in: rows_differ",)
    assert verdict(rows(brought_row(), brought_row("P-2"))) == ((), told)
