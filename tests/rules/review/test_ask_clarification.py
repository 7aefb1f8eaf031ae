"""The Ministry asks a body to clarify its concept."""

from datetime import date

import pytest

from jospar.rules.core.act import Verdict
from jospar.rules.core.nouns import Text
from jospar.rules.review.ask_clarification import ask_clarification
from jospar.rules.review.effects import ClarificationAsked
from tests.rules import made

pytestmark = pytest.mark.provision("review.clarifications")


def test_ask_clarification() -> None:
    """The body has the question, and nothing else changes."""
    facts, filing = made.question_facts(), made.ask_clarification()
    assert ask_clarification.verdict(facts, filing) == Verdict((), ())
    assert ask_clarification.effect(facts, filing) == (
        ClarificationAsked(
            key="C-001",
            on=made.DAY,
            question=Text("Қашан?", "Когда?"),
            answer_by=made.AFTER,
            by="a.akhmetova",
        ),
    )


@pytest.mark.parametrize(
    ("open_since", "cautions"),
    [
        (None, ()),
        (made.AFTER, ()),
        (made.DAY, ("review.clarifications: body_is_free",)),
    ],
)
def test_ask_a_body_that_owes_an_answer(
    open_since: date | None, cautions: tuple[str, ...]
) -> None:
    """It is asked once more after a caution."""
    facts = made.question_facts(open_since=open_since)
    verdict = ask_clarification.verdict(facts, made.ask_clarification())
    assert made.said(verdict) == ((), cautions)


@pytest.mark.parametrize(
    ("question", "fields"),
    [
        (Text("Қашан?", "Когда?"), []),
        (Text("Қашан?", ""), ["question_ru"]),
        (Text("", "Когда?"), ["question_kk"]),
        (Text(), ["question_kk", "question_ru"]),
    ],
)
def test_ask_in_one_language(question: Text, fields: list[str]) -> None:
    """A question that is missing in a language is a caution for each."""
    filing = made.ask_clarification(question=question)
    verdict = ask_clarification.verdict(made.question_facts(), filing)
    assert made.said(verdict) == (
        (),
        ("review.clarifications: question_in_both_languages",) * len(fields),
    )
    assert [caution.field for caution in verdict.cautions] == fields
