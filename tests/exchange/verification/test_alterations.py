"""What is told of a file that was altered: every cell, in every kind of file."""

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO

import openpyxl
import pytest

from jospar.exchange.verification.contents import content_of
from jospar.exchange.verification.of_contents import content_departures
from jospar.exchange.verification.of_tables import table_departures
from jospar.exchange.verification.values import Departure, FileKind, Part
from jospar.exchange.verification.verify import Outcome
from jospar.queries.fingerprints import Standing
from jospar.rules.core.forms import FormGroup, PlanEdition
from jospar.rules.core.nouns import Text
from jospar.rules.core.ruleset import load
from tests.documents.editions import make
from tests.exchange.verification.made_files import (
    KINDS,
    MACHINES,
    READ,
    forged,
    in_document,
    rewritten,
    turned,
    verified,
    with_cell,
    with_row,
    without_row,
)

pytestmark = pytest.mark.django_db

Change = Callable[[FormGroup], FormGroup]


def said(one: Departure) -> tuple[Part, str, int, str, str, str]:
    """Return what a departure says, without its place and its concept."""
    return one.part, one.language, one.number, one.field, one.was, one.now


@pytest.mark.parametrize(
    ("language", "column", "field", "was", "now"),
    [
        ("kk", 3, "term", "2025 жыл", "2026 жыл"),
        ("ru", 5, "note", "К визиту", "К визитy"),
        ("kk", 5, "note", "Сапарға әзір", "Сaпарға әзір"),
        ("kk", 4, "procedure", "талап етілмейді", "талап етілмeйді"),
    ],
)
@pytest.mark.parametrize("name", READ)
def test_one_letter_in_one_language(
    editions: list[PlanEdition],
    name: str,
    language: str,
    column: int,
    field: str,
    was: str,
    now: str,
) -> None:
    """The row, the column, what was and what is; the other language stays whole."""
    data = KINDS[name](with_cell(editions[1], 0, language, column, now))
    found = verified(data, name)
    other = name.endswith("docx") and not name.startswith(language)
    expected = [] if other else [(Part.CELL, language, 1, field, was, now)]
    assert [said(one) for one in found.departures] == expected
    assert found.outcome is (Outcome.STANDS if other else Outcome.ALTERED)
    assert found.standing is Standing.REPLACED


@pytest.mark.parametrize(
    ("now", "letters"),
    [
        ("Сапарға əзір", [("ә", "ə")]),
        ("Сапарға әзiр", [("і", "i")]),
        ("Сапарға азір", []),
    ],
)
@pytest.mark.parametrize("name", ["kk.docx", "plan.xlsx", *MACHINES])
def test_twins_of_kazakh_letters(
    editions: list[PlanEdition], name: str, now: str, letters: list[tuple[str, str]]
) -> None:
    """The Latin schwa and i are told by their numbers; a plain other letter is not."""
    found = verified(KINDS[name](with_cell(editions[1], 0, "kk", 5, now)), name)
    (one,) = found.departures
    assert said(one) == (Part.CELL, "kk", 1, "note", "Сапарға әзір", now)
    assert one.letters == letters


@pytest.mark.parametrize(
    ("change", "part", "number"),
    [(without_row, Part.MISSING, 2), (with_row, Part.ADDED, None)],
)
@pytest.mark.parametrize("name", READ)
def test_a_row_is_gone_or_new(
    editions: list[PlanEdition],
    name: str,
    change: Change,
    part: Part,
    number: int | None,
) -> None:
    """It is told whole, in each language of the file."""
    found = verified(KINDS[name](forged(editions[2], change)), name)
    assert found.outcome is Outcome.ALTERED
    languages = [name[:2]] if name.endswith("docx") else ["kk", "ru"]
    assert [(one.part, one.language) for one in found.departures] == [
        (part, language) for language in languages
    ]
    if number:
        assert {(one.number, one.concept) for one in found.departures} == {(2, "N-1")}


@pytest.mark.parametrize("name", READ)
def test_rows_in_another_order(editions: list[PlanEdition], name: str) -> None:
    """Every cell is the same, and still it is not what was agreed."""
    found = verified(KINDS[name](forged(editions[2], turned)), name)
    assert found.outcome is Outcome.ALTERED
    assert {(one.part, one.field) for one in found.departures} == {(Part.PLAN, "order")}


@pytest.mark.parametrize("name", READ)
def test_the_words_over_the_rows(editions: list[PlanEdition], name: str) -> None:
    """The title with its year, the columns, and the headings of the groups."""
    form = editions[2].form
    title = {lang: text.replace("2025", "2026") for lang, text in form.title.items()}
    columns = {lang: (*texts[:5], "Иное") for lang, texts in form.columns.items()}
    heading = {lang: f"{text} 2" for lang, text in form.groups[0].heading.items()}
    groups = (replace(form.groups[0], heading=heading), *form.groups[1:])
    other = replace(form, title=title, columns=columns, groups=groups)
    found = verified(KINDS[name](replace(editions[2], form=other)), name)
    assert found.outcome is Outcome.ALTERED
    parts = {one.part for one in found.departures}
    if name == "plan.json":  # it has no title and no columns
        assert parts == {Part.HEADING}
    elif name == "plan.xml":
        assert parts == {Part.HEADING, Part.TITLE, Part.COLUMN}
    else:
        assert {Part.TITLE, Part.COLUMN} <= parts


@pytest.mark.parametrize("name", MACHINES)
def test_what_only_machines_read(editions: list[PlanEdition], name: str) -> None:
    """The key of a concept, the code of a body, the number and the group of a row."""
    rows = editions[2].form.groups[1].rows
    first = replace(rows[0], concept="C-9", body="energy")
    second = replace(rows[1], number=7)
    other = forged(editions[2], lambda group: replace(group, rows=(first,)))
    moved = forged(other, lambda group: replace(group, rows=(second,)), level=2)
    found = verified(KINDS[name](moved), name)
    assert [
        (one.part, one.number, one.field, one.was, one.now) for one in found.departures
    ] == [
        (Part.KEY, 1, "concept", "C-1", "C-9"),
        (Part.KEY, 1, "body", "trade", "energy"),
        (Part.GROUP, 2, "", "intergovernmental", "interagency"),
        (Part.CELL, 2, "number", "2", "7"),
    ]


@pytest.mark.parametrize("name", READ)
def test_the_ground_of_an_amendment(editions: list[PlanEdition], name: str) -> None:
    """Where the file says it in its text, another one is told; a footer is not read."""
    other = replace(editions[2].amended, kk="Негіз жоқ", ru="Основания нет")
    found = verified(KINDS[name](replace(editions[2], amended=other)), name)
    footer = name.endswith("docx")
    parts = {one.part for one in found.departures}
    expected = Part.DOUBT if name == "plan.xlsx" else Part.GROUND
    assert parts == (set() if footer else {expected})


@pytest.mark.parametrize(
    ("was", "now", "part"),
    [
        (
            "</w:tbl>",
            "</w:tbl><w:p><w:r><w:t>Келісілген</w:t></w:r></w:p>",
            Part.OUTSIDE,
        ),
        (
            "2025 жыл</w:t>",
            "</w:t></w:r><w:r><w:rPr><w:strike/></w:rPr><w:t>2025 жыл</w:t>",
            Part.CELL,
        ),
        (
            "</w:t></w:r></w:p></w:tc></w:tr>",
            "</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t></w:t></w:r></w:p></w:tc>"
            "</w:tr>",
            None,
        ),
        (
            "2025 жыл</w:t>",
            "2025 жыл</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>дан</w:t>",
            Part.HIDDEN,
        ),
        (
            "2025 жыл</w:t></w:r>",
            "2025 жыл</w:t></w:r><w:del><w:r><w:delText>дан</w:delText></w:r></w:del>",
            Part.DOUBT,
        ),
    ],
)
def test_what_else_a_document_holds(
    editions: list[PlanEdition], was: str, now: str, part: Part | None
) -> None:
    """A text beside the table, struck out, hidden, or deleted by a tracked change."""
    data = KINDS["kk.docx"](editions[2])
    changed = rewritten(data, in_document(lambda text: text.replace(was, now)))
    assert changed != rewritten(data)
    parts = {one.part for one in verified(changed, "kk.docx").departures}
    assert parts >= ({part} if part else set())
    assert bool(parts) is bool(part)


def test_a_sheet_that_is_gone(editions: list[PlanEdition]) -> None:
    """The plan in one language is missing, and it is told which."""
    source = BytesIO(KINDS["plan.xlsx"](editions[2]))
    book, target = openpyxl.load_workbook(source), BytesIO()
    del book["Қазақша"]
    book.save(target)
    found = verified(target.getvalue(), "plan.xlsx")
    assert [(one.part, one.language) for one in found.departures] == [
        (Part.LANGUAGE, "kk")
    ]


def test_odd_signs_are_no_alteration() -> None:
    """Blanks, tabs, breaks, and what no file can hold, as Jospar reads them back."""
    odd = [
        Text("  Бір  екі\tүш\nтөрт «а»", " Один\ufeff два\x1b[31m — “три” "),
        Text("a\xadb\u200bc й", "и\u0306 № 1 | 2"),
    ]
    edition = make(6, titles=odd, notes=odd)
    headings = load("kz-2023").headings
    found = [
        *table_departures(
            FileKind.DOCX, KINDS["kk.docx"](edition), "a", edition, headings
        ),
        *table_departures(
            FileKind.DOCX, KINDS["ru.docx"](edition), "a", edition, headings
        ),
        *table_departures(
            FileKind.XLSX, KINDS["plan.xlsx"](edition), "a", edition, headings
        ),
    ]
    for name, kind in (("plan.xml", FileKind.XML), ("plan.json", FileKind.JSON)):
        content = content_of(kind, KINDS[name](edition), name)
        found += content_departures(content, edition)
    assert found == []
