"""A body answers what it was asked about its concept."""

from datetime import date

import pytest

from jospar.rules.core.act import Verdict
from jospar.rules.core.nouns import Text
from jospar.rules.core.offices import Office
from jospar.rules.review.answer_clarification import answer_clarification
from jospar.rules.review.effects import ClarificationAnswered
from jospar.rules.review.facts import QuestionFacts
from tests.rules import made

pytestmark = pytest.mark.provision("review.clarifications")
FILING = made.answer_clarification()


def asked(
    office: Office = Office.REGISTRAR,
    body: str = "",
    open_since: date | None = made.BEFORE,
    **changes: object,
) -> QuestionFacts:
    """Return the facts about a concept whose body was asked."""
    return made.question_facts(
        case=made.acting(office, body),
        concept=made.concept(**changes),
        open_since=open_since,
    )


def test_answer_clarification() -> None:
    """The answer is kept as it came, in one language or in both."""
    assert answer_clarification.verdict(asked(), FILING) == Verdict((), ())
    assert answer_clarification.effect(asked(), FILING) == (
        ClarificationAnswered(
            key="C-001",
            on=made.DAY,
            answer=Text("Мамырда", ""),
            document="7-1/19",
            by="a.akhmetova",
        ),
    )


@pytest.mark.parametrize(
    ("open_since", "refusals"),
    [
        (made.BEFORE, ()),
        (made.DAY, ()),
        (made.AFTER, ("review.clarifications: question_open",)),
        (None, ("review.clarifications: question_open",)),
    ],
)
def test_answer_what_was_asked(
    open_since: date | None, refusals: tuple[str, ...]
) -> None:
    """An answer answers a question that was asked by that day."""
    facts = asked(open_since=open_since)
    assert made.said(answer_clarification.verdict(facts, FILING)) == (refusals, ())


@pytest.mark.provision("offices.table")
@pytest.mark.parametrize(
    ("body", "refusals"),
    [
        ("trade", ()),
        ("energy", ()),
        ("culture", ("offices.table: own_concept",)),
    ],
)
def test_answer_for_the_own_body(body: str, refusals: tuple[str, ...]) -> None:
    """An officer of a body answers about the concepts of that body alone."""
    facts = asked(Office.BODY_OFFICER, body)
    assert made.said(answer_clarification.verdict(facts, FILING)) == (refusals, ())


@pytest.mark.parametrize(
    ("received_on", "refusals"),
    [(made.DAY, ()), (made.AFTER, ("record.day: follows_receipt",))],
)
def test_answer_after_the_receipt(received_on: date, refusals: tuple[str, ...]) -> None:
    """No answer comes before the concept."""
    facts = asked(received_on=received_on)
    assert made.said(answer_clarification.verdict(facts, FILING)) == (refusals, ())


def test_answer_too_late() -> None:
    """An answer that comes after the conclusion is recorded all the same."""
    facts = asked(conclusion=made.EXPEDIENT)
    assert answer_clarification.verdict(facts, FILING) == Verdict((), ())
