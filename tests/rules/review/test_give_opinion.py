"""A department of the Ministry gives its opinion on a concept."""

from datetime import date

import pytest

from jospar.rules.core.act import Verdict
from jospar.rules.core.nouns import Conclusion
from jospar.rules.review.effects import OpinionGiven
from jospar.rules.review.give_opinion import give_opinion
from tests.rules import made

pytestmark = pytest.mark.provision("review.opinions")


@pytest.mark.parametrize("favourable", [True, False])
def test_give_opinion(favourable: bool) -> None:
    """It is for the treaty or against it, and it is known who recorded it."""
    facts = made.question_facts(open_since=made.BEFORE)
    filing = made.give_opinion(favourable=favourable)
    assert give_opinion.verdict(facts, filing) == Verdict((), ())
    assert give_opinion.effect(facts, filing) == (
        OpinionGiven(
            key="C-001",
            department="Азия департаменті",
            on=made.DAY,
            favourable=favourable,
            opinion="Қолдаймыз",
            by="a.akhmetova",
        ),
    )


@pytest.mark.parametrize(
    ("open_since", "answered_on", "refusals"),
    [
        (made.DAY, None, ()),
        (made.DAY, made.BEFORE, ()),
        (None, None, ("review.opinions: department_asked",)),
        (made.AFTER, None, ("review.opinions: department_asked",)),
        (None, made.BEFORE, ("review.opinions: given_once",)),
        (None, made.AFTER, ("review.opinions: given_once",)),
        (made.AFTER, made.BEFORE, ("review.opinions: given_once",)),
    ],
    ids=[
        *("asked", "asked anew", "not asked", "asked later", "given", "given later"),
        "given, and asked anew later",
    ],
)
def test_give_opinion_when_asked(
    open_since: date | None, answered_on: date | None, refusals: tuple[str, ...]
) -> None:
    """An opinion answers a question that was asked by that day, and does so once."""
    facts = made.question_facts(open_since=open_since, answered_on=answered_on)
    verdict = give_opinion.verdict(facts, made.give_opinion())
    assert made.said(verdict) == (refusals, ())
    assert [found.field for found in verdict.refusals] == ["department"] * len(refusals)


@pytest.mark.parametrize(
    "changes",
    [
        {"conclusion": Conclusion(expedient=True, given_on=made.BEFORE)},
        {"withdrawn_on": made.BEFORE},
    ],
    ids=["concluded", "withdrawn"],
)
def test_give_opinion_too_late(changes: dict[str, object]) -> None:
    """An opinion that comes when all is decided is recorded all the same."""
    facts = made.question_facts(concept=made.concept(**changes), open_since=made.BEFORE)
    assert give_opinion.verdict(facts, made.give_opinion()) == Verdict((), ())


@pytest.mark.parametrize(
    ("received_on", "refusals"),
    [(made.DAY, ()), (made.AFTER, ("record.day: follows_receipt",))],
)
def test_give_opinion_after_the_receipt(
    received_on: date, refusals: tuple[str, ...]
) -> None:
    """No opinion comes before its concept."""
    facts = made.question_facts(
        concept=made.concept(received_on=received_on), open_since=made.DAY
    )
    verdict = give_opinion.verdict(facts, made.give_opinion())
    assert made.said(verdict) == (refusals, ())
