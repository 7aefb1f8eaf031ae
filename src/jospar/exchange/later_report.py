"""What a run of a workbook reports of amended plans and of their carrying out."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from jospar.queries.carried_rows import CarriedRow, carried_rows, plans_of
from jospar.queries.dossiers import DossierStanding, all_dossiers
from jospar.queries.in_force import amendments_of
from jospar.rules.core.nouns import PlanKind, ProgressStage, Text
from jospar.rules.core.ruleset import Ruleset

from .later_sheets import AFTER_AGREEMENT
from .workbook import Workbook


def after_agreement(workbook: Workbook, ruleset: Ruleset) -> dict[str, Any]:
    """Return the further keys of the report, none without rows on what follows."""
    if not any(workbook.sheets[sheet.name] for sheet in AFTER_AGREEMENT):
        return {}
    rows = carried_rows(date.max, plans_of(ruleset, workbook.year))
    return {
        "dossiers": {
            one.key: _dossier(one) for one in all_dossiers(ruleset, workbook.year)
        },
        "revisions": list(_revisions(workbook.year)),
        "carrying_out": {
            kind.value: {row.key: _row(row) for row in rows if _began(row, kind)}
            for kind in PlanKind
        },
    }


def _dossier(one: DossierStanding) -> dict[str, Any]:
    deadline = one.deadline
    return {
        "stage": one.stage.value,
        "due": deadline and deadline.due.isoformat(),
        "outer": deadline and deadline.outer.isoformat(),
        "expedient": one.expedient,
        "concluded_on": _told(one.concluded_on),
        "days_late": one.days_late,
        "requested_on": _told(one.requested_on),
        "instruction": one.instruction or None,
        "revision": one.revision,
    }


def _revisions(year: int) -> Iterator[dict[str, Any]]:
    for kind in PlanKind:
        for made in amendments_of(year, kind):
            yield {
                "plan": kind.value,
                "revision": made.revision,
                "route": made.route.value,
                "ground": made.ground,
                "ground_on": made.ground_on.isoformat(),
                "in_force_since": made.since.isoformat(),
            }


def _began(row: CarriedRow, kind: PlanKind) -> bool:
    """Tell whether a row is of the plan, and anything was heard of it."""
    heard = row.stage is not ProgressStage.NOT_BEGUN or row.reported_on or row.name
    return row.plan.kind is kind and bool(heard or row.put_forward_on)


def _row(row: CarriedRow) -> dict[str, Any]:
    name = row.name or Text()
    return {
        "stage": row.stage.value,
        "stage_on": _told(row.stage_on),
        "signed_on": _told(row.signed_on),
        "put_forward_on": _told(row.put_forward_on),
        "name": {"kk": name.kk, "ru": name.ru} if row.name else None,
    }


def _told(day: date | None) -> str | None:
    return day.isoformat() if day else None
