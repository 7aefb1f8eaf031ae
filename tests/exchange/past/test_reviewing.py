"""What is read from documents, as a review: every row, and whatever is doubtful."""

from dataclasses import replace
from typing import Any

import pytest

from jospar.exchange.past.bodies import with_bodies
from jospar.exchange.past.filing import (
    codes_in,
    day_typed,
    faults_of,
    filing_of,
    year_typed,
)
from jospar.exchange.past.reading import read_review
from jospar.exchange.past.review import (
    Review,
    ReviewBody,
    ReviewRow,
    exchanged,
    with_row,
    without,
)
from jospar.exchange.past.review_sheets import is_review, review_in, review_xlsx
from jospar.queries.sentences import fill
from jospar.rules.core.nouns import Language, PlanKind
from jospar.rules.core.ruleset import load
from jospar.rules.core.sentences import ToldError
from tests.exchange.annexes import treaties
from tests.exchange.annexes.test_ten_documents import DOCUMENTS

RULES = load("kz-2023")
WHOLE: dict[str, Any] = {"on": "2021-12-24", "number": "01-5/77"}


def review_of(*names: str) -> Review:
    """Return the review of some of the ten documents."""
    files = [(DOCUMENTS[name][1](), f"{name}.{DOCUMENTS[name][0]}") for name in names]
    return read_review(files, RULES, treaties.BODIES)


def said(message: str, values: object) -> str:
    """Return a sentence in Russian."""
    return fill(message, values if isinstance(values, dict) else {}, Language.RU)


def cells(review: Review) -> list[tuple[str, ...]]:
    """Return key, body, titles and term of each row."""
    return [
        (
            row.key,
            row.proposers,
            row.title_kk,
            row.title_ru,
            row.conclude_from,
            row.conclude_to,
        )
        for row in review.rows
    ]


def test_two_documents_become_one_plan() -> None:
    """Its kind and year are those of the heading, its bodies have their names."""
    review = review_of("energy", "foreign_affairs")
    assert (review.plan, review.year, review.only) == ("current", "2021", "")
    together = [
        (row.title_kk, row.title_ru)
        for row in review.rows
        if row.title_kk and row.title_ru
    ]
    assert together == [
        (one.kk, one.ru) for one in (treaties.BORDER, treaties.POWER, treaties.JUSTICE)
    ]
    alone = [row for row in review.rows if not (row.title_kk and row.title_ru)]
    assert {row.title_kk or row.title_ru for row in alone} == {
        treaties.ROADS.kk,
        treaties.ROADS.ru,
    }
    assert all(row.is_open for row in alone)
    assert ReviewBody("mid", "mid", treaties.MID.kk, treaties.MID.ru) in review.bodies
    former = {body.code: body.name_ru for body in review.bodies}["transport"]
    assert former == treaties.BODIES[3].names[1].ru


def test_a_document_in_one_language() -> None:
    """The plan is taken to exist in that language, until the other is found."""
    assert [review_of(name).only for name in ("energy", "foreign_affairs")] == [
        "kk",
        "ru",
    ]
    assert review_of("one_after_another").only == ""


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_review_as_a_workbook(name: str) -> None:
    """It says the same when it comes back, and the same waits for somebody."""
    review = review_of(name)
    book = review_xlsx(review, said)
    assert book == review_xlsx(review, said)
    assert is_review(book, "review.xlsx")
    back = review_in(book, "review.xlsx")
    assert cells(back) == cells(review)
    assert (back.bodies, back.open_rows, back.waits) == (
        review.bodies,
        review.open_rows,
        review.waits,
    )
    accepted = review_in(review_xlsx(review.all_accepted(), said), "review.xlsx")
    assert not accepted.waits


def test_what_is_no_review() -> None:
    """A document of a plan is none, nor is anything that only looks like a file."""
    ending, make = DOCUMENTS["transport"]
    assert not is_review(make(), f"transport.{ending}")
    assert not is_review(b"PK\x03\x04 broken", "review.xlsx")
    assert not is_review(b"", "review.xlsx")
    with pytest.raises(ToldError):
        review_in(make(), "transport.xlsx")


def test_a_corrected_review_comes_before_its_documents() -> None:
    """They are kept beside it, and not read again."""
    review = replace(review_of("energy"), number="corrected")
    book = (review_xlsx(review, said), "review.xlsx")
    document = (DOCUMENTS["energy"][1](), "energy.docx")
    assert read_review([document, book], RULES, treaties.BODIES).number == "corrected"
    for files in ([], [book, book], [document] * 3):
        with pytest.raises(ToldError):
            read_review(files, RULES, treaties.BODIES)


@pytest.mark.parametrize(
    ("only", "cells"), [("", ["title_kk", "title_ru"]), ("kk", ["title_kk"])]
)
def test_a_title_is_missing(only: str, cells: list[str]) -> None:
    """In a language that the plan exists in."""
    whole = replace(review_of("foreign_affairs"), **WHOLE, only=only)
    rows = tuple(replace(row, title_kk="Ш", title_ru="Д") for row in whole.rows)
    assert faults_of(replace(whole, rows=rows)) == []
    bare = replace(rows[0], title_kk="", title_ru="")
    found = faults_of(replace(whole, rows=(bare, *rows[1:])))
    assert [(one.row, one.cell) for one in found] == [(0, cell) for cell in cells]


def test_the_faults_of_a_review() -> None:
    """Each says its row and its cell; a whole review has none."""
    review = review_of("foreign_affairs")
    assert [(one.row, one.cell) for one in faults_of(review)] == [
        (-1, "on"),
        (-1, "number"),
    ]
    assert faults_of(replace(review, **WHOLE)) == []
    row = replace(
        review.rows[0],
        level="",
        proposers="nobody",
        procedure="odd",
        entry="odd",
        conclude_to="soon",
        procedure_from="later",
    )
    odd = replace(
        review, plan="", year="21", only="en", **WHOLE, rows=(row, ReviewRow("E"))
    )
    assert sorted({(one.row, one.cell) for one in faults_of(odd)}) == [
        (-1, "only"),
        (-1, "plan"),
        (-1, "year"),
        (0, "conclude_to"),
        (0, "entry"),
        (0, "level"),
        (0, "procedure"),
        (0, "procedure_from"),
        (0, "proposers"),
        (1, "conclude_from"),
        (1, "conclude_to"),
        (1, "level"),
        (1, "procedure"),
        (1, "proposers"),
    ]


def test_the_act_of_a_review() -> None:
    """Rows in their order, bodies by their codes, days as days."""
    filing = filing_of(replace(review_of("foreign_affairs"), **WHOLE))
    assert (filing.plan, filing.only, filing.number) == (
        PlanKind.CURRENT,
        Language.RU,
        "01-5/77",
    )
    assert [row.proposers for row in filing.rows] == [
        ("mid",),
        ("mid",),
        ("energy",),
        ("minjust",),
    ]
    assert filing.rows[2].counterparties == ("MN",)
    assert [body.code for body in filing.bodies] == ["mid", "energy", "minjust"]


def test_bodies_that_somebody_writes() -> None:
    """A code, a name that is known, and one that is not."""
    row = ReviewRow(proposers=f"energy; {treaties.INDUSTRY.ru}; Nobody")
    bodies = with_bodies(Review(rows=(row,)), treaties.BODIES).bodies
    assert [(body.written, body.code) for body in bodies] == [
        ("energy", "energy"),
        (treaties.INDUSTRY.ru, "transport"),
        ("Nobody", ""),
    ]
    again = with_bodies(Review(rows=(row,), bodies=bodies), treaties.BODIES)
    assert again.bodies == bodies
    gone = with_bodies(Review(rows=(), bodies=bodies), treaties.BODIES)
    assert gone.bodies == ()


def test_rows_of_a_review() -> None:
    """Halves come together, and rows come and go with keys of their own."""
    kk, ru = ReviewRow("P-1", title_kk="Шарт"), ReviewRow("P-2", title_ru="Договор")
    both = exchanged(Review(rows=(kk, ru)), 0, 1, "ru")
    assert both.rows == (replace(kk, title_ru="Договор"),)
    more = with_row(with_row(both, 1), 0)
    assert [row.key for row in more.rows] == ["P-3", "P-1", "P-2"]
    assert [row.key for row in without(more, 0).rows] == ["P-1", "P-2"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2021-12-24", "2021-12-24"),
        (" 2021-12-24 ", "2021-12-24"),
        ("1021-12-24", "None"),
        ("24.12.2021", "None"),
        ("", "None"),
    ],
)
def test_days_as_they_are_typed(text: str, day: str) -> None:
    """A day of our times, or none."""
    assert str(day_typed(text)) == day


@pytest.mark.parametrize(
    ("text", "year"), [("2021", 2021), ("21", None), ("1821", None), ("²021", None)]
)
def test_years_as_they_are_typed(text: str, year: int | None) -> None:
    """A year of our times, or none."""
    assert year_typed(text) == year


def test_what_semicolons_part() -> None:
    """Blanks and empty parts mean nothing."""
    assert codes_in(" a; b ;;") == ("a", "b")
