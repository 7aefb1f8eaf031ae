"""Which treaties of a plan are new, carried over or moved, and which are gone."""

from jospar.queries.treaty_fates import Fate, earlier_rows, fates, gone
from jospar.rules.core.forms import PlanEdition, lay_out
from jospar.rules.core.nouns import PlanKind, PlanStage, Text
from tests.rules import made
from tests.rules.made import CURRENT, LONG_TERM, RULES

TRADE = Text(
    "Өзбекстанмен сауда туралы келісім", "Соглашение с Узбекистаном о торговле"
)
CHINA = Text("Қытаймен сауда туралы келісім", "Соглашение с Китаем о торговле")
PARTIES = {"C-1": frozenset({"UZ"})}


def edition(kind: PlanKind, *titles: Text) -> PlanEdition:
    """Return a plan with those treaties, their concepts ``C-1``, ``C-2``."""
    standings = [
        made.standing(concept=f"C-{number}", wording=made.wording(title=title))
        for number, title in enumerate(titles, start=1)
    ]
    form = lay_out(
        kind=kind,
        years=(2025,),
        ruleset=RULES.code,
        headings=RULES.headings,
        standings=standings,
        bodies={"trade": made.body()},
    )
    return PlanEdition(form, PlanStage.AGREED, 1, "0" * 64)


def fate(
    title: Text, before: PlanEdition, here: dict[str, frozenset[str]] = PARTIES
) -> Fate:
    """Return what a treaty of the current plan is beside one that was before."""
    (found,) = fates(edition(CURRENT, title), here, earlier_rows([before], PARTIES))
    return found.fate


def test_a_treaty_that_was_in_no_plan_is_new() -> None:
    """Also one that differs in its party alone."""
    assert fate(CHINA, edition(CURRENT, TRADE)) is Fate.NEW


def test_the_same_title_is_carried_over_or_moved() -> None:
    """By the kind of plan that it was in."""
    assert fate(TRADE, edition(CURRENT, TRADE)) is Fate.CARRIED
    assert fate(TRADE, edition(LONG_TERM, TRADE)) is Fate.MOVED


def test_words_in_another_order_or_one_language_alone() -> None:
    """They are the same treaty."""
    other = Text("Сауда туралы Өзбекстанмен келісім", "")
    assert fate(other, edition(CURRENT, TRADE)) is Fate.CARRIED


def test_titles_that_differ_little_need_the_same_parties() -> None:
    """A slip is forgiven where the parties say that it is one."""
    slip = Text(
        "Өзбекстанмен сауда турaлы келісімі", "Соглашение с Узбекистаном о торговл"
    )
    assert fate(slip, edition(CURRENT, TRADE)) is Fate.CARRIED
    assert fate(slip, edition(CURRENT, TRADE), {}) is Fate.NEW
    assert fate(slip, edition(CURRENT, TRADE), {"C-1": frozenset({"CN"})}) is Fate.NEW


def test_the_plan_of_the_same_kind_comes_first() -> None:
    """A treaty that stood in both is carried over."""
    earlier = earlier_rows(
        [edition(LONG_TERM, TRADE), edition(CURRENT, TRADE)], PARTIES
    )
    (found,) = fates(edition(CURRENT, TRADE), PARTIES, earlier)
    assert found.fate is Fate.CARRIED


def test_what_no_row_goes_on_from_is_gone() -> None:
    """Of the plan of that kind alone."""
    earlier = earlier_rows(
        [edition(CURRENT, TRADE, CHINA), edition(LONG_TERM, Text("Басқа", "Другой"))],
        {},
    )
    found = fates(edition(CURRENT, TRADE), {}, earlier)
    assert [row.title for row in gone(CURRENT, earlier, found)] == [CHINA]
    assert [row.title.ru for row in gone(LONG_TERM, earlier, found)] == ["Другой"]
