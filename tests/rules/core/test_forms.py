"""The forms: which rows stand where, under which number and with which cells."""

from datetime import date
from random import Random

import pytest

from jospar.rules.core.forms import (
    Body,
    PlanForm,
    Standing,
    lay_out,
    years_phrase,
)
from jospar.rules.core.nouns import Level, PlanKind, Procedure, Term, Text
from jospar.rules.core.ruleset import Ruleset
from tests.rules import made
from tests.rules.made import CURRENT, LONG_TERM, OTHER_RULES, RULES

pytestmark = pytest.mark.provision("plans.forms")

BODIES = {
    body.code: body
    for body in (
        Body("mid", Text("СІМ", "МИД"), 1),
        Body("justice", Text("Әділетмині", "Минюст"), 2),
        Body("trade", Text("Саудамині", "Минторговли"), 3),
    )
}


def stands(
    concept: str,
    proposers: str = "trade",
    remarks: tuple[Text, ...] = (),
    **wording: object,
) -> Standing:
    """Return a concept in a plan, with what differs in its wording."""
    return Standing(concept, tuple(proposers.split()), made.wording(**wording), remarks)


def form(
    *standings: Standing,
    kind: PlanKind = CURRENT,
    years: tuple[int, ...] = (2025,),
    rules: Ruleset = RULES,
) -> PlanForm:
    """Return the form of the rows, handed over in some other order."""
    shuffled = Random(1).sample(standings, len(standings))  # noqa: S311  # no secret
    return lay_out(
        kind=kind,
        years=years,
        ruleset=rules.code,
        headings=rules.headings,
        standings=shuffled,
        bodies=BODIES,
    )


def order(laid_out: PlanForm) -> list[str]:
    """Return the keys of a form's concepts in the order of the rows."""
    return [row.concept for group in laid_out.groups for row in group.rows]


def cells(standing: Standing, column: int) -> tuple[str, str]:
    """Return what the two forms say of a row in one column."""
    (row,) = next(group.rows for group in form(standing).groups if group.rows)
    return row.cells["kk"][column], row.cells["ru"][column]


def term(first: str, last: str) -> Term:
    """Return the term between two ISO days."""
    return Term(date.fromisoformat(first), date.fromisoformat(last))


def test_groups_stand_in_their_order_even_without_rows() -> None:
    """The three groups stand under their headings; one without rows stands too."""
    laid_out = form(stands("C-1", level=Level.INTERAGENCY))
    assert [(group.level, len(group.rows)) for group in laid_out.groups] == [
        (Level.INTERSTATE, 0),
        (Level.INTERGOVERNMENTAL, 0),
        (Level.INTERAGENCY, 1),
    ]
    for group in laid_out.groups:
        assert group.heading == RULES.headings.groups[group.level]


def test_a_plan_without_rows_has_its_form() -> None:
    """A plan of no rows still has title, columns and groups."""
    laid_out = form()
    assert order(laid_out) == []
    assert len(laid_out.groups) == 3
    assert laid_out.columns == RULES.headings.columns


def test_rows_go_by_level_first() -> None:
    """Interstate treaties come first, whoever proposes them for whenever."""
    rows = [
        stands("C-3", level=Level.INTERSTATE, conclude=made.YEAR_2026),
        stands("C-2", "mid", level=Level.INTERGOVERNMENTAL),
        stands("C-1", "mid", level=Level.INTERAGENCY),
    ]
    assert order(form(*rows)) == ["C-3", "C-2", "C-1"]


def test_rows_of_a_group_go_by_body_term_title_and_key() -> None:
    """Official order, first day, last day, Kazakh title, key: each settles a tie."""
    first, second = Text("Әуе", "Я"), Text("Байланыс", "А")
    rows = [
        stands("C-9", "mid", conclude=made.YEAR_2026, title=second),
        stands("C-8", "justice", conclude=made.YEAR_2025, title=second),
        stands("C-7", "trade", conclude=term("2025-01-01", "2025-06-30"), title=second),
        stands("C-6", "trade", conclude=term("2025-01-01", "2025-12-31"), title=first),
        stands("C-4", "trade", conclude=term("2025-01-01", "2025-12-31"), title=second),
        stands("C-5", "trade", conclude=term("2025-01-01", "2025-12-31"), title=second),
        stands("C-3", "trade", conclude=term("2025-01-02", "2025-03-31"), title=first),
    ]
    keys = ["C-9", "C-8", "C-7", "C-6", "C-4", "C-5", "C-3"]
    assert order(form(*rows)) == keys


def test_titles_go_by_the_kazakh_alphabet() -> None:
    """Kazakh letters stand in their own places, and capitals count as small letters."""
    titles = ["1-хаттама", "ауыл", "Әуе", "Байқоңыр", "ғарыш", "Үй", "іс"]
    rows = [
        stands(f"C-{9 - number}", title=Text(title, "Договор"))
        for number, title in enumerate(titles)
    ]
    assert order(form(*rows)) == [row.concept for row in rows]


def test_numbers_run_through_the_whole_plan() -> None:
    """The first row of a group has the number after the last one before it."""
    rows = [
        *(stands(f"A-{n}", level=Level.INTERSTATE) for n in range(2)),
        *(stands(f"B-{n}", level=Level.INTERAGENCY) for n in range(3)),
    ]
    numbered = [
        (row.number, row.cells["kk"][0], row.cells["ru"][0])
        for group in form(*rows).groups
        for row in group.rows
    ]
    assert numbered == [(n, str(n), str(n)) for n in range(1, 6)]


def test_joint_proposers_follow_in_the_official_order() -> None:
    """The first proposer stands first and gives the row its place, then the others."""
    row = stands("C-1", "trade justice mid")
    assert cells(row, 1) == ("Саудамині; СІМ; Әділетмині", "Минторговли; МИД; Минюст")
    laid_out = form(row, stands("C-2", "justice"))
    assert order(laid_out) == ["C-2", "C-1"]
    (group,) = (group for group in laid_out.groups if group.rows)
    assert [row.body for row in group.rows] == ["justice", "trade"]


def test_cells_of_title_and_terms() -> None:
    """Title, term and procedures stand in the language of each form."""
    row = stands(
        "C-1",
        title=Text("Келісім", "Соглашение"),
        conclude=term("2025-04-01", "2025-09-30"),
        procedure=Procedure.RATIFICATION,
        procedure_from=date(2026, 1, 1),
        procedure_to=date(2026, 12, 31),
    )
    assert cells(row, 2) == ("Келісім", "Соглашение")
    assert cells(row, 3) == ("2025 жылғы II–III тоқсан", "II–III кварталы 2025 года")
    assert cells(row, 4) == ("2026 жыл (ратификациялау)", "2026 год (ратификация)")


@pytest.mark.parametrize(
    ("note", "remarks", "expected"),
    [
        (Text(), (), ("", "")),
        (Text("Ескертпе", "Примечание"), (), ("Ескертпе", "Примечание")),
        (Text(), (Text("Түзету", "Правка"),), ("Түзету", "Правка")),
        (
            Text("Ескертпе", "Примечание"),
            (Text("Бір", "Один"), Text("Екі", "Два")),
            ("Ескертпе; Бір; Екі", "Примечание; Один; Два"),
        ),
        (Text("Ескертпе", ""), (Text("", "Правка"),), ("Ескертпе", "Правка")),
    ],
)
def test_notes_and_remarks(
    note: Text, remarks: tuple[Text, ...], expected: tuple[str, str]
) -> None:
    """The Commission's remarks follow the note in their order; nothing empty stands."""
    assert cells(stands("C-1", remarks=remarks, note=note), 5) == expected


@pytest.mark.parametrize(
    ("kind", "years", "name", "russian"),
    [
        (CURRENT, (2025,), "current-2025", "на 2025 год"),
        (LONG_TERM, (2026, 2027, 2028), "long-term-2026-2028", "на 2026–2028 годы"),
    ],
)
def test_names_and_titles(
    kind: PlanKind, years: tuple[int, ...], name: str, russian: str
) -> None:
    """The years of a plan stand in its title and in the name of its files."""
    laid_out = form(kind=kind, years=years)
    assert laid_out.name == name
    assert laid_out.title["ru"].endswith(russian)
    assert set(laid_out.title) == {"kk", "ru", "en"}


def test_other_rules_have_other_headings() -> None:
    """Titles, columns and groups come from the ruleset alone."""
    laid_out = form(stands("C-1"), years=(2032, 2033), rules=OTHER_RULES)
    assert laid_out.name == "current-2032-2033"
    assert laid_out.title["en"] == "Near plan of treaties for 2032–2033"
    assert laid_out.columns["ru"][0] == "Номер"
    assert [group.heading["en"][0] for group in laid_out.groups] == ["A", "B", "C"]


def test_years_phrase() -> None:
    """One year stands alone, several as the first and the last."""
    assert years_phrase((2025,)) == "2025"
    assert years_phrase((2026, 2027, 2028)) == "2026–2028"


def test_content_is_what_is_fingerprinted() -> None:
    """A plan's content is plain values of both forms, without title, stage or time."""
    row = stands("C-1", title=Text("Келісім", "Соглашение"), level=Level.INTERSTATE)
    headings = RULES.headings.groups
    groups: list[dict[str, object]] = [
        {
            "level": level.value,
            "heading": {"kk": headings[level]["kk"], "ru": headings[level]["ru"]},
            "rows": [],
        }
        for level in Level
    ]
    groups[0]["rows"] = [
        {
            "number": 1,
            "concept": "C-1",
            "body": "trade",
            "cells": {
                "kk": ["1", "Саудамині", "Келісім", "2025 жыл", "талап етілмейді", ""],
                "ru": [
                    "1",
                    "Минторговли",
                    "Соглашение",
                    "2025 год",
                    "не требуются",
                    "",
                ],
            },
        }
    ]
    assert form(row).content() == {
        "plan": "current",
        "years": [2025],
        "ruleset": "kz-2023",
        "groups": groups,
    }


def test_the_order_of_handing_over_does_not_matter() -> None:
    """Rows handed over in any order make the same plan."""
    rows = [stands(f"C-{n}", "mid" if n % 2 else "trade") for n in range(12)]
    forward = form(*rows)
    assert form(*reversed(rows)).content() == forward.content()
