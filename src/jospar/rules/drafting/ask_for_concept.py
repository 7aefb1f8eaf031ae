"""The Ministry asks a body for a concept on an agreement or event."""

from collections.abc import Iterator

from jospar.rules.core.act import Unmet, _, act, check, unmet
from jospar.rules.core.nouns import Language

from .conditions import follows_registration
from .effects import ConceptRequested
from .facts import AskForConcept, OccasionFacts


@check(
    "record.terms",
    _("The body would have to answer by {answer_by}, before it is asked on {on}."),
    _("Give the body a day to answer by that has not passed."),
)
def time_to_answer(facts: OccasionFacts, filing: AskForConcept) -> Iterator[Unmet]:
    """A body has until the day on which it is asked, or longer, to answer."""
    if filing.answer_by < filing.on:
        yield unmet("answer_by", answer_by=filing.answer_by, on=filing.on)


@check(
    "drafting.requests",
    _("The question is missing in one of the two languages."),
    _("Write the question in both languages."),
)
def question_in_both_languages(
    facts: OccasionFacts, filing: AskForConcept
) -> Iterator[Unmet]:
    """A body is asked in both languages."""
    for language in (Language.KK, Language.RU):
        if not filing.question[language]:
            yield unmet(f"question_{language}")


@act(
    "drafting.ask_for_concept",
    "drafting.requests",
    also=("agreements.considered",),
    filing=AskForConcept,
    conditions=(follows_registration,),
    requirements=(time_to_answer,),
    cautions=(question_in_both_languages,),
)
def ask_for_concept(
    facts: OccasionFacts, filing: AskForConcept
) -> tuple[ConceptRequested, ...]:
    """The body was asked; a concept that it files and that is linked is the answer."""
    return (
        ConceptRequested(
            register=filing.register,
            key=filing.key,
            body=filing.body,
            on=filing.on,
            answer_by=filing.answer_by,
            question=filing.question,
        ),
    )
