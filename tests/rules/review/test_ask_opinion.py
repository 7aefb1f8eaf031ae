"""The Ministry asks one of its departments for an opinion on a concept."""

from datetime import date

import pytest

from jospar.rules.core.act import Verdict
from jospar.rules.review.ask_opinion import ask_opinion
from jospar.rules.review.effects import OpinionAsked
from tests.rules import made

pytestmark = pytest.mark.provision("review.opinions")


def test_ask_opinion() -> None:
    """The department has the question, and it is known who asked."""
    facts, filing = made.question_facts(), made.ask_opinion()
    assert ask_opinion.verdict(facts, filing) == Verdict((), ())
    assert ask_opinion.effect(facts, filing) == (
        OpinionAsked(
            key="C-001",
            department="Азия департаменті",
            question="Не дейсіз?",
            on=made.DAY,
            answer_by=made.AFTER,
            by="a.akhmetova",
        ),
    )


@pytest.mark.parametrize(
    ("open_since", "cautions"),
    [
        (None, ()),
        (made.AFTER, ()),
        (made.DAY, ("review.opinions: department_is_free",)),
    ],
)
def test_ask_a_department_that_owes_an_opinion(
    open_since: date | None, cautions: tuple[str, ...]
) -> None:
    """It is asked once more after a caution."""
    facts = made.question_facts(open_since=open_since)
    verdict = ask_opinion.verdict(facts, made.ask_opinion())
    assert made.said(verdict) == ((), cautions)


def test_ask_a_department_that_has_answered() -> None:
    """It may be asked anew."""
    facts = made.question_facts(answered_on=made.BEFORE)
    assert ask_opinion.verdict(facts, made.ask_opinion()) == Verdict((), ())
