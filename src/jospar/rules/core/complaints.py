"""What is said of a concept's texts and terms, as it comes and as it is completed.

Each is a decorator: what it is said of differs, where it is found, and when.
"""

from .act import _, check

of_term = check(
    "concepts.term",
    _(
        "The term {first_day} – {last_day} does not lie within "
        "{first_year}–{last_year}."
    ),
    _("Ask the body for a term within {first_year}–{last_year}."),
    mend=True,
)
of_procedures = check(
    "concepts.term",
    _(
        "The domestic procedures have no full term, or begin before the treaty is "
        "concluded."
    ),
    _("Ask the body for a term of the procedures that follows the conclusion."),
    mend=True,
)
of_letters = check(
    "concepts.languages",
    _("The letters of “{cell}” are those of the other language."),
    _("Look whether the texts were exchanged or left untranslated."),
)
of_note = check(
    "concepts.languages",
    _("The note stands in one language only; “{cell}” is empty."),
    _("Ask the body for the note in the other language."),
    mend=True,
)
