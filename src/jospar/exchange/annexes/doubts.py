"""Each kind of doubt in a sentence, with what would settle it."""

from collections.abc import Mapping

from jospar.rules.core.nouns import Language, Term
from jospar.rules.core.sentences import _
from jospar.rules.core.terms import term_phrase

from .values import Doubt, Place, squeezed

COLUMNS: Mapping[str, Mapping[str, str]] = {
    "number": {"kk": "Р/с №", "ru": "№ п/п", "en": "No."},
    "body": {"kk": "мемлекеттік орган", "ru": "государственный орган", "en": "body"},
    "title": {"kk": "шарттың атауы", "ru": "наименование договора", "en": "title"},
    "term": {"kk": "жасасу мерзімі", "ru": "срок заключения", "en": "term"},
    "procedure": {
        "kk": "мемлекетішілік рәсімдер",
        "ru": "внутригосударственные процедуры",
        "en": "domestic procedures",
    },
    "note": {"kk": "ескертпелер", "ru": "примечания", "en": "notes"},
}
"""What people call the columns."""

_SHOWN = 400
_LOOK = _("Compare it with the document and correct it if need be.")
_WRITE = _("Write it from the document.")
_RIGHT = _("Put it right in the document, or here.")
_TO_NOTES = _("Take over what matters.")

DOUBTS: Mapping[str, tuple[str, str]] = {
    "heading_lines": (_("The headings of the columns stand in two rows."), _LOOK),
    "heading_again": (
        _("The headings of the columns stand here again and are left out."),
        _("See that the table goes on under them."),
    ),
    "heading_missing": (
        _("The table has no headings; its columns are read in the order last known."),
        _LOOK,
    ),
    "columns_order": (
        _("The columns stand in another order than in the form: {columns}."),
        _LOOK,
    ),
    "column_missing": (
        _("The table has no column “{column}”."),
        _("Fill it in where the document says it elsewhere."),
    ),
    "column_further": (
        _("The form has no column “{text}”; what it says is kept beside the row."),
        _TO_NOTES,
    ),
    "table_other": (
        _("This is no table of a plan and is left out: “{text}”."),
        _("If it is one, write the headings of the form above it."),
    ),
    "group_guess": (_("“{text}” is read as the heading of a group: {level}."), _LOOK),
    "group_unknown": (
        _("The row stands under no heading of a group."),
        _("Say in whose name the treaty is concluded."),
    ),
    "group_absent": (
        _("The table has no heading of the group: {level}."),
        _("See that no row of the group is missing or stands in another."),
    ),
    "line_stray": (
        _("This is no row of the plan and is left out: “{text}”."),
        _TO_NOTES,
    ),
    "line_empty": (
        _("The row is empty and is left out."),
        _("See that nothing is missing."),
    ),
    "line_hidden": (
        _("The row is hidden in the sheet."),
        _("Take it out if it does not belong to the plan."),
    ),
    "line_struck": (
        _("The row is struck out and is left out: “{text}”."),
        _("Add it if it belongs to the plan."),
    ),
    "line_deleted": (
        _("The row is deleted by a tracked change and is left out: “{text}”."),
        _("Add it if it belongs to the plan."),
    ),
    "line_spread": (
        _("The row is taken for the rest of the one above: “{text}”."),
        _("Part them if they are two rows."),
    ),
    "sheet_hidden": (
        _("The sheet “{text}” is hidden and is not read."),
        _("If it belongs to the plan, show it in a spreadsheet program and save."),
    ),
    "box_outside": (_("A text box outside the tables says: “{text}”."), _TO_NOTES),
    "merged_across": (
        _("The cell “{column}” is merged with its neighbours: “{text}”."),
        _("Write into each column what belongs there."),
    ),
    "merged_down": (
        _("The cell “{column}” is merged with those above and is read as: “{text}”."),
        _LOOK,
    ),
    "cell_parted": (
        _("Two cells stand under “{column}” and are read as one, the last: “{text}”."),
        _LOOK,
    ),
    "cell_struck": (_("In “{column}” this is struck out: “{text}”."), _LOOK),
    "cell_deleted": (
        _("In “{column}” a tracked change has deleted: “{text}”."),
        _LOOK,
    ),
    "cell_inserted": (_("In “{column}” a tracked change has inserted text."), _LOOK),
    "cell_box": (_("In “{column}” there is a text box: “{text}”."), _LOOK),
    "cell_nested": (
        _("In “{column}” there is a table of its own: “{text}”."),
        _LOOK,
    ),
    "cell_footnote": (
        _("The cell “{column}” has a footnote, which is not read."),
        _("Write what it says into the notes."),
    ),
    "cell_broken": (
        _("The cell “{column}” holds a formula or an error without a value."),
        _WRITE,
    ),
    "cell_garbled": (
        _("The text in “{column}” is in a wrong encoding and is read as: “{text}”."),
        _LOOK,
    ),
    "number_missing": (_("The row has no number."), _LOOK),
    "number_odd": (_("“{text}” is not a number of a row."), _LOOK),
    "number_in_title": (
        _("The number {number} stands before the title, not in its column."),
        _LOOK,
    ),
    "number_automatic": (
        _("Numbers are not written but counted by the office program."),
        _("Compare them with the printed document."),
    ),
    "number_gap": (
        _("After the number {before} comes {number}."),
        _("See that no row is missing."),
    ),
    "number_again": (
        _("After the number {before} comes {number}; numbers begin anew or repeat."),
        _("See that no row stands there twice."),
    ),
    "title_missing": (_("The row has no title."), _WRITE),
    "body_missing": (_("The row names no body."), _WRITE),
    "body_guess": (_("“{text}” is read as “{name}”."), _LOOK),
    "body_former": (_("“{text}” is a former name; it is now “{name}”."), _LOOK),
    "body_unknown": (
        _("“{text}” is no known body."),
        _("Choose the body, or enter it with the name it had."),
    ),
    "term_missing": (_("The row has no term."), _WRITE),
    "term_date": (
        _("The cell holds the date {day}, not words; it is read as “{term}”."),
        _("Compare it with the document: of a typed month spreadsheets make its 1st."),
    ),
    "term_guess": (_("The term “{text}” is read as “{term}”."), _LOOK),
    "term_unknown": (
        _("“{text}” names no days."),
        _("Write the term as a quarter, a month or days."),
    ),
    "procedure_missing": (
        _("The row says nothing of domestic procedures."),
        _("Say which procedure is needed, or that none is."),
    ),
    "procedure_guess": (_("“{text}” is read as “{name}”."), _LOOK),
    "procedure_unknown": (
        _("“{text}” names no domestic procedure."),
        _("Choose the procedure, or that none is needed."),
    ),
    "language_other": (
        _("The text in “{column}” is in another language than the table: “{text}”."),
        _WRITE,
    ),
    "languages_both": (
        _("The table holds both languages in one cell; they are taken apart."),
        _LOOK,
    ),
    "language_missing": (
        _("The cell “{column}” holds one language only: “{text}”."),
        _WRITE,
    ),
    "pair_missing": (
        _("The row has no counterpart in the other language: “{text}”."),
        _("Find its counterpart, or write it."),
    ),
    "pair_differs": (
        _("The two languages differ in “{column}”: “{kk}” and “{ru}”."),
        _RIGHT,
    ),
    "pair_titles": (
        _("The two titles disagree: “{kk}” in Kazakh, “{ru}” in Russian."),
        _RIGHT,
    ),
}
"""What is told of each doubt, and its cure."""


def doubt(
    code: str, place: Place, field: str = "", guess: object = None, /, **values: object
) -> Doubt:
    """Return the doubt ``code``; long texts are shortened, terms put in words."""
    message, cure = DOUBTS[code]
    shown = {name: _shown(value) for name, value in values.items()}
    if field:
        shown["column"] = COLUMNS[field]
    return Doubt(place, code, message, cure, shown, field, guess)


def _shown(value: object) -> object:
    if isinstance(value, Term):
        return {language.value: term_phrase(value, language) for language in Language}
    if isinstance(value, str):
        text = squeezed(value)
        return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"
    return value
