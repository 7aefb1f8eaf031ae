"""A body completes or corrects its concept."""

from collections.abc import Iterator

from jospar.rules.core.act import Check, Unmet, _, act, check, unmet
from jospar.rules.core.complaints import of_letters, of_note, of_procedures, of_term
from jospar.rules.core.conditions import (
    changed_terms_in_order,
    changed_titles_agree,
    fills_the_term_it_followed,
    follows_receipt,
    own_concept,
    row_is_fixed,
    row_is_known,
)
from jospar.rules.core.filed_concepts import (
    FILL,
    MISSING,
    fields_known,
    fields_of_their_kind,
)
from jospar.rules.core.further import FURTHER, missing_cells, with_changes
from jospar.rules.core.horizon import plans_for
from jospar.rules.core.nouns import Wording
from jospar.rules.core.wordings import (
    filled_cells,
    missing_texts,
    note_in_one_language,
    procedure_begins_early,
    procedure_lacks_term,
    term_outside,
    wrong_letters,
)

from .effects import ConceptSupplemented
from .facts import ConceptFacts, SupplementConcept


def _after(facts: ConceptFacts, filing: SupplementConcept) -> Wording:
    return filing.changes.apply(facts.concept.wording)


@of_term
def new_term_within_cycle(
    facts: ConceptFacts, filing: SupplementConcept
) -> Iterator[Unmet]:
    """A new term lies wholly within the years of the two plans."""
    if filing.changes.fills("conclude_from", "conclude_to"):
        wording = _after(facts, filing)
        yield from term_outside(wording, facts.case.ruleset, facts.case.year)


@of_procedures
def new_procedures_have_term(
    facts: ConceptFacts, filing: SupplementConcept
) -> Iterator[Unmet]:
    """A new term of the procedures is whole and follows the conclusion."""
    wording = _after(facts, filing)
    procedures = filing.changes.fills("procedure_from", "procedure_to")
    start = procedures or filing.changes.fills("conclude_from")
    if (procedures and procedure_lacks_term(wording)) or (
        start and procedure_begins_early(wording)
    ):
        yield unmet("procedure_from")


@of_letters
def new_texts_in_own_letters(
    facts: ConceptFacts, filing: SupplementConcept
) -> Iterator[Unmet]:
    """A filled Kazakh text has Kazakh letters, a Russian one has none of them."""
    yield from wrong_letters(_after(facts, filing), filled_cells(filing.changes))


@of_note
def new_note_in_both_languages(
    facts: ConceptFacts, filing: SupplementConcept
) -> Iterator[Unmet]:
    """A note that is filled in stands in both languages."""
    if filing.changes.fills("note_kk", "note_ru"):
        yield from note_in_one_language(_after(facts, filing))


@check(
    "placement.term",
    _("The new term points out of the {plan}, where the row stays."),
    _("Move the row when the plan is a draft again, or let the Commission decide."),
)
def new_term_in_plan(facts: ConceptFacts, filing: SupplementConcept) -> Iterator[Unmet]:
    """The new term of a placed concept points to its plan."""
    case, plan = facts.case, facts.plan
    filled = filing.changes.fills("conclude_from", "conclude_to")
    if plan and row_is_known(facts) and filled:
        term = _after(facts, filing).conclude
        if plan.kind not in plans_for(case.ruleset, case.year, term):
            yield unmet("conclude_from", plan=plan.kind)


@check(
    "commission.decision",
    _("The {plan} is not a draft; the row stays as it was."),
    _("The row will change when the plan is a draft again."),
)
def row_may_change(facts: ConceptFacts, filing: SupplementConcept) -> Iterator[Unmet]:
    """A row changes while its plan is a draft."""
    if facts.plan and row_is_fixed(facts) and row_is_known(facts):
        yield unmet(plan=facts.plan.kind)


@check("concepts.fields", MISSING, FILL, mend=True)
def begun_fields_filled(
    facts: ConceptFacts, filing: SupplementConcept
) -> Iterator[Unmet]:
    """A field of both languages that is filled in stands in both."""
    known = facts.case.ruleset.fields.values()
    begun = [field for field in known if any(map(filing.further.get, field.cells))]
    further = with_changes(facts.concept.further, filing.further)
    for cell, field in missing_cells(begun, further):
        yield unmet(f"{FURTHER}{cell}", label=dict(field.label))


# Said with its type: checks of filings in general do not show which one is meant.
_REQUIREMENTS: tuple[Check[ConceptFacts, SupplementConcept], ...] = (
    changed_terms_in_order,
    fills_the_term_it_followed,
    fields_known,
)


@act(
    "intake.supplement_concept",
    "concepts.languages",
    filing=SupplementConcept,
    records=True,
    conditions=(follows_receipt, own_concept),
    requirements=_REQUIREMENTS,
    cautions=(
        new_term_within_cycle,
        new_procedures_have_term,
        new_texts_in_own_letters,
        new_note_in_both_languages,
        new_term_in_plan,
        row_may_change,
        changed_titles_agree,
        begun_fields_filled,
        fields_of_their_kind,
    ),
)
def supplement_concept(
    facts: ConceptFacts, filing: SupplementConcept
) -> tuple[ConceptSupplemented, ...]:
    """The concept reads as the body completed or corrected it."""
    wording = _after(facts, filing)
    return (
        ConceptSupplemented(
            key=filing.key,
            on=filing.on,
            document=filing.document,
            wording=wording,
            complete=not missing_texts(wording, facts.case.ruleset),
            term_changed=wording.conclude != facts.concept.wording.conclude,
            further=with_changes(facts.concept.further, filing.further),
        ),
    )
