"""The Ministry asks a body to clarify its concept."""

from collections.abc import Iterator

from jospar.rules.core.act import Unmet, _, act, check, unmet
from jospar.rules.core.wordings import missing_languages

from .conditions import UNDER_REVIEW, leaves_time
from .effects import ClarificationAsked
from .facts import AskClarification, QuestionFacts


@check(
    "review.clarifications",
    _("The body has been asked since {open_since} and has not answered yet."),
    _("Ask again only where the question is another one."),
)
def body_is_free(facts: QuestionFacts, filing: AskClarification) -> Iterator[Unmet]:
    """A body that owes an answer is not asked for it twice."""
    if facts.is_open:
        yield unmet(open_since=facts.open_since)


@check(
    "review.clarifications",
    _("The question is missing in one language: “{cell}” is empty."),
    _("Write the question in both languages."),
)
def question_in_both_languages(
    facts: QuestionFacts, filing: AskClarification
) -> Iterator[Unmet]:
    """A body is asked in both languages."""
    yield from missing_languages("question", filing.question)


@act(
    "review.ask_clarification",
    "review.clarifications",
    filing=AskClarification,
    conditions=UNDER_REVIEW,
    requirements=(leaves_time,),
    cautions=(body_is_free, question_in_both_languages),
)
def ask_clarification(
    facts: QuestionFacts, filing: AskClarification
) -> tuple[ClarificationAsked, ...]:
    """The body has a question to answer by a day; no deadline moves for it."""
    return (
        ClarificationAsked(
            key=filing.key,
            on=filing.on,
            question=filing.question,
            answer_by=filing.answer_by,
            by=facts.case.actor.person,
        ),
    )
