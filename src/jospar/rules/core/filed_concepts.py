"""What speaks against a concept as it was filed, for this cycle or for an amendment."""

from collections.abc import Iterator, Mapping
from typing import Protocol

from .act import HasCase, Unmet, _, check, unmet
from .complaints import of_letters, of_note, of_procedures
from .further import FURTHER, cells_of, missing_cells
from .nouns import Wording
from .wordings import (
    missing_texts,
    note_in_one_language,
    procedure_begins_early,
    procedure_lacks_term,
    terms_out_of_order,
    title_disagreements,
    wrong_letters,
)

TEXT_CELLS = ("title_kk", "title_ru", "purpose_kk", "purpose_ru")
MISSING = _("The field “{label}” is not filled in.")
FILL = _("The concept keeps its day; ask the body to fill the field in.")


class HasFurther(Protocol):
    """A filing that fills in further fields."""

    @property
    def further(self) -> Mapping[str, str]:
        """What is filled in, by the name of the cell."""


class FilesConcept(HasFurther, Protocol):
    """A filing that brings a concept whole."""

    @property
    def proposers(self) -> tuple[str, ...]:
        """The codes of the bodies that propose the treaty."""

    @property
    def wording(self) -> Wording:
        """What the concept says of its treaty."""


@check(
    "record.terms",
    _("The term ends on {last_day}, before it begins on {first_day}."),
    _("Correct the days, or exchange them."),
)
def terms_in_order(facts: HasCase, filing: FilesConcept) -> Iterator[Unmet]:
    """No term ends before it begins."""
    yield from terms_out_of_order(filing.wording)


@check(
    "offices.table",
    _("The body “{body}” does not propose this concept."),
    _("File it in the name of your own body."),
)
def own_body(facts: HasCase, filing: FilesConcept) -> Iterator[Unmet]:
    """An officer of a body files concepts of that body alone."""
    actor = facts.case.actor
    if not actor.acts_for(*filing.proposers):
        yield unmet("body", body=actor.body)


@of_procedures
def procedures_have_term(facts: HasCase, filing: FilesConcept) -> Iterator[Unmet]:
    """Procedures that are needed have a term, and it follows the conclusion."""
    if procedure_lacks_term(filing.wording) or procedure_begins_early(filing.wording):
        yield unmet("procedure_from")


@check(
    "concepts.languages",
    _("The text “{cell}” is missing."),
    _("The concept keeps its day; ask the body to complete it."),
    mend=True,
)
def texts_in_all_languages(facts: HasCase, filing: FilesConcept) -> Iterator[Unmet]:
    """The concept's own texts stand in every language of the ruleset."""
    for cell in missing_texts(filing.wording, facts.case.ruleset):
        yield unmet(cell, cell=cell)


@of_letters
def texts_in_own_letters(facts: HasCase, filing: FilesConcept) -> Iterator[Unmet]:
    """A Kazakh text has Kazakh letters, a Russian one has none of them."""
    yield from wrong_letters(filing.wording, TEXT_CELLS)


@of_note
def note_in_both_languages(facts: HasCase, filing: FilesConcept) -> Iterator[Unmet]:
    """A note stands in both languages or in none."""
    yield from note_in_one_language(filing.wording)


@check(
    "titles.grammar",
    _("The titles and the level disagree: “{kk}”, “{ru}”."),
    _("Compare the kind of document, the parties and in whose name it is concluded."),
)
def titles_agree(facts: HasCase, filing: FilesConcept) -> Iterator[Unmet]:
    """The two titles and the level agree with each other."""
    yield from title_disagreements(filing.wording)


@check("concepts.fields", MISSING, FILL, mend=True)
def fields_filled(facts: HasCase, filing: HasFurther) -> Iterator[Unmet]:
    """The fields that the ruleset requires are filled in, in both languages if so."""
    fields = facts.case.ruleset.fields.values()
    for cell, field in missing_cells(fields, filing.further):
        yield unmet(f"{FURTHER}{cell}", label=dict(field.label))


@check(
    "concepts.fields",
    _("The ruleset has no field “{cell}”."),
    _("Leave it out, or ask the administrator for the field."),
)
def fields_known(facts: HasCase, filing: HasFurther) -> Iterator[Unmet]:
    """What is filled in is a cell of a field that the ruleset has."""
    known = cells_of(facts.case.ruleset.fields.values())
    for cell in filing.further:
        if cell not in known:
            yield unmet(f"{FURTHER}{cell}", cell=cell)


@check(
    "concepts.fields",
    _("The field “{label}” does not take “{value}”."),
    _("Ask the body for a number, a day such as 2025-03-01, or one of the options."),
    mend=True,
)
def fields_of_their_kind(facts: HasCase, filing: HasFurther) -> Iterator[Unmet]:
    """A number, a day or a choice is what the field takes."""
    known = cells_of(facts.case.ruleset.fields.values())
    for cell, value in filing.further.items():
        if value and cell in known and not known[cell].takes(value):
            label = dict(known[cell].label)
            yield unmet(f"{FURTHER}{cell}", label=label, value=value)
