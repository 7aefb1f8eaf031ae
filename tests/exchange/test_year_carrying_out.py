"""Signings, names and reports in a workbook: ¶¶17, 18 and 19."""

from datetime import date
from typing import Any

import pytest

from tests.exchange.later_rows import (
    AGREED_YEAR,
    LAST_DAY,
    said,
)
from tests.exchange.workbooks import row
from tests.exchange.years import Year

REFUSED: dict[str, tuple[dict[str, Any], list[str]]] = {
    "what cannot be put forward": (
        {
            "put_forward": [
                row("put_forward"),
                row("put_forward", on=date(2025, 3, 18)),
                row("put_forward", concept="C-9"),
                row("put_forward", concept="C-002", reason_ru="Визит"),
            ]
        },
        [
            "put_forward 3 ¶17 None",
            "put_forward 4 – concept",
            "put_forward 5 – reason_kk",
        ],
    ),
    "names that do not change": (
        {
            "names": [
                row("names", of_principle="yes"),
                row("names", name_ru=None),
                row("names", reason_kk=None),
                row("names"),
                row("names", on=date(2025, 3, 20)),
            ]
        },
        [
            "names 2 ¶18 of_principle",
            "names 3 ¶18 name_ru",
            "names 4 – reason_kk",
            "names 6 ¶18 name_kk",
        ],
    ),
    "a name after the signing": (
        {"signings": [row("signings")], "names": [row("names", on=date(2025, 4, 1))]},
        ["names 2 ¶18 None"],
    ),
    "corrections that are none": (
        {
            "name_corrections": [
                row("name_corrections", on=date(2024, 12, 1)),
                row("name_corrections", name_kk=None),
                row("name_corrections", concept="C-9"),
            ]
        },
        [
            "name_corrections 2 – concept",
            "name_corrections 3 ¶18 name_kk",
            "name_corrections 4 – concept",
        ],
    ),
    "reports of a signing, of a day alone, of no row": (
        {
            "progress": [
                row("progress", stage="signed"),
                row("progress", stage=None),
                row("progress", concept="C-9"),
                row("progress", stage="talks"),
            ]
        },
        [
            "progress 2 ¶19 stage",
            "progress 3 ¶19 stage",
            "progress 4 – concept",
            "progress 5 – stage",
        ],
    ),
    "signings of no row, and twice": (
        {
            "signings": [
                row("signings", plan="long_term"),
                row("signings"),
                row("signings", on=date(2025, 4, 1)),
            ]
        },
        ["signings 2 – concept", "signings 4 – None"],
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_refused_names_column_and_paragraph(year: Year, case: str) -> None:
    """Each refused row has its ground; the rows beside it are performed."""
    sheets, refused = REFUSED[case]
    assert said(year(today=LAST_DAY, **{**AGREED_YEAR, **sheets})) == refused


CAUTIONS: dict[str, tuple[dict[str, Any], list[str]]] = {
    "a signing before the term": (
        {"signings": [row("signings")]},
        ["signings 2 ¶17 on"],
    ),
    "reports that go back, and of what was not signed": (
        {
            "progress": [
                row("progress", stage="examined"),
                row("progress", on=date(2025, 3, 24)),
                row("progress", stage="in_force", on=date(2025, 3, 25)),
            ]
        },
        ["progress 3 ¶19 stage", "progress 4 ¶19 stage"],
    ),
}


@pytest.mark.parametrize("case", CAUTIONS)
def test_what_others_did_is_recorded_with_cautions(year: Year, case: str) -> None:
    """Nothing is refused, and each irregularity is named."""
    sheets, cautions = CAUTIONS[case]
    ran = year(today=LAST_DAY, **{**AGREED_YEAR, **sheets})
    assert (said(ran), said(ran, "cautions")) == ([], cautions)
