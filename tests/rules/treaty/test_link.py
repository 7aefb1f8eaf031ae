"""Concepts of one treaty are linked."""

from datetime import date

import pytest

from jospar.rules.core.act import Verdict
from jospar.rules.core.nouns import Text
from jospar.rules.core.offices import Office
from jospar.rules.treaty.effects import ConceptLinked
from jospar.rules.treaty.facts import How
from jospar.rules.treaty.link import link
from tests.rules import made
from tests.rules import made_carrying_out as made_rows

pytestmark = pytest.mark.provision("treaties.one")
FILING = made_rows.link()


@pytest.mark.parametrize("how", How)
def test_link(how: How) -> None:
    """A concept continues an earlier one, or is the same treaty."""
    facts, filing = made_rows.pair_facts(), made_rows.link(how=how)
    assert link.verdict(facts, filing) == Verdict((), ())
    assert link.effect(facts, filing) == (
        ConceptLinked("C-001", made.DAY, 2023, "C-007", how, made_rows.REASON),
    )


@pytest.mark.parametrize(
    ("year", "how", "refused"),
    [
        (2023, How.CONTINUES, ()),
        (2024, How.CONTINUES, ("treaties.one: links_to_an_earlier",)),
        (2024, How.SAME, ()),
        (2025, How.SAME, ("treaties.one: links_to_an_earlier",)),
    ],
)
def test_link_to_a_later_one(year: int, how: How, refused: tuple[str, ...]) -> None:
    """A treaty is continued in a later year; within one it may be the same."""
    other = made_rows.of_treaty(year=year, key="C-007", treaty=3)
    verdict = link.verdict(made_rows.pair_facts(other=other), made_rows.link(how=how))
    assert made.said(verdict) == (refused, ())


def test_link_twice() -> None:
    """What is of one treaty already is not linked again."""
    other = made_rows.of_treaty(year=2023, key="C-007", treaty=8)
    verdict = link.verdict(made_rows.pair_facts(other=other), FILING)
    assert made.said(verdict) == (("treaties.one: not_linked",), ())


def test_link_to_itself() -> None:
    """It takes two concepts; the same key of another year is another one."""
    same = made_rows.pair_facts(other=made_rows.of_treaty())
    verdict = link.verdict(same, made_rows.link(how=How.SAME))
    assert made.said(verdict) == (("treaties.one: another_concept",), ())
    namesake = made_rows.of_treaty(year=2023, treaty=3)
    verdict = link.verdict(made_rows.pair_facts(other=namesake), FILING)
    assert verdict == Verdict((), ())


def test_link_what_was_told_apart() -> None:
    """Who links what was told apart is told so first."""
    facts = made_rows.pair_facts(told_apart_on=made.BEFORE)
    verdict = link.verdict(facts, FILING)
    assert made.said(verdict) == ((), ("treaties.one: was_not_told_apart",))


@pytest.mark.provision("record.day")
@pytest.mark.parametrize(
    ("received_on", "refused"),
    [(made.DAY, ()), (made.AFTER, ("record.day: follows_both",))],
)
@pytest.mark.parametrize("which", ["concept", "other"])
def test_link_before_the_receipt(
    which: str, received_on: date, refused: tuple[str, ...]
) -> None:
    """Both concepts are there on the day of the link."""
    facts = made_rows.pair_facts()
    late = {"concept": facts.concept, "other": facts.other}[which]
    made_late = made_rows.of_treaty(
        year=late.year, key=late.key, treaty=late.treaty, received_on=received_on
    )
    facts = made_rows.pair_facts(**{which: made_late})
    assert made.said(link.verdict(facts, FILING)) == (refused, ())


@pytest.mark.provision("offices.table")
@pytest.mark.parametrize(
    ("body", "refused"),
    [("energy", ()), ("mid", ("offices.table: own_treaty",))],
)
def test_link_by_a_body(body: str, refused: tuple[str, ...]) -> None:
    """A body links its own concepts, to whosever earlier one."""
    facts = made_rows.pair_facts(case=made.acting(Office.BODY_OFFICER, body))
    assert made.said(link.verdict(facts, FILING)) == (refused, ())


@pytest.mark.provision("record.reasons")
@pytest.mark.parametrize(
    ("reason", "field"), [(Text("Себебі"), "reason_ru"), (Text(), "reason_kk")]
)
def test_link_without_a_reason(reason: Text, field: str) -> None:
    """The reason is required, in both languages."""
    verdict = link.verdict(made_rows.pair_facts(), made_rows.link(reason=reason))
    assert made.said(verdict) == (("record.reasons: reason_in_both_languages",), ())
    assert verdict.refusals[0].field == field
