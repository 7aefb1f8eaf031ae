"""What Jospar writes of a plan and reads by this way gives the same rows again."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from itertools import product
from typing import Any

import pytest

from jospar.documents.plan_docx import plan_docx
from jospar.documents.plan_xlsx import plan_xlsx
from jospar.exchange.past.filing import faults_of, filing_of
from jospar.exchange.past.known_bodies import known_bodies
from jospar.exchange.past.reading import read_review
from jospar.queries.plans import edition_of
from jospar.rules.core.forms import PlanEdition
from jospar.rules.core.nouns import Language, PlanKind
from tests.example import WORKBOOK
from tests.exchange.years import run_year
from tests.procedure.made_orders import perform_act
from tests.rules.made import RULES, YEAR

FILES: Mapping[str, Callable[[PlanEdition], list[tuple[bytes, str]]]] = {
    "docx": lambda edition: [
        (plan_docx(edition, language), f"plan.{language}.docx")
        for language in (Language.KK, Language.RU)
    ],
    "xlsx": lambda edition: [(plan_xlsx(edition), "plan.xlsx")],
}
TODAY = date(2025, 6, 1)
OF_THE_PLAN = {"pair_titles", "pair_differs", "language_other"}
"""Doubts about what the plan of the example says, in whichever way it is read."""


def printed(year: int, kind: PlanKind) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Return the cells of the plan's rows in both languages."""
    form = edition_of(RULES, year, kind).form
    return [
        (row.cells["kk"], row.cells["ru"])
        for group in form.groups
        for row in group.rows
    ]


@pytest.mark.slow
@pytest.mark.django_db
def test_the_plans_of_2024() -> None:
    """Brought in as those of earlier years, they print the same, cell by cell."""
    run_year(WORKBOOK, TODAY)
    known = known_bodies()
    for back, (files, kind) in enumerate(product(FILES, PlanKind), start=5):
        past = YEAR - back
        read = FILES[files](edition_of(RULES, YEAR, kind))
        review = read_review(read, RULES, known)
        head: dict[str, Any] = {"on": f"{past}-12-20", "number": "1", "year": str(past)}
        whole = replace(review, **head)
        assert faults_of(whole) == []
        doubts = {one.code for row in whole.rows for one in row.doubts}
        assert doubts <= OF_THE_PLAN
        assert whole.doubts == ()
        perform_act(filing_of(whole), today=TODAY, year=past)
        assert printed(past, kind) == printed(YEAR, kind)
        assert printed(past, kind) != []
