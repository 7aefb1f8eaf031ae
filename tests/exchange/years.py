"""Run small workbooks through the year, and say in short what became of them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from jospar.exchange.report import report
from jospar.exchange.workbook import read
from jospar.exchange.year import YearRun
from jospar.procedure.clock import Clock
from jospar.queries.plans import edition_of
from jospar.rules.core.forms import FormRow, PlanEdition
from jospar.rules.core.nouns import PlanKind
from jospar.rules.core.ruleset import Ruleset
from tests.exchange.workbooks import Rows, build, row, year_2024

Year = Callable[..., "Ran"]
"""Runs the year of ``year_2024``, with the sheets that are given, in the database."""


@dataclass(frozen=True, slots=True)
class Ran:
    """What a run made of a workbook.

    ``refused`` and ``cautions`` are lines such as ``conclusions 2 ¶6``, with ``–``
    where there is no paragraph, in the order of sheets and rows.
    """

    performed: int
    refused: list[str]
    cautions: list[str]
    report: Mapping[str, Any]
    ruleset: Ruleset

    @property
    def said(self) -> tuple[list[str], list[str]]:
        """What was refused, and the cautions."""
        return self.refused, self.cautions

    def stage(self, concept: str = "C-001") -> str:
        """Return the stage of a concept, with its plan where it has one."""
        found = self.report["concepts"][concept]
        return f"{found['stage']} {found['plan'] or ''}".strip()

    def plan(self, kind: str = "current") -> PlanEdition:
        """Return a plan as it stands now."""
        return edition_of(self.ruleset, self.report["year"], PlanKind(kind))

    def rows(self, kind: str = "current") -> list[FormRow]:
        """Return the rows of a plan, in their order."""
        return [row for group in self.plan(kind).form.groups for row in group.rows]

    def concepts(self, kind: str = "current") -> list[str]:
        """Return the concepts of a plan, in the order of its rows."""
        return [row.concept for row in self.rows(kind)]

    def cell(self, column: int, kind: str = "current") -> tuple[str, str]:
        """Return a cell of the first row in Kazakh and Russian, counted from 1."""
        cells = self.rows(kind)[0].cells
        return cells["kk"][column - 1], cells["ru"][column - 1]

    def deadline(self, paragraph: str, plan: str | None = None) -> tuple[Any, Any]:
        """Return the day on which a deadline was met, and how late that was."""
        (found,) = (
            line
            for line in self.report["deadlines"]
            if (line["paragraph"], line["plan"]) == (paragraph, plan)
        )
        return found["met_on"], found["days_late"]


def run_year(path: Path, today: date | None = None) -> Ran:
    """Run the workbook at ``path`` and return what became of it."""
    workbook = read(path)
    outcome = YearRun(workbook, Clock(today)).run(lambda _done, _of: None)
    found = report(outcome, workbook, "en")
    return Ran(
        performed=outcome.performed,
        refused=[_line(entry) for entry in found["refused"]],
        cautions=[_line(entry) for entry in found["cautions"]],
        report=found,
        ruleset=outcome.ruleset,
    )


def runner(directory: Path) -> Year:
    """Return what builds a workbook in ``directory`` and runs it."""

    def year(*, today: date | None = None, **sheets: Rows) -> Ran:
        return run_year(build(directory / "year.xlsx", **year_2024(**sheets)), today)

    return year


def _line(entry: Mapping[str, Any]) -> str:
    paragraph = f"¶{entry['paragraph']}" if entry["paragraph"] else "–"
    return f"{entry['sheet']} {entry['row']} {paragraph}"


def body(code: str, answers: str = "yes") -> dict[str, Any]:
    """Return a body named by its code in both languages."""
    return row(
        "bodies",
        code=code,
        name_kk=f"{code}-kk",
        name_ru=f"{code}-ru",
        answers=answers,
    )


def expedient(*concepts: str) -> Rows:
    """Return conclusions that the concepts are expedient."""
    return [row("conclusions", concept=key, number=f"Қ/{key}") for key in concepts]


def placed(*concepts: str, plan: str = "current") -> dict[str, Rows]:
    """Return the conclusions and placements that put the concepts into a plan."""
    keys = concepts or ("C-001",)
    return {
        "conclusions": expedient(*keys),
        "placements": [row("placements", concept=key, plan=plan) for key in keys],
    }


TO_COMMISSION = row("submissions")
TO_PRESIDENT = row("submissions", to="president", on=date(2024, 11, 22))

SENT: Mapping[str, Rows] = {"submissions": [TO_COMMISSION]}
"""The current plan is before the Commission since 11 November."""
APPROVED: Mapping[str, Rows] = {**SENT, "decisions": [row("decisions")]}
"""The Commission approved the current plan on 15 November, by decision 12."""
BEFORE_PRESIDENT: Mapping[str, Rows] = {
    **APPROVED,
    "submissions": [TO_COMMISSION, TO_PRESIDENT],
}
"""The current plan is before the President since 22 November."""
AGREED: Mapping[str, Rows] = {**BEFORE_PRESIDENT, "replies": [row("replies")]}
"""The President agreed the current plan on 2 December."""
RETURNED: Mapping[str, Rows] = {
    **BEFORE_PRESIDENT,
    "replies": [row("replies", outcome="returned")],
}
"""The President returned the current plan on 2 December."""
