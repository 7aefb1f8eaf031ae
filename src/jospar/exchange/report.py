"""What a run of a workbook made of it: ``report.json``."""

from collections.abc import Iterator
from typing import Any

from jospar.queries.cycle import (
    ConceptOutcome,
    body_answers,
    concept_outcomes,
    intake_deadline,
)
from jospar.queries.plans import DeadlineMet, cycle_deadlines
from jospar.queries.sentences import sentence
from jospar.rules.core.deadlines import in_time
from jospar.rules.core.ruleset import Ruleset

from .later_report import after_agreement
from .sheets import SHEETS
from .workbook import Workbook
from .year import Finding, Outcome


def report(outcome: Outcome, workbook: Workbook, language: str) -> dict[str, Any]:
    """Return the report with its sentences in ``language``, as plain JSON values."""
    year, ruleset = outcome.year, outcome.ruleset
    concepts = concept_outcomes(ruleset, year)
    answers = body_answers(ruleset, year, concepts)
    return {
        "year": year,
        "performed": outcome.performed,
        "refused": _findings(outcome.refused, ruleset, language),
        "cautions": _findings(outcome.cautions, ruleset, language),
        "bodies": {
            body.code: body.answer.value
            for body in answers
            if body.must_answer or body.first_on is not None
        },
        "concepts": dict(_concepts(workbook, ruleset, concepts)),
        "deadlines": [
            _deadline(met, ruleset)
            for met in cycle_deadlines(ruleset, year, concepts, answers)
        ],
        **after_agreement(workbook, ruleset),
    }


def _findings(
    findings: list[Finding], ruleset: Ruleset, language: str
) -> list[dict[str, Any]]:
    """Return refusals or cautions as lines, in the order of the workbook."""
    sheets = list(SHEETS)

    def place(found: Finding) -> tuple[int, int]:
        known = found.sheet in sheets
        return sheets.index(found.sheet) if known else len(sheets), found.row or 0

    ordered = sorted(findings, key=place)
    return [_finding(found, ruleset, language) for found in ordered]


def _finding(found: Finding, ruleset: Ruleset, language: str) -> dict[str, Any]:
    objection = found.objection
    return {
        "sheet": found.sheet,
        "row": found.row,
        "column": _column(found.sheet, objection.field),
        "act": found.act or None,
        "provision": objection.provision,
        "paragraph": ruleset.paragraph(objection.provision),
        "message": sentence(objection, language),
    }


def _column(sheet: str, field: str) -> str | None:
    """Return the column that a field of an act stands in."""
    named = SHEETS[sheet].named if sheet in SHEETS else {}
    return named.get(field, field) or None


def _concepts(
    workbook: Workbook, ruleset: Ruleset, concepts: list[ConceptOutcome]
) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield what became of the concepts of the file, by id; of two rows the first."""
    recorded = {concept.key: concept for concept in concepts}
    deadline = intake_deadline(ruleset, workbook.year)
    seen = set()
    for row in workbook.sheets["concepts"]:
        key, received_at = row.values["id"], row.values["received_at"]
        if not key or key in seen:
            continue
        seen.add(key)
        if (concept := recorded.get(key)) is not None:
            yield (
                key,
                {
                    "in_time": concept.in_time,
                    "complete": concept.complete,
                    "stage": concept.stage.value,
                    "plan": concept.plan and concept.plan.value,
                },
            )
        else:
            arrived = received_at and in_time(deadline, received_at)
            yield (
                key,
                {
                    "in_time": arrived,
                    "complete": None,
                    "stage": "refused",
                    "plan": None,
                },
            )


def _deadline(met: DeadlineMet, ruleset: Ruleset) -> dict[str, Any]:
    deadline = met.deadline
    return {
        "provision": deadline.provision,
        "paragraph": ruleset.paragraph(deadline.provision),
        "plan": met.plan and met.plan.value,
        "due": deadline.due.isoformat(),
        "outer": deadline.outer.isoformat(),
        "met_on": met.met_on and met.met_on.isoformat(),
        "days_late": met.days_late,
    }
