"""An amended plan in every kind of file that Jospar writes, for tests to alter.

Revision 1 is the agreed one, 2 amended it from 9 December 2024 and 3 from the 12th;
the draft of the long-term plan has one row and was sent to nobody.
"""

import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Any

from jospar.documents.plan_docx import plan_docx
from jospar.documents.plan_json import plan_json
from jospar.documents.plan_xlsx import plan_xlsx
from jospar.documents.plan_xml import plan_xml
from jospar.exchange.verification.verify import Verdict, verify_file
from jospar.queries.kept_editions import amended_editions
from jospar.queries.plans import edition_of
from jospar.rules.core.forms import FormGroup, PlanEdition
from jospar.rules.core.nouns import Changes
from jospar.web.pdf import shared_plan_pdf
from tests.queries.made_amended import (
    add,
    agreed_plan,
    december,
    decide,
    decided,
    instruct,
    make,
    remove,
    stage,
)
from tests.queries.made_record import place
from tests.rules.made import CURRENT, LONG_TERM, RULES, YEAR, YEAR_2026, wording

DAY = december(20)
BEFORE_ALL = date(2024, 12, 1)
NOTE = Changes(note_kk="Сапарға әзір", note_ru="К визиту")
PLAN_OVER = date(2026, 1, 1)


KINDS: dict[str, Callable[[PlanEdition], bytes]] = {
    "kk.docx": lambda edition: plan_docx(edition, "kk"),
    "ru.docx": lambda edition: plan_docx(edition, "ru"),
    "plan.xlsx": plan_xlsx,
    "plan.json": plan_json,
    "plan.xml": plan_xml,
    "kk.pdf": lambda edition: shared_plan_pdf(edition, "kk"),
    "ru.pdf": lambda edition: shared_plan_pdf(edition, "ru"),
}
"""How each kind of file is made, by a name of it."""
READ = [name for name in KINDS if not name.endswith("pdf")]
MACHINES = ["plan.json", "plan.xml"]


def amended_twice() -> list[PlanEdition]:
    """Amend the plan twice, first by a note, and return its editions."""
    agreed_plan()
    place("L-1", LONG_TERM, wording=wording(conclude=YEAR_2026))
    instruct("1", 9)
    stage("1", 11, changes=NOTE)
    make("1", 11)
    decide("5", 10, 12)
    remove("5", 13, "C-2", **decided("5"))
    add("5", 13, "N-1", **decided("5"))
    make("5", 13, **decided("5"))
    return amended_editions(RULES, YEAR, CURRENT)


def the_draft() -> PlanEdition:
    """Return the draft of the long-term plan as it stands."""
    return edition_of(RULES, YEAR, LONG_TERM)


def forged(
    edition: PlanEdition, change: Callable[[FormGroup], FormGroup], level: int = 1
) -> PlanEdition:
    """Return an edition that says something else under the old fingerprint.

    ``change`` makes another group of that which has the rows.
    """
    groups = list(edition.form.groups)
    groups[level] = change(groups[level])
    return replace(edition, form=replace(edition.form, groups=tuple(groups)))


def with_cell(
    edition: PlanEdition, row: int, language: str, column: int, text: str
) -> PlanEdition:
    """Return the edition with another text in a cell, under the old fingerprint."""

    def change(group: FormGroup) -> FormGroup:
        rows = list(group.rows)
        cells = list(rows[row].cells[language])
        cells[column] = text
        every = {**rows[row].cells, language: tuple(cells)}
        rows[row] = replace(rows[row], cells=every)
        return replace(group, rows=tuple(rows))

    return forged(edition, change)


def rewritten(
    package: bytes, change: Callable[[str, str], str] = lambda _name, text: text
) -> bytes:
    """Return an office file whose parts ``change`` wrote anew, by name and text."""
    target = BytesIO()
    with zipfile.ZipFile(BytesIO(package)) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            content = change(name, old.read(name).decode())
            new.writestr(name, content.encode())
    return target.getvalue()


def verified(data: bytes, name: str, **changes: Any) -> Verdict:
    """Return the verdict on a file for the twentieth of December."""
    given: dict[str, Any] = {"day": DAY, "make_pdf": shared_plan_pdf} | changes
    return verify_file(data, name, **given)


def without_row(group: FormGroup) -> FormGroup:
    """Return the group without its second row."""
    return replace(group, rows=group.rows[:1])


def with_row(group: FormGroup) -> FormGroup:
    """Return the group with a row more."""
    cells = {
        language: ("3", said[1], "Басқа шарт / Иной", *said[3:])
        for language, said in group.rows[0].cells.items()
    }
    new = replace(group.rows[0], number=3, concept="X-1", cells=cells)
    return replace(group, rows=(*group.rows, new))


def turned(group: FormGroup) -> FormGroup:
    """Return the group with its rows in the other order."""
    return replace(group, rows=group.rows[::-1])


def in_document(change: Callable[[str], str]) -> Callable[[str, str], str]:
    """Return what changes the text part of a document alone."""
    return lambda name, text: change(text) if name == "word/document.xml" else text
