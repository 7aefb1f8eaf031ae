"""A body brings a concept to the Ministry."""

from collections.abc import Iterator

from jospar.rules.core.act import Unmet, _, act, check, unmet
from jospar.rules.core.deadlines import day_in_astana
from jospar.rules.core.further import FURTHER, missing_cells
from jospar.rules.core.wordings import (
    missing_texts,
    note_in_one_language,
    procedure_begins_early,
    procedure_lacks_term,
    term_outside,
    terms_out_of_order,
    title_disagreements,
    wrong_letters,
)

from .complaints import of_letters, of_note, of_procedures, of_term
from .effects import ConceptReceived
from .facts import FilingFacts, SubmitConcept
from .further import FILL, MISSING, fields_known, fields_of_their_kind

TEXT_CELLS = ("title_kk", "title_ru", "purpose_kk", "purpose_ru")


@check(
    "record.terms",
    _("The term ends on {last_day}, before it begins on {first_day}."),
    _("Correct the days, or exchange them."),
)
def terms_in_order(facts: FilingFacts, filing: SubmitConcept) -> Iterator[Unmet]:
    """No term ends before it begins."""
    yield from terms_out_of_order(filing.wording)


@check(
    "record.key",
    _("There is a concept “{key}” in the record already."),
    _("Give the concept a key of its own."),
)
def key_of_its_own(facts: FilingFacts, filing: SubmitConcept) -> Iterator[Unmet]:
    """A key stands for one concept of a cycle."""
    if facts.is_known:
        yield unmet("key", key=filing.key)


@check(
    "offices.table",
    _("The body “{body}” does not propose this concept."),
    _("File it in the name of your own body."),
)
def own_body(facts: FilingFacts, filing: SubmitConcept) -> Iterator[Unmet]:
    """An officer of a body files concepts of that body alone."""
    actor = facts.case.actor
    if not actor.acts_for(*filing.proposers):
        yield unmet("body", body=actor.body)


@of_term
def term_within_cycle(facts: FilingFacts, filing: SubmitConcept) -> Iterator[Unmet]:
    """The treaty is to be concluded wholly within the years of the two plans."""
    yield from term_outside(filing.wording, facts.case.ruleset, facts.case.year)


@of_procedures
def procedures_have_term(facts: FilingFacts, filing: SubmitConcept) -> Iterator[Unmet]:
    """Procedures that are needed have a term, and it follows the conclusion."""
    if procedure_lacks_term(filing.wording) or procedure_begins_early(filing.wording):
        yield unmet("procedure_from")


@check(
    "concepts.languages",
    _("The text “{cell}” is missing."),
    _("The concept keeps its day; ask the body to complete it."),
    mend=True,
)
def texts_in_all_languages(
    facts: FilingFacts, filing: SubmitConcept
) -> Iterator[Unmet]:
    """The concept's own texts stand in every language of the ruleset."""
    for cell in missing_texts(filing.wording, facts.case.ruleset):
        yield unmet(cell, cell=cell)


@of_letters
def texts_in_own_letters(facts: FilingFacts, filing: SubmitConcept) -> Iterator[Unmet]:
    """A Kazakh text has Kazakh letters, a Russian one has none of them."""
    yield from wrong_letters(filing.wording, TEXT_CELLS)


@of_note
def note_in_both_languages(
    facts: FilingFacts, filing: SubmitConcept
) -> Iterator[Unmet]:
    """A note stands in both languages or in none."""
    yield from note_in_one_language(filing.wording)


@check(
    "proposals.none",
    _("A letter that there are no proposals is in the record from: {bodies}."),
    _("The concept counts; both papers stay in the record."),
)
def no_letter_of_none(facts: FilingFacts, filing: SubmitConcept) -> Iterator[Unmet]:
    """A body either submits concepts or reports none."""
    if facts.letters_of:
        yield unmet("body", bodies=facts.letters_of)


@check(
    "titles.grammar",
    _("The titles and the level disagree: “{kk}”, “{ru}”."),
    _("Compare the kind of document, the parties and in whose name it is concluded."),
)
def titles_agree(facts: FilingFacts, filing: SubmitConcept) -> Iterator[Unmet]:
    """The two titles and the level agree with each other."""
    yield from title_disagreements(filing.wording)


@check("concepts.fields", MISSING, FILL, mend=True)
def fields_filled(facts: FilingFacts, filing: SubmitConcept) -> Iterator[Unmet]:
    """The fields that the ruleset requires are filled in, in both languages if so."""
    fields = facts.case.ruleset.fields.values()
    for cell, field in missing_cells(fields, filing.further):
        yield unmet(f"{FURTHER}{cell}", label=dict(field.label))


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
