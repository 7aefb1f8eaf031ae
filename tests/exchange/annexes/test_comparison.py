"""A signed original beside a revision: words and mere signs are told apart."""

import json
from dataclasses import replace
from typing import Any

import pytest

from jospar.documents.plan_docx import plan_docx
from jospar.documents.plan_json import plan_json
from jospar.exchange.annexes.comparison import Kind, compare_with_revision, plain
from jospar.exchange.annexes.reading import read_annex_tables
from jospar.exchange.annexes.values import AnnexTable
from jospar.rules.core.forms import FORM_LANGUAGES
from jospar.rules.core.nouns import Level
from jospar.rules.core.ruleset import load
from tests.documents.editions import TITLES, make

EDITION = make(12)
PLAN: dict[str, Any] = json.loads(plan_json(EDITION))


def original(language: str = "ru") -> AnnexTable:
    """Return the plan as its document says it."""
    data = plan_docx(EDITION, language)
    (table,) = read_annex_tables(data, "signed.docx", load("kz-2023").headings)
    return table


def changed(at: int, column: int, text: str, **others: Any) -> AnnexTable:
    """Return the original with another text in a cell."""
    table = original()
    rows = list(table.rows)
    cells: Any = list(rows[at].cells)
    cells[column] = text
    rows[at] = replace(rows[at], cells=tuple(cells), **others)
    return replace(table, rows=tuple(rows))


def found(table: AnnexTable) -> list[tuple[str, int, str]]:
    """Return kind, number and column of each difference."""
    return [
        (one.kind.value, one.number, one.field)
        for one in compare_with_revision(table, PLAN)
    ]


@pytest.mark.parametrize("language", FORM_LANGUAGES)
def test_the_same_plan(language: str) -> None:
    """What was printed from a revision does not differ from it."""
    assert compare_with_revision(original(language), PLAN) == ()


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        (" ", "  ", Kind.SIGNS),
        (" ", "\n", Kind.SIGNS),
        (" ", "\xa0", Kind.SIGNS),
        ("и", "\xadи", Kind.SIGNS),
        ("е", "а", Kind.WORDS),
        ("С", "с", Kind.WORDS),
        (" ", "", Kind.WORDS),
    ],
)
def test_blanks_are_no_words(old: str, new: str, kind: Kind) -> None:
    """Blanks and what nobody sees are signs; letters and missing blanks are words."""
    title = original().rows[2].cells[2]
    assert old in title
    assert found(changed(2, 2, title.replace(old, new, 1))) == [(kind, 3, "title")]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("«Астана»", '"Астана"'),
        ("“Астана”", "„Астана“"),
        ("2026–2028", "2026 - 2028"),
        ("а — б", "а-б"),
        ("№ 12", "№\u202f12"),
        ("й", "и\u0306"),
    ],
)
def test_plain_texts(one: str, other: str) -> None:
    """Texts that differ in quotes, dashes, blanks or in how letters are stored."""
    assert plain(one) == plain(other)


def test_words_of_a_difference() -> None:
    """A cell that differs shows which words came and went, and where it stands."""
    table = changed(0, 3, "III квартал 2025 года")
    (one,) = compare_with_revision(table, PLAN)
    assert (one.original, one.revision) == ("III квартал 2025 года", "май 2025 года")
    assert [(word.kind, word.old, word.new) for word in one.words] == [
        ("replace", ("III", "квартал"), ("май",)),
        ("equal", ("2025", "года"), ("2025", "года")),
    ]
    assert str(one.place) == "table 1, row 3"
    assert one.concept == "C-001"


def test_a_number_with_a_point() -> None:
    """The same number written otherwise is a sign, another one a word."""
    assert found(changed(0, 0, "1.")) == [("signs", 1, "number")]
    assert found(changed(0, 0, "77", number=77)) == [("words", 1, "number")]


def test_rows_that_only_one_has() -> None:
    """A row that is not in the original, and one that is not in the revision."""
    table = original()
    without = replace(table, rows=table.rows[1:])
    assert found(without) == [("missing", 1, "")]
    strange = replace(table.rows[0], cells=("13", "", "Иное", "", "", ""), number=13)
    assert found(replace(table, rows=(*table.rows, strange))) == [("added", 0, "")]


def test_another_group() -> None:
    """A row under another heading differs in its group."""
    table = original()
    assert table.rows[0].level is Level.INTERSTATE
    moved = replace(table.rows[0], level=None)
    (one,) = compare_with_revision(replace(table, rows=(moved, *table.rows[1:])), PLAN)
    assert (one.kind, one.original, one.revision) == (Kind.GROUP, "", "interstate")


def test_a_title_written_anew() -> None:
    """A row keeps its counterpart by its number where its title is half the same."""
    title = original().rows[4].cells[2]
    longer = f"{title} (с дополнением и приложениями)"
    assert found(changed(4, 2, longer)) == [("words", 5, "title")]
    renumbered = changed(4, 2, longer, number=40)
    assert found(renumbered) == [("words", 5, "title")]


def test_equal_titles_go_with_the_nearest_number() -> None:
    """Of rows with one title each goes with that of its own number."""
    edition = make(6, titles=TITLES[3:4])
    plan = json.loads(plan_json(edition))
    data = plan_docx(edition, "kk")
    (table,) = read_annex_tables(data, "a.docx", load("kz-2023").headings)
    assert compare_with_revision(table, plan) == ()
    turned = replace(table, rows=tuple(reversed(table.rows)))
    assert compare_with_revision(turned, plan) == ()
