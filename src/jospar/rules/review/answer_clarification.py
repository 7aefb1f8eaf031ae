"""A body answers what it was asked about its concept."""

from jospar.rules.core.act import Unmet, _, act, condition, unmet
from jospar.rules.core.conditions import follows_receipt, own_concept

from .effects import ClarificationAnswered
from .facts import AnswerClarification, QuestionFacts


@condition(
    "review.clarifications",
    _("On {on} no question about concept {concept} is open."),
    _("Supplement the concept if there is something to add."),
)
def question_open(facts: QuestionFacts) -> Unmet | None:
    """An answer answers a question."""
    if facts.is_open:
        return None
    return unmet(on=facts.case.on, concept=facts.concept.key)


@act(
    "review.answer_clarification",
    "review.clarifications",
    filing=AnswerClarification,
    records=True,
    conditions=(follows_receipt, own_concept, question_open),
)
def answer_clarification(
    facts: QuestionFacts, filing: AnswerClarification
) -> tuple[ClarificationAnswered, ...]:
    """The answer is in the record, however late; the concept reads as before."""
    return (
        ClarificationAnswered(
            key=filing.key,
            on=filing.on,
            answer=filing.answer,
            document=filing.document,
            by=facts.case.actor.person,
        ),
    )
