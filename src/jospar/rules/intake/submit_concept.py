"""A body brings a concept to the Ministry."""

from collections.abc import Iterator

from jospar.rules.core.act import Unmet, _, act, check, unmet
from jospar.rules.core.complaints import of_term
from jospar.rules.core.deadlines import day_in_astana
from jospar.rules.core.filed_concepts import (
    fields_filled,
    fields_known,
    fields_of_their_kind,
    note_in_both_languages,
    own_body,
    procedures_have_term,
    terms_in_order,
    texts_in_all_languages,
    texts_in_own_letters,
    titles_agree,
)
from jospar.rules.core.wordings import missing_texts, term_outside

from .effects import ConceptReceived
from .facts import FilingFacts, SubmitConcept


@check(
    "record.key",
    _("There is a concept “{key}” in the record already."),
    _("Give the concept a key of its own."),
)
def key_of_its_own(facts: FilingFacts, filing: SubmitConcept) -> Iterator[Unmet]:
    """A key stands for one concept of a cycle."""
    if facts.is_known:
        yield unmet("key", key=filing.key)


@of_term
def term_within_cycle(facts: FilingFacts, filing: SubmitConcept) -> Iterator[Unmet]:
    """The treaty is to be concluded wholly within the years of the two plans."""
    yield from term_outside(filing.wording, facts.case.ruleset, facts.case.year)


@check(
    "proposals.none",
    _("A letter that there are no proposals is in the record from: {bodies}."),
    _("The concept counts; both papers stay in the record."),
)
def no_letter_of_none(facts: FilingFacts, filing: SubmitConcept) -> Iterator[Unmet]:
    """A body either submits concepts or reports none."""
    if facts.letters_of:
        yield unmet("body", bodies=facts.letters_of)


@act(
    "intake.submit_concept",
    "concepts.deadline",
    filing=SubmitConcept,
    records=True,
    requirements=(key_of_its_own, terms_in_order, own_body, fields_known),
    cautions=(
        term_within_cycle,
        procedures_have_term,
        texts_in_all_languages,
        texts_in_own_letters,
        note_in_both_languages,
        no_letter_of_none,
        titles_agree,
        fields_filled,
        fields_of_their_kind,
    ),
)
def submit_concept(
    facts: FilingFacts, filing: SubmitConcept
) -> tuple[ConceptReceived, ...]:
    """The concept is in the record with the moment of its receipt, late or not."""
    return (
        ConceptReceived(
            key=filing.key,
            proposers=filing.proposers,
            wording=filing.wording,
            entry=filing.entry,
            counterparties=filing.counterparties,
            sent_on=filing.sent_on,
            received_at=filing.received_at,
            received_on=day_in_astana(filing.received_at),
            document=filing.document,
            complete=not missing_texts(filing.wording, facts.case.ruleset),
            further=filing.further,
        ),
    )
