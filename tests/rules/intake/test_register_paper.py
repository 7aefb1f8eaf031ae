"""The Ministry puts its own number and day on a paper that came."""

from datetime import date

import pytest

from jospar.rules.core.act import Verdict
from jospar.rules.intake.effects import PaperRegistered
from jospar.rules.intake.register_paper import PAPERS, register_paper
from jospar.rules.registry import ACTS
from tests.rules import made, made_papers

pytestmark = pytest.mark.provision("record.numbers")
FACTS = made_papers.paper_facts(came_on=made.DAY)
FILING = made_papers.register_paper()


@pytest.mark.parametrize("act", sorted(PAPERS))
def test_register_paper(act: str) -> None:
    """A paper of a body bears the Ministry's number and day too."""
    facts = made_papers.paper_facts(act=act)
    assert register_paper.verdict(facts, FILING) == Verdict((), ())
    assert register_paper.effect(facts, FILING) == (
        PaperRegistered(paper=8, number="11-3/84", on=made.DAY),
    )


def test_register_what_is_no_paper() -> None:
    """An act of the Ministry is no paper that came; every act that is one records."""
    assert {act.code for act in ACTS if not act.records} & PAPERS == set()
    facts = made_papers.paper_facts(act="review.conclude")
    verdict = register_paper.verdict(facts, FILING)
    assert made.said(verdict) == (("record.numbers: paper_came",), ())


def test_register_paper_twice() -> None:
    """A paper is registered once; the refusal names the number that it has."""
    facts = made_papers.paper_facts(number="11-3/80", registered_on=made.BEFORE)
    verdict = register_paper.verdict(facts, FILING)
    assert made.said(verdict) == (("record.numbers: not_registered",), ())
    assert verdict.refusals[0].values == {
        "number": "11-3/80",
        "registered_on": made.BEFORE,
    }


@pytest.mark.parametrize(
    ("on", "refused"),
    [
        (made.BEFORE, ("record.day: registered_after_coming",)),
        (made.DAY, ()),
        (made.AFTER, ()),
    ],
)
def test_register_before_it_came(on: date, refused: tuple[str, ...]) -> None:
    """A paper is registered on the day on which it came, or later."""
    verdict = register_paper.verdict(FACTS, made_papers.register_paper(on=on))
    assert made.said(verdict) == (refused, ())


@pytest.mark.parametrize("number", ["", " "])
def test_register_without_a_number(number: str) -> None:
    """A registration bears a number."""
    verdict = register_paper.verdict(FACTS, made_papers.register_paper(number=number))
    assert made.said(verdict) == (("record.numbers: has_number",), ())
