"""What several acts of review ask for, from the questions to the conclusion."""

from collections.abc import Iterator
from datetime import date
from typing import Protocol

from jospar.rules.core.act import Unmet, _, check, condition, unmet
from jospar.rules.core.conditions import HasConcept, follows_receipt
from jospar.rules.core.nouns import Text
from jospar.rules.core.wordings import missing_languages


class GivesReasons(Protocol):
    """A filing that judges a treaty."""

    @property
    def reasons(self) -> Text:
        """Why the treaty is expedient or not."""


class WantsAnswer(Protocol):
    """A filing that asks a question."""

    @property
    def on(self) -> date:
        """The day on which the question is asked."""

    @property
    def answer_by(self) -> date:
        """The day by which the answer is wanted."""


@condition(
    "concepts.late",
    _("Concept {concept} came late, on {received_on}; no conclusion is given on it."),
    _("Return it to the body."),
)
def in_time(facts: HasConcept) -> Unmet | None:
    """Only a concept that came in time is looked at."""
    concept = facts.concept
    if concept.in_time:
        return None
    return unmet(concept=concept.key, received_on=concept.received_on)


@condition(
    "concepts.languages",
    _("On {on} concept {concept} lacks a text in one of the two languages."),
    _("Ask the body to complete it first."),
)
def complete(facts: HasConcept) -> Unmet | None:
    """A conclusion is given once the concept stands in both languages."""
    complete_on = facts.concept.complete_on
    if complete_on is not None and complete_on <= facts.case.on:
        return None
    return unmet(concept=facts.concept.key, on=facts.case.on)


@condition(
    "conclusions.expediency",
    _("Concept {concept} was withdrawn on {withdrawn_on}."),
    _("Nothing is left to do: the body took its concept back."),
)
def not_withdrawn(facts: HasConcept) -> Unmet | None:
    """What its body withdrew is not judged."""
    concept = facts.concept
    if not concept.withdrawn_by(facts.case.on):
        return None
    return unmet(concept=concept.key, withdrawn_on=concept.withdrawn_on)


@condition(
    "conclusions.expediency",
    _("Concept {concept} was returned on {returned_on}."),
    _("Nothing is left to do: the concept is back with its body."),
)
def not_returned(facts: HasConcept) -> Unmet | None:
    """What was returned is not judged."""
    concept = facts.concept
    if not concept.returned_by(facts.case.on):
        return None
    return unmet(concept=concept.key, returned_on=concept.returned_on)


@condition(
    "conclusions.expediency",
    _("A conclusion on concept {concept} was given on {given_on} already."),
    _("Read the conclusion that stands in the record."),
)
def not_concluded(facts: HasConcept) -> Unmet | None:
    """A concept is concluded on once."""
    conclusion = facts.concept.conclusion
    if conclusion is None:
        return None
    return unmet(concept=facts.concept.key, given_on=conclusion.given_on)


UNDER_REVIEW = (follows_receipt, in_time, not_withdrawn, not_returned, not_concluded)
"""What a concept needs to be asked about."""

MAY_BE_CONCLUDED = (
    follows_receipt,
    in_time,
    complete,
    not_withdrawn,
    not_returned,
    not_concluded,
)
"""What a concept needs to be concluded on, and for a conclusion to be prepared."""


@check(
    "conclusions.expediency",
    _("The reasons are missing in one language: “{cell}” is empty."),
    _("Write the reasons in both languages."),
)
def reasons_in_both_languages(
    facts: HasConcept, filing: GivesReasons
) -> Iterator[Unmet]:
    """A conclusion gives its reasons in both languages."""
    yield from missing_languages("reasons", filing.reasons)


@check(
    "record.terms",
    _("The answer is wanted by {answer_by}, before it is asked for on {on}."),
    _("Give a later day for the answer."),
)
def leaves_time(facts: HasConcept, filing: WantsAnswer) -> Iterator[Unmet]:
    """An answer is wanted on the day of its question, or later."""
    if filing.answer_by < filing.on:
        yield unmet("answer_by", answer_by=filing.answer_by, on=filing.on)
