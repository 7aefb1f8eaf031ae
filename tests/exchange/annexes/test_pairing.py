"""The rows of both languages find each other, and none is lost."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from jospar.exchange.annexes.pairing import PairedTable, pair_tables
from jospar.exchange.annexes.values import AnnexRow, AnnexTable, Place
from jospar.rules.core.nouns import Language, Level, Procedure, Term
from tests.exchange.annexes.test_ten_documents import tables_of
from tests.exchange.annexes.treaties import JUSTICE, POWER, ROADS, SCHOOLS

TERM = Term(date(2022, 1, 1), date(2022, 12, 31))
ORDER = (POWER, ROADS, SCHOOLS)
CODES = ("energy", "transport", "edu")


def row(language: Language, at: int, **changes: Any) -> AnnexRow:
    """Return a row of one of three treaties, with ``changes``."""
    made = AnnexRow(
        place=Place(1 if language is Language.KK else 2, at + 3),
        level=Level.INTERGOVERNMENTAL,
        number=at + 1,
        cells=(str(at + 1), CODES[at], ORDER[at][language], "2022", "", ""),
        bodies=(CODES[at],),
        term=TERM,
        procedure=Procedure.NONE,
        procedure_term=None,
    )
    return replace(made, **changes)


def tables(*ru: AnnexRow) -> tuple[AnnexTable, AnnexTable]:
    """Return a Kazakh table of three rows and a Russian one of ``ru``."""
    kk = tuple(row(Language.KK, at) for at in range(3))
    return (
        AnnexTable(Language.KK, (), (), kk, ()),
        AnnexTable(Language.RU, (), (), ru, ()),
    )


def numbers(paired: PairedTable) -> list[tuple[int | None, int | None]]:
    """Return the numbers of the rows that belong together."""
    return [
        (one.kk.number if one.kk else None, one.ru.number if one.ru else None)
        for one in paired.rows
    ]


def doubts(paired: PairedTable) -> list[str]:
    """Return code and column of each doubt."""
    return [" ".join(filter(None, (one.code, one.field))) for one in paired.doubts]


def test_rows_of_one_number() -> None:
    """Rows that agree go together by their numbers, and there is nothing to doubt."""
    paired = pair_tables(*tables(*(row(Language.RU, at) for at in range(3))))
    assert (numbers(paired), doubts(paired)) == ([(1, 1), (2, 2), (3, 3)], [])
    assert {one.level for one in paired.rows} == {Level.INTERGOVERNMENTAL}


def test_rows_in_another_order() -> None:
    """Where numbers disagree with everything else, everything else decides."""
    ru = (row(Language.RU, 1, number=1), row(Language.RU, 0, number=2))
    paired = pair_tables(*tables(*ru, row(Language.RU, 2)))
    assert numbers(paired) == [(1, 2), (2, 1), (3, 3)]
    assert doubts(paired) == ["pair_differs number"] * 2


def test_rows_without_numbers() -> None:
    """Rows that nobody numbered are found by bodies, terms and states."""
    ru = (row(Language.RU, at, number=None) for at in (2, 0, 1))
    paired = pair_tables(*tables(*ru))
    assert [one.ru and one.ru.bodies for one in paired.rows] == [
        ("energy",),
        ("transport",),
        ("edu",),
    ]


def test_no_row_is_lost() -> None:
    """A row without a counterpart stands in its place, with a doubt."""
    strange = row(
        Language.RU,
        1,
        cells=("2", "", JUSTICE.ru, "", "", ""),
        bodies=("minjust",),
        level=Level.INTERAGENCY,
    )
    paired = pair_tables(*tables(row(Language.RU, 0), strange))
    assert numbers(paired) == [(1, 1), (None, 2), (2, None), (3, None)]
    assert doubts(paired) == ["pair_missing"] * 3
    assert [one.level for one in paired.rows][1] is Level.INTERAGENCY


def test_a_row_before_all_others() -> None:
    """A Russian row that nothing stands above comes first."""
    strange = row(Language.RU, 1, number=9, bodies=("mid",), term=None, procedure=None)
    others = (row(Language.RU, at) for at in range(3))
    paired = pair_tables(*tables(strange, *others))
    assert numbers(paired) == [(None, 9), (1, 1), (2, 2), (3, 3)]


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"bodies": ("mid",)}, "pair_differs body"),
        ({"term": Term(date(2022, 5, 1), date(2022, 5, 31))}, "pair_differs term"),
        ({"procedure": Procedure.APPROVAL}, "pair_differs procedure"),
        ({"cells": ("1", "", POWER.ru, "", "", "жоба")}, "pair_differs note"),
        (
            {"cells": ("1", "", f"Протокол{POWER.ru[10:]}", "", "", "")},
            "pair_titles title",
        ),
    ],
)
def test_what_differs_is_told(changes: dict[str, object], told: str) -> None:
    """Rows that belong together but do not say the same are doubtful."""
    ru = (row(Language.RU, 0, **changes), row(Language.RU, 1), row(Language.RU, 2))
    paired = pair_tables(*tables(*ru))
    assert (numbers(paired), doubts(paired)) == ([(1, 1), (2, 2), (3, 3)], [told])


def test_titles_of_other_states_do_not_go_together() -> None:
    """One number does not join two treaties with different states."""
    other = replace(row(Language.RU, 0), cells=("1", "", SCHOOLS.ru, "", "", ""))
    paired = pair_tables(*tables(other))
    assert (1, 1) not in numbers(paired)


def test_a_document_of_two_tables() -> None:
    """Of one of the ten documents the row that is missing in Russian stands alone."""
    kk, ru = tables_of("one_after_another")
    paired = pair_tables(kk, ru)
    assert numbers(paired) == [(1, 1), (2, None), (3, 2), (4, 3)]
    assert doubts(paired) == [
        "pair_missing",
        "pair_differs number",
        "pair_differs term",
        "pair_differs number",
    ]
