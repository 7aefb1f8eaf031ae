"""What amendments do to the rows of agreed plans: made, or waiting under a ground."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from jospar.records.fields import wording_kept
from jospar.records.models import RowChange
from jospar.records.snapshots.amendment import form_with, staged_changes
from jospar.records.snapshots.plans import content_of, form_of, groups_kept
from jospar.rules.amendment.nouns import ChangeOutcome, Ground, Route
from jospar.rules.core.forms import FORM_LANGUAGES
from jospar.rules.core.nouns import PlanKind, PlanStage, Text
from jospar.rules.core.ruleset import Ruleset

from .amendment_grounds import GroundLine
from .plan_comparison import Comparison, compare


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """A change of a row under its ground; ``revision`` has it, None while it waits.

    ``concept`` is the entry of the row's concept, ``title`` what it is called.
    """

    entry: int
    plan: PlanKind
    route: Route
    ground: str
    concept: int
    key: str
    title: Text
    outcome: ChangeOutcome
    on: date
    reason: Text
    revision: int | None


_COLUMNS = (
    "entry",
    "plan__kind",
    "route",
    "ground",
    "concept_id",
    "concept__key",
    "concept__title_kk",
    "concept__title_ru",
    "concept__row__fixed",
    "wording",
    "outcome",
    "on",
    "reason_kk",
    "reason_ru",
    "revision",
)


def change_lines(year: int) -> list[ChangeLine]:
    """Return every change of rows of the cycle's agreed plans, in order; one query."""
    changes = RowChange.objects.filter(plan__cycle_id=year).order_by("entry")
    return [_line(row) for row in changes.values(*_COLUMNS)]


def waiting_under(
    lines: Iterable[ChangeLine], ground: GroundLine, kind: PlanKind
) -> tuple[ChangeLine, ...]:
    """Return the changes of a plan that wait under the ground."""
    return tuple(
        line
        for line in lines
        if line.revision is None
        and (line.plan, line.route, line.ground) == (kind, ground.route, ground.number)
    )


def staged_comparisons(
    ruleset: Ruleset, year: int, kind: PlanKind, ground: GroundLine
) -> dict[str, Comparison]:
    """Return what the ground's waiting changes do to the plan, in both languages.

    The number of queries hangs on nothing but the plan.
    """
    under = Ground(ground.route, ground.number, ground.on)
    changes = staged_changes(year, kind, under)
    now = form_of(ruleset, year, kind, PlanStage.AGREED)
    then = form_with(ruleset, year, kind, changes)
    old, new = (groups_kept(content_of(form)) for form in (now, then))
    return {
        language.value: compare(old, new, language, frozenset())
        for language in FORM_LANGUAGES
    }


def _line(row: dict[str, Any]) -> ChangeLine:
    kept = row["wording"] or row["concept__row__fixed"]
    return ChangeLine(
        entry=row["entry"],
        plan=PlanKind(row["plan__kind"]),
        route=Route(row["route"]),
        ground=row["ground"],
        concept=row["concept_id"],
        key=row["concept__key"],
        title=wording_kept(kept).title
        if kept
        else Text(row["concept__title_kk"], row["concept__title_ru"]),
        outcome=ChangeOutcome(row["outcome"]),
        on=row["on"],
        reason=Text(row["reason_kk"], row["reason_ru"]),
        revision=row["revision"],
    )
