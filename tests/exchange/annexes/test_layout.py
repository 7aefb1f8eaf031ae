"""Headings, groups, rows that go on, and both languages in a cell."""

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from jospar.exchange.annexes.grids import GridCell, GridLine
from jospar.exchange.annexes.headings import columns_of, level_of
from jospar.exchange.annexes.languages import is_other, language_of, parts_of, restored
from jospar.exchange.annexes.reading import read_annex_tables
from jospar.exchange.annexes.values import AnnexTable, Place
from jospar.rules.core.nouns import Language, Level
from jospar.rules.core.ruleset import load
from tests.exchange.annexes.builder import KK, RU, heading, sheets, table, word
from tests.exchange.annexes.treaties import (
    BORDER,
    INTERGOVERNMENTAL,
    INTERSTATE,
    MID,
    PLAN,
    POWER,
    ROADS,
)

HEADINGS = load("kz-2023").headings
FIRST = ["1", MID.ru, BORDER.ru, "2022 год", "нет", ""]
SECOND = ["2", MID.ru, ROADS.ru, "2022 год", "нет", ""]


def read(data: bytes, name: str = "x.docx") -> tuple[AnnexTable, ...]:
    """Return the tables of a document."""
    return read_annex_tables(data, name, HEADINGS)


def codes(table: AnnexTable) -> list[str]:
    """Return the doubts about a table but those about its groups."""
    return [one.code for one in table.doubts if not one.code.startswith("group_")]


def line(*texts: str) -> GridLine:
    """Return a row of cells beside each other."""
    cells = tuple(GridCell(text, at) for at, text in enumerate(texts))
    return GridLine(Place(1, 1), cells)


@pytest.mark.parametrize(
    ("texts", "fields"),
    [
        (KK, ("number", "body", "title", "term", "procedure", "note")),
        (RU, ("number", "body", "title", "term", "procedure", "note")),
        (
            HEADINGS.columns["kk"],
            ("number", "body", "title", "term", "procedure", "note"),
        ),
        (
            HEADINGS.columns["ru"],
            ("number", "body", "title", "term", "procedure", "note"),
        ),
        (("№", "Название договора", "Срок"), ("number", "title", "term")),
        (("Договор", "Исполнитель", "Дата подписания"), ("title", "body", "term")),
    ],
)
def test_headings(texts: tuple[str, ...], fields: tuple[str, ...]) -> None:
    """Columns are known however their headings are worded."""
    columns = columns_of([line(*texts)])
    assert columns
    assert columns.fields == fields


@pytest.mark.parametrize(
    "texts",
    [
        FIRST,
        ["", MID.ru, BORDER.ru, "весной", "ратификация", "срок переговоров"],
        ["Договор", "Министерство"],
        ["№", "Срок"],
        [],
    ],
)
def test_what_is_no_heading(texts: list[str]) -> None:
    """A row of the plan is none, nor a row with too little in it."""
    assert columns_of([line(*texts)]) is None


@pytest.mark.parametrize(
    ("text", "level"),
    [
        (INTERSTATE.kk, (Level.INTERSTATE, True)),
        (f"I. {INTERSTATE.ru}", (Level.INTERSTATE, True)),
        (
            f"{INTERGOVERNMENTAL.kk} / {INTERGOVERNMENTAL.ru}",
            (Level.INTERGOVERNMENTAL, True),
        ),
        ("МЕЖПРАВИТЕЛЬСТВЕННЫЕ ДОГОВОРЫ", (Level.INTERGOVERNMENTAL, False)),
        ("Межведомтсвенные", (Level.INTERAGENCY, False)),
        ("Ведомство аралық", (Level.INTERAGENCY, False)),
        (INTERSTATE.ru.replace("меж", "мж"), (Level.INTERSTATE, False)),
        ("Договоры с Узбекистаном", None),
        ("межгосударственные и межправительственные", None),
    ],
)
def test_headings_of_groups(text: str, level: tuple[Level, bool] | None) -> None:
    """A group is known by its heading, by what only it is called, or by likeness."""
    assert level_of(text, HEADINGS) == level


def test_two_plans_in_one_document() -> None:
    """A table under a heading of a plan is a plan of its own, one without goes on."""
    plan = table(RU, FIRST)
    more = table(RU, SECOND)
    tables = read(word(heading(PLAN.ru), plan, more, heading(PLAN.ru), plan))
    assert [len(one.rows) for one in tables] == [2, 1]
    assert codes(tables[0]) == ["heading_again"]


def test_two_sheets_are_two_plans() -> None:
    """Sheets are never put together, though their headings are the same."""

    def fill(sheet: Worksheet) -> None:
        sheet.append(list(RU))
        sheet.append(FIRST)

    tables = read(sheets(("a", fill), ("b", fill)), "x.xlsx")
    assert [[str(row.place) for row in one.rows] for one in tables] == [
        ["sheet “a”, row 2"],
        ["sheet “b”, row 2"],
    ]


def test_a_page_that_begins_with_rows() -> None:
    """Rows above a repeated heading are rows, not titles."""
    first = table(RU, FIRST)
    tables = read(word(first, table(SECOND, RU, ["3", *SECOND[1:]])))
    assert [row.number for row in tables[0].rows] == [1, 2, 3]
    assert codes(tables[0]) == ["heading_missing", "heading_again"]


@pytest.mark.parametrize(
    ("texts", "count"),
    [
        (["", "", "и энергетике", "", "", ""], 1),
        (["", "", "", "", "", "перенос"], 1),
        (["", "", POWER.ru, "", "", ""], 2),
        (["", MID.ru, POWER.ru, "2022 год", "нет", ""], 2),
        (["2", "", "и другое", "", "", ""], 2),
    ],
)
def test_rows_that_go_on(texts: list[str], count: int) -> None:
    """A row without a number goes on with the one above where it can't stand alone."""
    (found,) = read(word(table(RU, FIRST, texts)))
    assert len(found.rows) == count
    assert ("line_spread" in codes(found)) is (count == 1)
    said = " ".join(cell for row in found.rows for cell in row.cells)
    assert all(text in said for text in texts)


def test_numbers_of_groups() -> None:
    """Numbers that begin anew under each heading of a group are told."""
    again = ["1", *SECOND[1:]]
    (found,) = read(
        word(table(RU, [INTERSTATE.ru], FIRST, [INTERGOVERNMENTAL.ru], again))
    )
    assert codes(found) == ["number_again"]
    assert [row.level for row in found.rows] == [
        Level.INTERSTATE,
        Level.INTERGOVERNMENTAL,
    ]


def test_a_row_with_its_number_only() -> None:
    """A number without anything is a row with everything missing, so it is noticed."""
    (found,) = read(word(table(RU, FIRST, ["2", "", "", "", "", ""])))
    assert codes(found)[-4:] == [
        "title_missing",
        "body_missing",
        "term_missing",
        "procedure_missing",
    ]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Жоба\nПроект", ("Жоба", "Проект")),
        (
            "Жоба келісілуде\nПроект на согласовании",
            ("Жоба келісілуде", "Проект на согласовании"),
        ),
        ("Проект / Жобасы қаралуда", ("Жобасы қаралуда", "Проект")),
        ("2022 жыл/2022 год", ("2022 жыл", "2022 год")),
        (
            "Әділет\nминистрлігі\nМинистерство\nюстиции",
            ("Әділет\nминистрлігі", "Министерство\nюстиции"),
        ),
        ("Қазақша\nПо-русски\nҚазақша", None),
        ("15.05.2022", None),
        ("", None),
    ],
)
def test_both_languages_in_a_cell(text: str, parts: tuple[str, str] | None) -> None:
    """A cell that changes its language once holds both."""
    expected = (
        dict(zip((Language.KK, Language.RU), parts, strict=True)) if parts else None
    )
    assert parts_of(text) == expected


@pytest.mark.parametrize(
    ("text", "field", "language", "other"),
    [
        (BORDER.ru, "title", Language.KK, True),
        (BORDER.kk, "title", Language.RU, True),
        (BORDER.kk, "title", Language.KK, False),
        ("Перенос", "note", Language.KK, False),
        ("Перенос срока заключения", "note", Language.KK, True),
        ("Жоба қаралуда", "note", Language.RU, True),
        ("2022 жыл", "term", Language.RU, True),
        ("15.05.2022", "term", Language.RU, False),
        ("ратификациялау", "procedure", Language.KK, False),
        ("ратификация", "procedure", Language.KK, True),
        ("", "note", Language.KK, False),
    ],
)
def test_texts_in_another_language(
    text: str, field: str, language: Language, *, other: bool
) -> None:
    """A text of the other language is noticed, a word that may be either is not."""
    assert is_other(text, field, language) is other


def test_languages_of_texts() -> None:
    """Letters tell Kazakh from Russian; digits and Latin letters tell nothing."""
    texts = ("жоқ", "Қор", "нет", "12.05", "WTO")
    assert [language_of(text) for text in texts] == [
        Language.KK,
        Language.KK,
        Language.RU,
        None,
        None,
    ]


def test_restored_texts() -> None:
    """A text in a wrong encoding becomes what it was; others stay as they are."""
    assert restored("Договор".encode("cp1251").decode("cp1252")) == "Договор"
    assert restored("Договор с São Tomé") == "Договор с São Tomé"
    assert restored("ÀÀÀ ғ") == "ÀÀÀ ғ"
